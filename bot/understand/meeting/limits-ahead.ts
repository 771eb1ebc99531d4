import type { Span } from '../span.ts';
import type { Limits } from './evidence.ts';
import type { Assignment } from './orders.ts';
import { goesBelow, isHeading, numberingOf } from './outline.ts';
import type { Paragraph } from './sentences.ts';
import { withLimit } from './shared-limits.ts';

/** A limit said once at the head of what it is for, and the stretch it holds for. */
interface Ahead {
  readonly limit: Span;
  readonly scope: Span;
}

/** 4月底前办好三件事, 3月底前完成以下工作, …（4月底前完成）. */
const ANNOUNCES =
  /(?:以下|如下|下列|下面|(?<!第)[几两二三四五六七八九十]|\d{1,2})(?:大|个)?(?:项|件|条|点|个)?(?:具体|重点|硬|主要|基础)?(?:工作|任务|事情?|活|战役|攻坚|要求|措施|行动)|\([^)]{1,14}(?:前|完成|办结)[^)]{0,6}\)。?$/;
/** 节前这十九天重点抓什么: sets nothing. */
const ASKS = /什么|怎么|哪些|几个字|句话/;
const LONGEST = 60;

/** Orders without a limit of their own have the one that a heading or a lead-in above them sets for all. */
export function sharedAhead(
  paragraphs: readonly Paragraph[],
  found: readonly Assignment[],
  limits: Limits,
): Assignment[] {
  const aheads = paragraphs.flatMap((_, index) => aheadAt(paragraphs, index, limits));
  if (aheads.length === 0) return [...found];
  return found.map((one) => {
    if (one.limits || limits.any(one.span)) return one;
    const ahead = aheads.findLast(({ scope }) => one.span.from >= scope.from && one.span.to <= scope.to);
    return ahead ? withLimit(one, ahead.limit) : one;
  });
}

function aheadAt(paragraphs: readonly Paragraph[], index: number, limits: Limits): Ahead[] {
  const paragraph = paragraphs[index]!;
  const whole = isHeading(paragraph) || (paragraph.sentences.length === 1 && goesBelow(paragraph));
  return paragraph.sentences.flatMap(({ clauses, from, to }, at): Ahead[] => {
    const colon = clauses.findIndex(({ mark }) => mark === ':');
    const end = colon < 0 ? to : clauses[colon]!.to;
    const limit = { from, to: end };
    const words = paragraph.text.slice(from - paragraph.from, end - paragraph.from);
    const isHead = at === 0 || colon >= 0;
    if (!isHead || words.length > LONGEST || !ANNOUNCES.test(words) || ASKS.test(words) || !limits.any(limit))
      return [];
    return [{ limit, scope: { from: end, to: whole ? below(paragraphs, index) : paragraph.to } }];
  });
}

/** Where what stands under a heading, or in the list behind a colon, ends. */
function below(paragraphs: readonly Paragraph[], index: number): number {
  const listed = goesBelow(paragraphs[index]);
  const numbering = numberingOf(paragraphs[listed ? index + 1 : index]?.text ?? '');
  let last = index;
  for (let at = index + 1; at < paragraphs.length; at++) {
    const own = numberingOf(paragraphs[at]!.text);
    if (listed ? own !== numbering : own === numbering || own === '一、') break;
    last = at;
  }
  return paragraphs[last]!.to;
}
