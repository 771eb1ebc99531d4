import type { Recurrence } from '../../calendar/calendar.ts';
import type { Thing, ThingId } from '../../thing.ts';

/** `figure`: numbers with their unit words · `phone`: told by its look · `text`: kept as it was written. */
export type FieldKind = 'figure' | 'phone' | 'text';

/** One thing that is asked, in the words of the notice. */
export interface FeedbackField {
  /** 转移人数. */
  readonly words: string;
  /** What answers call it: 转移. */
  readonly stem: string;
  readonly kind: FieldKind;
  /** Collected every week: there may be nothing new to tell, and that is an answer. */
  readonly weekly?: true;
}

/** What a text asks to be told, and by when. Moments are absolute. A correction that only says by when has no fields. */
export interface FeedbackSaid {
  readonly fields: readonly FeedbackField[];
  /** Absent where the text says none: then nobody is reminded. */
  readonly dueAt?: Date;
  /** A correction says by when, and nothing else. */
  readonly alone?: true;
  /** The words of a limit of which nobody can tell the day. */
  readonly unclearDue?: string;
  /** 21:30前更新一次. */
  readonly updateAt?: readonly Date[];
  /** 每2小时报一次. */
  readonly everyMinutes?: number;
  /** 每天9点前报. */
  readonly recurrence?: Recurrence;
}

/** As a notice holds it: once for each of `units`, and by each person who belongs to none of them. */
export interface FeedbackAsked extends FeedbackSaid {
  readonly units: readonly ThingId[];
  /** Counted from the moment it is due; copied from the policy. */
  readonly remind: readonly string[];
}

/** 12户; `about` where somebody wrote 约 or 余, which no sum takes. */
export interface Amount {
  readonly count: number;
  readonly unit: string;
  readonly about?: true;
}

/** What was answered to one field. */
export interface FieldValue {
  readonly stem: string;
  readonly words: string;
  readonly amounts: readonly Amount[];
}

/** One answer, verbatim. */
export interface FeedbackGiven {
  readonly round: number;
  readonly by: ThingId;
  /** When it was written, not when it was read. */
  readonly at: Date;
  readonly words: string;
  readonly values: readonly FieldValue[];
}

/** The feedback of one unit, or of one person where no unit was named, to one notice. */
export interface Feedback extends Thing {
  readonly type: 'feedback';
  readonly notice: ThingId;
  readonly no: string;
  readonly of: ThingId;
  /** Who of the unit had the notice; the first who can be reached is reminded. */
  readonly people: readonly ThingId[];
  readonly urgent: boolean;
  /** `over`: so long after it was due that nothing said now is meant for it. */
  readonly state: 'open' | 'complete' | 'over';
  /** From 1; each round has its own figures. */
  readonly round: number;
  readonly dueAt?: Date;
  readonly askedAt: Date;
  readonly remind: readonly string[];
  /** By the time they were written; of each field the last one of the round holds. */
  readonly given: readonly FeedbackGiven[];
}

/** The rounds of one notice: what its author hears of all units together, each once. */
export interface FeedbackTable extends Thing {
  readonly type: 'feedback-table';
  readonly notice: ThingId;
  readonly no: string;
  readonly author: ThingId;
  readonly urgent: boolean;
  readonly round: number;
  readonly dueAt?: Date;
  readonly startedAt: Date;
  /** The round whose figures the author has heard. */
  readonly toldRound?: number;
  /** The round of which the author knows that everybody has answered. */
  readonly completeRound?: number;
  /** After an outage: until then nobody is called missing. */
  readonly heldUntilAt?: Date;
  readonly over?: true;
}
