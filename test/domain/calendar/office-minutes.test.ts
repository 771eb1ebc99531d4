import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';
import { calendar, officeHours, shanghai, written } from './office-calendar.ts';

const anyMinute = fc
  .integer({ min: 0, max: 3 * 365 * 1440 })
  .map((minutes) => new Date(shanghai('2024-01-05 00:00').getTime() + minutes * 60_000));

describe('office minutes pass only while the office works', () => {
  test.each([
    ['2026-03-05 09:00', 120, '2026-03-05 11:00', 'within the morning'],
    ['2026-03-05 11:00', 120, '2026-03-05 15:00', 'over noon'],
    ['2026-03-05 16:30', 60, '2026-03-05 17:30', 'up to closing, not the next opening'],
    ['2026-03-05 16:30', 61, '2026-03-06 08:31', 'into the next day'],
    ['2026-03-05 11:00', 60, '2026-03-05 12:00', 'up to noon, not past it'],
    ['2026-03-05 06:00', 30, '2026-03-05 09:00', 'from before opening'],
    ['2026-03-05 13:00', 30, '2026-03-05 14:30', 'from the noon break'],
    ['2026-03-05 20:00', 120, '2026-03-06 10:30', 'from the evening'],
    ['2026-03-06 17:00', 240, '2026-03-09 12:00', 'over a weekend: 30 minutes and a morning'],
    ['2026-02-14 17:00', 60, '2026-02-24 09:00', 'over Spring Festival'],
    ['2026-02-18 10:00', 60, '2026-02-24 09:30', 'from within Spring Festival'],
    ['2026-03-05 08:30', 420, '2026-03-05 17:30', 'a whole day'],
    ['2026-03-05 08:30', 840, '2026-03-06 17:30', 'two whole days'],
    ['2026-03-05 09:30', -60, '2026-03-05 08:30', 'back to opening'],
    ['2026-03-05 09:30', -61, '2026-03-04 17:29', 'back into the day before'],
    ['2026-03-05 14:30', -30, '2026-03-05 14:00', 'back to the end of noon'],
    ['2026-03-05 14:30', -60, '2026-03-05 11:30', 'back over noon'],
    ['2026-02-24 09:00', -60, '2026-02-14 17:00', 'back over Spring Festival'],
    ['2026-02-18 10:00', -420, '2026-02-14 08:30', 'a day back from within Spring Festival'],
    ['2026-03-08 23:00', 0, '2026-03-08 23:00', 'none at all'],
  ])('%s and %i minutes is %s: %s', (at, minutes, expected) => {
    expect(written(calendar.addWorkMinutes(shanghai(at), minutes))).toBe(expected);
  });

  test('as a clerk with a stopwatch would count them', () => {
    const open = { hours: '08:30-12:00,14:00-17:30', workdays: true };
    const ticks = (
      minuteMs: number, // the minute that begins here is an office minute
    ) => calendar.isWithin(new Date(minuteMs), open) && calendar.isWithin(new Date(minuteMs + 60_000), open);
    const walk = (from: Date, minutes: number) => {
      let ms = from.getTime();
      for (let left = minutes; left > 0; ms += 60_000) if (ticks(ms)) left--;
      return new Date(ms);
    };

    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 900 }), (at, minutes) => {
        expect(calendar.addWorkMinutes(at, minutes)).toEqual(walk(at, minutes));
      }),
      { numRuns: 60 },
    );
  });

  test('back and forth again ends where forth would have ended', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 5000 }), (at, minutes) => {
        const there = calendar.addWorkMinutes(at, minutes);
        expect(calendar.addWorkMinutes(calendar.addWorkMinutes(there, -minutes), minutes)).toEqual(there);
        expect(there > at).toBe(true);
      }),
    );
  });
});

test('an office without a noon break works through', () => {
  const through = createCalendar([], { start: '09:00', noonEnd: '12:00', noonStart: '12:00', end: '17:00' });
  expect(through.addWorkMinutes(shanghai('2026-03-05 11:30'), 60)).toEqual(shanghai('2026-03-05 12:30'));
});

test('office hours that are out of order are refused', () => {
  expect(() => createCalendar([], { ...officeHours, noonStart: '11:00' })).toThrow(
    /not in order: 08:30 12:00 11:00 17:30/,
  );
  expect(() => createCalendar([], { ...officeHours, start: '8:30' })).toThrow(/not a clock/);
});

test('a number of minutes that is none is refused', () => {
  expect(() => calendar.addWorkMinutes(shanghai('2026-03-05 11:30'), Number.NaN)).toThrow(RangeError);
});
