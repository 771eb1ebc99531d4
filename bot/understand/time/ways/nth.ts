import type { Weekday } from '../../../../domain/calendar/calendar.ts';
import type { DaySaid, Read, SimpleDay } from '../said.ts';
import { kindAt, type Run } from '../token.ts';
import { day } from './helpers.ts';

const STRETCHES: ReadonlySet<DaySaid['sort']> = new Set<DaySaid['sort']>([
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'break',
  'season',
]);

/** What is counted in a stretch and which: 第一个工作日, 最后一个周五, 首个工作日, 倒数第二个工作日, 最后一天. */
export interface Ranked {
  readonly nth: number;
  readonly each: 'workday' | 'day' | Weekday;
}

export function rankedAt(run: Run, at: number): Read<Ranked> | undefined {
  const first = run[at];
  if (first?.kind !== 'nth') return undefined;
  if (first.text === '首日' || first.text === '首天') return { said: { nth: 1, each: 'day' }, next: at + 1 };
  let next = at + 1;
  if (kindAt(run, next) === 'number' && run[next]!.value === 1) next++;
  if (kindAt(run, next) === 'ge') next++;
  const unit = run[next];
  if (unit?.kind === 'workday' && Number.isNaN(unit.value))
    return { said: { nth: first.value, each: 'workday' }, next: next + 1 };
  if (unit?.kind === 'weekday' && unit.shift === undefined) {
    return { said: { nth: first.value, each: unit.value as Weekday }, next: next + 1 };
  }
  return unit?.kind === 'dayCount' ? { said: { nth: first.value, each: 'day' }, next: next + 1 } : undefined;
}

/** 下周第一个工作日, 本月最后一个周五, 月底前最后一个工作日. */
export function nthOf(run: Run, of: Read<DaySaid>): Read<DaySaid> | undefined {
  if (!STRETCHES.has(of.said.sort)) return undefined;
  const ended = 'end' in of.said && of.said.end;
  const joined = kindAt(run, of.next);
  const at = (ended && joined === 'before') || joined === 'of' ? of.next + 1 : of.next;
  const ranked = rankedAt(run, at);
  if (!ranked) return undefined;
  const said = of.said.sort === 'break' ? { ...of.said, wholeBreak: true } : of.said;
  const whole = ended ? { ...said, end: false } : said;
  return day({ sort: 'nth', of: whole as SimpleDay, ...ranked.said }, ranked.next);
}
