import { afterAll, describe, expect, test } from '@jest/globals';
import { holderSays, playYear, type Year } from '../support/year.ts';

/** A year of 100 tasks, some answered and most not, with everything it may and may not do. */
describe('a year of a hundred tasks', () => {
  let year: Year;

  test('plays through in seconds and prints what became of its messages', async () => {
    year = await playYear({
      seed: 20260105,
      tasks: 100,
      from: '2026-01-05T08:00:00+08:00',
      to: '2026-12-31T18:00:00+08:00',
    });
    expect(year.counts.sent).toBeGreaterThan(1_000);
    expect(year.counts.failed).toBe(0);
  }, 120_000);

  test('nothing is said twice', () => {
    const keys = year.said.map((said) => `${said.to} ${said.at.toISOString()} ${said.text}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('every unanswered assignment has reached owner, deputy and dispatcher by three working days after its deadline', () => {
    expect(year.unanswered.length).toBeGreaterThan(50);
    expect(year.unanswered.filter((one) => !holderSays(year, one, 'owner'))).toEqual([]);
    expect(year.unanswered.filter((one) => !holderSays(year, one, 'deputy'))).toEqual([]);
    expect(year.unanswered.filter((one) => !holderSays(year, one, 'dispatcher'))).toEqual([]);
  });

  test('no ordinary reminder is said outside working time', () => {
    expect(year.outsideWorkingTime).toEqual([]);
  });

  test('no room and no person hears more in a day than the budget allows', () => {
    expect(year.overBudget).toEqual([]);
  });

  afterAll(() => {
    if (year) process.stdout.write(`${year.summary}\n`);
  });
});
