import type { DaySaid, Way } from '../said.ts';

/** 季度末, 本季度末, 四季度内, 第四季度末. */
export const quarter: Way<DaySaid> = (run, at) => {
  const first = run[at];
  if (first?.kind === 'quarterEnd') return { said: { sort: 'quarter', quarters: 0, end: true }, next: at + 1 };

  const counted = first?.kind === 'number' && first.value >= 1 && first.value <= 4 ? first.value : undefined;
  const word = counted === undefined ? first : run[at + 1];
  const next = counted === undefined ? at + 1 : at + 2;
  if (counted !== undefined && word?.kind === 'quarterEnd') {
    return { said: { sort: 'quarter', quarter: counted, end: true }, next };
  }
  if (word?.kind !== 'quarterRef') return undefined;

  const which = counted === undefined ? { quarters: Number.isNaN(word.value) ? 0 : word.value } : { quarter: counted };
  const end = run[next]?.kind === 'monthEnd' && run[next]!.text.length === 1;
  if (counted === undefined && Number.isNaN(word.value) && run[next]?.kind !== 'within') return undefined;
  return { said: { sort: 'quarter', ...which, end }, next: end ? next + 1 : next };
};
