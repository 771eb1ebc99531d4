import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPolicy } from '../../../config/policy.ts';
import { parseRung, placeRung } from '../../../domain/calendar/rung.ts';
import { calendar, shanghai, written } from './office-calendar.ts';

const place = (text: string, base: 'from' | 'due', from: string, due?: string) =>
  written(
    placeRung(
      parseRung(text),
      due ? { fromAt: shanghai(from), dueAt: shanghai(due) } : { fromAt: shanghai(from) },
      base,
      calendar,
    ),
  );

describe('a rung counted from the hand-out', () => {
  test.each([
    ['+2wh nudge', '2026-03-05 16:30', '2026-03-06 09:30', 'runs over office hours'],
    ['+4wh nudge', '2026-02-14 16:30', '2026-02-24 11:30', 'goes over Spring Festival'],
    ['+15min nudge-urgent', '2026-03-07 22:50', '2026-03-07 23:05', 'runs on at night'],
    ['+1h ask', '2026-12-31 23:30', '2027-01-01 00:30', 'runs into the next year'],
    ['+1wd 09:00 deputy', '2026-02-14 10:00', '2026-02-24 09:00', 'is the next working day'],
    ['+1wd 09:00 deputy', '2026-02-18 10:00', '2026-02-24 09:00', 'is the next working day from a day off too'],
    ['+2wd office', '2026-03-05 16:20', '2026-03-09 16:20', 'keeps the clock where none is named'],
    ['+30d recheck', '2026-01-31 10:00', '2026-03-02 10:00', 'counts calendar days'],
    ['+2wh 08:00 look', '2026-03-05 17:00', '2026-03-06 08:00', 'takes the clock of the day reached'],
    ['0d 18:00 sum-up', '2026-03-05 10:00', '2026-03-05 18:00', 'may stay on the day'],
    ['+1d 24:00 close', '2026-03-05 10:00', '2026-03-07 00:00', 'may name the end of a day'],
  ])('%s from %s is %s: it %s', (text, from, expected) => {
    expect(place(text, 'from', from)).toBe(expected);
  });
});

describe('a rung counted from the deadline', () => {
  test.each([
    ['-7d due-soon', '2026-03-20 17:30', '2026-03-13 17:30', 'counts calendar days, same clock'],
    ['-3wd due-soon', '2026-02-25 17:30', '2026-02-13 17:30', 'goes back over Spring Festival'],
    ['-1wd 09:00 due-soon', '2026-03-09 17:30', '2026-03-06 09:00', 'skips the weekend'],
    ['-1wd 09:00 due-soon', '2026-02-20 17:30', '2026-02-14 09:00', 'is the last working day before a day off'],
    ['0d 09:00 due-today', '2026-03-20 17:30', '2026-03-20 09:00', 'is on the day'],
    ['-2h due-today', '2026-03-20 17:30', '2026-03-20 15:30', 'is exact'],
    ['+30min check', '2026-03-20 17:30', '2026-03-20 18:00', 'may lie after it'],
    ['+1wd 09:00 overdue', '2026-03-20 17:30', '2026-03-23 09:00', 'is the next working day'],
    ['+1wd 09:00 overdue', '2026-02-20 17:30', '2026-02-24 09:00', 'is the next working day after a day off'],
  ])('%s from %s is %s: it %s', (text, due, expected) => {
    expect(place(text, 'due', '2026-01-15 10:00', due)).toBe(expected);
  });

  test.each([
    ['0d 09:00 due-today', '2026-03-20 09:00'],
    ['-1wd 09:00 due-soon', '2026-03-19 09:00'],
    ['+1wd 09:00 overdue', '2026-03-23 09:00'],
    ['-1wd due-soon', '2026-03-20 00:00'], // 24:00 of the 19th
    ['-7d due-soon', '2026-03-14 00:00'],
  ])('%s of a deadline at 24:00 belongs to the day that ends', (text, expected) => {
    expect(place(text, 'due', '2026-01-15 10:00', '2026-03-21 00:00')).toBe(expected);
  });
});

describe('a part of the term', () => {
  test.each([
    ['50% halfway', '2026-03-06 12:00'],
    ['50% 09:00 halfway', '2026-03-06 09:00'],
    ['0% start', '2026-03-02 12:00'],
    ['100% end', '2026-03-10 12:00'],
    ['25% quarter', '2026-03-04 12:00'],
  ])('%s', (text, expected) => {
    expect(place(text, 'due', '2026-03-02 12:00', '2026-03-10 12:00')).toBe(expected);
    expect(place(text, 'from', '2026-03-02 12:00', '2026-03-10 12:00')).toBe(expected);
  });
});

test('what needs a deadline says so where there is none', () => {
  expect(() => place('-2h due-today', 'due', '2026-03-02 12:00')).toThrow('rung "-2h due-today" needs a deadline');
  expect(() => place('50% halfway', 'from', '2026-03-02 12:00')).toThrow('rung "50% halfway" needs a deadline');
});

test('every rung of the default policy can be read', () => {
  const { tasks } = readPolicy();
  const texts = [
    ...Object.values(tasks.ladder).flat(),
    ...tasks.urgentNoAck,
    ...tasks.beforeDue.flatMap((row) => row.rungs),
  ];
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) expect(parseRung(text).text).toBe(text);
});

test('a rung is taken apart once', () => {
  expect(parseRung('-1wd 09:00 due-soon')).toEqual({
    text: '-1wd 09:00 due-soon',
    amount: -1,
    unit: 'wd',
    clock: '09:00',
    step: 'due-soon',
  });
  expect(parseRung('-1wd 09:00 due-soon')).toBe(parseRung('-1wd 09:00 due-soon'));
});

test.each([
  '',
  '2wh nudge',
  '+2wh',
  '+2w nudge',
  '+2wh  nudge',
  '+2wh 9:00 nudge',
  '+2wh 25:00 nudge',
  '150% x',
  '-50% x',
  '+1.5h x',
  '+2wh Nudge',
  '0 x',
  '+2wh nudge now',
])('the rung %j is refused, with its text', (text) => {
  expect(() => parseRung(text)).toThrow(RangeError);
  expect(() => parseRung(text)).toThrow(text.includes('25:00') ? '25:00' : `"${text}"`);
});

test('later rungs of one kind are never earlier moments', () => {
  const anyMoment = fc.date({
    min: shanghai('2024-02-01 00:00'),
    max: shanghai('2028-01-01 00:00'),
    noInvalidDate: true,
  });
  const unit = fc.constantFrom('min', 'h', 'd', 'wh', 'wd');
  const signed = (amount: number) => (amount === 0 ? '0' : amount > 0 ? `+${amount}` : `${amount}`);
  const amount = fc.integer({ min: -60, max: 60 });

  fc.assert(
    fc.property(anyMoment, unit, amount, fc.nat({ max: 20 }), (dueAt, written, least, more) => {
      const at = (n: number) =>
        placeRung(parseRung(`${signed(n)}${written} x`), { fromAt: dueAt, dueAt }, 'due', calendar);
      expect(at(least + more) >= at(least)).toBe(true);
    }),
  );
});
