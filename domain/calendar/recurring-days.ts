import type { Recurrence } from './calendar.ts';
import { type DayNumber, dayNumber, daysInMonth, monthStart, newYearOf, partsOf, weekdayOf } from './civil-day.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { type Period, periodsFrom } from './recurring-periods.ts';
import type { WorkingDays } from './working-days.ts';

/**
 * The days a rule falls on, ascending, from the period that `from` lies in until the end of 2099.
 * INTERVAL counts from the anchor's week or month, else from `from`'s own. Nothing, where the rule has no anchor.
 */
export function* recurringDays(
  recurrence: Recurrence,
  written: RecurrenceRule,
  from: DayNumber,
  working: WorkingDays,
): Generator<DayNumber> {
  const anchor = recurrence.anchorDay === undefined ? undefined : dayNumber(recurrence.anchorDay);
  const rule = withAnchor(written, anchor);
  if (!rule) return;

  const daysIn = recurrence.cal ? officialDays(rule, anchor ?? from, working) : (period: Period) => pick(rule, period);
  let last = Number.NEGATIVE_INFINITY;
  // Every second working day is counted in working days, so no civil day may be left out beforehand.
  const interval = rule.freq === 'DAILY' && recurrence.cal ? 1 : rule.interval;
  for (const period of periodsFrom(from, rule.freq, interval, anchor ?? from)) {
    for (const day of daysIn(period)) {
      if (day <= last) continue;
      last = day;
      yield day;
    }
  }
}

/** A week, month or year needs to know its day: from the rule, else from the anchor. Hours alone name no moment at all. */
function withAnchor(rule: RecurrenceRule, anchor: DayNumber | undefined): RecurrenceRule | undefined {
  if (rule.freq === 'MINUTELY') return undefined;
  if (rule.freq === 'HOURLY') return rule.byHour.length > 0 ? { ...rule, freq: 'DAILY', interval: 1 } : undefined;
  if (rule.freq === 'DAILY' || rule.byDay.length + rule.byMonthDay.length > 0) return rule;
  if (anchor === undefined) return undefined;
  if (rule.freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: weekdayOf(anchor) }] };

  const { month, day } = partsOf(anchor);
  const byMonth = rule.freq === 'YEARLY' && rule.byMonth.length === 0 ? [month] : rule.byMonth;
  return { ...rule, byMonth, byMonthDay: [day] };
}

/**
 * The days of a rule on the official calendar: "every day" and "Monday to Friday" mean the working days,
 * 调休 included; any other day that is off moves to the working day before.
 */
function officialDays(
  written: RecurrenceRule,
  anchor: DayNumber,
  working: WorkingDays,
): (period: Period) => DayNumber[] {
  const rule = meansWorkdays(written) ? { ...written, byDay: [] } : written;
  if (rule.freq === 'DAILY') {
    const inStep = (day: DayNumber) => working.between(anchor, day) % rule.interval === 0;
    return (period) => pick(rule, period, (day) => working.isWorkday(day) && inStep(day));
  }
  if (rule !== written) return (period) => pick(rule, period, working.isWorkday);

  return (period) => pick(rule, period).map((day) => (working.isWorkday(day) ? day : working.add(day, -1)));
}

function meansWorkdays({ byDay }: RecurrenceRule): boolean {
  return byDay.length === 5 && byDay.every(({ weekday, nth }) => nth === undefined && weekday < 6);
}

function pick(rule: RecurrenceRule, period: Period, suits: (day: DayNumber) => boolean = () => true): DayNumber[] {
  const days: DayNumber[] = [];
  const plain = rule.byDay.length + rule.bySetPos.length === 0 && rule.byMonthDay.length > 0;
  if (plain && rule.freq === 'MONTHLY') return chosenDates(rule, period).filter(suits);
  if (rule.freq === 'WEEKLY' && rule.byDay.length === 1) return dayOfWeek(rule, period).filter(suits);
  for (const { first, last } of monthsNamed(rule, period)) {
    for (let day = first; day <= last; day++) if (matches(rule, day) && suits(day)) days.push(day);
  }
  if (rule.bySetPos.length === 0) return days;

  const chosen = rule.bySetPos.map((position) => days.at(position > 0 ? position - 1 : position));
  return days.filter((day) => chosen.includes(day));
}

/** Of a year the months that the rule names: the days of the others need not be looked at. */
function monthsNamed({ freq, byMonth }: RecurrenceRule, period: Period): readonly Period[] {
  if (freq !== 'YEARLY' || byMonth.length === 0) return [period];
  const { year } = partsOf(period.first);
  const months = [...new Set(byMonth)].sort((a, b) => a - b);
  return months.map((month) => ({ first: monthStart(year, month), last: monthStart(year, month + 1) - 1 }));
}

/** The one day of a week that a rule names, without going through all of them. */
function dayOfWeek({ byDay, byMonth }: RecurrenceRule, { first, last }: Period): DayNumber[] {
  const day = first + byDay[0]!.weekday - 1;
  return day <= last && (byMonth.length === 0 || byMonth.includes(partsOf(day).month)) ? [day] : [];
}

/** The dates of a month, without going through all its days. */
function chosenDates({ byMonth, byMonthDay }: RecurrenceRule, { first, last }: Period): DayNumber[] {
  if (byMonth.length > 0 && !byMonth.includes(partsOf(first).month)) return [];
  const length = last - first + 1;
  const dates = new Set(byMonthDay.map((wanted) => placeInMonth(wanted, length)));
  return [...dates].sort((a, b) => a - b).map((date) => first + date - 1);
}

function matches(rule: RecurrenceRule, day: DayNumber): boolean {
  return isOnWeekday(rule, day) && isOnDate(rule, day);
}

function isOnDate({ byMonth, byMonthDay }: RecurrenceRule, day: DayNumber): boolean {
  if (byMonth.length + byMonthDay.length === 0) return true;

  const { year, month, day: dayOfMonth } = partsOf(day);
  if (byMonth.length > 0 && !byMonth.includes(month)) return false;
  if (byMonthDay.length === 0) return true;

  const length = daysInMonth(year, month);
  return byMonthDay.some((wanted) => placeInMonth(wanted, length) === dayOfMonth);
}

/** 每月30日 in February is its last day. */
function placeInMonth(wanted: number, length: number): number {
  return wanted > 0 ? Math.min(wanted, length) : Math.max(length + 1 + wanted, 1);
}

function isOnWeekday(rule: RecurrenceRule, day: DayNumber): boolean {
  if (rule.byDay.length === 0) return true;

  const weekday = weekdayOf(day);
  return rule.byDay.some((wanted) => wanted.weekday === weekday && (!wanted.nth || isNth(wanted.nth, day, rule)));
}

/** "The first Monday" is one of the month, or of the year where a yearly rule names no month. */
function isNth(nth: number, day: DayNumber, rule: RecurrenceRule): boolean {
  const { year, month } = partsOf(day);
  const ofYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  const first = ofYear ? newYearOf(year) : monthStart(year, month);
  const next = ofYear ? newYearOf(year + 1) : monthStart(year, month + 1);
  const distance = nth > 0 ? day - first : next - 1 - day;
  return Math.floor(distance / 7) + 1 === Math.abs(nth);
}
