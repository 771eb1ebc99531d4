import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendar, shanghai, written } from './office-calendar.ts';

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => calendar.addDays('2000-01-01', days));
const anyMoment = fc.date({
  min: shanghai('2000-01-01 00:00'),
  max: shanghai('2099-12-31 23:59:59'),
  noInvalidDate: true,
});

describe('a moment belongs to the Shanghai day it falls on', () => {
  test.each([
    ['2026-01-15T15:59:59.999Z', '2026-01-15', '23:59'],
    ['2026-01-15T16:00:00.000Z', '2026-01-16', '00:00'],
    ['2026-12-31T16:30:00Z', '2027-01-01', '00:30'],
    ['2028-02-28T16:00:00Z', '2028-02-29', '00:00'],
    ['2026-03-08T02:30:00-05:00', '2026-03-08', '15:30'], // the hour that New York skips
    ['2026-11-01T01:30:00-04:00', '2026-11-01', '13:30'], // the hour that New York repeats
  ])('%s', (instant, day, clock) => {
    expect(calendar.dayOf(new Date(instant))).toBe(day);
    expect(calendar.clockOf(new Date(instant))).toBe(clock);
  });

  test('day and clock together give the minute back', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const minute = Math.floor(at.getTime() / 60_000) * 60_000;
        expect(calendar.at(calendar.dayOf(at), calendar.clockOf(at)).getTime()).toBe(minute);
      }),
    );
  });

  test('24:00 is the midnight that ends the day', () => {
    expect(calendar.at('2026-02-28', '24:00')).toEqual(calendar.at('2026-03-01', '00:00'));
  });
});

describe('what does not exist is refused', () => {
  test.each(['2026-02-29', '2026-06-31', '2026-13-01', '2026-00-10', '2026-1-5', '2026-0:-05', '', '明天'])(
    'the day %j',
    (day) => {
      expect(() => calendar.addDays(day, 1)).toThrow(`not a day: "${day}"`);
    },
  );

  test.each(['24:01', '25:00', '12:60', '9:00', '', '0900'])('the clock %j', (clock) => {
    expect(() => calendar.at('2026-01-15', clock)).toThrow(/not a clock/);
  });

  test('the day of an invalid date', () => {
    expect(() => calendar.dayOf(new Date(Number.NaN))).toThrow(/not a moment/);
  });

  test('working days beyond the century', () => {
    expect(() => calendar.isWorkday('2100-01-01')).toThrow(/outside the calendar/);
    expect(() => calendar.addWorkdays('2099-12-31', 1)).toThrow(RangeError);
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-21', 6, '2027-05-21'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(calendar.addMonths(day, months)).toBe(expected);
  });
});

test.each([
  ['2026-01-15', 4],
  ['2026-02-14', 6],
  ['2026-02-15', 7],
  ['2000-01-01', 6],
  ['1969-12-29', 1],
  ['2099-12-31', 4],
])('%s is weekday %i', (day, weekday) => {
  expect(calendar.weekday(day)).toBe(weekday);
});

test('days that are added are the days between', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
      expect(calendar.daysBetween(day, calendar.addDays(day, days))).toBe(days);
    }),
  );
});

test('the leap day of 2028 counts, 2027 has none', () => {
  expect(calendar.addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(calendar.addDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(calendar.daysBetween('2028-02-01', '2028-03-01')).toBe(29);
});

test('a deadline without a clock means office closing', () => {
  expect(written(calendar.closing('2026-06-30'))).toBe('2026-06-30 17:30');
});
