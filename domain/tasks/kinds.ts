import { defineKind } from '../kind.ts';
import { assignmentAgenda } from './assignment-agenda.ts';
import {
  assignmentsOf,
  draftsOf,
  draftsOfBatch,
  duesIn,
  OPEN_ASSIGNMENTS,
  OPEN_DRAFTS,
  openAssignmentsOf,
  RUNNING_SERIES,
  waitingFor,
  yearOf,
} from './collections.ts';
import { isOpen, waitsForReviewer } from './status.ts';
import type { Assignment, Task, TaskSeries } from './task.ts';
import { seriesAgenda, taskAgenda } from './task-agenda.ts';

export const taskKind = defineKind<Task>({
  type: 'task',
  agenda: taskAgenda,
  collections: (task) =>
    task.state === 'draft'
      ? [OPEN_DRAFTS, draftsOf(task.assigner), ...(task.batch ? [draftsOfBatch(task.batch)] : [])]
      : [],
  audited: true,
});

export const assignmentKind = defineKind<Assignment>({
  type: 'assignment',
  agenda: assignmentAgenda,
  collections: (assignment) => [
    assignmentsOf(assignment.task),
    ...(isOpen(assignment)
      ? [OPEN_ASSIGNMENTS, openAssignmentsOf(assignment.unit), ...yearsDue(assignment).map(duesIn)]
      : []),
    ...(waitsForReviewer(assignment) ? [waitingFor(assignment.reviewer)] : []),
  ],
  audited: true,
});

/** Of the deadline, and of the one that was asked for. */
function yearsDue({ dueAt, extension }: Assignment): number[] {
  return [...new Set([dueAt, extension?.toAt].flatMap((at) => (at ? [yearOf(at)] : [])))];
}

export const seriesKind = defineKind<TaskSeries>({
  type: 'series',
  agenda: seriesAgenda,
  collections: (series) => (series.state === 'running' ? [RUNNING_SERIES] : []),
  audited: true,
});
