import type { Span } from '../span.ts';

/** 几天内, 三四个工作日内, 规定时间内, 汛期内, 短期内: a term that names no day. */
const TERM =
  /(?:几|数|若干|[一二两三四五六七八九十半\d]{1,4}个?半?)个?(?:天|日|周|星期|礼拜|月|小时|工作日|年)半?(?:之|以)?内|(?:规定|要求|约定)?(?:时间|时限|期限)(?:之|以)?内|(?:短期|近期|年度|学期|假期|节日|汛期|春运|两会)(?:之|以)?内/g;
/** 最迟…, 截止…, 时限：…: says that a limit follows, whatever it is. */
const MARKED =
  /(?:最迟|最晚|至迟|不晚于|不迟于|截止时间|截止日期|截止到|时限|办结期限|完成期限)[:为是到至于]{0,2}(?!要求|管理|紧|已|和|范围|规定|届满|内)[^,。;\n]{2,12}/g;
/** What every such stretch holds; most texts hold none, and are not looked through any further. */
const SIGNS = /[前内迟晚限]|截止/;
const MARKS = /[迟晚]|截止|[时期]限/;
/** 前 in 前店, 前往, 前期: begins a word instead of ending a limit. */
const OPENS_WORD = '店往来去面后景台列端线沿期任者夕提途辈锋导方言述置苏门院厅排移进';
/** 目前, 提前, 门前 and the like end in 前 without limiting anything. */
const NO_LIMIT =
  /(?:[目当提日此先从面门生眼事空超往向床楼跟台车村桥店胸岗班餐饭产术在史这那窗屋房户树坝堤阵人身脚墙灶柜天年月]|不久|很久|多年|小时|分钟)$/;
/** Words that stand before what limits: 请于两会前. */
const LEAD = /^.*?(?:请|于|在|务必|必须|要|须|应|把|将|并|最迟|争取|力争|赶)(?=.)/;
const LONGEST = 10;

const NONE: readonly Span[] = [];

/** Stretches that look like a deadline and lie outside everything that was understood. */
export function unreadSpans(text: string, understood: readonly (readonly Span[])[]): readonly Span[] {
  if (!SIGNS.test(text)) return NONE;
  const found: Span[] = [];
  const taken = takenIn(text, understood);
  if (text.indexOf('内') >= 0) collect(TERM, text, taken, found);
  if (MARKS.test(text)) collect(MARKED, text, taken, found);
  for (let at = text.indexOf('前'); at >= 0; at = text.indexOf('前', at + 1)) {
    const limit = limitBefore(text, at, taken);
    if (limit) found.push(limit);
  }
  return found;
}

type Taken = (from: number, to: number) => boolean;

/** Whether a stretch touches anything that was understood; quick in texts with many times, too. */
function takenIn(text: string, understood: readonly (readonly Span[])[]): Taken {
  let count = 0;
  for (const spans of understood) count += spans.length;
  if (count <= 8)
    return (from, to) => understood.some((spans) => spans.some((span) => span.from < to && span.to > from));
  const marks = new Uint8Array(text.length);
  for (const spans of understood) for (const { from, to } of spans) marks.fill(1, from, to);
  return (from, to) => marks.subarray(from, to).includes(1);
}

function collect(pattern: RegExp, text: string, taken: Taken, found: Span[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const to = match.index + match[0].length;
    if (!taken(match.index, to)) found.push({ from: match.index, to });
  }
}

/** 全国两会之前, 检查组到来前: a limit set by something that cannot be dated. */
function limitBefore(text: string, at: number, taken: Taken): Span | undefined {
  if (taken(at, at + 1) || (at + 1 < text.length && OPENS_WORD.includes(text[at + 1]!))) return undefined;
  const end = text[at - 1] === '之' || text[at - 1] === '以' ? at - 1 : at;
  let from = end;
  while (from > 0 && end - from < LONGEST && isPartOfWord(text.charCodeAt(from - 1)) && !taken(from - 1, from)) from--;
  if (from < end) from += LEAD.exec(text.slice(from, end))?.[0].length ?? 0;
  return from < end && !NO_LIMIT.test(text.slice(from, end)) ? { from, to: at + 1 } : undefined;
}

function isPartOfWord(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fa5) || (code >= 48 && code <= 57);
}
