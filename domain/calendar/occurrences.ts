import type { Recurrence } from './calendar.ts';
import { dayAt, minuteMs, moment, wallMs } from './civil-day.ts';
import { parseRecurrence } from './recurrence-rule.ts';
import { recurringDays } from './recurring-days.ts';
import type { WorkingDays } from './working-days.ts';

/**
 * The first `count` moments after `after` at which a recurrence falls due, ascending and without repeats; fewer where it
 * ends with the calendar. A rule without a clock means `closingMinutes` after midnight. Bad rules throw a RangeError.
 */
export function occurrences(
  recurrence: Recurrence,
  after: Date,
  count: number,
  working: WorkingDays,
  closingMinutes: number,
): Date[] {
  const rule = parseRecurrence(recurrence.rrule);
  const minutes = rule.minutes.length > 0 ? rule.minutes : [closingMinutes];
  const afterMs = after.getTime();
  const found: Date[] = [];
  if (count <= 0) return found;

  for (const day of recurringDays(recurrence, rule, dayAt(wallMs(after)), working)) {
    for (const minute of minutes) {
      const at = moment(day, minute * minuteMs);
      if (at.getTime() > afterMs) found.push(at);
      if (found.length >= count) return found;
    }
  }
  return found;
}
