import { describe, expect, test } from '@jest/globals';
import { SOLAR_TERMS, solarTermDay } from '../../../domain/calendar/solar-terms.ts';

const term = (name: (typeof SOLAR_TERMS)[number], year: number) => solarTermDay(year, SOLAR_TERMS.indexOf(name));

describe('a solar term lies in the civil year that is asked for', () => {
  test.each([
    ['小寒', 2026, '2026-01-05'],
    ['清明', 2026, '2026-04-05'],
    ['清明', 2028, '2028-04-04'],
    ['立冬', 2026, '2026-11-07'],
    ['冬至', 2026, '2026-12-22'],
  ] as const)('%s of %i is %s', (name, year, day) => {
    expect(term(name, year)).toBe(day);
    expect(term(name, year)).toBe(day);
  });

  test.each([2020, 2026, 2027, 2035])('the terms of %i follow each other from January to December', (year) => {
    const days = SOLAR_TERMS.map((_, index) => solarTermDay(year, index));

    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true);
  });
});

test('there is no 25th term', () => {
  expect(() => solarTermDay(2026, 24)).toThrow(RangeError);
});
