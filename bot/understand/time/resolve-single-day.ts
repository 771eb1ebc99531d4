import { civil, type DayContext, type Days, exists, mondayOf, monthAfter, oneDay } from './days.ts';
import type { DaySaid } from './said.ts';

/** 9月18日 without a year is the next one, or the one before when the text tells of the past. */
export function calendarDay(said: Extract<DaySaid, { sort: 'date' }>, context: DayContext): Days | undefined {
  const { today, direction } = context;
  const { month, day } = said;
  const thisYear = Number(today.slice(0, 4));
  if (said.year !== undefined || said.years !== undefined) {
    const year = said.year ?? thisYear + said.years!;
    return exists(year, month, day) ? oneDay(civil(year, month, day)) : undefined;
  }
  if (!exists(2000, month, day)) return undefined;

  const here = civil(thisYear, month, day);
  const year =
    direction === 'future' ? (here < today ? thisYear + 1 : thisYear) : here > today ? thisYear - 1 : thisYear;
  return exists(year, month, day) ? oneDay(civil(year, month, day)) : undefined;
}

/** 15日 is the next one, skipping months without that day; 下月31日 may not exist. */
export function dayOfMonth(said: Extract<DaySaid, { sort: 'day-of-month' }>, context: DayContext): Days | undefined {
  const { today, direction } = context;
  const dayIn = (months: number) => {
    const { year, month } = monthAfter(today, months);
    return exists(year, month, said.day) ? civil(year, month, said.day) : undefined;
  };
  if (said.months !== undefined) {
    const day = dayIn(said.months);
    return day === undefined ? undefined : oneDay(day);
  }
  for (let distance = 0; distance <= 2; distance++) {
    const day = dayIn(direction === 'future' ? distance : -distance);
    if (day !== undefined && (direction === 'future' ? day >= today : day <= today)) return oneDay(day);
  }
  return undefined;
}

export function weekday(said: Extract<DaySaid, { sort: 'weekday' }>, words: string, context: DayContext): Days {
  const { calendar, today, direction } = context;
  if (said.weeks !== undefined) {
    const onSunday = calendar.weekday(today) === 7 && said.weeks > 0;
    const assumed = onSunday ? `“${words}”按周一为一周之始` : undefined;
    return oneDay(calendar.addDays(mondayOf(said.weeks, context), said.weekday - 1), assumed);
  }
  const ahead = (said.weekday - calendar.weekday(today) + 7) % 7;
  return oneDay(calendar.addDays(today, direction === 'future' || ahead === 0 ? ahead : ahead - 7));
}
