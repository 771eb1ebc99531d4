import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../domain/refusal.ts';
import { amendDraft, cancelDraft, settlePoint } from '../../../domain/tasks/draft-task.ts';
import { issueTask } from '../../../domain/tasks/issue-task.ts';
import { closeTask, replaceExecutor, withdrawTask } from '../../../domain/tasks/rule-task.ts';
import type { Assignment, OpenPoint, Task } from '../../../domain/tasks/task.ts';
import { anAssignment, aTask, at, calendar, policy } from '../../support/builders.ts';

const NOW = at('2026-01-15 10:15');

function issued(fields: Partial<Task>, more: { now?: Date; handOutAt?: Date } = {}) {
  return issueTask(aTask(fields), { now: NOW, policy, calendar, ownerOf: () => undefined, ...more });
}

function refusalOf(act: () => unknown): [string, Readonly<Record<string, string>>] {
  try {
    act();
  } catch (error) {
    return [(error as Refusal).code, (error as Refusal).details];
  }
  throw new Error('it was allowed');
}

describe('handing a draft out', () => {
  test('every executing and leading unit gets a part of its own, a supporting one none', () => {
    const { task, assignments } = issued({
      leads: ['unit.yingji'],
      executors: ['unit.qingshan', 'unit.shiqiao'],
      coops: ['unit.gongan'],
    });
    expect(task).toMatchObject({ state: 'issued', issuedAt: NOW });
    expect(assignments.map(({ unit, part }) => [unit, part])).toEqual([
      ['unit.qingshan', 'execute'],
      ['unit.shiqiao', 'execute'],
      ['unit.yingji', 'lead'],
    ]);
    for (const part of assignments) {
      expect(part).toMatchObject({
        state: 'issued',
        dueAt: at('2026-01-21 17:30'),
        originalDueAt: at('2026-01-21 17:30'),
      });
    }
  });

  test('a unit that leads and carries out has one part; where nobody else carries out, the lead does', () => {
    expect(issued({ leads: ['unit.a'], executors: ['unit.a'] }).assignments.map(({ part }) => part)).toEqual([
      'execute',
    ]);
    expect(issued({ leads: ['unit.a'], executors: [] }).assignments.map(({ part }) => part)).toEqual(['execute']);
  });

  test('the ladder is copied: an edit of the policy moves nothing that is running', () => {
    const [part] = issued({ priority: 'urgent' }).assignments;
    expect(part!.ladder).toMatchObject({ noAck: policy.tasks.urgentNoAck, afterDue: policy.tasks.ladder.afterDue });
    expect(part!.ladder.beforeDue).toEqual(policy.tasks.beforeDue.find((row) => row.fromDays === 2)!.rungs);
  });

  test('handed out the next morning, everything counts from then', () => {
    const { task, assignments } = issued({}, { now: at('2026-01-15 22:00'), handOutAt: at('2026-01-16 08:30') });
    expect(task).toMatchObject({ issuedAt: at('2026-01-16 08:30'), basisAt: at('2026-01-15 22:00') });
    expect(assignments[0]).toMatchObject({ issuedAt: at('2026-01-16 08:30'), handledAt: at('2026-01-16 08:30') });
  });

  test.each<[string, Partial<Task>]>([
    ['承办单位', { executors: [], leads: [] }],
    ['承办单位', { openPoints: [{ about: 'unit', choices: [] }] }],
    ['时限', { dueAt: undefined }],
    ['时限', { openPoints: [{ about: 'due', choices: [] }] }],
    ['事项', { title: '' }],
  ])('without %s it stays a draft, and the refusal says what is missing', (what, fields) => {
    expect(refusalOf(() => issued(fields))).toEqual(['DRAFT_INCOMPLETE', { no: 'T0612', what }]);
  });

  test('without a deadline if none is wanted; a deadline on a day off may stay', () => {
    expect(issued({ dueAt: undefined, openEnded: true }).assignments[0]!.dueAt).toBeUndefined();
    expect(issued({ openPoints: [{ about: 'day-off', choices: [] }] }).task.openPoints).toEqual([]);
  });

  test('confirmed after its deadline it is refused: nothing is overdue at birth', () => {
    expect(refusalOf(() => issued({}, { now: at('2026-01-22 09:00') }))).toEqual([
      'DATE_PAST',
      { date: '1月21日（周三）17:30' },
    ]);
  });

  test('twice is refused', () => {
    expect(refusalOf(() => issued({ state: 'issued' }))[0]).toBe('NOT_A_DRAFT');
  });
});

