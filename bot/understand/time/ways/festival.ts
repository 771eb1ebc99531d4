import type { DaySaid, Way } from '../said.ts';
import { kindAt } from '../token.ts';
import { day, yearAt } from './helpers.ts';

/** 重阳节, 腊八, 明年元宵节, 立冬, 冬至节气; 节 behind a short name belongs to it. */
export const festival: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const first = run[next];
  const end = kindAt(run, next + 1) === 'breakOf' && run[next + 1]!.text === '节' ? next + 2 : next + 1;
  if (first?.kind === 'festival')
    return day({ sort: 'festival', year: year.year, years: year.years, festival: first.value }, end);
  if (first?.kind === 'term') return day({ sort: 'term', year: year.year, years: year.years, term: first.value }, end);
  return undefined;
};
