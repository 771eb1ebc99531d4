import { LunarDay, type SolarDay, SolarTerm } from 'tyme4ts';
import { type DayNumber, dayMs } from './civil-day.ts';

/** Working one out takes some tenths of a millisecond. Only dates that exist are kept, which bounds their number. */
const known = new Map<string, DayNumber>();

/** The Shanghai day of a lunar date; a leap month is negative (闰六月 is -6). Throws a RangeError where there is no such date. */
export function lunarDay(lunarYear: number, month: number, day: number): DayNumber {
  if (![lunarYear, month, day].every(Number.isInteger)) throw noSuchDate(lunarYear, month, day);

  const key = `${lunarYear}/${month}/${day}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  try {
    const read = numberOf(LunarDay.fromYmd(lunarYear, month, day).getSolarDay());
    known.set(key, read);
    return read;
  } catch (error) {
    throw noSuchDate(lunarYear, month, day, error);
  }
}

/** 清明: the day on which the sun reaches 15°, in Beijing time. */
export function qingming(year: number): DayNumber {
  return numberOf(SolarTerm.fromName(year, '清明').getSolarDay());
}

function numberOf(solar: SolarDay): DayNumber {
  return Date.UTC(solar.getYear(), solar.getMonth() - 1, solar.getDay()) / dayMs;
}

function noSuchDate(year: number, month: number, day: number, cause?: unknown): RangeError {
  return new RangeError(`no such lunar date: year ${year}, month ${month}, day ${day}`, { cause });
}
