import type { Recurrence } from '../calendar/calendar.ts';
import type { StoredFile } from '../message.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import { taskId } from './collections.ts';
import type { DueSaid } from './due-said.ts';
import type { TaskSource } from './source.ts';
import type { OpenPoint, Priority, Task } from './task.ts';

/** An order as it was understood, before anybody has confirmed it. */
export interface Order {
  readonly title: string;
  readonly text: string;
  readonly source?: TaskSource;
  readonly requirements?: readonly string[];
  readonly leads: readonly ThingId[];
  readonly coops: readonly ThingId[];
  readonly executors: readonly ThingId[];
  readonly owners: readonly ThingId[];
  readonly priority: Priority;
  readonly dueAt?: Date;
  readonly dueSaid?: DueSaid;
  readonly recurrence?: Recurrence;
  readonly progress?: Recurrence;
  readonly openEnded?: boolean;
  readonly assumed: readonly string[];
  readonly openPoints: readonly OpenPoint[];
  readonly files?: readonly StoredFile[];
}

export interface OrderOrigin {
  readonly assigner: ThingId;
  readonly reviewer: ThingId;
  readonly room?: ThingId;
  readonly batch?: string;
  readonly at: Date;
}

/** An order becomes a draft at once, so that it cannot be lost; it goes to nobody before a person with the right confirms it. */
export function draftTask(no: string, order: Order, origin: OrderOrigin): Task {
  return {
    id: taskId(no),
    type: 'task',
    no,
    title: order.title,
    text: order.text,
    ...(order.source && { source: order.source }),
    requirements: order.requirements ?? [],
    state: 'draft',
    version: 1,
    assigner: origin.assigner,
    reviewer: origin.reviewer,
    ...(origin.room && { room: origin.room }),
    leads: order.leads,
    coops: order.coops,
    executors: order.executors,
    owners: order.owners,
    priority: order.priority,
    ...(order.dueAt && { dueAt: order.dueAt }),
    ...(order.dueSaid && { dueSaid: order.dueSaid }),
    openEnded: order.openEnded ?? false,
    assumed: order.assumed,
    openPoints: order.openPoints,
    asked: 0,
    ...(origin.batch && { batch: origin.batch }),
    files: order.files ?? [],
    ...(order.recurrence && { recurrence: order.recurrence }),
    ...(order.progress && { progress: order.progress }),
    createdAt: origin.at,
    handledAt: origin.at,
  };
}

/** What a person may change of an order: of a draft before it is confirmed, of a running task afterwards. */
export interface Amendment {
  readonly dueAt?: Date;
  readonly dueSaid?: DueSaid;
  readonly recurrence?: Recurrence;
  readonly progress?: Recurrence;
  readonly openEnded?: boolean;
  readonly executors?: readonly ThingId[];
  readonly leads?: readonly ThingId[];
  readonly coops?: readonly ThingId[];
  readonly owners?: readonly ThingId[];
  readonly title?: string;
  readonly requirement?: string;
  readonly priority?: Priority;
  readonly file?: StoredFile;
}

/** A changed draft is a new version: a 确认 of the older one no longer counts. */
export function amendDraft(task: Task, amendment: Amendment): Task {
  if (task.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: task.no });
  const { requirement, file, ...fields } = amendment;

  return {
    ...task,
    ...fields,
    ...(amendment.dueAt && { openEnded: false }),
    requirements: requirement ? [...task.requirements, requirement] : task.requirements,
    files: file ? [...task.files, file] : task.files,
    openPoints: task.openPoints.filter((point) => !isSettledBy(amendment, point)),
    version: task.version + 1,
  };
}

/** Another deadline is wanted, and nobody can tell which: until that is answered the order does not go out. */
export function doubtDue(task: Task, points: readonly OpenPoint[]): Task {
  if (task.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: task.no });
  const others = task.openPoints.filter(({ about }) => about !== 'due' && about !== 'day-off');
  return { ...task, openPoints: [...points, ...others], asked: Math.min(task.asked, 1), version: task.version + 1 };
}

/** A doubt about who leads is not settled by saying who carries out. */
function isSettledBy(amendment: Amendment, { about, part = 'execute' }: OpenPoint): boolean {
  switch (about) {
    case 'due':
    case 'day-off':
      return amendment.dueAt !== undefined || amendment.openEnded === true;
    case 'unit':
      return amendment[FIELD_OF[part]] !== undefined;
    case 'content':
      return amendment.title !== undefined;
  }
}

/** The assigner has answered an open point with one of its choices. */
export function settlePoint(task: Task, point: OpenPoint, value: string): Task {
  const rest = task.openPoints.filter((other) => other !== point);
  const base = { ...task, openPoints: rest, version: task.version + 1 };

  if (point.about === 'due' || point.about === 'day-off') {
    if (value === 'none') return openEnded(base);
    return value === 'keep' ? base : { ...base, dueAt: new Date(value), openEnded: false };
  }
  if (point.about === 'unit') return withUnit(base, value, point.part ?? 'execute');
  return base;
}

function openEnded({ dueAt: _dueAt, ...task }: Task): Task {
  return { ...task, openEnded: true };
}

const FIELD_OF = { execute: 'executors', lead: 'leads', coop: 'coops' } as const;

function withUnit(task: Task, unit: ThingId, part: NonNullable<OpenPoint['part']>): Task {
  const field = FIELD_OF[part];
  return unit === 'none' || task[field].includes(unit) ? task : { ...task, [field]: [...task[field], unit] };
}

/** One doubt about who is meant is over: these units stand where the word stood, beside the others; none where it is struck out. */
export function settleUnits(
  task: Task,
  point: OpenPoint,
  units: readonly ThingId[],
  owners: readonly ThingId[] = [],
): Task {
  const field = FIELD_OF[point.part ?? 'execute'];
  return {
    ...task,
    [field]: [...new Set([...task[field], ...units])],
    owners: [...new Set([...task.owners, ...owners])],
    openPoints: task.openPoints.filter((other) => other !== point),
    version: task.version + 1,
  };
}

/** Silence never voids an order: the draft stays, and the dispatcher decides about it from now on. */
export function handOverDraft(task: Task, at: Date): Task {
  return { ...task, handedOverAt: at };
}

export function cancelDraft(task: Task, at: Date): Task {
  if (task.state !== 'draft') throw new Refusal('NOT_A_DRAFT', { no: task.no });
  return { ...task, state: 'void', closedAt: at };
}
