/** A stretch of the normalised text: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

function areInOrder(spans: readonly Span[]): boolean {
  for (let at = 1; at < spans.length; at++) if (spans[at]!.from < spans[at - 1]!.to) return false;
  return true;
}

/** Spans in order without overlap; of two that overlap the earlier stands. */
export function inOrder<T extends Span>(spans: readonly T[]): T[] {
  if (areInOrder(spans)) return [...spans];
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (kept.length === 0 || span.from >= kept[kept.length - 1]!.to) kept.push(span);
  }
  return kept;
}
