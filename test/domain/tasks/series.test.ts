import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextWakeMs } from '../../../domain/agenda.ts';
import type { Recurrence } from '../../../domain/calendar/calendar.ts';
import { advanceSeries, endSeries, occurrenceFor, seriesFrom } from '../../../domain/tasks/series.ts';
import type { TaskSeries } from '../../../domain/tasks/task.ts';
import { seriesAgenda } from '../../../domain/tasks/task-agenda.ts';
import { agendaContext, aTask, at, calendar, policy } from '../../support/builders.ts';

function aSeries(rrule: string, firstDueAt: string, more: Partial<Recurrence> = {}): TaskSeries {
  const issuedAt = at('2026-01-15 10:15');
  const task = aTask({ state: 'issued', issuedAt, dueAt: at(firstDueAt), recurrence: { rrule, ...more } });
  return seriesFrom(task, calendar)!;
}

const written = (moment: Date) => `${calendar.dayOf(moment)} ${calendar.clockOf(moment)}`;

/** Hands out as many occurrences as asked, each at its own moment: when, and due when. */
function played(series: TaskSeries, count: number): string[] {
  const lines: string[] = [];
  let current = series;
  while (lines.length < count && current.state === 'running') {
    const now = new Date(nextWakeMs(current, seriesAgenda(current, agendaContext))!);
    const { dueAt, missed } = occurrenceFor(current, now, calendar)!;
    lines.push(`${written(now)} → ${written(dueAt)}${missed > 0 ? ` (${missed} missed)` : ''}`);
    current = { ...advanceSeries(current, dueAt, calendar), handledAt: now };
  }
  return lines;
}

describe('an order that comes round again', () => {
  test('weekly: three working days ahead, Spring Festival moved with the calendar', () => {
    expect(played(aSeries('FREQ=WEEKLY;BYDAY=FR', '2026-01-23 17:30'), 4)).toEqual([
      '2026-01-27 09:00 → 2026-01-30 17:30',
      '2026-02-03 09:00 → 2026-02-06 17:30',
      '2026-02-10 09:00 → 2026-02-13 17:30',
      // Friday the 20th lies in the break: the third working day before it is the 12th, when the 13th is still running.
      '2026-02-13 17:30 → 2026-02-20 17:30',
    ]);
  });

  test('daily: the next one when the last is over, weekends too', () => {
    expect(played(aSeries('FREQ=DAILY', '2026-01-16 17:30'), 3)).toEqual([
      '2026-01-16 17:30 → 2026-01-17 17:30',
      '2026-01-17 17:30 → 2026-01-18 17:30',
      '2026-01-18 17:30 → 2026-01-19 17:30',
    ]);
  });

  test('daily late in the evening: handed out in the morning, not in the night', () => {
    expect(played(aSeries('FREQ=DAILY;BYHOUR=22', '2026-01-16 22:00'), 2)).toEqual([
      '2026-01-17 08:00 → 2026-01-17 22:00',
      '2026-01-18 08:00 → 2026-01-18 22:00',
    ]);
  });

  test('每月30日 is the last day in February, and the 30th again in March', () => {
    expect(played(aSeries('FREQ=MONTHLY;BYMONTHDAY=30', '2026-01-30 17:30'), 3).map((line) => line.slice(19))).toEqual([
      '2026-02-28 17:30',
      '2026-03-30 17:30',
      '2026-04-30 17:30',
    ]);
  });

  test('every second week is counted from the first occurrence, year after year', () => {
    const dues = played(aSeries('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-01-19 17:30'), 5).map((line) =>
      line.slice(19),
    );
    expect(dues.map((due) => due.slice(0, 10))).toEqual([
      '2026-02-02',
      '2026-02-16',
      '2026-03-02',
      '2026-03-16',
      '2026-03-30',
    ]);
  });

  test('a withdrawn one hands out nothing more', () => {
    expect(seriesAgenda(endSeries(aSeries('FREQ=DAILY', '2026-01-16 17:30')), agendaContext)).toEqual([]);
  });

  test('an order without recurrence, or already of a series, begins none', () => {
    expect(seriesFrom(aTask({ issuedAt: at('2026-01-15 10:15') }), calendar)).toBeUndefined();
    const of = { issuedAt: at('2026-01-15 10:15'), recurrence: { rrule: 'FREQ=DAILY' }, series: 'series.T0001' };
    expect(seriesFrom(aTask(of), calendar)).toBeUndefined();
  });
});

describe('after an outage', () => {
  test('what fell due meanwhile is not handed out any more, and is counted', () => {
    const series = aSeries('FREQ=DAILY', '2026-01-16 17:30');
    expect(occurrenceFor(series, at('2026-01-20 10:00'), calendar)).toEqual({
      dueAt: at('2026-01-20 17:30'),
      missed: 3,
    });
  });

  test('the series goes on: after any pause there is a next wake, and it lies ahead', () => {
    const rules = fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=MO,FR',
      'FREQ=MONTHLY;BYMONTHDAY=30',
      'FREQ=DAILY;BYHOUR=9,21',
    );
    const pauses = fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rules, pauses, fc.constantFrom(undefined, 'cn-workday' as const), (rrule, minutes, cal) => {
        let series = aSeries(rrule, '2026-01-30 17:30', cal && { cal });
        for (const late of minutes) {
          const wakeMs = nextWakeMs(series, seriesAgenda(series, agendaContext))!;
          const now = new Date(wakeMs + late * 60_000);
          const { dueAt } = occurrenceFor(series, now, calendar)!;
          expect(dueAt > now).toBe(true);
          series = { ...advanceSeries(series, dueAt, calendar), handledAt: now };
          expect(nextWakeMs(series, seriesAgenda(series, agendaContext))!).toBeGreaterThan(now.getTime());
          expect(series.nextDueAt > series.lastDueAt).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a longer lead in the policy does not strand a series whose moment it has put into the past', () => {
    const series = { ...aSeries('FREQ=WEEKLY;BYDAY=FR', '2026-01-23 17:30'), handledAt: at('2026-01-26 12:00') };
    const longer = { ...agendaContext, policy: { ...policy, tasks: { ...policy.tasks, recurringLeadWorkdays: 5 } } };
    const wake = nextWakeMs(series, seriesAgenda(series, longer))!;
    expect(wake - at('2026-01-26 12:00').getTime()).toBe(1);
  });
});
