import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { ReadTime } from '../../../domain/meaning.ts';
import type { Day } from '../../../domain/thing.ts';
import type { Convention } from './conventions.ts';
import type { DayContext } from './days.ts';

/** What the rules of time are applied to: a moment, a calendar, and which way undated words point. */
export interface TimeContext extends DayContext {
  readonly calendar: Calendar;
  readonly at: Date;
  /** The Shanghai day of `at`. */
  readonly today: Day;
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

/** The parts of a resolved phrase that differ from a plain moment. */
export function resolved(
  kind: Resolved['kind'],
  startAt: Date,
  byAt: Date,
  grain: Resolved['grain'],
  part: Partial<Resolved> = {},
): Resolved {
  return {
    kind,
    startAt,
    endAt: part.endAt,
    byAt,
    byGrain: part.byGrain ?? grain,
    choices: part.choices,
    grain,
    provisional: part.provisional ?? false,
    past: part.past ?? false,
    assumed: part.assumed ?? [],
    recurrence: part.recurrence,
    next: part.next,
    limits: part.limits ?? false,
    length: part.length ?? false,
    conventions: part.conventions ?? [],
  };
}
