import type { Day, ThingId } from '../../thing.ts';
import type { Layer } from '../shift.ts';
import type { Period } from './period.ts';
import type { SaidDate } from './said-date.ts';
import type { SaidPerson } from './said-people.ts';
import type { CellRef } from './sheet.ts';

/** 备班 stands on rosters beside the two layers that have shifts of their own. */
export type RosterLayer = Layer | 'reserve';

/** Hours as a heading gives them: `17:30` to `08:30`; an end not after the start lies on the next day. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** What a column or a mark stands for. */
export interface Slot {
  /** Absent where the sheet does not say it: then a question asks. */
  readonly layer?: RosterLayer;
  /** 白班, 夜班. */
  readonly name?: string;
  readonly hours?: Hours;
  /** Where the layer is not said: which of the columns, counted from 0; `mark` for a mark in a person's row. */
  readonly unsaid?: number | 'mark';
}

/** One place of the sheet that says a date; everything that belongs to it shares it. */
export interface DateAt {
  readonly said: SaidDate;
  readonly cell: CellRef;
  readonly period: Period;
  /** Dates of one table go on from each other. */
  readonly table: number;
}

/** Who is to be on duty at one said date in one slot. Nobody where the cell is empty. */
export interface Entry {
  /** Index into the draft's dates. */
  readonly date: number;
  readonly slot: Slot;
  readonly cell: CellRef;
  readonly people: readonly SaidPerson[];
  /** Something stands there that could not be read, at least in part. */
  readonly unread?: true;
}

/** What a person put right in words: 2月9日补 何勇. It stands in place of whatever the sheet has there. */
export interface Correction {
  readonly day: Day;
  readonly layer?: RosterLayer;
  /** The part of the day, where it is parted. */
  readonly shift?: string;
  /** One or several names. */
  readonly name: string;
}

/** A roster as it was read and put right so far. Plain data, so that it can wait in the store for an answer. */
export interface RosterDraft {
  readonly unit: ThingId;
  readonly dates: readonly DateAt[];
  readonly entries: readonly Entry[];
  /** Cells where a date is expected and something else stands, beside people who are on duty then. */
  readonly unreadDates: readonly CellRef[];
  /** Names of other units whose rows were left out. */
  readonly otherUnits: readonly string[];
  /** Question → value. */
  readonly answers: Readonly<Record<string, string>>;
  readonly corrections: readonly Correction[];
}

/** One duty of one day, as a shift is made from it. */
export interface RosterRow {
  readonly day: Day;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly layer: RosterLayer;
  readonly name?: string;
  /** Everybody who could be told; empty where the cell's names still wait for an answer. */
  readonly people: readonly ThingId[];
  readonly cells: readonly CellRef[];
}

export type ProblemKind =
  | 'gap'
  | 'double'
  | 'short-rest'
  | 'on-leave'
  | 'unknown-name'
  | 'ambiguous-name'
  | 'other-unit-person'
  | 'weekday'
  | 'no-phone'
  | 'other-phone'
  | 'no-such-date'
  | 'twice'
  | 'past'
  | 'unread'
  | 'other-unit'
  | 'no-roster';

/** Something wrong or doubtful. A warning does not keep the roster from being used. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly level: 'error' | 'warning';
  /** In order; the first is where the problem begins. */
  readonly days: readonly Day[];
  readonly layer?: RosterLayer;
  readonly name?: string;
  readonly who?: string;
  /** What else there is to say: the right weekday, the office's number. */
  readonly detail?: string;
  /** Absent for a day that the sheet does not have at all. */
  readonly cell?: CellRef;
}

export interface RosterChoice {
  readonly label: string;
  readonly value: string;
}

/** One thing that only a person can decide. */
export interface RosterQuestion {
  /** `who.张伟`: stays the same however often the roster is worked out again. */
  readonly about: string;
  readonly words: string;
  readonly choices: readonly RosterChoice[];
}

export interface RosterResult {
  readonly draft: RosterDraft;
  /** In order of day, then 带班 before 值班. */
  readonly rows: readonly RosterRow[];
  readonly problems: readonly Problem[];
  readonly questions: readonly RosterQuestion[];
  /** What was taken for granted, in words. */
  readonly assumptions: readonly string[];
  /** The days that are to be covered, ends included; absent where nothing was read. */
  readonly span?: { readonly from: Day; readonly to: Day };
  /** Numbers that the sheet gives for people of whom the office has none. */
  readonly phones: readonly { readonly person: ThingId; readonly phone: string }[];
}
