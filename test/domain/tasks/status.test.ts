import { describe, expect, test } from '@jest/globals';
import { lightOf } from '../../../domain/tasks/light.ts';
import { isLateDone, isOverdue, maySpeakOfOverdue, overdueWorkdays } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { anAssignment, at, calendar } from '../../support/builders.ts';

const inProgress = (fields: Partial<Assignment> = {}) => anAssignment({ state: 'in-progress', ...fields });

describe('逾期 is derived', () => {
  test('the minute of the deadline is still in time', () => {
    expect(isOverdue(inProgress(), at('2026-01-21 17:30'))).toBe(false);
    expect(isOverdue(inProgress(), at('2026-01-21 17:31'))).toBe(true);
    expect(isOverdue(inProgress({ dueAt: undefined }), at('2027-01-21 17:31'))).toBe(false);
  });

  test('it is spoken of only after the private question and the time to answer it', () => {
    const asked = inProgress({ overdueFromAt: at('2026-01-21 18:30') });
    expect(maySpeakOfOverdue(inProgress(), at('2026-01-23 09:00'))).toBe(false);
    expect(maySpeakOfOverdue(asked, at('2026-01-21 18:29'))).toBe(false);
    expect(maySpeakOfOverdue(asked, at('2026-01-21 18:30'))).toBe(true);
  });

  test('working days, not nights and weekends, are counted', () => {
    expect(overdueWorkdays(inProgress(), at('2026-01-21 20:00'), calendar)).toBe(0);
    expect(overdueWorkdays(inProgress(), at('2026-01-26 09:00'), calendar)).toBe(3);
    expect(overdueWorkdays(inProgress({ state: 'submitted' }), at('2026-01-26 09:00'), calendar)).toBe(0);
  });

  test('late is what was reported after the deadline that held then', () => {
    expect(isLateDone(inProgress({ state: 'done', submittedAt: at('2026-01-21 17:30') }))).toBe(false);
    expect(isLateDone(inProgress({ state: 'done', submittedAt: at('2026-01-21 17:31') }))).toBe(true);
  });
});

/** Handed out on 15 January until June, progress every Friday from the 30th on. */
function weekly(told: readonly string[] = []): Partial<Assignment> {
  return {
    dueAt: at('2026-06-15 17:30'),
    termFromAt: at('2026-01-24 09:00'),
    progress: { rrule: 'FREQ=WEEKLY;BYDAY=FR', anchorDay: '2026-01-15' },
    reports: told.map((writtenAt) => ({ kind: 'progress', writtenAt: at(writtenAt), by: 'p', text: '', files: [] })),
  };
}

describe('the light', () => {
  test.each<[string, Partial<Assignment>, string, string]>([
    ['green with time left', { dueAt: at('2026-02-20 17:30') }, '2026-01-16 10:00', 'green'],
    ['yellow with three working days left', {}, '2026-01-16 10:00', 'yellow'],
    ['yellow with a fifth of the term left', { dueAt: at('2026-06-15 17:30') }, '2026-06-01 10:00', 'yellow'],
    ['yellow once returned', { dueAt: at('2026-06-15 17:30'), returns: 1 }, '2026-01-16 10:00', 'yellow'],
    ['yellow while it may not be called overdue', {}, '2026-01-21 18:00', 'yellow'],
    ['red when it may', { overdueFromAt: at('2026-01-21 18:30') }, '2026-01-21 18:30', 'red'],
    ['green while a report waits for review', { state: 'submitted' }, '2026-01-25 10:00', 'green'],
    ['yellow when progress was not told in time', weekly(), '2026-01-30 18:00', 'yellow'],
    ['green on the day itself', weekly(), '2026-01-30 17:00', 'green'],
    ['green when it was told the day before', weekly(['2026-01-29 10:00']), '2026-02-03 10:00', 'green'],
    [
      'green when it was told late, until the next is missed',
      weekly(['2026-02-02 10:00']),
      '2026-02-06 10:00',
      'green',
    ],
    ['yellow when the next is missed', weekly(['2026-02-02 10:00']), '2026-02-07 10:00', 'yellow'],
    ['grey when it is closed', { state: 'done' }, '2026-01-25 10:00', 'grey'],
    ['green without a deadline', { dueAt: undefined }, '2026-01-25 10:00', 'green'],
  ])('%s', (_, fields, now, light) => {
    expect(lightOf(inProgress(fields), at(now), calendar)).toBe(light);
  });
});
