import type { DutyTerms } from '../duty/checks/set-checks.ts';
import type { Reading } from '../reading.ts';
import type { Day } from '../thing.ts';
import { type Period, WARNINGS } from './period.ts';
import { runsBetween } from './runs.ts';

/** What a Shanghai day asks of duty: the levels of the key periods that run, whether it is an official day off, whether a warning is in force. */
export async function dutyTermsOn(day: Day, read: Reading): Promise<DutyTerms> {
  const { calendar, policy } = read;
  const { periods } = await read.office();
  const runs = runsBetween(day, day, { calendar, policy, own: periods.values() });
  const warnings = (await read.members<Period>(WARNINGS)).filter((warning) => isInForce(warning, day, read));
  return {
    levels: [...runs, ...warnings].map(({ level }) => level),
    holiday: calendar.holidayOf(day) !== undefined,
    // Against heat people are protected; nobody watches a night for it.
    warning: warnings.some(({ level }) => level !== 'C'),
  };
}

/** From the day it was started; of the day it was ended on nothing is asked any more, and until then nobody knows which that is. */
function isInForce({ warning, fromDay }: Period, day: Day, { calendar }: Reading): boolean {
  const { endedAt } = warning!;
  return fromDay <= day && (!endedAt || day < calendar.dayOf(endedAt));
}
