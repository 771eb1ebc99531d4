import type { Day } from '../../../domain/thing.ts';
import type { Convention } from './conventions.ts';
import { type Days, oneDay, yearOf } from './days.ts';
import { type ClockRead, instant, resolveClock } from './resolve-clock.ts';
import { resolveDays } from './resolve-day.ts';
import type { TimeContext, Unresolved } from './resolved.ts';
import type { PointSaid, Relation } from './said.ts';
import { agrees, conflict } from './said-twice.ts';

/** One end of a time: a day, a clock or both. Instants are worked out by whoever needs them. */
export interface Point {
  readonly days: Days;
  /** The exact clock that was said; 上午 is none. */
  readonly clock: ClockRead | undefined;
  /** As a limit: also 上午, which is over at noon. */
  readonly byClock: ClockRead | undefined;
  /** Hours to choose from where the words name none. */
  readonly hours: readonly string[] | undefined;
  /** Moments to choose from, whatever the relation: 下班前 said after closing. */
  readonly instead: readonly Date[] | undefined;
  /** Where another day than the first has been chosen for the hour; see `startOf`. */
  readonly startAt: Date | undefined;
  readonly assumed: readonly string[];
  readonly by: Convention | undefined;
}

/** Hours to choose from where the words name none: 今晚 is eight or midnight, 明早 is opening or noon. */
const PROPOSED: Readonly<Record<string, readonly string[]>> = {
  evening: ['20:00', '24:00'],
  early: ['08:30', '12:00'],
  dawn: ['06:00', '08:30'],
};
const RUNNING: ReadonlySet<Relation | undefined> = new Set<Relation | undefined>([
  'during',
  'after',
  'within',
  'until',
  undefined,
]);

/** A clock alone is the next such time, or the last one where the text tells of the past. */
export function resolvePoint(
  said: PointSaid,
  words: string,
  relation: Relation | undefined,
  context: TimeContext,
): Point | Unresolved {
  const clock = said.clock && resolveClock(said.clock, words, context.calendar);
  if (!said.day || said.day.sort === 'count') return clockAlone(said, clock, context);

  const days = resolveDays(said.day, words, context, RUNNING.has(relation));
  if (!days) return { broken: 'invalid', choices: [] };
  if (said.also && !agrees(days, said.also, words, context)) return conflict(days, said.also, clock, context);
  return pointOf(days, said, clock);
}

function pointOf(days: Days, said: PointSaid, clock: ClockRead | undefined): Point {
  const part = said.clock?.sort === 'part' ? said.clock.part : undefined;
  const exact = part === undefined ? clock : undefined;
  const assumed: string[] = [];
  if (days.assumed !== undefined) assumed.push(days.assumed);
  if (exact?.assumed !== undefined) assumed.push(exact.assumed);
  return {
    days,
    clock: exact,
    byClock: clock,
    hours: part !== undefined && clock === undefined ? PROPOSED[part] : undefined,
    instead: undefined,
    startAt: undefined,
    assumed,
    by: days.by ?? clock?.by,
  };
}

/** The moment it begins; limits do not ask for it. */
export function startOf({ days, clock, startAt }: Point, context: TimeContext): Date {
  return startAt ?? (clock ? instant(days.first, clock, context) : context.calendar.at(days.first, '00:00'));
}

/** A day as the last one of a limit: at the clock that was said, else at closing. */
export function limitOn(day: Day, { byClock }: Point, context: TimeContext): Date {
  return byClock ? instant(day, byClock, context) : context.calendar.closing(day);
}

export function isProvisional({ days }: Point, { calendar }: TimeContext): boolean {
  return days.official && !(calendar.isAnnounced(yearOf(days.due)) && calendar.isAnnounced(yearOf(days.last)));
}

export function endOf(day: Day, { calendar }: TimeContext): Date {
  return new Date(calendar.at(day, '24:00').getTime() - 1000);
}

/** 下班前 after closing names no day: the next working day is proposed, not taken. */
function clockAlone(said: PointSaid, clock: ClockRead | undefined, context: TimeContext): Point {
  const { calendar, at, today, direction } = context;
  const point = (day: Day, assumed?: string, by?: Convention) => pointOf(oneDay(day, by, assumed), said, clock);
  const now = point(today);
  if (clock === undefined) return now;
  const aheadMs = limitOn(today, now, context).getTime() - at.getTime();
  if (direction === 'past') return aheadMs > 0 ? point(calendar.addDays(today, -1)) : now;
  if (aheadMs >= 0) return now;
  if (said.clock?.sort === 'clock') {
    return point(calendar.addDays(today, 1), `今天${clock.clock}已过，按明天`, 'next-clock');
  }
  return { ...now, instead: [instant(calendar.addWorkdays(today, 1), clock, context)] };
}
