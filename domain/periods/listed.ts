import type { Reading } from '../reading.ts';
import type { Day } from '../thing.ts';
import type { Period } from './period.ts';
import type { Run } from './run.ts';
import { runsBetween } from './runs.ts';
import { warningsInForce } from './warnings.ts';

/** What begins later than this is not yet of interest. */
const DAYS_AHEAD = 45;

/** The periods that run on a day, the strictest first, and those that begin soon after it, the next first. */
export async function periodsListed(
  day: Day,
  read: Reading,
): Promise<{ readonly running: readonly (Run | Period)[]; readonly coming: readonly Run[] }> {
  const { calendar, policy } = read;
  const { periods } = await read.office();
  const terms = { calendar, policy, own: periods.values() };
  const runs = runsBetween(day, calendar.addDays(day, DAYS_AHEAD), terms);
  const warnings = (await warningsInForce(read)).filter(({ fromDay }) => fromDay <= day);
  const running = [...warnings, ...runs.filter(({ fromDay }) => fromDay <= day)];
  return {
    running: running.toSorted((one, other) => (one.level < other.level ? -1 : one.level > other.level ? 1 : 0)),
    coming: runs.filter(({ fromDay }) => fromDay > day),
  };
}
