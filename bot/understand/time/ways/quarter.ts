import type { DaySaid, Way } from '../said.ts';
import { kindAt } from '../token.ts';
import { day, isEnd, yearAt } from './helpers.ts';

/** 季度末, 本季度末, 四季度内, 第四季度末, 明年一季度. */
export const quarter: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const first = run[next];
  if (first?.kind === 'quarterEnd')
    return day({ sort: 'quarter', year: year.year, years: year.years, quarters: 0, end: true }, next + 1);

  const counted = first?.kind === 'number' && first.value >= 1 && first.value <= 4 ? first.value : undefined;
  const at2 = counted === undefined ? next : kindAt(run, next + 1) === 'ge' ? next + 2 : next + 1;
  const word = run[at2];
  if (counted !== undefined && word?.kind === 'quarterEnd') {
    return day({ sort: 'quarter', year: year.year, years: year.years, quarter: counted, end: true }, at2 + 1);
  }
  if (word?.kind !== 'quarterRef') return undefined;

  const open = Number.isNaN(word.value);
  const end = isEnd(run[at2 + 1]);
  if (counted === undefined && open && kindAt(run, at2 + 1) !== 'within') return undefined;
  const which = counted === undefined ? { quarters: open ? 0 : word.value } : { quarter: counted };
  return day({ sort: 'quarter', year: year.year, years: year.years, ...which, end }, end ? at2 + 2 : at2 + 1);
};
