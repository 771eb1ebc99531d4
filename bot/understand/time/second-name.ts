import type { Weekday } from '../../../domain/calendar/calendar.ts';
import type { DaySaid, Read } from './said.ts';
import { kindAt, type Run } from './token.ts';
import { readDay } from './ways/index.ts';

/** The same day said a second time. `replaces`: the second is the day, the first its check. */
export interface SecondName {
  readonly day: DaySaid;
  readonly replaces: boolean;
}

/** 9月18日（周五）, 9月18日（五）, 9月18日周五, 下周五（9月25日）, 26日（明天）, 5个工作日（12月2日）. A date outweighs any other name. */
export function secondName(run: Run, { said, next: at }: Read<DaySaid>): Read<SecondName> | undefined {
  const kind = kindAt(run, at);
  const opened = kind === 'open';
  if (!opened && kind !== 'weekday') return undefined;
  const second = (opened && shortWeekday(run, at + 1)) || readDay(run, opened ? at + 1 : at);
  if (!second || (opened && kindAt(run, second.next) !== 'close')) return undefined;

  const next = opened ? second.next + 1 : second.next;
  if (opened && isDate(second.said) && !isDate(said)) {
    // 重阳节（10月18日）前 is still before the festival.
    return FEASTS.has(said.sort) ? check(second.said, next) : { said: { day: second.said, replaces: true }, next };
  }
  const named = second.said.sort === 'weekday' || (opened && second.said.sort === 'shifted');
  const checks = isDate(said) || DAYS.has(said.sort) || (said.sort === 'weekday' && second.said.sort === 'shifted');
  return named && checks ? check(second.said, next) : undefined;
}

const DAYS: ReadonlySet<DaySaid['sort']> = new Set<DaySaid['sort']>(['shifted', 'festival', 'lunar', 'term']);
const FEASTS: ReadonlySet<DaySaid['sort']> = new Set<DaySaid['sort']>(['festival', 'lunar', 'term', 'break', 'season']);

function check(day: DaySaid, next: number): Read<SecondName> {
  return { said: { day, replaces: false }, next };
}

/** The 五 of 9月18日（五）. */
function shortWeekday(run: Run, at: number): Read<DaySaid> | undefined {
  const token = run[at];
  if (kindAt(run, at + 1) !== 'close') return undefined;
  const sunday = token?.kind === 'day' && token.text === '日';
  if (!sunday && (token?.kind !== 'number' || !/^[一二三四五六]$/.test(token.text))) return undefined;
  return { said: { sort: 'weekday', weekday: (sunday ? 7 : token!.value) as Weekday }, next: at + 1 };
}

function isDate(said: DaySaid): boolean {
  return said.sort === 'date' || said.sort === 'day-of-month';
}
