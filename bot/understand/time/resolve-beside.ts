import type { Day } from '../../../domain/thing.ts';
import { addMonths, civil, type DayContext, type Days, days, lengthOf, monthAfter, oneDay } from './days.ts';
import type { DaySaid, SimpleDay } from './said.ts';

/** Works out the days that others are counted from. */
export type DaysOf = (said: SimpleDay, words: string, context: DayContext, running: boolean) => Days | undefined;

type Of<Sort extends DaySaid['sort']> = Extract<DaySaid, { sort: Sort }>;

/** 节后第一个工作日 counts from the break's last day, 国庆前一天 from its first; neither counts itself. */
export function beside(said: Of<'beside'>, words: string, context: DayContext, daysOf: DaysOf): Days | undefined {
  const { calendar } = context;
  const { amount, unit } = said;
  // 国庆节后 is after the break, not after the first of October.
  const whole =
    said.base.sort === 'break' && amount > 0 && !said.base.own ? { ...said.base, wholeBreak: true } : said.base;
  const base = daysOf(whole, words, context, amount > 0);
  if (!base) return undefined;
  const from = amount > 0 ? base.last : base.first;
  const official = base.official || unit === 'workday';
  if (unit === 'workday')
    return days(calendar.addWorkdays(from, amount), calendar.addWorkdays(from, amount), { official, by: 'workdays' });
  const move = (day: Day) => (unit === 'month' ? addMonths(day, amount) : calendar.addDays(day, amount));
  return days(move(from), move(from), {
    official,
    by: base.by,
    others: startsTwice(said, base, context, daysOf)?.map(move),
  });
}

/** 春节前三天: from New Year's Day for some, from the first day off for others. */
function startsTwice(said: Of<'beside'>, base: Days, context: DayContext, daysOf: DaysOf): Day[] | undefined {
  if (said.base.sort !== 'break' || said.amount > 0 || said.base.ended) return undefined;
  const other = daysOf({ ...said.base, wholeBreak: !said.base.wholeBreak }, '', context, false);
  return other && other.first !== base.first && said.base.name !== undefined
    ? [base.first, other.first].sort()
    : undefined;
}

/** 下周第一个工作日, 本月最后一个周五, 国庆假期最后一天. Undefined where the stretch has no such day. */
export function nth(said: Of<'nth'>, words: string, context: DayContext, daysOf: DaysOf): Days | undefined {
  const { calendar } = context;
  const of = daysOf(said.of, words, context, true);
  if (!of) return undefined;
  const { first, last } = of;
  const inside = (day: Day) => (day >= first && day <= last ? day : undefined);
  const forward = said.nth > 0;
  let day: Day | undefined;
  if (said.each === 'workday') {
    day = inside(calendar.addWorkdays(calendar.addDays(forward ? first : last, forward ? -1 : 1), said.nth));
  } else if (said.each === 'day') {
    day = inside(calendar.addDays(forward ? first : last, forward ? said.nth - 1 : said.nth + 1));
  } else {
    const ahead = forward
      ? (said.each - calendar.weekday(first) + 7) % 7
      : -((calendar.weekday(last) - said.each + 7) % 7);
    day = inside(calendar.addDays(forward ? first : last, ahead + 7 * (forward ? said.nth - 1 : said.nth + 1)));
  }
  if (day === undefined) return undefined;
  const official = said.each === 'workday' || of.official;
  return days(day, day, { official, by: said.each === 'workday' ? 'workdays' : of.by });
}

/** The days that 月初, 月中 and the like may end on: proposals, never an answer. */
export function hazy(said: Of<'hazy'>, context: DayContext): Days {
  const { calendar, today } = context;
  const monthly = (...ends: number[]) => {
    let { year, month } = monthAfter(today, said.months ?? 0);
    if (said.month !== undefined) {
      const here = said.year ?? Number(today.slice(0, 4)) + (said.years ?? 0);
      year = said.year === undefined && said.years === undefined && said.month < month ? here + 1 : here;
      month = said.month;
    }
    const days = ends.map((day) => civil(year, month, day));
    const over = said.month === undefined && said.months === undefined && days[days.length - 1]! < today;
    return over ? days.map((day) => addMonths(day, 1)) : days;
  };
  const year = said.year ?? Number(today.slice(0, 4)) + (said.years ?? 0);
  const week = calendar.addDays(today, 1 - calendar.weekday(today));
  const quarter = civil(year, Math.ceil(Number(today.slice(5, 7)) / 3) * 3 - 2, 1);
  const proposals = [
    [],
    monthly(5, 10),
    monthly(15, 20),
    [civil(year, 1, 10), civil(year, 1, 31)],
    [civil(year, 6, lengthOf(year, 6))],
    [calendar.addDays(quarter, 9)],
    [week, calendar.addDays(week, 1)],
    [civil(year, 12, 31)],
  ][said.what]!;
  const last = proposals[proposals.length - 1] ?? today;
  return { ...oneDay(last), others: proposals.filter((day) => day >= today) };
}
