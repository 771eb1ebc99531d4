import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { ReadTime } from '../../../domain/meaning.ts';
import type { Day } from '../../../domain/thing.ts';
import type { Direction } from './days.ts';
import { resolveCount } from './resolve-count.ts';
import { type Point, resolvePoint } from './resolve-point.ts';
import { resolveRange } from './resolve-range.ts';
import { resolveRecurrence } from './resolve-recurrence.ts';
import type { PhraseSaid } from './said.ts';

/** What the rules of time are applied to: a moment, a calendar, and which way undated words point. */
export interface TimeContext {
  readonly calendar: Calendar;
  readonly at: Date;
  /** The Shanghai day of `at`. */
  readonly today: Day;
  readonly direction: Direction;
}

/** A phrase of time as instants, before anybody asked what part it plays in its sentence. */
export interface Resolved {
  readonly kind: ReadTime['kind'];
  readonly startAt: Date;
  readonly endAt?: Date;
  /** The moment it means as a limit. */
  readonly byAt: Date;
  /** Other readings of the limit, where nobody can say which is meant. */
  readonly choices?: readonly Date[];
  readonly grain: 'day' | 'minute';
  readonly provisional: boolean;
  readonly past: boolean;
  readonly assumed: readonly string[];
  readonly recurrence?: ReadTime['recurrence'];
  readonly next?: readonly Date[];
  /** 3天 alone is a length; only 限3天 or 3天完成 is a limit. */
  readonly length?: true;
}

/** Words that name no day, or name two that disagree. */
export interface Unresolved {
  readonly broken: 'invalid' | 'conflict';
  readonly choices: readonly Date[];
}

/** The instants of a phrase. Days beyond the calendar count as days that do not exist. */
export function resolvePhrase(said: PhraseSaid, words: string, context: TimeContext): Resolved | Unresolved {
  try {
    return resolve(said, words.replace(/(?:之|以)?[前内]$/, ''), context);
  } catch (error) {
    if (error instanceof RangeError) return { broken: 'invalid', choices: [] };
    throw error;
  }
}

function resolve(said: PhraseSaid, words: string, context: TimeContext): Resolved | Unresolved {
  if (said.now) return moment(context.at);
  if (said.every) return resolveRecurrence(said, said.every, words, context);
  if (said.day?.sort === 'count') return resolveCount(said, said.day, context);

  const start = resolvePoint(said, words, said.exclusive, context);
  if ('broken' in start) return start;
  if (said.until) return resolveRange(said, start, said.until, words, context);
  return byRelation(said, start, context);
}

function moment(at: Date): Resolved {
  return { kind: 'at', startAt: at, byAt: at, grain: 'minute', provisional: false, past: false, assumed: [] };
}

function byRelation(said: PhraseSaid, point: Point, context: TimeContext): Resolved {
  const { relation } = said;
  const isBreak = said.day?.sort === 'break';
  const limits = relation === 'before' || relation === 'until' || (relation === 'within' && !isBreak);
  if (limits) return asLimit(said, point, relation === 'before');
  if (relation === 'after' && isBreak) return afterBreak(point, context);

  const spread = point.whole && point.clock === undefined;
  return {
    ...point.common,
    kind: spread ? 'range' : 'at',
    startAt: point.startAt,
    ...(spread && { endAt: point.endAt }),
    byAt: point.byAt,
    ...(point.byChoices && { choices: point.byChoices }),
    past: isPast(said, point, context),
  };
}

/** 下周前 is before the week for some and before its end for others; so is 今晚前, which names no hour. */
function asLimit(said: PhraseSaid, point: Point, before: boolean): Resolved {
  const twofold = before && point.whole && said.day?.sort !== 'break' && point.clock === undefined;
  const choices = point.byChoices ?? (twofold ? [point.byBeforeAt, point.byAt] : undefined);
  const assumed = point.byAssumed ? [...point.common.assumed, point.byAssumed] : point.common.assumed;
  const { byAt } = point;
  const grain = point.byGrain;
  return {
    ...point.common,
    kind: 'deadline',
    startAt: byAt,
    byAt,
    grain,
    assumed,
    past: false,
    ...(choices && { choices }),
  };
}

/** 节后 is the first working day after the break. */
function afterBreak(point: Point, { calendar, at }: TimeContext): Resolved {
  const day = calendar.addWorkdays(calendar.dayOf(point.endAt), 1);
  const startAt = calendar.at(day, '00:00');
  const assumed = [...point.common.assumed, '“节后”按节后第一个工作日'];
  return { ...point.common, kind: 'at', startAt, byAt: calendar.closing(day), past: startAt < at, assumed };
}

function isPast(said: PhraseSaid, point: Point, { at, today }: TimeContext): boolean {
  if (said.relation === 'from') return false;
  return point.common.grain === 'minute' ? point.startAt < at : point.last < today;
}
