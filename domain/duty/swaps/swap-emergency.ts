import type { SwapShift } from './swap.ts';

/** Who drops out so shortly before a shift, or during it, leaves no time for consent and approval. */
const SOON_HOURS = 12;

/** The shift runs, or begins within hours. */
export function isSoon({ startAt, endAt }: Pick<SwapShift, 'startAt' | 'endAt'>, now: Date): boolean {
  return now < endAt && startAt.getTime() - now.getTime() <= SOON_HOURS * 3_600_000;
}
