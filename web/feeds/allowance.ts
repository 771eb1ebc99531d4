export interface AllowanceTerms {
  /** So many at once. */
  readonly burst: number;
  /** So many more in every minute. */
  readonly perMinute: number;
}

/** Names that are remembered; one that is forgotten has everything again. */
const MOST_NAMES = 10_000;

/** How often somebody may ask: a bucket for each name, filled up again as time passes. In the memory of one process. */
export class Allowance {
  private readonly terms: AllowanceTerms;
  private readonly buckets = new Map<string, { left: number; atMs: number }>();

  constructor(terms: AllowanceTerms) {
    this.terms = terms;
  }

  /** Zero where it may, and it is counted; else after how many seconds it may be tried again. */
  take(name: string, nowMs: number): number {
    const { burst, perMinute } = this.terms;
    const known = this.buckets.get(name);
    const passed = known ? Math.max(0, nowMs - known.atMs) : 0;
    const left = known ? Math.min(burst, known.left + (passed / 60_000) * perMinute) : burst;
    const isFree = left >= 1;
    // Put in anew, so that the first in the map is the one asked for longest ago.
    this.buckets.delete(name);
    this.buckets.set(name, { left: isFree ? left - 1 : left, atMs: nowMs });
    if (this.buckets.size > MOST_NAMES) this.buckets.delete(this.buckets.keys().next().value!);
    return isFree ? 0 : Math.ceil(((1 - left) / perMinute) * 60);
  }
}
