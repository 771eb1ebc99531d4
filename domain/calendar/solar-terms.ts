import { SolarTerm } from 'tyme4ts';
import type { Day } from '../thing.ts';
import { dayMs, dayText } from './civil-day.ts';

/** The 24 solar terms in the order in which a civil year meets them. */
export const SOLAR_TERMS = [
  '小寒',
  '大寒',
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '清明',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
  '冬至',
] as const;

const known = new Map<number, Day>();

/**
 * The day of a civil year on which the sun reaches a term, in Beijing time; `term` is its place in `SOLAR_TERMS`.
 * Throws a RangeError for any other place.
 */
export function solarTermDay(year: number, term: number): Day {
  const name = SOLAR_TERMS[term];
  if (name === undefined) throw new RangeError(`no such solar term: ${term}`);

  const key = year * SOLAR_TERMS.length + term;
  let day = known.get(key);
  if (day === undefined) {
    // The library begins its years with the winter solstice of the December before.
    const solar = SolarTerm.fromName(name === '冬至' ? year + 1 : year, name).getSolarDay();
    day = dayText(Date.UTC(solar.getYear(), solar.getMonth() - 1, solar.getDay()) / dayMs);
    known.set(key, day);
  }
  return day;
}
