import { describe, expect, test } from '@jest/globals';
import { type HolidayWatch, holidayWatchKind } from '../../../domain/holidays/holiday-watch.ts';
import { calendar, policy } from '../../support/builders.ts';

const watch: HolidayWatch = { id: 'holiday-watch.2027', type: 'holiday-watch', year: 2027 };
const asked = holidayWatchKind.agenda(watch, { calendar, policy }).map(({ at }) => at);
const days = asked.map((at) => calendar.dayOf(at));

describe('next year’s days off are asked for', () => {
  test('weekly from 1 November, on the first working day of the week', () => {
    expect(days.filter((day) => day < '2026-12-15')).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ]);
  });

  test('on every working day from 15 December, into the year itself as long as nobody knows it', () => {
    const daily = days.filter((day) => day >= '2026-12-15');
    expect(daily.slice(0, 5)).toEqual(['2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18', '2026-12-21']);
    expect(daily).toContain('2027-01-04');
    expect(daily.every((day) => calendar.isWorkday(day))).toBe(true);
  });

  test('weekly again after the Spring Festival, and no more when the last break of the year is over', () => {
    const inYear = days.filter((day) => day >= '2027-02-22');
    expect(inYear.slice(0, 7)).toEqual([
      '2027-02-22',
      '2027-02-23',
      '2027-02-24',
      '2027-02-25',
      '2027-02-26',
      '2027-03-01',
      '2027-03-08',
    ]);
    expect(inYear.at(-1)).toBe('2027-10-04');
    expect(days.filter((day) => day > '2027-10-10')).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
  });

  test('at hours in which ordinary reminders may be spoken', () => {
    expect(asked.filter((at) => !calendar.isWithin(at, policy.windows.L3))).toEqual([]);
  });

  test('a 1 November that is a working day is asked on at once, and the week after on its Monday', () => {
    const of2029 = holidayWatchKind.agenda({ ...watch, year: 2029 }, { calendar, policy });
    expect(of2029.slice(0, 2).map(({ at }) => calendar.dayOf(at))).toEqual(['2028-11-01', '2028-11-06']);
  });

  test('never of a year that is known', () => {
    expect(holidayWatchKind.agenda({ ...watch, year: 2026 }, { calendar, policy })).toEqual([]);
  });
});
