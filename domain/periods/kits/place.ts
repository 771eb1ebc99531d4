import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { Period } from '../period.ts';
import type { KitItem } from './kit.ts';

/** Half an hour after the day's reminders of the office's own work, so that the two are not read as one. */
const SHOWN_AT = '09:30';

/** The days that the items of a period are counted from; `warning` where it begins when a person says so. */
export type Placed = Pick<Period, 'fromDay' | 'toDay' | 'warning'>;

/** When an item is put before the dispatcher: on a working day, the one before where the lead ends on a day off; of a warning at once. */
export function leadAt({ lead }: Pick<KitItem, 'lead'>, { fromDay, warning }: Placed, calendar: Calendar): Date {
  if (warning) return warning.startedAt;
  const wanted = calendar.addDays(fromDay, amountOf(lead));
  return calendar.at(workday(wanted, -1, calendar), SHOWN_AT);
}

/**
 * Deadline of an item: before the first day it moves from a day off to the working day before, otherwise to the next one. Undefined
 * where it has none, and where it hangs on the end of what has no end yet. While a warning is in force days off do not count.
 */
export function kitDueAt({ due }: Pick<KitItem, 'due'>, placed: Placed, calendar: Calendar): Date | undefined {
  if (!due) return undefined;
  const { end, days, clock } = partsOf(due);
  const from = end ? placed.toDay : placed.fromDay;
  if (!from) return undefined;
  const wanted = calendar.addDays(from, days);
  const day = placed.warning && !end ? wanted : workday(wanted, days < 0 ? -1 : 1, calendar);
  return calendar.at(day, clock);
}

/** `-3d 17:00`, `0d 17:00`, `end+1d 17:00`. */
function partsOf(due: string): { readonly end: boolean; readonly days: number; readonly clock: string } {
  const [offset = '', clock = ''] = due.split(' ');
  return { end: offset.startsWith('end'), days: amountOf(offset), clock };
}

function amountOf(offset: string): number {
  return Number.parseInt(offset.replace('end', ''), 10);
}

function workday(day: Day, side: -1 | 1, calendar: Calendar): Day {
  return calendar.isWorkday(day) ? day : calendar.addWorkdays(day, side);
}
