import { describe, expect, test } from '@jest/globals';
import { statutoryBreaks } from '../../../domain/calendar/statutory-days.ts';
import { calendar } from './office-calendar.ts';

describe('lunar days are the Shanghai days of the almanac', () => {
  test.each([
    ['小年', 12, 23, -1, ['2026-02-10', '2027-01-30', '2028-01-19']],
    ['春节', 1, 1, 0, ['2026-02-17', '2027-02-06', '2028-01-26']],
    ['元宵', 1, 15, 0, ['2026-03-03', '2027-02-20', '2028-02-09']],
    ['端午', 5, 5, 0, ['2026-06-19', '2027-06-09', '2028-05-28']],
    ['中秋', 8, 15, 0, ['2026-09-25', '2027-09-15', '2028-10-03']],
    ['重阳', 9, 9, 0, ['2026-10-18', '2027-10-08', '2028-10-26']],
  ])('%s', (_name, month, day, yearOffset, expected) => {
    expect([2026, 2027, 2028].map((year) => calendar.lunarDay(year + yearOffset, month, day))).toEqual(expected);
  });

  test('除夕 is the day before, whether the twelfth month has 29 or 30 days', () => {
    const eves = [2026, 2027, 2028].map((year) => calendar.addDays(calendar.lunarDay(year, 1, 1), -1));
    expect(eves).toEqual(['2026-02-16', '2027-02-05', '2028-01-25']);
  });

  test('清明', () => {
    const days = [2024, 2025, 2026, 2027, 2028].map(
      (year) => statutoryBreaks(year).find((holiday) => holiday.name === '清明节')?.from,
    );
    expect(days).toEqual(['2024-04-04', '2025-04-04', '2026-04-05', '2027-04-05', '2028-04-04']);
  });

  test('a leap month is addressed with a negative month', () => {
    expect(calendar.lunarDay(2025, 6, 1)).toBe('2025-06-25');
    expect(calendar.lunarDay(2025, -6, 1)).toBe('2025-07-25');
  });

  test.each([
    [2057, 9, 1, '2057-09-29'],
    [2089, 8, 1, '2089-09-04'],
    [2097, 7, 1, '2097-08-07'],
  ])('a new moon within minutes of Beijing midnight: %i-%i-%i is %s', (year, month, day, expected) => {
    expect(calendar.lunarDay(year, month, day)).toBe(expected);
  });

  test.each([
    [2026, 12, 30],
    [2026, -5, 1],
    [2026, 1, 0],
    [2026, 13, 1],
    [2026, 1.5, 1],
  ])('there is no %i-%d-%i', (year, month, day) => {
    expect(() => calendar.lunarDay(year, month, day)).toThrow(RangeError);
  });
});
