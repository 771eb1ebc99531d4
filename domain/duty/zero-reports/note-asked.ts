import type { ThingId } from '../../thing.ts';
import type { ZeroReport } from './zero-report.ts';

/**
 * A question of this report, decided at one moment, went out to that person at another; which of the two it was follows from when
 * it was decided. Undefined where nothing is new, so that it may be told twice.
 */
export function noteAsked(report: ZeroReport, to: ThingId, decidedAt: Date, at: Date): ZeroReport | undefined {
  const { askedOf, askedSentAt, againAt, againSentAt } = report;
  if (!askedOf.includes(to)) return undefined;
  const isAgain = againAt !== undefined && decidedAt >= againAt;
  if (askedSentAt && (!isAgain || againSentAt)) return undefined;
  return { ...report, askedSentAt: askedSentAt ?? at, ...(isAgain && { againSentAt: againSentAt ?? at }) };
}
