import { expect, test } from '@jest/globals';
import { Allowance } from '../../web/feeds/allowance.ts';

const MINUTE_MS = 60_000;

test('a burst, then as much as time brings, each name for itself', () => {
  const allowance = new Allowance({ burst: 3, perMinute: 2 });
  const takes = (name: string, nowMs: number) => allowance.take(name, nowMs);
  expect([0, 0, 0, 0].map((nowMs) => takes('one', nowMs))).toEqual([0, 0, 0, 30]);
  expect(takes('other', 0)).toBe(0);
  expect([takes('one', 29_000), takes('one', 30_000), takes('one', 30_000)]).toEqual([1, 0, 30]);
});

test('a long rest fills it to the burst and no further; a clock that goes back takes nothing away', () => {
  const allowance = new Allowance({ burst: 2, perMinute: 60 });
  const day = 24 * 60 * MINUTE_MS;
  expect([0, 0, day, day, day].map((nowMs) => allowance.take('one', nowMs))).toEqual([0, 0, 0, 0, 1]);
  expect(allowance.take('one', day - MINUTE_MS)).toBe(1);
});

test('it remembers the last ten thousand names', () => {
  const allowance = new Allowance({ burst: 1, perMinute: 1 });
  expect(allowance.take('first', 0)).toBe(0);
  for (let index = 0; index < 9_999; index++) allowance.take(`name ${index}`, 0);
  expect(allowance.take('first', 0)).toBe(60);
  for (let index = 0; index < 10_000; index++) allowance.take(`other ${index}`, 0);
  expect(allowance.take('first', 0)).toBe(0);
});
