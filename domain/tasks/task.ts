import type { Recurrence } from '../calendar/calendar.ts';
import type { Choice } from '../decision.ts';
import type { StoredFile } from '../message.ts';
import type { Thing, ThingId } from '../thing.ts';
import type { DueSaid } from './due-said.ts';
import type { TaskSource } from './source.ts';

export type Priority = 'normal' | 'urgent' | 'critical';
export type TaskState = 'draft' | 'issued' | 'suspended' | 'closed' | 'void' | 'archived';

/** 任务: the definition that its assignments share. */
export interface Task extends Thing {
  readonly type: 'task';
  /** `T0612`. */
  readonly no: string;
  readonly title: string;
  /** The order in the words in which it was given. */
  readonly text: string;
  /** What the order rests on, where it says so. */
  readonly source?: TaskSource;
  /** What was added or asked for besides: one line each. */
  readonly requirements: readonly string[];
  readonly state: TaskState;
  /** Counts what was echoed; a confirmation is of one version. */
  readonly version: number;
  readonly assigner: ThingId;
  /** Who accepts the reports. */
  readonly reviewer: ThingId;
  /** Where it was said, and where it will be handed out. */
  readonly room?: ThingId;
  readonly leads: readonly ThingId[];
  readonly coops: readonly ThingId[];
  readonly executors: readonly ThingId[];
  /** Persons named in the order, by unit. */
  readonly owners: readonly ThingId[];
  readonly priority: Priority;
  readonly dueAt?: Date;
  /** Where the deadline rests on days off that were not announced. */
  readonly dueSaid?: DueSaid;
  /** True where nobody named a deadline and the assigner said that none is wanted. */
  readonly openEnded: boolean;
  /** What was assumed when the text was read; the echo names it. */
  readonly assumed: readonly string[];
  /** What is missing or ambiguous; a draft with an open point cannot be confirmed. */
  readonly openPoints: readonly OpenPoint[];
  /** How many questions have been put to the assigner about this draft; at most two, the rest is the dispatcher's. */
  readonly asked: number;
  /** Orders that came in one message are confirmed together. */
  readonly batch?: string;
  /** Templates and attachments of the order. */
  readonly files: readonly StoredFile[];
  readonly recurrence?: Recurrence;
  /** How often the units are to tell how things stand. */
  readonly progress?: Recurrence;
  readonly createdAt: Date;
  readonly issuedAt?: Date;
  readonly closedAt?: Date;
  /** The draft is the dispatcher's now. */
  readonly handedOverAt?: Date;
  /** The recurring order this task came from. */
  readonly series?: ThingId;
  /** The count of acknowledgements has been told; it is told once. */
  readonly ackToldAt?: Date;
}

/** One thing that only a person can settle before the order goes out. */
export interface OpenPoint {
  readonly about: 'due' | 'unit' | 'content' | 'day-off';
  /** As the person wrote it. */
  readonly written?: string;
  /** Label for people, value for us: an ISO instant, a unit id, `none`. */
  readonly choices: readonly Choice[];
  /** Where a unit belongs: to those who do it, lead it or help. */
  readonly part?: 'execute' | 'lead' | 'coop';
}

export type AssignmentState =
  | 'issued'
  | 'in-progress'
  | 'forward-pending'
  | 'submitted'
  | 'done'
  | 'suspended'
  | 'void'
  | 'archived';

/** An order that comes round again: hands out a new task for every occurrence until it is withdrawn. */
export interface TaskSeries extends Thing {
  readonly type: 'series';
  /** The number under which people know it: that of the task that began it. */
  readonly no: string;
  readonly recurrence: Recurrence;
  /** The confirmed order, from which every task is made. */
  readonly template: Task;
  readonly state: 'running' | 'ended';
  /** Deadline of the occurrence that was handed out last. */
  readonly lastDueAt: Date;
  /** Deadline of the occurrence that comes next. */
  readonly nextDueAt: Date;
}

