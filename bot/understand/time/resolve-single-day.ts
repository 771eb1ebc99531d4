import { civil, type DayContext, type Days, exists, mondayOf, monthAfter, oneDay, saidYear, yearOf } from './days.ts';
import type { DaySaid } from './said.ts';

/** 9月18日 without a year is the next one, or the one before when the text tells of the past. */
export function calendarDay(said: Extract<DaySaid, { sort: 'date' }>, context: DayContext): Days | undefined {
  const { today, direction } = context;
  const { month, day } = said;
  const asSaid = saidYear(said, context);
  if (asSaid !== undefined) return exists(asSaid, month, day) ? oneDay(civil(asSaid, month, day)) : undefined;
  if (!exists(2000, month, day)) return undefined;

  const thisYear = yearOf(today);
  const here = civil(thisYear, month, day);
  const future = direction === 'future';
  const year = future ? (here < today ? thisYear + 1 : thisYear) : here > today ? thisYear - 1 : thisYear;
  if (!exists(year, month, day)) return undefined;
  return oneDay(civil(year, month, day), future ? 'next-date' : 'told-date');
}

/** 15日 is the next one, skipping months without that day; 下月31日 may not exist. */
export function dayOfMonth(said: Extract<DaySaid, { sort: 'day-of-month' }>, context: DayContext): Days | undefined {
  const { today, direction } = context;
  if (said.months !== undefined) {
    const day = dayIn(said.months, said.day, today);
    return day === undefined ? undefined : oneDay(day);
  }
  const future = direction === 'future';
  for (let distance = 0; distance <= 2; distance++) {
    const day = dayIn(future ? distance : -distance, said.day, today);
    if (day !== undefined && (future ? day >= today : day <= today))
      return oneDay(day, future ? 'next-date' : 'told-date');
  }
  return undefined;
}

function dayIn(months: number, day: number, today: string): string | undefined {
  const { year, month } = monthAfter(today, months);
  return exists(year, month, day) ? civil(year, month, day) : undefined;
}

export function weekday(said: Extract<DaySaid, { sort: 'weekday' }>, words: string, context: DayContext): Days {
  const { calendar, today, direction } = context;
  if (said.weeks !== undefined) {
    const onSunday = said.weeks > 0 && calendar.weekday(today) === 7;
    const assumed = onSunday ? `“${words}”按周一为一周之始` : undefined;
    return oneDay(calendar.addDays(mondayOf(said.weeks, context), said.weekday - 1), 'week', assumed);
  }
  const ahead = (said.weekday - calendar.weekday(today) + 7) % 7;
  const future = direction === 'future';
  return oneDay(calendar.addDays(today, future || ahead === 0 ? ahead : ahead - 7), future ? 'weekday' : 'told-date');
}
