import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendar, shanghai, written } from './office-calendar.ts';

const reminders = { hours: '09:00-11:45,14:30-17:30', workdays: true };
const dueToday = { hours: '08:00-20:00', workdays: false };
const always = { hours: '00:00-24:00', workdays: false };
const wholeWorkdays = { hours: '00:00-24:00', workdays: true };
const windows = [reminders, dueToday, always, wholeWorkdays, { hours: '00:00-05:30,22:00-24:00', workdays: false }];

const anyMoment = fc.date({
  min: shanghai('2023-12-01 00:00'),
  max: shanghai('2029-12-31 00:00'),
  noInvalidDate: true,
});
const anyWindow = fc.constantFrom(...windows);

describe('ordinary reminders are spoken in the window', () => {
  test.each([
    ['2026-03-05 09:00', true],
    ['2026-03-05 08:59:59.999', false],
    ['2026-03-05 11:45:00.000', true],
    ['2026-03-05 11:45:00.001', false],
    ['2026-03-05 17:30:00.000', true],
    ['2026-03-05 17:30:00.001', false],
    ['2026-02-14 10:00', true], // a worked Saturday
    ['2026-02-16 10:00', false], // a Monday of Spring Festival
    ['2026-03-07 10:00', false],
  ])('%s: %s', (at, inside) => {
    expect(calendar.isWithin(shanghai(at), reminders)).toBe(inside);
  });
});

describe('what comes after a deadline moves later', () => {
  test.each([
    ['2026-03-05 07:10', '2026-03-05 09:00', 'early in the morning'],
    ['2026-03-05 12:30', '2026-03-05 14:30', 'at noon'],
    ['2026-03-05 18:00', '2026-03-06 09:00', 'in the evening'],
    ['2026-03-06 18:00', '2026-03-09 09:00', 'before a weekend'],
    ['2026-02-14 17:31', '2026-02-24 09:00', 'before Spring Festival'],
    ['2026-02-18 10:00', '2026-02-24 09:00', 'within Spring Festival'],
    ['2026-12-31 18:00', '2027-01-04 09:00', 'into a year that is not announced'],
  ])('%s → %s, %s', (at, expected) => {
    expect(written(calendar.laterInto(shanghai(at), reminders))).toBe(expected);
  });
});

describe('what comes before a deadline moves earlier', () => {
  test.each([
    ['2026-03-05 12:30', '2026-03-05 11:45', 'at noon'],
    ['2026-03-05 23:00', '2026-03-05 17:30', 'late in the evening'],
    ['2026-03-05 08:10', '2026-03-04 17:30', 'before any opening that day'],
    ['2026-03-09 08:10', '2026-03-06 17:30', 'before any opening on a Monday'],
    ['2026-02-20 10:00', '2026-02-14 17:30', 'within Spring Festival'],
    ['2026-01-04 07:00', '2025-12-31 17:30', 'across New Year'],
  ])('%s → %s, %s', (at, expected) => {
    expect(written(calendar.earlierInto(shanghai(at), reminders))).toBe(expected);
  });
});

test('a window that is always open moves nothing', () => {
  const at = shanghai('2026-02-18 00:00:00.000');
  expect(calendar.laterInto(at, always)).toBe(at);
  expect(calendar.earlierInto(at, always)).toBe(at);
  expect(calendar.isWithin(shanghai('2026-02-18 23:59:59.999'), always)).toBe(true);
});

test('a window to 24:00 on working days closes with the day', () => {
  const saturday = shanghai('2026-03-07 00:00');
  expect(calendar.isWithin(saturday, wholeWorkdays)).toBe(false);
  expect(calendar.earlierInto(saturday, wholeWorkdays)).toEqual(shanghai('2026-03-06 23:59:59.999'));
  expect(calendar.laterInto(saturday, wholeWorkdays)).toEqual(shanghai('2026-03-09 00:00'));
});

describe('wherever a message is moved', () => {
  test('it is moved into the window, earlier and later, and not at all if it was inside', () => {
    fc.assert(
      fc.property(anyMoment, anyWindow, (at, window) => {
        const earlier = calendar.earlierInto(at, window);
        const later = calendar.laterInto(at, window);
        expect(calendar.isWithin(earlier, window)).toBe(true);
        expect(calendar.isWithin(later, window)).toBe(true);
        expect(earlier.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(later.getTime()).toBeGreaterThanOrEqual(at.getTime());
        if (calendar.isWithin(at, window)) expect([earlier, later]).toEqual([at, at]);
      }),
    );
  });

  test('nothing nearer would have been inside', () => {
    fc.assert(
      fc.property(
        anyMoment,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        anyWindow,
        (at, part, window) => {
          const earlier = calendar.earlierInto(at, window).getTime();
          const later = calendar.laterInto(at, window).getTime();
          const between = Math.ceil(earlier + (later - earlier) * part);
          if (between > earlier && between < later) expect(calendar.isWithin(new Date(between), window)).toBe(false);
        },
      ),
    );
  });

  test('the order of messages is kept', () => {
    fc.assert(
      fc.property(anyMoment, fc.nat({ max: 10 * 86_400_000 }), anyWindow, (at, ms, window) => {
        const after = new Date(at.getTime() + ms);
        expect(calendar.laterInto(after, window) >= calendar.laterInto(at, window)).toBe(true);
        expect(calendar.earlierInto(after, window) >= calendar.earlierInto(at, window)).toBe(true);
      }),
    );
  });
});

test.each([
  ['', /not hours/],
  ['09:00', /not hours/],
  ['09:00-25:00', /not a clock/],
  ['22:00-06:00', /end before they begin/],
  ['14:00-17:00,09:00-12:00', /overlap or are not in order/],
  ['09:00-12:00,11:00-15:00', /overlap or are not in order/],
])('hours written as %j are refused', (hours, message) => {
  expect(() => calendar.isWithin(shanghai('2026-03-05 10:00'), { hours, workdays: false })).toThrow(message);
});

test('hours may touch', () => {
  const touching = { hours: '08:00-12:00,12:00-20:00', workdays: false };
  expect(calendar.isWithin(shanghai('2026-03-05 12:00'), touching)).toBe(true);
});
