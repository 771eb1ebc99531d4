import { type DayContext, type Days, oneDay } from './days.ts';
import { calendarDay, dayOfMonth, weekday } from './resolve-single-day.ts';
import { month, officialBreak, quarter, week, weekend, year } from './resolve-stretch.ts';
import type { DaySaid } from './said.ts';

type Counted = Extract<DaySaid, { sort: 'count' }>;

/** Undefined where there is no such day: 6月31日, 年前 in summer. */
export function resolveDays(said: Exclude<DaySaid, Counted>, words: string, context: DayContext): Days | undefined {
  const { calendar, today } = context;
  switch (said.sort) {
    case 'shifted':
      return oneDay(calendar.addDays(today, said.days));
    case 'date':
      return calendarDay(said, context);
    case 'day-of-month':
      return dayOfMonth(said, context);
    case 'weekday':
      return weekday(said, words, context);
    case 'week':
      return week(said.weeks, context);
    case 'weekend':
      return weekend(said.weeks ?? 0, context);
    case 'month':
      return month(said, context);
    case 'quarter':
      return quarter(said, context);
    case 'year':
      return year(said, context);
    case 'break':
      return officialBreak(said, context);
  }
}
