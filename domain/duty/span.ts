/** From an instant up to, not including, another. */
export interface Span {
  readonly fromAt: Date;
  readonly toAt: Date;
}

export const MINUTE_MS = 60_000;

/** The same time in as few pieces as possible, in order; empty and backward spans are left out. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = spans
    .filter(({ fromAt, toAt }) => fromAt < toAt)
    .sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime());
  const found: Span[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    if (!last || last.toAt < span.fromAt) found.push({ fromAt: span.fromAt, toAt: span.toAt });
    else if (last.toAt < span.toAt) found[found.length - 1] = { fromAt: last.fromAt, toAt: span.toAt };
  }
  return found;
}

/** What is left of the first spans where none of the others lies, in order and merged. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const cuts = merged(others);
  let first = 0;
  return merged(spans).flatMap((span) => {
    while (first < cuts.length && cuts[first]!.toAt <= span.fromAt) first++;
    const left: Span[] = [];
    let { fromAt } = span;
    for (let index = first; index < cuts.length && cuts[index]!.fromAt < span.toAt; index++) {
      const cut = cuts[index]!;
      if (fromAt < cut.fromAt) left.push({ fromAt, toAt: cut.fromAt });
      if (fromAt < cut.toAt) fromAt = cut.toAt;
    }
    return fromAt < span.toAt ? [...left, { fromAt, toAt: span.toAt }] : left;
  });
}

/** Whole minutes; a begun minute counts once it is over. */
export function minutesOf(spans: readonly Span[]): number {
  const ms = merged(spans).reduce((all, { fromAt, toAt }) => all + toAt.getTime() - fromAt.getTime(), 0);
  return Math.floor(ms / MINUTE_MS);
}
