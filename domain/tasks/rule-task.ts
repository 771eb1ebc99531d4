import type { StoredFile } from '../message.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import type { DueSaid } from './due-said.ts';
import { isOpen } from './status.ts';
import type { Assignment, Task } from './task.ts';
import { closed } from './term.ts';

/** 撤销 of the whole order, as long as it is not over. */
export function withdrawTask(task: Task, at: Date): Task {
  if (task.state === 'void') throw new Refusal('ALREADY_VOID', { no: task.no });
  if (task.state === 'closed' || task.state === 'archived') throw new Refusal('TASK_CLOSED', { no: task.no });
  return { ...task, state: 'void', closedAt: at, basisAt: at };
}

/** 暂缓 of the whole order. Neither this nor 恢复 calls for what fell due before. */
export function suspendTask(task: Task, at: Date): Task {
  return { ...task, state: 'suspended', basisAt: at };
}

export function resumeTask(task: Task, at: Date): Task {
  return { ...task, state: 'issued', basisAt: at };
}

export function archiveTask(task: Task): Task {
  return { ...task, state: 'archived' };
}

export function moveTaskDeadline(task: Task, dueAt: Date, dueSaid?: DueSaid): Task {
  return { ...task, dueAt, ...(dueSaid && { dueSaid }), openEnded: false };
}

/** The dispatcher gave one unit's part to another, whether it was to lead or to carry out. */
export function replaceExecutor(task: Task, from: ThingId, to: ThingId): Task {
  const replaced = (units: readonly ThingId[]) =>
    units.includes(from) ? [...units.filter((unit) => unit !== from && unit !== to), to] : units;
  return { ...task, executors: replaced(task.executors), leads: replaced(task.leads) };
}

/** A task is over when every executing unit's part is; a lead that only coordinated closes with it. */
export function closeTask(
  task: Task,
  assignments: readonly Assignment[],
  at: Date,
): { task: Task; leads: Assignment[] } | undefined {
  const parts = assignments.filter((assignment) => assignment.part === 'execute');
  if (task.state !== 'issued' || parts.length === 0 || parts.some(isOpen)) return undefined;

  const allVoid = parts.every((part) => part.state === 'void');
  const leads = assignments.filter(isOpen).map((lead) => closed(lead, allVoid ? 'void' : 'done', at));
  return { task: { ...task, state: allVoid ? 'void' : 'closed', closedAt: at }, leads };
}

/** One more requirement, said after the order went out. */
export function requireMore(task: Task, requirement: string): Task {
  return { ...task, requirements: [...task.requirements, requirement] };
}

/** The newest attachment comes first: it is the one that is handed on. */
export function withFile(task: Task, file: StoredFile): Task {
  return { ...task, files: [file, ...task.files] };
}
