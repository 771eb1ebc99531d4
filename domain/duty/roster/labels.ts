import { slotIn } from './headings.ts';

const LABEL =
  /(?<![\p{Script=Han}])(?:([\p{Script=Han}]{2,8})\s*[:：]|(带班领导|值班领导|值班人员|备班人员|值班员|带班|值班|备班)\s*(?=[\p{Script=Han}]{2}))/gu;

/** 带班：郑伟　值班：陈立、吕刚 and 带班领导郑伟 → label and words; a colon behind anything but a label is left alone. */
export function labelled(text: string): { label?: string; words: string }[] {
  const parts: { label?: string; words: string }[] = [];
  let from = 0;
  let label: string | undefined;
  for (const found of text.matchAll(LABEL)) {
    const said = found[1] ?? found[2]!;
    if (!slotIn(said)) continue;
    parts.push({ ...(label && { label }), words: text.slice(from, found.index) });
    label = said;
    from = found.index + found[0].length;
  }
  parts.push({ ...(label && { label }), words: text.slice(from) });
  return parts.filter(({ words }) => words.trim() !== '');
}
