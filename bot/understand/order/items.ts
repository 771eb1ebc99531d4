import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../span.ts';

/** ①, 1., 2、, （3）, 一、, 一是 at the beginning of a line or after a mark. */
const MARKER =
  /(?:^|(?<=[\s,。;:、!]))\s{0,4}(?:[①-⑳]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\)|\d{1,2}[.、)](?!\d(?!\d?月))|[一二三四五六七八九十]{1,2}[、.](?![一二三四五六日\d])|[一二三四五六七八九]是(?!否)|第[一二三四五六七八九][,、:]|[-•·](?=\s?[\u4e00-\u9fa5@]))\s?/g;

const HINT = gated(/[\n;。①-⑳]|[\d一二三][.、)是]/);

/** A list in an order: what stands before it, its items without their marks, and what stands behind it. */
export interface Items {
  readonly head: Span;
  readonly items: readonly Span[];
  readonly tail: Span;
  readonly numbered: boolean;
}

/** The items of a numbered list, of lines, or of clauses between ；; undefined where there are not at least two. */
export function itemsIn(heard: Heard, stretch: Span): Items | undefined {
  if (!HINT.test(heard.text)) return undefined;
  return numbered(heard, stretch) ?? separated(heard, stretch, /\n+/g) ?? separated(heard, stretch, /[;。]\s*/g);
}

/** The items of a list with numbers or circled numbers. Where each has its line, what follows the last line is no longer the list. */
export function numbered({ text }: Heard, stretch: Span): Items | undefined {
  if (!HINT.test(text)) return undefined;
  const marks = matchesOf(MARKER, text.slice(stretch.from, stretch.to));
  if (marks.length < 2) return undefined;
  const items = marks.map((mark, index) => ({
    from: stretch.from + mark.index + mark[0].length,
    to: index + 1 < marks.length ? stretch.from + marks[index + 1]!.index : stretch.to,
  }));
  const last = items[items.length - 1]!;
  const line = text.slice(items[0]!.from, last.from).includes('\n') ? text.indexOf('\n', last.from) : -1;
  const end = line >= 0 && line < stretch.to ? line : stretch.to;
  items[items.length - 1] = { from: last.from, to: end };
  return {
    head: { from: stretch.from, to: stretch.from + marks[0]!.index },
    items,
    tail: { from: end, to: stretch.to },
    numbered: true,
  };
}

function separated({ text }: Heard, stretch: Span, separator: RegExp): Items | undefined {
  const items: Span[] = [];
  let from = stretch.from;
  for (const match of matchesOf(separator, text.slice(stretch.from, stretch.to))) {
    items.push({ from, to: stretch.from + match.index });
    from = stretch.from + match.index + match[0].length;
  }
  items.push({ from, to: stretch.to });
  const filled = items.filter((item) => text.slice(item.from, item.to).trim().length > 3);
  return filled.length >= 2 ? { ...without(stretch), items: filled } : undefined;
}

/** 请各镇3月20日前完成自查，应急局3月底前组织抽查: a new subject begins a new order. What stands from `end` on is the tail. */
export function bySubjects(stretch: Span, starts: readonly number[], end: number): Items | undefined {
  if (starts.length < 2) return undefined;
  const items = starts.map((from, index) => ({
    from: index === 0 ? stretch.from : from,
    to: starts[index + 1] ?? end,
  }));
  return { ...without(stretch), items, tail: { from: end, to: stretch.to } };
}

/** No head and no tail. */
function without({ from, to }: Span) {
  return { head: { from, to: from }, tail: { from: to, to }, numbered: false };
}