/** 一个单位的一份任务: own state, owner, deadline and history. Overdue is never a state; see `isOverdue`. */
export interface Assignment extends Thing {
  readonly type: 'assignment';
  readonly task: ThingId;
  readonly no: string;
  readonly title: string;
  readonly unit: ThingId;
  /** A lead beside executing units coordinates: it acknowledges, and closes with the others. */
  readonly part: 'lead' | 'execute';
  readonly state: AssignmentState;
  readonly assigner: ThingId;
  readonly reviewer: ThingId;
  readonly owner?: ThingId;
  readonly room?: ThingId;
  readonly priority: Priority;
  readonly issuedAt: Date;
  readonly dueAt?: Date;
  /** Where the deadline rests on days off that were not announced. */
  readonly dueSaid?: DueSaid;
  /** Stays visible after an extension. */
  readonly originalDueAt?: Date;
  /** From when the present term counts, where a new deadline or a ruling has given the matter back since it was issued. */
  readonly termFromAt?: Date;
  /** From when it may be called overdue: a while after the unit was asked in private. Absent as long as it was not asked. */
  readonly overdueFromAt?: Date;
  readonly ackAt?: Date;
  readonly ackBy?: ThingId;
  /** The message that acknowledged; taking it back undoes the acknowledgement. */
  readonly ackMessage?: string;
  /** When the accepted or waiting report was written: the clock stops there. */
  readonly submittedAt?: Date;
  readonly closedAt?: Date;
  readonly percent?: number;
  /** On which days the unit is to tell how things stand. */
  readonly progress?: Recurrence;
  readonly reports: readonly Report[];
  /** Filed and not yet ruled. */
  readonly extension?: ExtensionRequest;
  readonly extensions: readonly ExtensionRuling[];
  readonly forward?: ForwardRequest;
  /** The unit says that it reported elsewhere; the reviewer has not said yet whether that is so. */
  readonly claim?: Claim;
  readonly returns: number;
  /** Who gave a report back, and why. */
  readonly returned?: readonly ReturnRuling[];
  /** Void because another unit does it now. */
  readonly handedTo?: ThingId;
  readonly suspendedFrom?: AssignmentState;
  readonly suspendedAt?: Date;
  readonly ladder: Ladder;
}

export interface Report {
  readonly kind: 'report' | 'progress';
  readonly writtenAt: Date;
  /** The person; the unit where nobody knows which of its people it was. */
  readonly by: ThingId;
  readonly text: string;
  readonly files: readonly StoredFile[];
}

export interface ExtensionRequest {
  readonly toAt: Date;
  readonly toSaid?: DueSaid;
  readonly reason: string;
  readonly filedAt: Date;
  readonly by: ThingId;
  /** Filed after the deadline: does not hide that it is overdue. */
  readonly late: boolean;
}

export interface ExtensionRuling {
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly approved: boolean;
  readonly by: ThingId;
  readonly ruledAt: Date;
  readonly reason: string;
}

export interface ReturnRuling {
  readonly returnedAt: Date;
  readonly by: ThingId;
  readonly reason: string;
}

export interface ForwardRequest {
  readonly by: ThingId;
  readonly filedAt: Date;
  readonly to?: ThingId;
  readonly reason: string;
  readonly from: AssignmentState;
}

export interface Claim {
  readonly by: ThingId;
  readonly filedAt: Date;
  /** When, by the unit's word, the report was sent. */
  readonly sentAt: Date;
  readonly text: string;
}

/**
 * Rungs as the policy writes them, copied when the task is issued so that a later edit moves nothing that is running:
 * `"+2wh nudge"` = when, and the name of the step.
 */
export interface Ladder {
  readonly noAck: readonly string[];
  readonly beforeDue: readonly string[];
  readonly afterDue: readonly string[];
  readonly review: readonly string[];
}
