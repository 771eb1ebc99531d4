import type { Day } from '../../../domain/thing.ts';
import {
  addMonths,
  civil,
  type DayContext,
  type Days,
  days,
  exists,
  lengthOf,
  mondayOf,
  monthAfter,
  oneDay,
  saidYear,
  stretch,
  yearOf,
} from './days.ts';
import type { DaySaid, MonthSaid, QuarterMonthSaid, YearSaid } from './said.ts';

/** Due on the last official working day of the week; a week without one, on its last day. */
export function week(weeks: number, context: DayContext): Days {
  const { calendar } = context;
  const first = mondayOf(weeks, context);
  const last = calendar.addDays(first, 6);
  const worked = calendar.addWorkdays(calendar.addDays(last, 1), -1);
  return days(first, last, {
    whole: true,
    before: 'either',
    due: worked >= first ? worked : last,
    dueBefore: calendar.addWorkdays(first, -1),
    official: true,
    by: 'week-end-work',
  });
}

export function weekend(weeks: number, context: DayContext): Days {
  const { calendar } = context;
  const first = calendar.addDays(mondayOf(weeks, context), 5);
  const last = calendar.addDays(first, 1);
  const dueBefore = calendar.addWorkdays(first, -1);
  return days(first, last, { whole: true, before: 'either', dueBefore, official: true, by: 'weekend' });
}

/** Parts of a month by their number; the end of the month is cut to its length. */
const PARTS = [
  [1, 31],
  [1, 10],
  [11, 20],
  [21, 31],
  [1, 15],
  [16, 31],
  [11, 31],
  [1, 20],
] as const;

export function month(said: MonthSaid, context: DayContext): Days {
  const { today, direction } = context;
  const asSaid = saidYear(said, context);
  let year = asSaid ?? yearOf(today);
  let number = said.month;
  if (number === undefined) {
    ({ year, month: number } = monthAfter(today, said.months ?? 0));
  } else if (asSaid === undefined) {
    if (direction === 'future' && civil(year, number, lengthOf(year, number)) < today) year++;
    if (direction === 'past' && civil(year, number, 1) > today) year--;
  }
  return partOfMonth(year, number, said, context);
}

function partOfMonth(
  year: number,
  month: number,
  { third, end }: Pick<MonthSaid, 'third' | 'end'>,
  context: DayContext,
): Days {
  const [from, to] = PARTS[third ?? 0]!;
  const by = third ? 'thirds' : end ? 'month-end' : undefined;
  const last = Math.min(to, lengthOf(year, month));
  return stretch(civil(year, month, from), civil(year, month, last), context, end, by);
}

/** Undefined where that month has no such day. */
export function quarterMonth(said: QuarterMonthSaid, context: DayContext): Days | undefined {
  const begins = addMonths(quarterBegins(said, context), said.place - 1);
  const year = yearOf(begins);
  const month = Number(begins.slice(5, 7));
  if (said.day !== undefined) return exists(year, month, said.day) ? oneDay(civil(year, month, said.day)) : undefined;
  return partOfMonth(year, month, said, context);
}

export function quarter(said: Extract<DaySaid, { sort: 'quarter' }>, context: DayContext): Days {
  const first = quarterBegins(said, context);
  return stretch(first, context.calendar.addDays(addMonths(first, 3), -1), context, said.end);
}

/** The first day of the quarter that was said; one without a year that is over is next year's. */
function quarterBegins(
  said: YearSaid & { readonly quarter?: number; readonly quarters?: number },
  context: DayContext,
): Day {
  const { today } = context;
  const year = saidYear(said, context);
  const here = Math.ceil(Number(today.slice(5, 7)) / 3);
  const wanted = said.quarter ?? here + (said.quarters ?? 0);
  const rolls = said.quarter !== undefined && year === undefined && said.quarter < here;
  return addMonths(civil(year ?? yearOf(today), 1, 1), ((rolls ? wanted + 4 : wanted) - 1) * 3);
}

export function half(said: Extract<DaySaid, { sort: 'half' }>, context: DayContext): Days {
  const { today } = context;
  const asSaid = saidYear(said, context);
  const over = asSaid === undefined && said.half === 1 && today.slice(5, 7) > '06' && context.direction === 'future';
  const year = asSaid ?? yearOf(today) + (over ? 1 : 0);
  const [from, to] =
    said.half === 1 ? [civil(year, 1, 1), civil(year, 6, 30)] : [civil(year, 7, 1), civil(year, 12, 31)];
  return stretch(from, to, context, said.end);
}

export function year(said: Extract<DaySaid, { sort: 'year' }>, context: DayContext): Days {
  const number = saidYear(said, context) ?? yearOf(context.today);
  return stretch(civil(number, 1, 1), civil(number, 12, 31), context, said.end);
}
