import { describe, expect, test } from '@jest/globals';
import { dayText } from '../../../domain/calendar/civil-day.ts';
import { FESTIVALS, festivalDay, OFFICIAL_FESTIVALS } from '../../../domain/calendar/festivals.ts';
import { lunarDay as lunarNumber } from '../../../domain/calendar/lunar.ts';
import { SOLAR_TERMS, solarTermDay } from '../../../domain/calendar/solar-terms.ts';
import { beijingDay, dayAfter, lunarMonths, minutesFromMidnight } from '../../support/lunar-year.ts';
import { newMoons, sunReaches } from '../../support/sun-and-moon.ts';

const YEARS = Array.from({ length: 12 }, (_, index) => 2024 + index);
/** Closer to midnight than this our own computation does not decide the day. */
const DOUBT_MINUTES = 2;
const lunarDay = (...date: Parameters<typeof lunarNumber>) => dayText(lunarNumber(...date));

/** 小寒, the first term of a civil year, is at 285 degrees. */
const termAt = (year: number, term: number) => sunReaches((285 + 15 * term) % 360, year);

describe('the computation the product is compared with', () => {
  // Published to the minute in almanacs, in UTC.
  test.each([
    [0, 2024, '2024-03-20T03:06'],
    [90, 2024, '2024-06-20T20:51'],
    [180, 2025, '2025-09-22T18:19'],
    [270, 2025, '2025-12-21T15:03'],
    [0, 2026, '2026-03-20T14:46'],
    [180, 2026, '2026-09-23T00:05'],
  ])('puts the sun at %i degrees in %i within a minute of the almanacs', (longitude, year, almanac) => {
    const offMs = sunReaches(longitude, year).getTime() - Date.parse(`${almanac}:00Z`);
    expect(Math.abs(offMs)).toBeLessThan(60_000);
  });

  test.each([
    ['2024-04-08T18:21', 2024],
    ['2026-08-12T17:37', 2026],
    ['2027-08-02T10:05', 2027],
  ])('has the new moon of the solar eclipse of %s within a minute', (almanac, year) => {
    const offs = newMoons(year, year).map((at) => Math.abs(at.getTime() - Date.parse(`${almanac}:00Z`)));
    expect(Math.min(...offs)).toBeLessThan(60_000);
  });
});

/** A moment so near to midnight leaves open which of two days it belongs to. */
function daysPossible(at: Date): string[] {
  const doubt = DOUBT_MINUTES * 60_000;
  return [...new Set([-doubt, 0, doubt].map((offset) => beijingDay(new Date(at.getTime() + offset))))];
}

describe('solar terms', () => {
  test.each(YEARS)('all 24 of %i lie on the days the sun says', (year) => {
    for (const [term, name] of SOLAR_TERMS.entries()) {
      const possible = daysPossible(termAt(year, term));
      expect({ name, isRight: possible.includes(solarTermDay(year, term)) }).toEqual({ name, isRight: true });
    }
  });

  test('of the 288 none is so near to midnight that its day is in doubt', () => {
    const moments = YEARS.flatMap((year) =>
      SOLAR_TERMS.map((name, term) => ({ name: `${name} ${year}`, at: termAt(year, term) })),
    );
    const near = moments.filter(({ at }) => minutesFromMidnight(at) < DOUBT_MINUTES).map(({ name }) => name);
    expect(moments).toHaveLength(288);
    expect(near).toEqual([]);
  });
});

describe('the lunar calendar', () => {
  const months = lunarMonths(2023, 2036);
  const first = (year: number, month: number) =>
    months.find((one) => one.lunarYear === year && one.month === month)!.firstDay;

  test('its leap months are those that sun and moon make', () => {
    const leap = months.filter(({ month }) => month < 0).map(({ lunarYear, month }) => [lunarYear, -month]);
    expect(leap).toEqual([
      [2023, 2],
      [2025, 6],
      [2028, 5],
      [2031, 3],
      [2033, 11],
      [2036, 6],
    ]);
  });

  test('every month of 2024 to 2035 begins on the day of its new moon and has its days', () => {
    const inRange = months.filter(({ lunarYear }) => lunarYear >= 2024 && lunarYear <= 2035);
    for (const { lunarYear, month, firstDay, days } of inRange) {
      const product = { first: lunarDay(lunarYear, month, 1), last: lunarDay(lunarYear, month, days) };
      expect({ lunarYear, month, ...product }).toEqual({
        ...{ lunarYear, month, first: firstDay },
        last: dayAfter(firstDay, days - 1),
      });
      expect(() => lunarDay(lunarYear, month, days + 1)).toThrow(RangeError);
    }
    expect(inRange).toHaveLength(12 * 12 + 4);
  });

  test('and no month has a leap twin that sun and moon do not make', () => {
    for (const year of YEARS) {
      for (let month = 1; month <= 12; month++) {
        const isLeap = months.some((one) => one.lunarYear === year && one.month === -month);
        if (!isLeap) expect(() => lunarDay(year, -month, 1)).toThrow(RangeError);
      }
    }
  });

  test('no new moon is so near to midnight that the first of its month is in doubt', () => {
    const near = months
      .filter(
        ({ lunarYear, newMoonAt }) =>
          lunarYear >= 2024 && lunarYear <= 2035 && minutesFromMidnight(newMoonAt) < DOUBT_MINUTES,
      )
      .map(({ lunarYear, month }) => `${lunarYear}/${month}`);
    expect(near).toEqual([]);
  });

  const named = [...FESTIVALS, ...OFFICIAL_FESTIVALS];
  const expected: Readonly<Record<string, (year: number) => string>> = {
    春节: (year) => first(year, 1),
    除夕: (year) => dayAfter(first(year, 1), -1),
    小年: (year) => dayAfter(first(year - 1, 12), 22),
    南方小年: (year) => dayAfter(first(year - 1, 12), 23),
    元宵节: (year) => dayAfter(first(year, 1), 14),
    端午: (year) => dayAfter(first(year, 5), 4),
    中秋: (year) => dayAfter(first(year, 8), 14),
    重阳节: (year) => dayAfter(first(year, 9), 8),
    清明: (year) => beijingDay(termAt(year, 6)),
  };

  test.each(Object.keys(expected))('%s lies on its day from 2024 to 2035', (name) => {
    const festival = named.find((one) => one.name === name)!;
    expect(YEARS.map((year) => festivalDay(festival, year))).toEqual(YEARS.map(expected[name]!));
  });
});
