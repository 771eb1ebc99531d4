import { type DayContext, type Days, days, oneDay, stretch } from './days.ts';
import { beside, hazy, nth } from './resolve-beside.ts';
import { festival, lunarDate, officialBreak, season, term } from './resolve-feast.ts';
import { calendarDay, dayOfMonth, weekday } from './resolve-single-day.ts';
import { half, month, quarter, quarterMonth, week, weekend, year } from './resolve-stretch.ts';
import type { SimpleDay } from './said.ts';

/**
 * Undefined where there is no such day: 6月31日, 年前 in summer. `running`: a break or a season that has begun is meant, because
 * its days or its end are spoken of.
 */
export function resolveDays(said: SimpleDay, words: string, context: DayContext, running: boolean): Days | undefined {
  const { calendar, today } = context;
  switch (said.sort) {
    case 'shifted':
      return oneDay(calendar.addDays(today, said.days));
    case 'spell':
      return stretch(calendar.addDays(today, said.from), calendar.addDays(today, said.to), context, false);
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
    case 'quarter-month':
      return quarterMonth(said, context);
    case 'half':
      return half(said, context);
    case 'year':
      return year(said, context);
    case 'break':
      return officialBreak(said, context, running);
    case 'festival':
      return festival(said, context);
    case 'term':
      return term(said, context);
    case 'lunar':
      return lunarDate(said, context);
    case 'season':
      return season(said, context, running);
    case 'beside':
      return beside(said, words, context, resolveDays);
    case 'nth':
      return nth(said, words, context, resolveDays);
    case 'hazy':
      return hazy(said, context);
    case 'workday': {
      const day = calendar.addWorkdays(today, said.workdays);
      return days(day, day, { official: true, by: 'workdays' });
    }
    case 'either': {
      const both = [said.civil, said.lunar].map(
        (each) => resolveDays(each as SimpleDay, words, context, running)?.first,
      );
      const known = both.filter((day) => day !== undefined).sort();
      return known.length === 0 ? undefined : { ...oneDay(known[0]!), others: known };
    }
  }
}
