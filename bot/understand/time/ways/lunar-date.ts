import type { DaySaid, Read, Way, YearSaid } from '../said.ts';
import { kindAt, type Run } from '../token.ts';
import { day, yearAt } from './helpers.ts';

/** 正月十五, 腊月廿三, 农历八月十五, 农历闰六月初一, 初八. */
export const lunarDate: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const declared = kindAt(run, next) === 'lunarWord';
  const start = declared ? next + 1 : next;
  if (kindAt(run, start) === 'leap') return leapMonth(run, start + 1, year);
  const first = run[start];
  if (first?.kind === 'lunarMonth') return withDay(run, start + 1, { ...year, month: first.value });
  if (first?.kind === 'lunarDay')
    return day({ sort: 'lunar', year: year.year, years: year.years, month: undefined, day: first.value }, start + 1);
  if (first?.kind !== 'number' || kindAt(run, start + 1) !== 'month' || !(first.value >= 1 && first.value <= 12))
    return undefined;
  return declared || kindAt(run, start + 2) === 'lunarDay'
    ? withDay(run, start + 2, { ...year, month: first.value })
    : undefined;
};

/** 闰六月初一. */
function leapMonth(run: Run, at: number, year: YearSaid): Read<DaySaid> | undefined {
  const month = run[at];
  if (month?.kind !== 'number' || kindAt(run, at + 1) !== 'month' || !(month.value >= 1 && month.value <= 12))
    return undefined;
  return withDay(run, at + 2, { ...year, month: -month.value });
}

function withDay(run: Run, at: number, of: { readonly month: number }): Read<DaySaid> | undefined {
  const number = run[at];
  if (number?.kind === 'half') return day({ ...of, sort: 'lunar', day: 15 }, at + 1);
  if (number?.kind === 'monthEnd') return day({ ...of, sort: 'lunar', day: 30 }, at + 1);
  if (number?.kind === 'lunarDay') return day({ ...of, sort: 'lunar', day: number.value }, at + 1);
  if (number?.kind !== 'number' || !(number.value >= 1 && number.value <= 30)) return undefined;
  return day({ ...of, sort: 'lunar', day: number.value }, kindAt(run, at + 1) === 'day' ? at + 2 : at + 1);
}
