import type { DaySaid, Way } from '../said.ts';
import type { Run, Token } from '../token.ts';

/** 9月18日, 2026年9月18号, 今年9月18日, 9月18前, 9月18-20日, 2026-09-18, 2026.9.18, 9.18前. */
export const calendarDate: Way<DaySaid> = (run, at) => {
  const first = run[at];
  if (first?.kind === 'yearRef') return monthDay(run, at + 1, { years: first.value });
  if (first?.kind !== 'number') return undefined;
  if (isYear(first) && run[at + 1]?.kind === 'year') return monthDay(run, at + 2, { year: first.value });
  if (isYear(first)) return separated(run, at);
  return monthDay(run, at, {}) ?? dotted(run, at);
};

function isYear(token: Token): boolean {
  return token.value >= 2000 && token.value <= 2099;
}

function monthDay(run: Run, at: number, year: { readonly year?: number; readonly years?: number }) {
  const [month, word, day, suffix, lastDay, lastSuffix] = run.slice(at, at + 6);
  if (month?.kind !== 'number' || word?.kind !== 'month' || word.text !== '月' || day?.kind !== 'number')
    return undefined;
  const said = { sort: 'date' as const, ...year, month: month.value, day: day.value };
  if (suffix?.kind === 'day') return { said, next: at + 4 };
  const range =
    (suffix?.kind === 'to' || suffix?.kind === 'dash') && lastDay?.kind === 'number' && lastSuffix?.kind === 'day';
  return suffix?.kind === 'before' || range ? { said, next: at + 3 } : undefined;
}

/** 2026-09-18; both separators alike. */
function separated(run: Run, at: number) {
  const [year, one, month, two, day] = run.slice(at, at + 5);
  if (!one || !['dash', 'dot', 'slash'].includes(one.kind) || two?.kind !== one.kind) return undefined;
  if (month?.kind !== 'number' || day?.kind !== 'number') return undefined;
  return { said: { sort: 'date' as const, year: year!.value, month: month.value, day: day.value }, next: at + 5 };
}

/** 9.18前 and 9/18前; without 前 it is a number like any other. */
function dotted(run: Run, at: number) {
  const [month, separator, day, relation] = run.slice(at, at + 4);
  if (separator?.kind !== 'dot' && separator?.kind !== 'slash') return undefined;
  if (day?.kind !== 'number' || relation?.kind !== 'before' || month!.value > 12) return undefined;
  return { said: { sort: 'date' as const, month: month!.value, day: day.value }, next: at + 3 };
}
