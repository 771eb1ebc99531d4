import { current, type Given, type ZeroReport } from './zero-report.ts';

/** `taken`: noted, in place of `before` where there was one · `repeated`: known already · `kept`: 平安 does not undo what was told before. */
export type GiveOutcome =
  | { readonly kind: 'taken'; readonly report: ZeroReport; readonly before?: Given }
  | { readonly kind: 'repeated' | 'kept'; readonly known: Given };

/**
 * Notes what somebody reports. Everything that was reported stays on record; the one written last holds. A bare 平安 after
 * something had been told is no correction unless it says so (更正). What waits to be said at `now` is overtaken, however early it was written.
 */
export function giveReport(report: ZeroReport, given: Given, isCorrection: boolean, now: Date): GiveOutcome {
  const known = current(report);
  if (known?.allClear && given.allClear) return { kind: 'repeated', known };
  if (known && !known.allClear && !given.allClear && known.words === given.words) return { kind: 'repeated', known };
  if (known && !known.allClear && given.allClear && !isCorrection) return { kind: 'kept', known };

  const all = [...report.given, given].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { kind: 'taken', report: { ...report, given: all, basisAt: now }, ...(known && { before: known }) };
}
