import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { DueItem } from './due-items.ts';

/** The deadline of a draft as it is put before the dispatchers. */
export interface ShownDue {
  readonly dueAt?: Date;
  /** Its lead was over: the term is counted from this day on, and the draft says so. */
  readonly dueFromDay?: Day;
}

/**
 * The deadline that the kit names. Where it is put before anybody too late for that, the item's own term, counted in working days
 * from today, but not beyond the last working day before what it prepares; and never less than one working day. Undefined where it
 * has none, and where a warning has left no time: a person says it then.
 */
export function dueShown({ leadAt, dueAt, runs }: DueItem, now: Date, calendar: Calendar): ShownDue {
  if (!dueAt) return {};
  const today = calendar.dayOf(now);
  const isLate = calendar.dayOf(leadAt) < today && runs.every(({ warning }) => warning === undefined);
  const dueDay = calendar.dayOf(dueAt);
  const nextDay = calendar.addWorkdays(today, 1);
  if (!isLate) return dueAt > now ? { dueAt } : {};
  if (dueDay >= nextDay) return { dueAt };

  const term = Math.max(1, calendar.workdaysBetween(calendar.dayOf(leadAt), dueDay));
  const counted = calendar.addWorkdays(today, term);
  const lastDays = runs
    .filter(({ fromDay }) => dueDay < fromDay)
    .map(({ fromDay }) => calendar.addWorkdays(fromDay, -1));
  const [earliest] = [counted, ...lastDays].toSorted();
  const day = [earliest!, nextDay].toSorted().at(-1)!;
  return { dueAt: calendar.at(day, calendar.clockOf(dueAt)), dueFromDay: today };
}
