import type { DaySaid, Way } from '../said.ts';
import { kindAt } from '../token.ts';
import { day, isEnd, yearAt } from './helpers.ts';

/** 年前 (before the Spring Festival), 年后, 年底, 2026年底, 今年底, 年内, 今年内, 明年年底, 上半年. */
export const year: Way<DaySaid> = (run, at) => {
  const first = run[at]!;
  const second = kindAt(run, at + 1);
  if (first.kind === 'yearEnd') return day({ sort: 'year', years: 0, end: true }, at + 1);
  if (first.kind === 'year') {
    if (second === 'within') return day({ sort: 'year', years: 0, end: false }, at + 1);
    if (second !== 'before' && second !== 'after') return undefined;
    return day({ sort: 'break', name: '春节', winter: true, wholeBreak: true, ended: false }, at + 1);
  }
  if (first.kind === 'yearRef' && first.text === '年度') {
    return second === 'within' ? day({ sort: 'year', years: 0, end: false }, at + 1) : undefined;
  }
  const { year, next } = yearAt(run, at);
  const word = run[next];
  if (word?.kind === 'halfYear') {
    const end = isEnd(run[next + 1]);
    return day(
      { sort: 'half', year: year.year, years: year.years, half: word.value === 1 ? 1 : 2, end },
      end ? next + 2 : next + 1,
    );
  }
  if (next > at) {
    if (word?.kind === 'yearEnd' || word?.kind === 'ended' || isEnd(word))
      return day({ sort: 'year', year: year.year, years: year.years, end: true }, next + 1);
    return word?.kind === 'within'
      ? day({ sort: 'year', year: year.year, years: year.years, end: false }, next)
      : undefined;
  }
  if (first.kind === 'number' && second === 'yearEnd') return withYearEnd(first.value, first.text, at);
  return undefined;
};

/** 2026年底, 26年底: the word 年底 took the 年 along. */
function withYearEnd(value: number, text: string, at: number) {
  const full = value >= 2000 && value <= 2099;
  const short = text.length === 2 && value >= 20 && value <= 50;
  return full || short ? day({ sort: 'year', year: full ? value : 2000 + value, end: true }, at + 2) : undefined;
}
