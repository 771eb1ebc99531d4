import type { Calendar } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import { assignmentId } from './collections.ts';
import { ladderFor } from './ladder.ts';
import { progressRhythm } from './progress.ts';
import type { Assignment, OpenPoint, Task } from './task.ts';
import { assertAhead } from './term.ts';

/** A confirmed order: the task and one assignment for each unit that has to answer. */
export interface Issued {
  readonly task: Task;
  readonly assignments: readonly Assignment[];
}

export interface IssueOptions {
  readonly now: Date;
  /** When the units hear of it, if that is later; everything counts from then. */
  readonly handOutAt?: Date;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The named owner of each unit, where the order names one. */
  readonly ownerOf: (unit: ThingId) => ThingId | undefined;
}

/**
 * Hands a draft out. Lead and executing units each get an assignment of their own; supporting units get a copy and none.
 * Refuses what is not complete, and a deadline that is over before anybody hears of it.
 */
export function issueTask(draft: Task, options: IssueOptions): Issued {
  const { now, handOutAt, calendar } = options;
  if (draft.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: draft.no });
  assertComplete(draft);
  const issuedAt = handOutAt && handOutAt > now ? handOutAt : now;
  if (draft.dueAt) assertAhead(draft.dueAt, issuedAt, calendar);

  const leadsOnly = draft.leads.filter((unit) => !draft.executors.includes(unit));
  const executors = draft.executors.length > 0 ? draft.executors : leadsOnly;
  const coordinators = draft.executors.length > 0 ? leadsOnly : [];
  const task: Task = { ...draft, state: 'issued', issuedAt, openPoints: [], handledAt: issuedAt, basisAt: now };

  return {
    task,
    assignments: [
      ...executors.map((unit) => assignmentFrom(task, unit, 'execute', options)),
      ...coordinators.map((unit) => assignmentFrom(task, unit, 'lead', options)),
    ],
  };
}

/** A deadline on a day off is asked about and may stay; everything else that is open has to be settled first. */
export function blocksIssue(point: OpenPoint): boolean {
  return point.about !== 'day-off';
}

function assertComplete(draft: Task): void {
  const open = draft.openPoints.filter(blocksIssue).map((point) => point.about);
  const missing = [
    ...(draft.executors.length + draft.leads.length === 0 || open.includes('unit') ? ['承办单位'] : []),
    ...(draft.title === '' || open.includes('content') ? ['事项'] : []),
    ...((!draft.dueAt && !draft.openEnded) || open.includes('due') ? ['时限'] : []),
  ];
  if (missing.length > 0) throw new Refusal('DRAFT_INCOMPLETE', { no: draft.no, what: missing.join('、') });
}

function assignmentFrom(
  task: Task,
  unit: ThingId,
  part: Assignment['part'],
  { policy, calendar, ownerOf }: IssueOptions,
): Assignment {
  const owner = ownerOf(unit);
  const issuedAt = task.issuedAt!;
  const progress = part === 'execute' ? progressRhythm(task, issuedAt, calendar, policy) : undefined;
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
    issuedAt,
    ...(task.dueAt && { dueAt: task.dueAt, originalDueAt: task.dueAt }),
    ...(task.dueSaid && { dueSaid: task.dueSaid }),
    ...(progress && { progress }),
    reports: [],
    extensions: [],
    returns: 0,
    ladder: ladderFor(task, issuedAt, policy),
    handledAt: issuedAt,
  };
}
