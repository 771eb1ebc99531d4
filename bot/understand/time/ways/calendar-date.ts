import type { DaySaid, Read, Way, YearSaid } from '../said.ts';
import { kindAt, type Run, type Token } from '../token.ts';
import { day, yearAt } from './helpers.ts';

/** 9月18日, 2026年9月18号, 今年9月18日, 9月18前, 9月18-20日, 2026-09-18, 2026.9.18, 9.18前. */
export const calendarDate: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  if (next > at) return monthDay(run, next, year);
  return compact(run[at]!, at + 1) ?? separated(run, at) ?? monthDay(run, at, year) ?? dotted(run, at);
};

function monthDay(run: Run, at: number, year: YearSaid): Read<DaySaid> | undefined {
  const month = run[at];
  const word = run[at + 1];
  const number = run[at + 2];
  if (month?.kind !== 'number' || word?.kind !== 'month' || word.text !== '月' || number?.kind !== 'number')
    return undefined;
  const date = { sort: 'date' as const, year: year.year, years: year.years, month: month.value, day: number.value };
  const suffix = run[at + 3];
  if (suffix?.kind === 'day') return day(date, at + 4);
  if (/^[正一-十廿卅]+$/.test(month.text + number.text)) return undeclared(date, suffix?.kind, at + 3);
  return suffix?.kind === 'before' || isShortRange(run, at + 3) ? day(date, at + 3) : undefined;
}

/** 9月18-20日, 9月18、20日: the suffix comes once. */
function isShortRange(run: Run, at: number): boolean {
  const kind = kindAt(run, at);
  if (kind !== 'to' && kind !== 'dash' && kind !== 'list') return false;
  return kindAt(run, at + 1) === 'number' && kindAt(run, at + 2) === 'day';
}

/** 八月十五前: no 日, in Chinese numerals, as one says lunar dates; 八月十五 is the lunar one to everybody. */
function undeclared(date: Extract<DaySaid, { sort: 'date' }>, suffix: string | undefined, next: number) {
  const limits = suffix === 'before' || suffix === 'period' || suffix === 'sameDay';
  if (!limits && suffix !== 'part') return undefined;
  const lunar: DaySaid = { sort: 'lunar', year: date.year, years: date.years, month: date.month, day: date.day };
  if (date.month === 8 && date.day === 15) return day(lunar, next);
  return date.day <= 30 ? day({ sort: 'either', civil: date, lunar }, next) : day(date, next);
}

/** 20260918前. */
function compact({ kind, text }: Token, next: number): Read<DaySaid> | undefined {
  if (kind !== 'number' || text.length !== 8 || !text.startsWith('20')) return undefined;
  const [year, month, date] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  return day({ sort: 'date', year, month, day: date }, next);
}

/** 2026-09-18; both separators alike. */
function separated(run: Run, at: number): Read<DaySaid> | undefined {
  const year = run[at]!;
  const one = kindAt(run, at + 1);
  if (one !== 'dash' && one !== 'dot' && one !== 'slash') return undefined;
  if (!(year.value >= 2000 && year.value <= 2099) || kindAt(run, at + 3) !== one) return undefined;
  const month = run[at + 2]!;
  const number = run[at + 4];
  if (month.kind !== 'number' || number?.kind !== 'number') return undefined;
  const next = kindAt(run, at + 5) === 'day' ? at + 6 : at + 5;
  return day({ sort: 'date', year: year.value, month: month.value, day: number.value }, next);
}

/** 2.30前: written like a date, and none. */
function impossible(run: Run, at: number): Read<DaySaid> | undefined {
  const month = run[at]!;
  const number = run[at + 2];
  if (number?.kind !== 'number' || month.value > 12 || kindAt(run, at + 3) !== 'before') return undefined;
  return day({ sort: 'date', month: month.value, day: number.value }, at + 3);
}

/** 15:00 or 下午 behind a date. */
function opensClock(run: Run, at: number): boolean {
  const first = run[at];
  if (first?.kind === 'part') return first.text.length > 1 || kindAt(run, at + 1) === 'number';
  if (first?.kind === 'office') return true;
  const word = kindAt(run, at + 1);
  return first?.kind === 'number' && (word === 'hour' || (word === 'colon' && kindAt(run, at + 2) === 'number'));
}

/** 12.1-12.7: two dates written alike, of which this is one. */
function isDottedRange(run: Run, at: number, separator: string): boolean {
  return (
    (joins(run, at + 3) && looksDated(run, at + 4, separator)) ||
    (joins(run, at - 1) && looksDated(run, at - 4, separator))
  );
}

function joins(run: Run, at: number): boolean {
  return kindAt(run, at) === 'to' || kindAt(run, at) === 'dash';
}

function looksDated(run: Run, at: number, separator: string): boolean {
  const month = run[at];
  const number = run[at + 2];
  if (month?.kind !== 'number' || kindAt(run, at + 1) !== separator || number?.kind !== 'number') return false;
  return month.value >= 1 && month.value <= 12 && number.value >= 1 && number.value <= 31;
}

/** 9.18前 and 9/18前, 9.18日, 9/18 15:00, 9-18前; without any of these it is a number like any other. */
function dotted(run: Run, at: number): Read<DaySaid> | undefined {
  const separator = kindAt(run, at + 1);
  if (separator !== 'dot' && separator !== 'slash' && separator !== 'dash') return undefined;
  if (!looksDated(run, at, separator)) return separator === 'dash' ? undefined : impossible(run, at);
  const month = run[at]!;
  const number = run[at + 2]!;
  const suffix = run[at + 3];
  if (separator === 'dash') {
    const dated = suffix?.kind === 'before' || opensClock(run, at + 3);
    return dated ? day({ sort: 'date', month: month.value, day: number.value }, at + 3) : undefined;
  }
  const named = suffix?.kind === 'open' && kindAt(run, at + 4) === 'weekday';
  const enclosed = suffix?.kind === 'close' && kindAt(run, at - 1) === 'open';
  if (named || enclosed || opensClock(run, at + 3))
    return day({ sort: 'date', month: month.value, day: number.value }, at + 3);
  const date = { sort: 'date' as const, month: month.value, day: number.value };
  if (suffix?.kind === 'day') return day(date, at + 4);
  return suffix?.kind === 'before' || isDottedRange(run, at, separator) ? day(date, at + 3) : undefined;
}
