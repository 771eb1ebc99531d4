import type { StoredFile } from '../message.ts';
import type { Day, Thing, ThingId } from '../thing.ts';

/** `hard`: checkable work · `standing`: a continuing duty · `rule`: if this, then that · `implied`: nobody is named for it. */
export type ItemKind = 'hard' | 'standing' | 'rule' | 'implied';

/** One point of a meeting's list as it was read. Never changes; what people decide about it stands in `Meeting.decided`. */
export interface MeetingItem {
  /** Counts from 1 and stays, also where others are left out: people speak by it. */
  readonly no: number;
  /** Exact words of the speech or of the table. */
  readonly quote: string;
  /** Paragraph of the speech, or row of the table; counts from 1. */
  readonly place: number;
  /** Whom it names, in today's or the office's own names where they are known. */
  readonly leads: readonly string[];
  readonly coops: readonly string[];
  readonly action: string;
  /** As said; absent where nothing was said. */
  readonly deadline?: string;
  /** The limit that those words set; only once the day of the meeting is certain or the words name the whole date. */
  readonly limitAt?: Date;
  readonly recurrence?: string;
  readonly kind: ItemKind;
  /** Where the units come from, or what is wrong with the row: one short Chinese phrase. */
  readonly why: string;
}

/** A limit of the speech that stands on no point: a person sees whose it is. */
export interface LooseLimit {
  /** As said. */
  readonly words: string;
  /** The sentence it stands in. */
  readonly quote: string;
  /** Paragraph of the speech; counts from 1. */
  readonly place: number;
  /** The day it names; only once the day of the meeting is certain. */
  readonly limitAt?: Date;
}

/** `task`: to be handed out · `ledger`: only kept in 会议部署 · `drop`: not wanted. */
export type Course = 'task' | 'ledger' | 'drop';

/** What people have decided about one point; the last word counts. */
export interface ItemDecision {
  readonly course?: Course;
  readonly dueAt?: Date;
  /** Handed out without a deadline. */
  readonly openEnded?: true;
  readonly leads?: readonly string[];
  readonly coops?: readonly string[];
  readonly action?: string;
  /** Number of the task made from it. */
  readonly task?: string;
  /** How things stand with a point of the ledger, in people's words. */
  readonly progress?: string;
  readonly progressAt?: Date;
  readonly doneAt?: Date;
}

/** 一次会议的部署: the list read from its speech or plan, and what became of each point. */
export interface Meeting extends Thing {
  readonly type: 'meeting';
  /** As people call it; a plan has the name of its file. */
  readonly name: string;
  readonly source: 'speech' | 'plan';
  /** The day it was held, once somebody has said or confirmed it. */
  readonly heldDay?: Day;
  /** A day found in the text that nobody has confirmed. */
  readonly proposedDay?: Day;
  /** Whoever brought the text. */
  readonly by: ThingId;
  /** In whose name tasks go out; absent where whoever brought it issues them. */
  readonly leader?: ThingId;
  readonly file?: StoredFile;
  readonly readAt: Date;
  readonly items: readonly MeetingItem[];
  /** Limits of a speech that no point has; absent where there are none. */
  readonly looseLimits?: readonly LooseLimit[];
  /** By number of the item. */
  readonly decided: Readonly<Record<string, ItemDecision>>;
  /** Since when points lie in the ledger. */
  readonly ledgerAt?: Date;
}

/** The text of a speech whose list is still being decided: a new day of the meeting is worked out from it. */
export interface Speech extends Thing {
  readonly type: 'speech';
  readonly text: string;
}

/** A file that might be a speech and waits for the words that say so. Kept in private chats only. */
export interface SpeechFile extends Thing {
  readonly type: 'speech-file';
  readonly by: ThingId;
  readonly file: StoredFile;
  readonly expiresAt: Date;
}

export function meetingId(messageId: string): ThingId {
  return `meeting.${messageId.replaceAll(':', '-')}`;
}

export function speechId(meeting: ThingId): ThingId {
  return `speech.${meeting}`;
}

/** Every meeting that has points in the ledger or undecided. */
export const MEETINGS = 'meetings';

/** Lists of a person with points that nobody has decided. */
export function openListsOf(person: ThingId): string {
  return `meetings.open.${person}`;
}

export function speechFilesOf(person: ThingId): string {
  return `speech-files.${person}`;
}

export function decisionOn({ decided }: Pick<Meeting, 'decided'>, no: number): ItemDecision {
  return decided[no] ?? {};
}

/** Points that nobody has decided, in order. */
export function undecided(meeting: Meeting): MeetingItem[] {
  return meeting.items.filter(({ no }) => !decisionOn(meeting, no).course);
}

/** Points that lie in the ledger and are not done, in order. */
export function openInLedger(meeting: Meeting): MeetingItem[] {
  return meeting.items.filter(({ no }) => {
    const { course, doneAt } = decisionOn(meeting, no);
    return course === 'ledger' && !doneAt;
  });
}

/** Whom a point is for after all corrections, as names. */
export function partiesOf(meeting: Meeting, { no, leads, coops }: MeetingItem) {
  const decision = decisionOn(meeting, no);
  return { leads: decision.leads ?? leads, coops: decision.coops ?? coops };
}

export function actionOf(meeting: Meeting, item: MeetingItem): string {
  return decisionOn(meeting, item.no).action ?? item.action;
}
