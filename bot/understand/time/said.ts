import type { Weekday } from '../../../domain/calendar/calendar.ts';
import type { Part, Run } from './token.ts';

/** A day or a stretch of days as it was said: a symbol, never a date. */
export type DaySaid =
  | { readonly sort: 'shifted'; readonly days: number }
  | {
      readonly sort: 'date';
      readonly year?: number;
      readonly years?: number;
      readonly month: number;
      readonly day: number;
    }
  | { readonly sort: 'day-of-month'; readonly months?: number; readonly day: number }
  | { readonly sort: 'weekday'; readonly weeks?: number; readonly weekday: Weekday }
  | { readonly sort: 'week'; readonly weeks: number }
  | { readonly sort: 'weekend'; readonly weeks?: number }
  | {
      readonly sort: 'month';
      readonly year?: number;
      readonly years?: number;
      readonly month?: number;
      readonly months?: number;
      readonly third?: 1 | 2 | 3;
      readonly end: boolean;
    }
  | { readonly sort: 'quarter'; readonly quarter?: number; readonly quarters?: number; readonly end: boolean }
  | { readonly sort: 'year'; readonly year?: number; readonly years?: number; readonly end: boolean }
  /** Without a name: the next official break, whichever it is. `winter`: 年前, which means this only in January and February. */
  | { readonly sort: 'break'; readonly name?: string; readonly winter?: true }
  | { readonly sort: 'count'; readonly amount: number; readonly unit: CountUnit };

export type CountUnit = 'minute' | 'day' | 'workday' | 'month';

export type ClockSaid =
  | {
      readonly sort: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly part?: Part;
      /** 3点 without morning or afternoon. */
      readonly bare: boolean;
    }
  | { readonly sort: 'office'; readonly which: 'start' | 'noonEnd' | 'noonStart' | 'end' }
  | { readonly sort: 'part'; readonly part: Part };

/** before: 前 · within: 内 · until: 止 · after: 后 · from: 起 · during: 期间. */
export type Relation = 'before' | 'within' | 'until' | 'after' | 'from' | 'during';

export interface PointSaid {
  readonly day?: DaySaid;
  readonly clock?: ClockSaid;
  /** 9月18日（周五）, 下周五（9月25日）: the same day said a second time; both must agree. */
  readonly also?: DaySaid;
}

/** One phrase of time with its place in the text. */
export interface PhraseSaid extends PointSaid {
  readonly from: number;
  readonly to: number;
  readonly relation?: Relation;
  /** （不含当日）. */
  readonly exclusive: boolean;
  /** The other end of a range. */
  readonly until?: PointSaid;
  readonly every?: EverySaid;
  /** 每天8时、20时: the clocks after the first. */
  readonly moreClocks?: readonly ClockSaid[];
  /** 立即. */
  readonly now: boolean;
  /** 春节前三天: a distance from a limit, which this grammar does not measure. */
  readonly beyond?: true;
}

/** A recurrence: the rule without clock, and whether the rule alone says when the next one is. */
export interface EverySaid {
  readonly rule: string;
  readonly workdays: boolean;
  readonly anchored: boolean;
}

/** What a way of saying something made of the tokens from `at` on, and the index of the first token it left. */
export interface Read<T> {
  readonly said: T;
  readonly next: number;
}

/** One way of saying something; undefined where these tokens do not say it. */
export type Way<T> = (run: Run, at: number) => Read<T> | undefined;
