import type { Holiday } from '../../../domain/calendar/calendar.ts';
import { civil, type DayContext, type Days, lengthOf, mondayOf, monthAfter, stretch } from './days.ts';
import type { DaySaid } from './said.ts';

/** Due on the last official working day of the week; a week without one, on its last day. */
export function week(weeks: number, context: DayContext): Days {
  const { calendar } = context;
  const first = mondayOf(weeks, context);
  const last = calendar.addDays(first, 6);
  const worked = calendar.addWorkdays(calendar.addDays(last, 1), -1);
  const dueBefore = calendar.addWorkdays(first, -1);
  return { ...stretch(first, last, context), due: worked >= first ? worked : last, dueBefore, official: true };
}

export function weekend(weeks: number, context: DayContext): Days {
  const { calendar } = context;
  const monday = mondayOf(weeks, context);
  const first = calendar.addDays(monday, 5);
  return {
    ...stretch(first, calendar.addDays(monday, 6), context),
    dueBefore: calendar.addWorkdays(first, -1),
    official: true,
  };
}

const THIRDS = { 1: [1, 10], 2: [11, 20], 3: [21, 31] } as const;

export function month(said: Extract<DaySaid, { sort: 'month' }>, context: DayContext): Days | undefined {
  const { today, direction } = context;
  const thisYear = Number(today.slice(0, 4));
  let year = said.year ?? thisYear + (said.years ?? 0);
  let monthNumber = said.month;
  if (monthNumber === undefined) {
    ({ year, month: monthNumber } = monthAfter(today, said.months ?? 0));
  } else if (said.year === undefined && said.years === undefined) {
    const here = civil(year, monthNumber, lengthOf(year, monthNumber));
    if (direction === 'future' && here < today) year++;
    if (direction === 'past' && civil(year, monthNumber, 1) > today) year--;
  }
  const length = lengthOf(year, monthNumber);
  const [from, to] = said.third ? THIRDS[said.third] : [1, length];
  return stretch(civil(year, monthNumber, from), civil(year, monthNumber, Math.min(to, length)), context, said.end);
}

export function quarter(said: Extract<DaySaid, { sort: 'quarter' }>, context: DayContext): Days {
  const { calendar, today } = context;
  const here = Math.ceil(Number(today.slice(5, 7)) / 3);
  const wanted = said.quarter ?? here + (said.quarters ?? 0);
  const ahead = said.quarter !== undefined && said.quarter < here ? wanted + 4 - here : wanted - here;
  const first = calendar.addMonths(civil(Number(today.slice(0, 4)), here * 3 - 2, 1), ahead * 3);
  return stretch(first, calendar.addDays(calendar.addMonths(first, 3), -1), context, said.end);
}

export function year(said: Extract<DaySaid, { sort: 'year' }>, context: DayContext): Days {
  const number = said.year ?? Number(context.today.slice(0, 4)) + (said.years ?? 0);
  return stretch(civil(number, 1, 1), civil(number, 12, 31), context, said.end);
}

/** Breaks are exclusive: due on the last official working day before. */
export function officialBreak(said: Extract<DaySaid, { sort: 'break' }>, context: DayContext): Days | undefined {
  const { calendar, today } = context;
  if (said.winter && today.slice(5, 7) > '02') return undefined;
  const holiday = breakAhead(said.name, context);
  if (!holiday) return undefined;
  const due = calendar.addWorkdays(holiday.from, -1);
  return { first: holiday.from, last: holiday.to, due, whole: true, dueBefore: due, official: true };
}

export function breakAhead(name: string | undefined, { calendar, today }: DayContext): Holiday | undefined {
  let holiday = calendar.nextHoliday(today);
  for (let i = 0; i < 16; i++) {
    if (name === undefined || holiday.name.includes(name)) return holiday;
    holiday = calendar.nextHoliday(holiday.to);
  }
  return undefined;
}
