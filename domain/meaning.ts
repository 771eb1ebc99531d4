import type { Recurrence } from './calendar/calendar.ts';
import type { LogKind } from './duty/log/log-entry.ts';
import type { GroupSaid } from './notices/audience.ts';
import type { FeedbackSaid } from './notices/feedback/feedback.ts';
import type { PaperKind } from './papers/paper.ts';
import type { KitReply } from './periods/kits/reply.ts';
import type { Priority } from './tasks/task.ts';
import type { Day } from './thing.ts';

export type Intent =
  | 'assign'
  | 'ack'
  | 'progress'
  | 'complete'
  | 'verify_pass'
  | 'verify_reject'
  | 'extend'
  | 'query'
  | 'cancel'
  | 'confirm'
  | 'amend'
  | 'choose'
  | 'decide'
  | 'received_elsewhere'
  | 'reported_elsewhere'
  | 'forward'
  | 'not_mine'
  | 'suspend'
  | 'resume'
  | 'bind'
  | 'bind_room'
  | 'code'
  | 'nudge'
  | 'quiet'
  | 'quiet_hours'
  | 'archive'
  | 'status'
  | 'roster'
  | 'takeover'
  | 'hazard'
  | 'checkin'
  | 'swap'
  | 'who_on_duty'
  | 'incident'
  | 'broadcast'
  | 'correct_notice'
  | 'end_notice'
  | 'feedback'
  | 'zero_report'
  | 'handover'
  | 'phone_verify'
  | 'rotation'
  | 'put_on_duty'
  | 'absence'
  | 'absence_over'
  | 'leave_post'
  | 'rule_check'
  | 'pause_checks'
  | 'call_roll'
  | 'explain_check'
  | 'lift'
  | 'periods'
  | 'kits'
  | 'kit'
  | 'period_days'
  | 'holidays'
  | 'warning'
  | 'duty_log'
  | 'paper'
  | 'feed'
  | 'feed_renew'
  | 'trial'
  | 'meeting'
  | 'meetings'
  | 'help'
  | 'unknown'
  | 'ignore';

/** A time as it was read. `provisional` where the year's holidays are not announced. Instants are absolute. */
export interface ReadTime {
  readonly kind: 'deadline' | 'at' | 'range' | 'recurrence';
  readonly dueAt?: Date;
  readonly startAt?: Date;
  readonly endAt?: Date;
  readonly recurrence?: Recurrence;
  readonly next?: readonly Date[];
  /** Of a recurrence: each occurrence is a limit, 每周五下班前. */
  readonly deadline?: true;
  readonly grain: 'day' | 'minute';
  readonly provisional: boolean;
  readonly span: readonly [from: number, to: number];
  readonly words: string;
}

/** What is in doubt; the slot it is about is absent (times) or as written (people, units). */
export interface Doubt {
  readonly about: string;
  readonly choices: readonly string[];
}

/** What a text means: the intent and its slots, absent when the text does not say them. Names are as written. */
export interface Meaning {
  readonly intent: Intent;
  readonly task?: string;
  readonly tasks?: readonly (string | SubTask)[];
  readonly assignees?: readonly string[];
  readonly lead?: readonly string[];
  readonly coop?: readonly string[];
  readonly units?: readonly string[];
  readonly scope?: readonly string[];
  readonly backup?: readonly string[];
  readonly content?: string;
  readonly dueAt?: Date;
  readonly at?: Date;
  readonly recurrence?: Recurrence;
  readonly priority?: Priority;
  readonly unit?: string;
  readonly percent?: number;
  readonly done?: number;
  readonly total?: number;
  readonly wantsVerify?: boolean;
  readonly reason?: string;
  readonly days?: number;
  readonly what?:
    | 'mine'
    | 'overdue'
    | 'due_today'
    | 'due_week'
    | 'unacked'
    | 'progress'
    | 'stats'
    | 'unit'
    | 'zero_reports';
  readonly person?: string;
  readonly amend?: string;
  readonly choice?: number;
  readonly approve?: boolean;
  readonly item?: string;
  readonly to?: string;
  readonly name?: string;
  readonly post?: string;
  readonly code?: string;
  readonly text?: string;
  readonly place?: string;
  readonly description?: string;
  /** 重大隐患 is major, 一般隐患 is general. */
  readonly level?: 'general' | 'major';
  readonly items?: readonly string[];
  readonly people?: readonly string[];
  /** With whom a shift is swapped, or who stands in. */
  readonly with?: string;
  readonly dates?: readonly Day[];
  readonly date?: Day;
  readonly range?: readonly [from: Day, to: Day];
  /** 免打扰 22:00-07:00: two clocks, `HH:MM`. */
  readonly hours?: readonly [from: string, to: string];
  /** As said: 白班, 夜班, 早班. */
  readonly shift?: string;
  /** Asks about the speaker's own duty. */
  readonly self?: boolean;
  /** Kind of incident: 火灾, 坍塌 … */
  readonly type?: string;
  readonly occurredAt?: Date;
  readonly casualties?: boolean;
  /** The n-th follow-up report. */
  readonly followup?: number;
  readonly needAck?: boolean;
  /** Which posts of which units a notice is for; beside it `scope`, `units` and `people` count for nothing. */
  readonly groups?: readonly GroupSaid[];
  /** Units that a notice names in its own words. */
  readonly named?: readonly string[];
  /** What a notice asks to be told. */
  readonly feedback?: FeedbackSaid;
  readonly allClear?: boolean;
  readonly notes?: string;
  readonly result?: 'present' | 'absent' | 'no_answer';
  /** A new entry of the duty log, what is added to one, or a look at it. */
  readonly log?: LogKind | 'instruction' | 'handling' | 'add' | 'correct' | 'void' | 'show' | 'list';
  /** What is done with the drafts of a key period; empty where that is not said. */
  readonly kit?: readonly KitReply[];
  readonly paper?: PaperKind;
  /** `2026-01`. */
  readonly month?: string;
  /** The civil year that a poster is asked for. */
  readonly year?: number;
  readonly ask?: Doubt;
  /** What was assumed, one short Chinese phrase each; the echo names it. */
  readonly assumed?: readonly string[];
  readonly time?: ReadTime;
  readonly times: readonly ReadTime[];
}

/** One of several orders in one message. */
export interface SubTask {
  readonly assignees?: readonly string[];
  readonly units?: readonly string[];
  readonly scope?: readonly string[];
  readonly dueAt?: Date;
  readonly content: string;
}
