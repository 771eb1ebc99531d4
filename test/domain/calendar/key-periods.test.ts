import { describe, expect, test } from '@jest/globals';
import { DEFAULT_KEY_PERIODS, keyPeriodIn, keyPeriodsWith } from '../../../domain/calendar/key-periods.ts';

const period = (name: string) => DEFAULT_KEY_PERIODS.find((each) => each.name === name)!;

describe('a key period has its days every year', () => {
  test.each([
    ['汛期', 2026, '2026-05-01', '2026-09-30'],
    ['全国两会', 2027, '2027-03-04', '2027-03-12'],
    ['春运', 2026, '2026-02-02', '2026-03-13'],
    ['春运', 2027, '2027-01-22', '2027-03-02'],
    ['春运', 2028, '2028-01-11', '2028-02-19'],
    ['防灾减灾周', 2026, '2026-05-11', '2026-05-17'],
    ['冬春火灾防控', 2026, '2026-11-01', '2027-03-31'],
  ])('%s of %i', (name, year, from, to) => {
    expect(keyPeriodIn(period(name), year)).toEqual({ from, to });
  });
});

test("an office's own season replaces the country's and keeps its other names; a period of its own is added", () => {
  const periods = keyPeriodsWith({
    汛期: { start: '06-01', end: '09-30' },
    森林防火期: { start: '12-01', end: '06-15' },
  });
  const own = periods.find(({ name }) => name === '汛期')!;

  expect(keyPeriodIn(own, 2026)).toEqual({ from: '2026-06-01', to: '2026-09-30' });
  expect(own.aliases).toEqual(period('汛期').aliases);
  expect(keyPeriodIn(periods.at(-1)!, 2026)).toEqual({ from: '2026-12-01', to: '2027-06-15' });
  expect(keyPeriodsWith({})).toBe(DEFAULT_KEY_PERIODS);
  expect(keyPeriodsWith({ 汛期: { start: '06-01', end: '09-30' } })).toBe(
    keyPeriodsWith({ 汛期: { start: '06-01', end: '09-30' } }),
  );
  expect(periods).toHaveLength(DEFAULT_KEY_PERIODS.length + 1);
});
