import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import { assignmentId } from './collections.ts';
import type { Assignment, Ladder, Task } from './task.ts';

/** A confirmed order: the task and one assignment for each unit that has to answer. */
export interface Issued {
  readonly task: Task;
  readonly assignments: readonly Assignment[];
}

export interface IssueOptions {
  readonly now: Date;
  readonly policy: Policy;
  /** The named owner of each unit, where the order names one. */
  readonly ownerOf: (unit: ThingId) => ThingId | undefined;
}

/** Hands a draft out. Lead and executing units each get an assignment of their own; supporting units get a copy and none. */
export function issueTask(draft: Task, { now, policy, ownerOf }: IssueOptions): Issued {
  if (draft.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: draft.no });

  const leadsOnly = draft.leads.filter((unit) => !draft.executors.includes(unit));
  const executors = draft.executors.length > 0 ? draft.executors : leadsOnly;
  const coordinators = draft.executors.length > 0 ? leadsOnly : [];
  const task: Task = { ...draft, state: 'issued', issuedAt: now, openPoints: [], handledAt: now, basisAt: now };

  return {
    task,
    assignments: [
      ...executors.map((unit) => assignmentFrom(task, unit, 'execute', { now, policy, ownerOf })),
      ...coordinators.map((unit) => assignmentFrom(task, unit, 'lead', { now, policy, ownerOf })),
    ],
  };
}

function assignmentFrom(
  task: Task,
  unit: ThingId,
  part: Assignment['part'],
  { now, policy, ownerOf }: IssueOptions,
): Assignment {
  const owner = ownerOf(unit);
  return {
    id: assignmentId(task.no, unit),
    type: 'assignment',
    task: task.id,
    no: task.no,
    title: task.title,
    unit,
    part,
    state: 'issued',
    assigner: task.assigner,
    reviewer: task.reviewer,
    ...(owner && { owner }),
    ...(task.room && { room: task.room }),
    priority: task.priority,
    issuedAt: now,
    ...(task.dueAt && { dueAt: task.dueAt, originalDueAt: task.dueAt }),
    reports: [],
    extensions: [],
    returns: 0,
    ladder: ladderFor(task, now, policy),
    handledAt: now,
  };
}

/** The ladder as it stands in the policy today, cut to the length of this term. */
export function ladderFor(task: Pick<Task, 'priority' | 'dueAt'>, now: Date, policy: Policy): Ladder {
  const { ladder, urgentNoAck } = policy.tasks;
  return {
    ...ladder,
    noAck: task.priority === 'normal' ? ladder.noAck : urgentNoAck,
    beforeDue: task.dueAt ? rungsBefore(task.dueAt, now, policy) : [],
  };
}

function rungsBefore(dueAt: Date, now: Date, policy: Policy): readonly string[] {
  const days = (dueAt.getTime() - now.getTime()) / 86_400_000;
  const row = [...policy.tasks.beforeDue]
    .sort((a, b) => b.fromDays - a.fromDays)
    .find((candidate) => days >= candidate.fromDays);
  return row?.rungs ?? [];
}
