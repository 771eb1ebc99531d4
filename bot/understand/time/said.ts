import type { Weekday } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';
import type { Part, Run } from './token.ts';

/** The year something is said of: a number, or years away from this one; neither where it is left open. */
export interface YearSaid {
  readonly year?: number | undefined;
  readonly years?: number | undefined;
}

/** A day or a stretch of days as it was said: a symbol, never a date. */
export type DaySaid =
  /** `next`: 次日, counted from the day spoken of before where there is one. */
  | { readonly sort: 'shifted'; readonly days: number; readonly next?: boolean }
  /** 今明两天, 明后天: days away from today, both ends included. */
  | { readonly sort: 'spell'; readonly from: number; readonly to: number }
  | (YearSaid & { readonly sort: 'date'; readonly month: number; readonly day: number })
  | { readonly sort: 'day-of-month'; readonly months?: number | undefined; readonly day: number }
  | { readonly sort: 'weekday'; readonly weeks?: number | undefined; readonly weekday: Weekday }
  | { readonly sort: 'week'; readonly weeks: number }
  | { readonly sort: 'weekend'; readonly weeks?: number | undefined }
  | MonthSaid
  | (YearSaid & {
      readonly sort: 'quarter';
      readonly quarter?: number;
      readonly quarters?: number;
      readonly end: boolean;
    })
  | QuarterMonthSaid
  | (YearSaid & { readonly sort: 'half'; readonly half: 1 | 2; readonly end: boolean })
  | (YearSaid & { readonly sort: 'year'; readonly end: boolean })
  | BreakSaid
  /** A festival without days off, by its place in the table. */
  | (YearSaid & { readonly sort: 'festival'; readonly festival: number })
  | (YearSaid & { readonly sort: 'term'; readonly term: number })
  /** A lunar date; a leap month is negative, and 30 in a month of 29 days is its last. */
  | (YearSaid & { readonly sort: 'lunar'; readonly month: number | undefined; readonly day: number })
  | SeasonSaid
  /** 八月十五 without 日: the civil date for some, the lunar one for others. */
  | { readonly sort: 'either'; readonly civil: DaySaid; readonly lunar: DaySaid }
  /** 月初, 年中: a stretch nobody drew the ends of. */
  | (YearSaid & {
      readonly sort: 'hazy';
      readonly what: number;
      readonly month?: number | undefined;
      readonly months?: number | undefined;
    })
  /** 节后第一个工作日, 国庆前两天: so many days or working days before the first or after the last day of something. */
  | { readonly sort: 'beside'; readonly base: SimpleDay; readonly amount: number; readonly unit: CountUnit }
  /** 下周第一个工作日, 本月最后一个周五: the n-th of a stretch, from its end where negative. */
  | { readonly sort: 'nth'; readonly of: SimpleDay; readonly nth: number; readonly each: 'workday' | 'day' | Weekday }
  /** 下个工作日, 第三个工作日. */
  | { readonly sort: 'workday'; readonly workdays: number }
  | CountSaid;

export type MonthSaid = YearSaid & {
  readonly sort: 'month';
  readonly month?: number | undefined;
  readonly months?: number | undefined;
  /** Tens of days, halves and what is made of them, by their place in the table of stretches. */
  readonly third?: number | undefined;
  readonly end: boolean;
};

/** 下季度第一个月10日, 二季度首月, 三季度末月下旬: `place` is 1 to 3; a day of that month, a part of it, its end, or all of it. */
export type QuarterMonthSaid = YearSaid & {
  readonly sort: 'quarter-month';
  readonly quarter?: number;
  readonly quarters?: number;
  readonly place: 1 | 2 | 3;
  readonly day?: number | undefined;
  readonly third?: number | undefined;
  readonly end: boolean;
};

/** Without a name: the next official break, whichever it is. `winter`: 年前, which means this only in January and February. */
export type BreakSaid = YearSaid & {
  readonly sort: 'break';
  readonly name?: string | undefined;
  readonly winter?: boolean;
  /** 假期, 期间: the days off; 端午节走访 is the day itself. */
  readonly wholeBreak: boolean;
  /** 国庆当天: the day itself, whatever follows. */
  readonly own?: boolean;
  readonly ended: boolean;
};

