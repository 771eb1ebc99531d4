import type { Span } from '../span.ts';

/** Where a pattern stands in a stretch of a text, in places of the whole text. */
export function placesOf(pattern: RegExp, text: string, { from, to }: Span): Span[] {
  return [...text.slice(from, to).matchAll(pattern)].map(({ 0: words, index }) => ({
    from: from + index,
    to: from + index + words.length,
  }));
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

export function within(span: Span, { from, to }: Span): boolean {
  return span.from >= from && span.to <= to;
}
