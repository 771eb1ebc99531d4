import type { EverySaid, Read } from '../../said.ts';
import { kindAt, type Run } from '../../token.ts';

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The parts of a rule in the order in which they are written, and whether it says by itself when it comes next. */
export function rule(text: string, next: number, part: Partial<EverySaid> = {}): Read<EverySaid> {
  return { said: { rule: text, workdays: false, anchored: true, ...part }, next };
}

/** A list of numbers joined by 、, 和 or 与; `each` reads one. */
export function listOf(
  run: Run,
  at: number,
  each: (run: Run, at: number) => { readonly value: number; readonly next: number } | undefined,
): { readonly values: number[]; readonly next: number } | undefined {
  const first = each(run, at);
  if (!first) return undefined;
  const values = [first.value];
  let { next } = first;
  while (kindAt(run, next) === 'list') {
    const more = each(run, next + 1);
    if (!more) break;
    if (!values.includes(more.value)) values.push(more.value);
    next = more.next;
  }
  return { values, next };
}

/** 1, 5 and -1 in rising order, the days from the end behind the others. */
export function ordered(values: readonly number[]): number[] {
  const place = (value: number) => (value < 0 ? value + 1000 : value);
  return [...values].sort((a, b) => place(a) - place(b));
}