describe('changing a draft', () => {
  const due: OpenPoint = { about: 'due', choices: [] };
  const lead: OpenPoint = { about: 'unit', written: '开发区', part: 'lead', choices: [] };
  const doer: OpenPoint = { about: 'unit', written: '石桥', part: 'execute', choices: [] };
  const draft = aTask({ dueAt: undefined, openPoints: [due, lead, doer] });

  test('each change is a new version, so that a 确认 of the older one no longer counts', () => {
    expect(amendDraft(draft, { requirement: '附照片' })).toMatchObject({ version: 2, requirements: ['附照片'] });
  });

  test('settles what it speaks of and nothing else', () => {
    expect(amendDraft(draft, { dueAt: at('2026-01-21 17:30') }).openPoints).toEqual([lead, doer]);
    expect(amendDraft(draft, { executors: ['unit.shiqiao'] }).openPoints).toEqual([due, lead]);
    expect(amendDraft(draft, { leads: ['unit.jingkai'] }).openPoints).toEqual([due, doer]);
  });

  test('a choice fills in the slot it was asked about', () => {
    const dated = settlePoint(draft, due, at('2026-01-20 17:30').toISOString());
    expect(dated).toMatchObject({ dueAt: at('2026-01-20 17:30'), openEnded: false, openPoints: [lead, doer] });
    expect(settlePoint(dated, lead, 'unit.jingkai').leads).toEqual(['unit.jingkai']);
    expect(settlePoint(draft, doer, 'none').executors).toEqual(['unit.qingshan']);
  });

  test('不定期 takes the deadline away, and a date takes 不定期 away', () => {
    const none = settlePoint(aTask({ openPoints: [due] }), due, 'none');
    expect(none).toMatchObject({ openEnded: true });
    expect(none.dueAt).toBeUndefined();
    expect(amendDraft(none, { dueAt: at('2026-01-21 17:30') }).openEnded).toBe(false);
  });

  test('what has been handed out is no draft any more', () => {
    expect(refusalOf(() => amendDraft(aTask({ state: 'issued' }), {}))[0]).toBe('NOT_A_DRAFT');
    expect(refusalOf(() => cancelDraft(aTask({ state: 'issued' }), NOW))[0]).toBe('NOT_A_DRAFT');
    expect(cancelDraft(aTask(), NOW)).toMatchObject({ state: 'void', closedAt: NOW });
  });
});

describe('a task follows its parts', () => {
  const task = aTask({ state: 'issued', issuedAt: NOW, executors: ['unit.a', 'unit.b'], leads: ['unit.c'] });
  const part = (unit: string, fields: Partial<Assignment>) =>
    anAssignment({ id: `assignment.T0612.${unit}`, unit: `unit.${unit}`, ...fields });
  const lead = part('c', { part: 'lead' });

  test('it closes when every executing part is done or void, and the lead beside them with it', () => {
    const closed = closeTask(task, [part('a', { state: 'done' }), part('b', { state: 'void' }), lead], NOW)!;
    expect(closed.task).toMatchObject({ state: 'closed', closedAt: NOW });
    expect(closed.leads).toEqual([expect.objectContaining({ unit: 'unit.c', state: 'done' })]);
  });

  test.each(['issued', 'in-progress', 'submitted', 'forward-pending', 'suspended'] as const)(
    'it stays open while a part is %s, whatever the lead has done',
    (state) => {
      const parts = [part('a', { state: 'done' }), part('b', { state }), part('c', { part: 'lead', state: 'done' })];
      expect(closeTask(task, parts, NOW)).toBeUndefined();
    },
  );

  test('where every part is void there is nothing done: the task is void, and its lead', () => {
    const closed = closeTask(task, [part('a', { state: 'void' }), part('b', { state: 'void' }), lead], NOW)!;
    expect([closed.task.state, closed.leads[0]!.state]).toEqual(['void', 'void']);
  });

  test('only an open order can be withdrawn', () => {
    expect(withdrawTask(task, NOW)).toMatchObject({ state: 'void', closedAt: NOW, basisAt: NOW });
    expect(refusalOf(() => withdrawTask({ ...task, state: 'closed' }, NOW))[0]).toBe('TASK_CLOSED');
    expect(refusalOf(() => withdrawTask({ ...task, state: 'void' }, NOW))[0]).toBe('ALREADY_VOID');
  });

  test('a part that changes hands stays what it was, to carry out or to lead', () => {
    expect(replaceExecutor(task, 'unit.a', 'unit.d')).toMatchObject({
      executors: ['unit.b', 'unit.d'],
      leads: ['unit.c'],
    });
    expect(replaceExecutor(task, 'unit.c', 'unit.d')).toMatchObject({
      executors: ['unit.a', 'unit.b'],
      leads: ['unit.d'],
    });
    expect(replaceExecutor(task, 'unit.a', 'unit.b').executors).toEqual(['unit.b']);
  });
});
