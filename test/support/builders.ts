import { holidayTables } from '../../config/holidays.ts';
import { readPolicy } from '../../config/policy.ts';
import { createCalendar } from '../../domain/calendar/create-calendar.ts';
import { ladderFor } from '../../domain/tasks/ladder.ts';
import type { Assignment, Priority, Task } from '../../domain/tasks/task.ts';

export const policy = readPolicy();
export const calendar = createCalendar(holidayTables(), policy.office);
export const agendaContext = { calendar, policy };

/** `2026-01-21 17:30` in Shanghai. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}

export function aTask(fields: Partial<Task> = {}): Task {
  return {
    id: 'task.T0612',
    type: 'task',
    no: 'T0612',
    title: '烟花爆竹零售点排查',
    text: '请青山镇排查烟花爆竹零售点',
    requirements: [],
    state: 'draft',
    version: 1,
    assigner: 'person.liweidong',
    reviewer: 'person.wangfang',
    leads: [],
    coops: [],
    executors: ['unit.qingshan'],
    owners: [],
    priority: 'normal',
    dueAt: at('2026-01-21 17:30'),
    openEnded: false,
    assumed: [],
    openPoints: [],
    asked: 0,
    files: [],
    createdAt: at('2026-01-15 10:12'),
    handledAt: at('2026-01-15 10:12'),
    ...fields,
  };
}

export function anAssignment(fields: Partial<Assignment> & { priority?: Priority } = {}): Assignment {
  const issuedAt = fields.issuedAt ?? at('2026-01-15 10:15');
  const dueAt = 'dueAt' in fields ? fields.dueAt : at('2026-01-21 17:30');
  return {
    id: 'assignment.T0612.qingshan',
    type: 'assignment',
    task: 'task.T0612',
    no: 'T0612',
    title: '烟花爆竹零售点排查',
    unit: 'unit.qingshan',
    part: 'execute',
    state: 'issued',
    assigner: 'person.liweidong',
    reviewer: 'person.wangfang',
    priority: 'normal',
    reports: [],
    extensions: [],
    returns: 0,
    handledAt: issuedAt,
    ...(dueAt && { originalDueAt: dueAt }),
    ladder: ladderFor({ priority: fields.priority ?? 'normal', ...(dueAt && { dueAt }) }, issuedAt, policy),
    ...fields,
    issuedAt,
    ...(dueAt && { dueAt }),
  };
}