/** A key period by its place in the table; `edge` 1 is its end, −1 its beginning. */
export type SeasonSaid = YearSaid & { readonly sort: 'season'; readonly season: number; readonly edge: -1 | 0 | 1 };

export interface CountSaid {
  readonly sort: 'count';
  readonly amount: number;
  readonly unit: CountUnit;
  /** 一个半月: days on top of the months. */
  readonly extraDays?: number;
}

export type SimpleDay = Exclude<DaySaid, CountSaid>;

export type CountUnit = 'minute' | 'day' | 'workday' | 'month';

export type ClockSaid =
  | {
      readonly sort: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly part?: Part | undefined;
      /** 3点 without morning or afternoon. */
      readonly bare: boolean;
      /** Minutes taken off or added: 下班前半小时. */
      readonly plus?: number;
    }
  | { readonly sort: 'office'; readonly which: 'start' | 'noonEnd' | 'noonStart' | 'end'; readonly plus?: number }
  | { readonly sort: 'part'; readonly part: Part };

/** before: 前 · within: 内 · until: 止 · after: 后 · from: 起 · during: 期间 · since: 以来. */
export type Relation = 'before' | 'within' | 'until' | 'after' | 'from' | 'during' | 'since';

export interface PointSaid {
  readonly day?: DaySaid | undefined;
  readonly clock?: ClockSaid | undefined;
  /** 9月18日（周五）, 下周五（9月25日）: the same day said a second time; both must agree. */
  readonly also?: DaySaid | undefined;
}

/** One phrase of time with its place in the text. */
export interface PhraseSaid extends PointSaid {
  readonly from: number;
  readonly to: number;
  readonly relation?: Relation | undefined;
  /** （不含当日）. */
  readonly exclusive: boolean;
  /** The other end of a range. */
  readonly until?: PointSaid | undefined;
  readonly every?: EverySaid | undefined;
  /** 3月1日起每两周: the day the rule counts from. */
  readonly since?: Day | undefined;
  /** 每天8时、20时: the clocks after the first. */
  readonly moreClocks?: readonly ClockSaid[] | undefined;
  /** 立即. */
  readonly now: boolean;
  /** 国庆前后, 20号左右: nothing anybody can be held to. */
  readonly about: boolean;
  /** A term that is said and cannot be dated: 三五天内, 节前三天内. */
  readonly beyond: boolean;
}

type Change = Partial<Pick<PhraseSaid, 'from' | 'day' | 'also' | 'exclusive' | 'every' | 'since'>>;

/** A phrase with some of it changed; of the same shape as any other, so that what reads it looks its parts up faster. */
export function phraseWith(said: PhraseSaid, part: Change): PhraseSaid {
  return {
    from: part.from ?? said.from,
    to: said.to,
    day: 'day' in part ? part.day : said.day,
    clock: said.clock,
    also: part.also ?? said.also,
    relation: said.relation,
    exclusive: part.exclusive ?? said.exclusive,
    until: said.until,
    every: part.every ?? said.every,
    since: 'since' in part ? part.since : said.since,
    moreClocks: said.moreClocks,
    now: said.now,
    about: said.about,
    beyond: said.beyond,
  };
}

/** A recurrence: the rule without clock, and whether the rule alone says when the next one is. */
export interface EverySaid {
  readonly rule: string;
  readonly workdays: boolean;
  readonly anchored: boolean;
  /** 每早, 每晚8点: for the clock behind it. */
  readonly part?: Part | undefined;
}

/** What a way of saying something made of the tokens from `at` on, and the index of the first token it left. */
export interface Read<T> {
  readonly said: T;
  readonly next: number;
}

/** One way of saying something; undefined where these tokens do not say it. */
export type Way<T> = (run: Run, at: number) => Read<T> | undefined;
