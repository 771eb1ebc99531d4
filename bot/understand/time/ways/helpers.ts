import type { DaySaid, Read, YearSaid } from '../said.ts';
import type { Run, Token } from '../token.ts';

export function day(said: DaySaid, next: number): Read<DaySaid> {
  return { said, next };
}

/** 底 and 末 right behind a month, a quarter or a year. */
export function isEnd(token: Token | undefined): boolean {
  return token?.kind === 'monthEnd' && token.text.length === 1;
}

/** 2026年, 26年, 今年, 明年 at the head of something; open where no year is said. */
export function yearAt(run: Run, at: number): { readonly year: YearSaid; readonly next: number } {
  const first = run[at];
  if (first?.kind === 'yearRef' && first.text !== '年度') return { year: { years: first.value }, next: at + 1 };
  const word = run[at + 1];
  if (first?.kind !== 'number' || (word?.kind !== 'year' && word?.text !== '年度')) return { year: OPEN, next: at };
  if (first.text.length === 4 && first.value >= 1900 && first.value <= 2199)
    return { year: { year: first.value }, next: at + 2 };
  const short = first.text.length === 2 && first.value >= 20 && first.value <= 50 && word.kind === 'year';
  return short ? { year: { year: 2000 + first.value }, next: at + 2 } : { year: OPEN, next: at };
}

const OPEN: YearSaid = {};
