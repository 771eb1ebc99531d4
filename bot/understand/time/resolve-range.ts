import type { Day } from '../../../domain/thing.ts';
import type { Resolved, TimeContext, Unresolved } from './resolve.ts';
import { endOf, type Point, resolvePoint } from './resolve-point.ts';
import type { ClockSaid, DaySaid, PhraseSaid, PointSaid } from './said.ts';

/** A至B: what B leaves unsaid (month, day, morning or afternoon) it takes from A; a range may have begun already. */
export function resolveRange(
  said: PhraseSaid,
  start: Point,
  until: PointSaid,
  words: string,
  context: TimeContext,
): Resolved | Unresolved {
  const begun =
    said.day?.sort === 'date' || said.day?.sort === 'day-of-month'
      ? startedBefore(said, until, words, context)
      : undefined;
  const from = begun ?? start;
  const to = endOfRange(said, from, until, words, context);
  if ('broken' in to) return to;

  const grain = to.clock ? 'minute' : from.common.grain;
  const endAt = to.clock ? to.startAt : to.endAt;
  if (endAt < from.startAt) return { broken: 'invalid', choices: [] };
  return {
    ...from.common,
    kind: 'range',
    startAt: from.startAt,
    endAt,
    byAt: to.byAt,
    grain,
    past: endAt < context.at,
  };
}

/** 9月1日至30日 said on 18 September is the range that is running, not next year's. */
function startedBefore(said: PhraseSaid, until: PointSaid, words: string, context: TimeContext): Point | undefined {
  const start = resolvePoint(said, words, false, { ...context, direction: 'past' });
  if ('broken' in start) return undefined;
  const end = endOfRange(said, start, until, words, context);
  return !('broken' in end) && end.endAt >= context.at ? start : undefined;
}

function endOfRange(
  said: PhraseSaid,
  start: Point,
  until: PointSaid,
  words: string,
  context: TimeContext,
): Point | Unresolved {
  const { calendar } = context;
  if (until.day) {
    const from = isOpen(until.day) ? onDay(start.first, context) : context;
    return resolvePoint(until, words, false, { ...from, direction: 'future' });
  }
  const clock = until.clock && inherit(until.clock, said.clock);
  const point = { ...until, ...(clock && { clock }) };
  const end = resolvePoint(point, words, false, onDay(start.first, context));
  if ('broken' in end || end.startAt >= start.startAt) return end;
  const nextDay = calendar.addDays(start.first, 1);
  const later = resolvePoint(point, words, false, onDay(nextDay, context));
  return 'broken' in later ? later : { ...later, endAt: endOf(nextDay, context) };
}

/** The same words, said at the beginning of another day. */
function onDay(today: Day, context: TimeContext): TimeContext {
  return { ...context, today, at: context.calendar.at(today, '00:00') };
}

/** Says neither week nor month nor year: the first such day from the start on. */
function isOpen(day: DaySaid): boolean {
  if (day.sort === 'weekday') return day.weeks === undefined;
  if (day.sort === 'day-of-month') return day.months === undefined;
  return day.sort === 'date' && day.year === undefined && day.years === undefined;
}

function inherit(clock: ClockSaid, from: ClockSaid | undefined): ClockSaid {
  if (clock.sort !== 'clock' || from?.sort !== 'clock' || clock.part || !from.part) return clock;
  return { ...clock, part: from.part, bare: false };
}
