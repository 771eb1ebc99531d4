import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';

/** ①, 1., 2、, （3）, 一、 at the beginning of a line or after a mark. */
const MARKER =
  /(?:^|(?<=[\s,。;:、!]))\s{0,4}(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}[、.](?![一二三四五六日\d]))\s?/g;

const HINT = /[\n;。①-⑳]|[\d一二三][.、)]/;

/** A list in an order: what stands before it, and its items without their marks. */
export interface Items {
  readonly head: Span;
  readonly items: readonly Span[];
}

/** The items of a numbered list, of lines, or of clauses between ；; undefined where there are not at least two. */
export function itemsIn(heard: Heard, stretch: Span): Items | undefined {
  if (!HINT.test(heard.text)) return undefined;
  return numbered(heard, stretch) ?? separated(heard, stretch, /\n+/g) ?? separated(heard, stretch, /[;。]\s*/g);
}

/** The items of a list with numbers or circled numbers. */
export function numbered({ text }: Heard, stretch: Span): Items | undefined {
  if (!HINT.test(text)) return undefined;
  const marks = [...text.slice(stretch.from, stretch.to).matchAll(MARKER)];
  if (marks.length < 2) return undefined;
  const items = marks.map((mark, index) => ({
    from: stretch.from + mark.index + mark[0].length,
    to: index + 1 < marks.length ? stretch.from + marks[index + 1]!.index : stretch.to,
  }));
  return { head: { from: stretch.from, to: stretch.from + marks[0]!.index }, items };
}

function separated({ text }: Heard, stretch: Span, separator: RegExp): Items | undefined {
  const items: Span[] = [];
  let from = stretch.from;
  for (const match of text.slice(stretch.from, stretch.to).matchAll(separator)) {
    items.push({ from, to: stretch.from + match.index });
    from = stretch.from + match.index + match[0].length;
  }
  items.push({ from, to: stretch.to });
  const filled = items.filter((item) => text.slice(item.from, item.to).trim().length > 3);
  return filled.length >= 2 ? { head: { from: stretch.from, to: stretch.from }, items: filled } : undefined;
}
