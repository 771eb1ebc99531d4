import type { DaySaid, MonthSaid, Read, Way, YearSaid } from '../said.ts';
import { kindAt, type Run, type Token } from '../token.ts';
import { day, isEnd, yearAt } from './helpers.ts';

/** 月底, 11月底, 本月内, 下月末, 明年3月, 10月上旬, 下月初, 月内. */
export const month: Way<DaySaid> = (run, at) => {
  const first = run[at]!;
  switch (first.kind) {
    case 'monthEnd':
      return first.text.length === 2 ? near(0, true, undefined, at + 1) : undefined;
    case 'month':
      return kindAt(run, at + 1) === 'within' ? near(0, false, undefined, at + 1) : undefined;
    case 'monthRef':
      return ofMonth(run, kindAt(run, at + 1) === 'of' ? at + 2 : at + 1, OPEN, undefined, first.value);
    case 'third':
      return near(0, false, first.value, at + 1);
    case 'hazy':
      return hazy(first.value, OPEN, undefined, undefined, at + 1);
    default: {
      const { year, next } = yearAt(run, at);
      return numbered(run, next, year);
    }
  }
};

const OPEN: YearSaid = {};

function near(months: number, end: boolean, third: number | undefined, next: number): Read<DaySaid> {
  return day(said(OPEN, undefined, months, third, end), next);
}

function said(
  { year, years }: YearSaid,
  month: number | undefined,
  months: number | undefined,
  third: number | undefined,
  end: boolean,
): MonthSaid {
  return { sort: 'month', year, years, month, months, third, end };
}

function hazy(
  what: number,
  { year, years }: YearSaid,
  month: number | undefined,
  months: number | undefined,
  next: number,
): Read<DaySaid> {
  return day({ sort: 'hazy', what, year, years, month, months }, next);
}

function numbered(run: Run, at: number, year: YearSaid): Read<DaySaid> | undefined {
  const number = run[at];
  if (number?.kind !== 'number') return ofYear(number, year, at + 1);
  if (!(number.value >= 1 && number.value <= 12)) return undefined;
  const word = run[at + 1];
  switch (word?.kind) {
    case 'hazy':
      return word.text[0] === '月' ? hazy(word.value, year, number.value, undefined, at + 2) : undefined;
    case 'monthEnd':
      return word.text.length === 2 ? day(said(year, number.value, undefined, undefined, true), at + 2) : undefined;
    case 'month':
      return ofMonth(run, at + 2, year, number.value, undefined);
    case 'dash':
    case 'to':
      return opensMonths(run, at + 2) ? day(said(year, number.value, undefined, undefined, false), at + 1) : undefined;
    default:
      return undefined;
  }
}

/** 明年初, 今年年中. */
function ofYear(token: Token | undefined, year: YearSaid, next: number): Read<DaySaid> | undefined {
  if (token?.kind === 'hazy' && token.text[0] === '年') return hazy(token.value, year, undefined, undefined, next);
  const dated = year.year !== undefined || year.years !== undefined;
  return token?.kind === 'begins' && dated ? hazy(token.value + 3, year, undefined, undefined, next) : undefined;
}

/** The 6月 of 1-6月. */
function opensMonths(run: Run, at: number): boolean {
  return kindAt(run, at) === 'number' && kindAt(run, at + 1) === 'month' && kindAt(run, at + 2) !== 'number';
}

/** What stands behind a month: its end, a third of it, its beginning, or nothing. */
function ofMonth(
  run: Run,
  at: number,
  year: YearSaid,
  month: number | undefined,
  months: number | undefined,
): Read<DaySaid> {
  const token = run[at];
  if (isEnd(token) || token?.kind === 'monthEnd') return day(said(year, month, months, undefined, true), at + 1);
  if (token?.kind === 'third') return day(said(year, month, months, token.value, false), at + 1);
  if (token?.kind === 'lunarDay' && months !== undefined) {
    // 下个月初五: the fifth for some, the lunar one for others.
    const civil: DaySaid = { sort: 'day-of-month', months, day: token.value };
    return day({ sort: 'either', civil, lunar: { sort: 'lunar', month: undefined, day: token.value } }, at + 1);
  }
  if (token?.kind === 'begins') return hazy(token.value + 1, year, month, months, at + 1);
  if (token?.kind === 'hazy' && token.text[0] === '月') return hazy(token.value, year, month, months, at + 1);
  return day(said(year, month, months, undefined, false), at);
}
