import type { Day } from '../../../domain/thing.ts';
import { type Days, oneDay } from './days.ts';
import type { Resolved, TimeContext, Unresolved } from './resolve.ts';
import { type ClockRead, instant, resolveClock } from './resolve-clock.ts';
import { resolveDays } from './resolve-day.ts';
import type { PointSaid } from './said.ts';
import { agrees, conflict } from './said-twice.ts';

/** One end of a time: a day, a clock or both, as instants. */
export interface Point {
  readonly startAt: Date;
  readonly endAt: Date;
  readonly byAt: Date;
  /** As a limit, for whoever takes 前 as "before it begins". */
  readonly byBeforeAt: Date;
  readonly byGrain: 'day' | 'minute';
  readonly byChoices?: readonly Date[];
  readonly byAssumed?: string;
  readonly clock?: ClockRead;
  readonly first: Day;
  readonly last: Day;
  readonly whole: boolean;
  readonly common: Pick<Resolved, 'grain' | 'provisional' | 'assumed'>;
}

/** Hours to choose from where the words name none: 今晚 is eight or midnight, 明早 is opening or noon. */
const PROPOSED = { evening: ['20:00', '24:00'], early: ['08:30', '12:00'], dawn: ['06:00', '08:30'] } as const;

/** A clock alone is the next such time, or the last one where the text tells of the past. */
export function resolvePoint(
  said: PointSaid,
  words: string,
  exclusive: boolean,
  context: TimeContext,
): Point | Unresolved {
  const { calendar } = context;
  const clock = said.clock && resolveClock(said.clock, words, calendar);
  const vague = said.clock !== undefined && clock === undefined;
  if (!said.day || said.day.sort === 'count') return clockAlone(said, clock, context);

  const days = resolveDays(said.day, words, context);
  if (!days) return { broken: 'invalid', choices: [] };
  if (said.also && !agrees(days, said.also, words, context)) {
    return conflict(days, said.also, clock, context);
  }
  return pointOf(exclusive ? dayEarlier(days, context) : days, said, clock, vague, context);
}

function pointOf(
  days: Days,
  said: PointSaid,
  clock: ClockRead | undefined,
  vague: boolean,
  context: TimeContext,
): Point {
  const { calendar } = context;
  const exact = said.clock?.sort === 'part' ? undefined : clock;
  const by = (day: Day) => (clock ? instant(day, clock, context) : calendar.closing(day));
  const startAt = exact ? instant(days.first, exact, context) : calendar.at(days.first, '00:00');
  const byAt = by(days.due);
  const part = said.clock?.sort === 'part' && vague ? said.clock.part : undefined;
  const proposed = part && part in PROPOSED ? PROPOSED[part as keyof typeof PROPOSED] : undefined;
  return {
    startAt,
    endAt: exact ? startAt : endOf(days.last, context),
    byAt,
    byBeforeAt: days.whole ? by(days.dueBefore) : byAt,
    byGrain: clock ? 'minute' : 'day',
    ...(proposed && { byChoices: proposed.map((hours) => calendar.at(days.due, hours)) }),
    ...(said.clock?.sort === 'part' && clock?.assumed && { byAssumed: clock.assumed }),
    ...(exact && { clock: exact }),
    first: days.first,
    last: days.last,
    whole: days.whole,
    common: {
      grain: exact ? 'minute' : 'day',
      provisional: days.official && [days.due, days.last].some((day) => !calendar.isAnnounced(Number(day.slice(0, 4)))),
      assumed: [days.assumed, exact?.assumed].filter((phrase) => phrase !== undefined),
    },
  };
}

export function endOf(day: Day, { calendar }: TimeContext): Date {
  return new Date(calendar.at(day, '24:00').getTime() - 1000);
}

function dayEarlier(days: Days, { calendar }: TimeContext): Days {
  return { ...days, due: calendar.addDays(days.due, -1) };
}

/** 下班前 after closing names no day: the next working day is proposed, not taken. */
function clockAlone(said: PointSaid, clock: ClockRead | undefined, context: TimeContext): Point | Unresolved {
  const { calendar, at, today, direction } = context;
  const point = (day: Day, assumed?: string) =>
    pointOf(oneDay(day, assumed), said, clock, clock === undefined, context);
  const now = point(today);
  if (clock === undefined) return now;
  if (direction === 'past') return now.byAt > at ? point(calendar.addDays(today, -1)) : now;
  if (now.byAt >= at) return now;
  if (said.clock?.sort === 'clock') return point(calendar.addDays(today, 1), `今天${clock.clock}已过，按明天`);
  return { ...now, byChoices: [instant(calendar.addWorkdays(today, 1), clock, context)] };
}
