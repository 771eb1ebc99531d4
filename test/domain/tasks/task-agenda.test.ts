import { describe, expect, test } from '@jest/globals';
import { stepsAhead } from '../../../domain/agenda.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { taskAgenda } from '../../../domain/tasks/task-agenda.ts';
import { agendaContext, aTask, at, calendar } from '../../support/builders.ts';

function written(task: Task): string[] {
  return stepsAhead(task, taskAgenda(task, agendaContext)).map(
    (step) => `${calendar.dayOf(step.at)} ${calendar.clockOf(step.at)} ${step.step}`,
  );
}

const issued = aTask({ state: 'issued', issuedAt: at('2026-01-15 10:15'), handledAt: at('2026-01-15 10:15') });

describe('a draft that nobody confirms', () => {
  test("becomes the dispatcher's after thirty office minutes, who is reminded until he decides", () => {
    expect(written(aTask())).toEqual([
      '2026-01-15 10:42 hand-over-draft',
      '2026-01-16 09:00 draft-waiting',
      '2026-01-20 09:00 draft-waiting',
      '2026-01-27 09:00 draft-waiting',
    ]);
    expect(written(aTask({ handledAt: at('2026-06-01 09:00') }))).toHaveLength(1);
  });

  test('evenings and days off do not count', () => {
    const friday = { createdAt: at('2026-01-16 17:20'), handledAt: at('2026-01-16 17:20') };
    expect(written(aTask(friday))[0]).toBe('2026-01-19 08:50 hand-over-draft');
  });
});

describe('an order that is out', () => {
  test('the room hears the count once, a quarter of an hour after the first private reminder', () => {
    expect(written(issued)).toEqual(['2026-01-15 14:45 ack-summary']);
    expect(written({ ...issued, ackToldAt: at('2026-01-15 11:00') })).toEqual([]);
    expect(written({ ...issued, priority: 'urgent' })).toEqual(['2026-01-15 10:45 ack-summary']);
  });

  test('one without a deadline is looked at every month, for as long as it runs', () => {
    const standing = { ...issued, ackToldAt: at('2026-01-15 11:00'), openEnded: true };
    expect(written(standing)[0]).toBe('2026-02-24 09:00 standing-review');
    expect(written({ ...standing, handledAt: at('2026-02-24 09:00') })[0]).toBe('2026-03-16 09:00 standing-review');
    expect(written({ ...standing, handledAt: at('2031-02-24 09:00') })[0]).toBe('2031-03-17 09:00 standing-review');
  });

  test('one that is stopped or void is silent; one that is closed is archived', () => {
    expect(written({ ...issued, state: 'suspended' })).toEqual([]);
    expect(written({ ...issued, state: 'void' })).toEqual([]);
    expect(written({ ...issued, state: 'closed', closedAt: at('2026-01-21 10:00') })).toEqual([
      '2026-02-20 03:00 archive',
    ]);
  });
});
