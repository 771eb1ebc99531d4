import type { Recurrence } from './calendar.ts';
import { dayAt, minuteMs, moment, wallMs } from './civil-day.ts';
import { parseRecurrence, type RecurrenceRule } from './recurrence-rule.ts';
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
  const minutes = minutesOfDay(rule, closingMinutes);
  const found: Date[] = [];
  if (count <= 0) return found;

  for (const day of recurringDays(recurrence, rule, dayAt(wallMs(after)), working)) {
    for (const minute of minutes) {
      const at = moment(day, minute * minuteMs);
      if (at > after) found.push(at);
      if (found.length >= count) return found;
    }
  }
  return found;
}

function minutesOfDay(rule: RecurrenceRule, closingMinutes: number): number[] {
  if (rule.byHour.length === 0) return [closingMinutes];

  const pastTheHour = rule.byMinute.length > 0 ? rule.byMinute : [0];
  const minutes = rule.byHour.flatMap((hour) => pastTheHour.map((minute) => hour * 60 + minute));
  return [...new Set(minutes)].toSorted((a, b) => a - b);
}
