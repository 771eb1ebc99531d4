import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { ReadTime } from '../../../domain/meaning.ts';
import type { Day } from '../../../domain/thing.ts';
import type { Convention } from './conventions.ts';
import type { DayContext, Direction } from './days.ts';

/** What the rules of time are applied to: a moment, a calendar, and which way undated words point. */
export interface TimeContext extends DayContext {
  readonly calendar: Calendar;
  readonly at: Date;
  /** The Shanghai day of `at`. */
  readonly today: Day;
}

/** What they are applied to another time: looking the other way, or from the beginning of another day. All are made here, of one shape. */
export function contextAt(
  at: Date,
  today: Day,
  direction: Direction,
  { calendar, periods }: Pick<TimeContext, 'calendar' | 'periods'>,
): TimeContext {
  return { calendar, today, direction, periods, at };
}

export function looking(direction: Direction, context: TimeContext): TimeContext {
  return contextAt(context.at, context.today, direction, context);
}

/** A phrase of time as instants, before anybody asked what part it plays in its sentence. */
export interface Resolved {
  readonly kind: ReadTime['kind'];
  readonly startAt: Date;
  readonly endAt: Date | undefined;
  /** The moment it means as a limit. */
  readonly byAt: Date;
  /** `grain` when it is taken as a limit: 上午 is over at noon, while an event of the morning has no hour. */
  readonly byGrain: 'day' | 'minute';
  /** Other readings of the limit, where nobody can say which is meant. */
  readonly choices: readonly Date[] | undefined;
  readonly grain: 'day' | 'minute';
  readonly provisional: boolean;
  readonly past: boolean;
  readonly assumed: readonly string[];
  readonly recurrence: ReadTime['recurrence'];
  readonly next: readonly Date[] | undefined;
  /** Of a recurrence: whether each occurrence is a limit. */
  readonly limits: boolean;
  /** 3天 alone is a length; only 限3天 or 3天完成 is a limit. */
  readonly length: boolean;
  readonly conventions: readonly Convention[];
}

/** Words that name no day, or name two that disagree. */
export interface Unresolved {
  readonly broken: 'invalid' | 'conflict';
  readonly choices: readonly Date[];
}

/** In what a phrase may differ from a plain moment. */
type More = Omit<Resolved, 'kind' | 'startAt' | 'byAt' | 'grain' | 'byGrain'> & {
  /** That of the whole where it is left open. */
  readonly byGrain: Resolved['byGrain'] | undefined;
};

/** Differs in nothing: to be spread and changed, so that all have one shape and what reads them looks their parts up faster. */
export const PLAIN: More = {
  endAt: undefined,
  byGrain: undefined,
  choices: undefined,
  provisional: false,
  past: false,
  assumed: [],
  recurrence: undefined,
  next: undefined,
  limits: false,
  length: false,
  conventions: [],
};

export function resolved(
  kind: Resolved['kind'],
  startAt: Date,
  byAt: Date,
  grain: Resolved['grain'],
  more: More,
): Resolved {
  return {
    kind,
    startAt,
    endAt: more.endAt,
    byAt,
    byGrain: more.byGrain ?? grain,
    choices: more.choices,
    grain,
    provisional: more.provisional,
    past: more.past,
    assumed: more.assumed,
    recurrence: more.recurrence,
    next: more.next,
    limits: more.limits,
    length: more.length,
    conventions: more.conventions,
  };
}
