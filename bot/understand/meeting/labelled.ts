import type { Span } from '../span.ts';
import type { Assignment } from './orders.ts';
import { unitsInBrackets } from './roles.ts';

/** （责任单位：…；完成时限：…） behind the full stop belongs to what stands before it. */
export const ONLY_BRACKET = /^\([^)]*(?:单位|部门|时限|责任人)[^)]*\)[。;]?$/;
const LABELS = /^(?:责任|牵头|主责|承办|配合|协办|完成|办结|整改|办理)(?:单位|部门|领导|时限|时间|期限|科室):/;

/**
 * 责任单位：…；完成时限：… as a sentence or a line of its own: it names who does what stands above it, whether or not that
 * was an order by itself. True where it was one; `above` is the sentence or line before, if it can be the work.
 */
export function takesLabels(words: string, { to }: Span, above: Span | undefined, found: Assignment[]): boolean {
  if (!LABELS.test(words)) return false;
  const { units, coop } = unitsInBrackets(words);
  const last = found[found.length - 1];
  if (last && (!above || last.span.to > above.from)) {
    const named = last.kind === 'implied' && units.length > 0 ? { units, kind: NAMED.kind, why: NAMED.why } : {};
    found[found.length - 1] = { ...last, ...named, coop: [...last.coop, ...coop], span: { from: last.span.from, to } };
  } else if (above && units.length > 0) found.push({ ...NAMED, span: { from: above.from, to }, units, coop });
  return true;
}

const NAMED = { named: undefined, kind: 'hard', why: '原文点名' } as const;
