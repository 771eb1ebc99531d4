import type { DaySaid, Way } from '../said.ts';
import type { Run } from '../token.ts';

/** 月底, 11月底, 本月内, 下月末, 明年3月, 10月上旬, 月内. */
export const month: Way<DaySaid> = (run, at) => {
  const first = run[at];
  if (first?.kind === 'monthEnd' && first.text.length === 2)
    return { said: { sort: 'month', months: 0, end: true }, next: at + 1 };
  if (first?.kind === 'month' && run[at + 1]?.kind === 'within') {
    return { said: { sort: 'month', months: 0, end: false }, next: at + 1 };
  }
  if (first?.kind === 'monthRef') return withEnd(run, at + 1, { months: first.value });
  if (first?.kind === 'third')
    return { said: { sort: 'month', months: 0, third: thirdOf(first.value), end: false }, next: at + 1 };
  if (first?.kind === 'yearRef') return numbered(run, at + 1, { years: first.value });
  if (first?.kind !== 'number') return undefined;
  if (first.value >= 2000 && first.value <= 2099 && run[at + 1]?.kind === 'year') {
    return numbered(run, at + 2, { year: first.value });
  }
  return numbered(run, at, {});
};

type MonthOf = { readonly year?: number; readonly years?: number; readonly month?: number; readonly months?: number };

function numbered(run: Run, at: number, year: MonthOf) {
  const [number, word] = run.slice(at, at + 2);
  if (number?.kind !== 'number' || !(number.value >= 1 && number.value <= 12)) return undefined;
  if (word?.kind === 'monthEnd' && word.text.length === 2) {
    return { said: { sort: 'month' as const, ...year, month: number.value, end: true }, next: at + 2 };
  }
  return word?.kind === 'month' ? withEnd(run, at + 2, { ...year, month: number.value }) : undefined;
}

function withEnd(run: Run, at: number, which: MonthOf) {
  const token = run[at];
  if (token?.kind === 'monthEnd' && token.text.length === 1) {
    return { said: { sort: 'month' as const, ...which, end: true }, next: at + 1 };
  }
  if (token?.kind === 'third') {
    return { said: { sort: 'month' as const, ...which, third: thirdOf(token.value), end: false }, next: at + 1 };
  }
  return { said: { sort: 'month' as const, ...which, end: false }, next: at };
}

function thirdOf(value: number): 1 | 2 | 3 {
  return value === 1 ? 1 : value === 2 ? 2 : 3;
}
