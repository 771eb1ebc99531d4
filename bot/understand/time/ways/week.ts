import type { DaySaid, Way } from '../said.ts';

/** 本周, 下周 as a whole, 周末, 下周末, and 周内. */
export const week: Way<DaySaid> = (run, at) => {
  const [token, end] = run.slice(at, at + 2);
  if (token?.kind === 'weekend') return { said: { sort: 'weekend' }, next: at + 1 };
  if (token?.kind === 'weekWord' && token.text === '周' && end?.kind === 'within') {
    return { said: { sort: 'week', weeks: 0 }, next: at + 1 };
  }
  if (token?.kind !== 'week') return undefined;
  if (end?.kind === 'monthEnd' && end.text === '末')
    return { said: { sort: 'weekend', weeks: token.value }, next: at + 2 };
  return { said: { sort: 'week', weeks: token.value }, next: at + 1 };
};
