import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DutyYear, playDutyYear } from '../support/duty-year.ts';
import { dutyYearSummary } from '../support/duty-year-summary.ts';

/** The whole year takes some minutes; every run of the tests plays five weeks with Spring Festival and 两会. */
const isLong = process.env.ZHISHOU_LONG === '1';
const SPAN = isLong
  ? { title: 'a year of duty in 30 units', fromDay: '2026-01-01', toDay: '2026-12-31', weeks: 52 }
  : { title: 'five weeks of duty in 30 units', fromDay: '2026-02-01', toDay: '2026-03-07', weeks: 5 };

/** Duty of 30 units and the desk above them, with all that people and outages do to it, judged by a book of its own. */
describe(SPAN.title, () => {
  let year: DutyYear;

  beforeAll(async () => {
    year = await playDutyYear({ seed: 20260119, fromDay: SPAN.fromDay, toDay: SPAN.toDay });
  }, 1_800_000);

  test('everything happened often enough to mean something', () => {
    const { requests, illegal } = year.swaps;
    const states = (state: string) => requests.filter((one) => one.state === state).length;
    expect(requests.length).toBeGreaterThan(5 * SPAN.weeks);
    expect(states('in-force')).toBeGreaterThan(4 * SPAN.weeks);
    expect(requests.filter(({ emergency }) => emergency).length).toBeGreaterThan(SPAN.weeks / 2);
    expect(illegal.length).toBeGreaterThan(SPAN.weeks / 4);
    expect(year.expiries.count).toBeGreaterThan(SPAN.weeks / 4);
    expect(year.checks.count).toBeGreaterThan(200 * SPAN.weeks);
    expect(year.checks.voids).toBeGreaterThan(SPAN.weeks);
    expect(year.gaps.open).toBeGreaterThan(60);
    expect(year.answers.count).toBeGreaterThan(20 * SPAN.weeks);
    expect(year.seals.published).toBeGreaterThanOrEqual(SPAN.weeks - 2);
  });

  test('whatever people say is understood, and nothing is parked', () => {
    expect(year.surprises).toEqual([]);
    expect(year.parked).toEqual([]);
    expect(year.counts.failed).toBe(0);
  });

  test('no minute without anybody at the post goes unnoticed, and the figure of such minutes is right', () => {
    expect(year.gaps.unnoticed).toEqual([]);
    expect(year.gaps.misfigured).toEqual([]);
  });

  test('swaps conserve shifts: each person has what was published and what swaps have moved; none against the rules', () => {
    expect(year.shifts.wrong).toEqual([]);
    expect(year.shifts.after).toBe(year.shifts.before);
    expect(year.swaps.illegal.filter(({ refused }) => !refused)).toEqual([]);
    expect(year.expiries.untold).toEqual([]);
  });

  test('whoever asks who is on duty hears what the book says, at any moment and for any day', () => {
    expect(year.answers.wrong).toEqual([]);
  });

  test('a check-in asks only who answers for the post, and a random one never at a forbidden moment', () => {
    expect(year.checks.outside).toEqual([]);
    expect(year.checks.forbidden).toEqual([]);
  });

  test('what an outage touched is void, and nothing else is', () => {
    expect(year.checks.blamed).toEqual([]);
    expect(year.checks.voidForNothing).toEqual([]);
  });

  test('every week’s plan draws every unit, verifies from the chat alone, and a tampered one does not', () => {
    expect(year.seals.neverDrawn).toEqual([]);
    expect(year.seals.verified).toBe(year.seals.published);
    expect(year.seals.refused).toBe(year.seals.tampered);
  });

  test('nobody hears what does not concern him, nor anything twice, nor more in a day than the budget allows', () => {
    expect(year.messages.unconcerned).toEqual([]);
    expect(year.messages.doubled).toEqual([]);
    expect(year.messages.overBudget).toEqual([]);
  });

  afterAll(() => {
    if (year) process.stdout.write(`${dutyYearSummary(year, SPAN.title)}\n`);
  });
});
