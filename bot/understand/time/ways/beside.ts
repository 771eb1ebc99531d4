import type { CountUnit, DaySaid, Read, SimpleDay } from '../said.ts';
import { kindAt, type Run } from '../token.ts';
import { count } from './count.ts';
import { day } from './helpers.ts';
import { rankedAt } from './nth.ts';

/**
 * 国庆前一天, 节后第一个工作日, 节后三天内, 15日当天, 元旦次日: a day beside another. Undefined also where a distance is said
 * that several people measure differently.
 */
export function besideOf(run: Run, of: Read<DaySaid>): Read<DaySaid> | undefined {
  const { said, next } = of;
  if (said.sort === 'count' || said.sort === 'hazy' || said.sort === 'either') return undefined;
  const word = run[next];
  if (word?.kind === 'sameDay') return day(ownDay(said), next + 1);
  if (word?.kind === 'namedDay' && word.value === 1 && word.text[0] !== '明')
    return moved(ownDay(said), 1, 'day', next + 1);
  if (word?.kind === 'before') return distance(run, said, next + 1, -1);
  return word?.kind === 'after' ? distance(run, said, next + 1, 1) : undefined;
}

/** 国庆当天 is 1 October, not the break. */
function ownDay(said: SimpleDay): SimpleDay {
  return said.sort === 'break' ? { ...said, wholeBreak: false, own: true } : said;
}

function moved(base: SimpleDay, amount: number, unit: CountUnit, next: number): Read<DaySaid> {
  return day({ sort: 'beside', base, amount, unit }, next);
}

function distance(run: Run, base: SimpleDay, at: number, sign: 1 | -1): Read<DaySaid> | undefined {
  const start = kindAt(run, at) === 'of' ? at + 1 : at;
  const ranked = rankedAt(run, start);
  if (ranked) {
    const { nth, each } = ranked.said;
    if (each === 'workday' && sign === 1 && nth > 0) return moved(base, nth, 'workday', ranked.next);
    if (each === 'workday' && sign === -1 && nth === -1) return moved(base, -1, 'workday', ranked.next);
    return each === 'day' && sign === 1 && nth > 0 ? moved(base, nth, 'day', ranked.next) : undefined;
  }
  if (kindAt(run, start) !== 'number') return undefined;
  const counted = count(run, start);
  if (counted?.said.sort !== 'count' || counted.said.unit === 'minute' || counted.said.extraDays) return undefined;
  // 15日前3日内 says neither from when nor until when.
  if (sign === -1 && kindAt(run, counted.next) === 'within') return undefined;
  return moved(base, sign * counted.said.amount, counted.said.unit, counted.next);
}
