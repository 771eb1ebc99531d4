import type { ThingId } from '../thing.ts';
import { isOpen } from './status.ts';
import type { Assignment, Task, TaskSeries } from './task.ts';

/** 撤销 of the whole order. */
export function withdrawTask(task: Task, at: Date): Task {
  return { ...task, state: 'void', closedAt: at };
}

export function endSeries(series: TaskSeries): TaskSeries {
  return { ...series, state: 'ended' };
}

export function suspendTask(task: Task): Task {
  return { ...task, state: 'suspended' };
}

export function resumeTask(task: Task): Task {
  return { ...task, state: 'issued' };
}

export function archiveTask(task: Task): Task {
  return { ...task, state: 'archived' };
}

export function moveTaskDeadline(task: Task, dueAt: Date): Task {
  return { ...task, dueAt };
}

/** The dispatcher gave one unit's part to another. */
export function replaceExecutor(task: Task, from: ThingId, to: ThingId): Task {
  const others = task.executors.filter((unit) => unit !== from && unit !== to);
  return { ...task, executors: [...others, to] };
}

/** A task is over when every executing unit's part is; a lead that only coordinated closes with it. */
export function closeTask(
  task: Task,
  assignments: readonly Assignment[],
  at: Date,
): { task: Task; leads: Assignment[] } | undefined {
  if (task.state !== 'issued' || assignments.length === 0) return undefined;
  if (assignments.some((assignment) => assignment.part === 'execute' && isOpen(assignment))) return undefined;
  const allVoid = assignments.every((assignment) => assignment.state === 'void');
  return {
    task: { ...task, state: allVoid ? 'void' : 'closed', closedAt: at },
    leads: assignments.filter(isOpen).map((lead) => ({ ...lead, state: 'done', closedAt: at, basisAt: at })),
  };
}

/** The occurrence that was next has been handed out; a rule that yields no further one ends the series. */
export function advanceSeries(series: TaskSeries, following: Date | undefined): TaskSeries {
  const advanced = { ...series, lastDueAt: series.nextDueAt };
  return following ? { ...advanced, nextDueAt: following } : { ...advanced, state: 'ended' };
}
