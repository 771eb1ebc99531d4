/** A stretch of the normalised text: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans in order without overlap; of two that overlap the earlier stands. */
export function inOrder<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (kept.length === 0 || span.from >= kept[kept.length - 1]!.to) kept.push(span);
  }
  return kept;
}
