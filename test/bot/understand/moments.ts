import { LunarDay, type SolarDay, SolarTerm } from 'tyme4ts';
import { holidayTables } from '../../../config/holidays.ts';
import type { Calendar, Holiday, Weekday } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';

const DAY_MS = 86_400_000;
const MIDNIGHT = 'T00:00:00+08:00';

type Value = number | string | Date;
type Formulas = Record<string, (...args: never[]) => Value>;

/**
 * Works out what a case expects: `cob(md(3,20))` is closing time on 20 March. Days are counted here with plain UTC
 * dates, so that the expectation does not come from the code under test; only working days are the calendar's, breaks
 * are the published tables', lunar dates and solar terms the library's.
 */
export function momentOf(formula: string, now: Date, calendar: Calendar): Date {
  const result = evaluate(formula, { ...formulas(now, calendar), ...festivals(calendar) });
  if (!(result instanceof Date)) throw new Error(`${formula} is no moment`);
  return result;
}

function formulas(now: Date, calendar: Calendar): Formulas {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const ymd = (y: number, m: number, d: number) => utcDay(Date.UTC(y, m - 1, d));
  const add = (days: number, from: Day = today) => utcDay(Date.parse(from) + days * DAY_MS);
  const weekday = (day: Day): Weekday => (((new Date(day).getUTCDay() + 6) % 7) + 1) as Weekday;
  const last = (y: number, m: number) => ymd(y, m + 1, 0);
  const at = (day: Day, clock: string) => new Date(`${day}T${clock}:00+08:00`);
  /** The first of the days that exists and is not over. */
  const upcoming = (days: readonly (readonly [y: number, m: number, d: number])[]): Day => {
    const real = days.filter(([y, m, d]) => ymd(y, m, d).endsWith(`-${String(d).padStart(2, '0')}`));
    const found = real.map(([y, m, d]) => ymd(y, m, d)).find((day) => day >= today);
    if (!found) throw new Error(`no such day is coming: ${JSON.stringify(days)}`);
    return found;
  };
  const months = (n: number): Day => {
    const [y, m, d] = today.split('-').map(Number) as [number, number, number];
    return ymd(y, m + n, Math.min(d, Number(last(y, m + n).slice(8))));
  };
  const lastWorkBefore = (day: Day) => calendar.addWorkdays(day, -1);

  return {
    now: () => now,
    today: () => today,
    add,
    ymd,
    /** Of this year; cases name another year with `ymd`. */
    md: (m: number, d: number) => ymd(year, m, d),
    dom: (d: number) => ymd(year, month, d),
    domIn: (months: number, d: number) => ymd(year, month + months, d),
    addM: (months: number) => ymd(year, month + months, Number(today.slice(8))),
    eom: (months = 0) => last(year, month + months),
    dow: (n: number) => add((n - weekday(today) + 7) % 7),
    /** On or after today, in a month that has such a day. */
    nextDom: (d: number) => upcoming([0, 1, 2].map((later) => [year, month + later, d] as const)),
    nextMd: (m: number, d: number) => upcoming([0, 1, 2, 3, 4].map((later) => [year + later, m, d] as const)),
    nextDow: (n: number) => add((n - weekday(today) + 7) % 7),
    eomNext: (m: number) => (last(year, m) >= today ? last(year, m) : last(year + 1, m)),
    /** The same day so many months later, else that month's last (《民法典》202). */
    months,
    workAfter: (n: number, day: Day = today) => calendar.addWorkdays(day, n),
    /** The last official working day of the ISO week that begins `weeks` after this one. */
    lastWorkOfWeek: (weeks: number) => lastWorkBefore(add(8 - weekday(today) + 7 * weeks)),
    lastWorkOfMonth: (y: number, m: number) => lastWorkBefore(ymd(y, m + 1, 1)),
    wk: (weeks: number, n: number) => add(n - weekday(today) + 7 * weeks),
    work: (n: number) => calendar.addWorkdays(today, n),
    plus: (hours: number, minutes: number) => new Date(now.getTime() + (hours * 60 + minutes) * 60_000),
    at,
    cob: (day: Day) => at(day, '17:30'),
    sod: (day: Day) => new Date(day + MIDNIGHT),
    eod: (day: Day) => new Date(Date.parse(add(1, day) + MIDNIGHT) - 1000),
  };
}

/** `y` is the civil year the festival falls in, except for `lunar`, which counts lunar years. */
function festivals(calendar: Calendar): Formulas {
  const breakOf = (y: number, name: string): Holiday => {
    const table = holidayTables().find((one) => one.year === y);
    const found = table?.breaks.find((one) => one.name.includes(name));
    if (!found) throw new Error(`no ${name} in ${y}`);
    return found;
  };
  const solar = (day: SolarDay) => utcDay(Date.UTC(day.getYear(), day.getMonth() - 1, day.getDay()));
  return {
    holS: (y: number, name: string) => breakOf(y, name).from,
    holE: (y: number, name: string) => breakOf(y, name).to,
    /** The last official working day before the break. */
    beforeHol: (y: number, name: string) => calendar.addWorkdays(breakOf(y, name).from, -1),
    /** A leap month is negative. */
    lunar: (y: number, m: number, d: number) => solar(LunarDay.fromYmd(y, m, d).getSolarDay()),
    /** The library begins its years with the winter solstice of the December before. */
    term: (y: number, name: string) => solar(SolarTerm.fromName(name === '冬至' ? y + 1 : y, name).getSolarDay()),
  };
}

function utcDay(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

const TOKEN = /\s*(?:([a-zA-Z]+)\(|'([^']*)'|(-?\d+)|(\))|(,))/y;

/** A formula is a call of the functions above with numbers, 'texts' and further calls. */
function evaluate(formula: string, known: Formulas): Value {
  let at = 0;
  const next = () => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    if (!match) throw new Error(`${formula}: cannot read on at ${at}`);
    at = TOKEN.lastIndex;
    return match;
  };
  const value = (match: RegExpExecArray): Value => {
    if (match[2] !== undefined) return match[2];
    if (match[3] !== undefined) return Number(match[3]);
    const call = known[match[1] ?? ''];
    if (!call) throw new Error(`${formula}: no formula ${match[0]}`);
    const args: Value[] = [];
    for (let token = next(); token[4] === undefined; token = next())
      if (token[5] === undefined) args.push(value(token));
    return call(...(args as never[]));
  };
  return value(next());
}
