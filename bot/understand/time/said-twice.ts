import type { Days } from './days.ts';
import { type ClockRead, instant } from './resolve-clock.ts';
import { resolveDays } from './resolve-day.ts';
import type { TimeContext, Unresolved } from './resolved.ts';
import type { DaySaid } from './said.ts';

/** Whether a day that is said twice (9月18日周五) is the same day both times. */
export function agrees(days: Days, also: DaySaid, words: string, context: TimeContext): boolean {
  if (also.sort === 'weekday' && also.weeks === undefined) return context.calendar.weekday(days.first) === also.weekday;
  if (also.sort === 'count') return true;
  return resolveDays(also, words, context, true)?.first === days.first;
}

/** Both readings: the date as said, and the weekday as said. */
export function conflict(days: Days, also: DaySaid, clock: ClockRead | undefined, context: TimeContext): Unresolved {
  const { calendar } = context;
  const other =
    also.sort === 'weekday' && also.weeks === undefined
      ? calendar.addDays(days.first, also.weekday - calendar.weekday(days.first))
      : also.sort === 'count'
        ? undefined
        : resolveDays(also, '', context, true)?.first;
  const candidates = [days.first, other].filter((day) => day !== undefined).sort();
  return {
    broken: 'conflict',
    choices: candidates.map((day) => (clock ? instant(day, clock, context) : calendar.closing(day))),
  };
}
