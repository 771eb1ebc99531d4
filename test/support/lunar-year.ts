import { newMoons, sunReaches } from './sun-and-moon.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A month of the lunar calendar, worked out from sun and moon (GB/T 33661-2017); a leap month is negative. */
export interface LunarMonth {
  readonly lunarYear: number;
  readonly month: number;
  /** Its first day in Beijing time, and how many days it has. */
  readonly firstDay: string;
  readonly days: number;
  /** When the moon was new. */
  readonly newMoonAt: Date;
}

/** The civil day of a moment in Beijing time. */
export function beijingDay(at: Date): string {
  return new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 10);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How far a moment is from the nearest midnight in Beijing, in minutes. */
export function minutesFromMidnight(at: Date): number {
  const ms = (at.getTime() + 8 * HOUR_MS) % DAY_MS;
  return Math.min(ms, DAY_MS - ms) / 60_000;
}

/** The months of the lunar years between two, both included, in order. */
export function lunarMonths(fromYear: number, toYear: number): LunarMonth[] {
  const moons = newMoons(fromYear - 2, toYear + 2);
  const starts = moons.map(beijingDay);
  const years = Array.from({ length: toYear - fromYear + 2 }, (_, index) => fromYear - 1 + index);
  return years
    .flatMap((year) => between(year, moons, starts))
    .filter((it) => it.lunarYear >= fromYear && it.lunarYear <= toYear);
}

/** From the month that holds the winter solstice of a year, which is its 11th, up to that of the next. */
function between(year: number, moons: readonly Date[], starts: readonly string[]): LunarMonth[] {
  const monthOf = (day: string) => starts.findLastIndex((start) => start <= day);
  const first = monthOf(beijingDay(sunReaches(270, year)));
  const next = monthOf(beijingDay(sunReaches(270, year + 1)));
  const leap = next - first === 13 ? firstWithoutTerm(year, first, starts) : -1;

  let number = 10;
  return Array.from({ length: next - first }, (_, offset) => {
    const index = first + offset;
    if (index !== leap) number++;
    const month = number > 12 ? number - 12 : number;
    return {
      lunarYear: number > 12 ? year + 1 : year,
      month: index === leap ? -month : month,
      firstDay: starts[index]!,
      days: (Date.parse(starts[index + 1]!) - Date.parse(starts[index]!)) / DAY_MS,
      newMoonAt: moons[index]!,
    };
  });
}

/** Where thirteen months lie between two winter solstices, the first in which no 中气 falls is the leap month. */
function firstWithoutTerm(year: number, first: number, starts: readonly string[]): number {
  const terms = [year, year + 1].flatMap((civil) =>
    Array.from({ length: 12 }, (_, index) => beijingDay(sunReaches(index * 30, civil))),
  );
  for (let index = first + 1; ; index++) {
    if (!terms.some((day) => starts[index]! <= day && day < starts[index + 1]!)) return index;
  }
}
