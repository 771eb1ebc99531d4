import type { Day } from '../../../domain/thing.ts';
import { instant } from './resolve-clock.ts';
import { endOf, isProvisional, limitOn, type Point, resolvePoint, startOf } from './resolve-point.ts';
import { contextAt, looking, PLAIN, type Resolved, resolved, type TimeContext, type Unresolved } from './resolved.ts';
import type { ClockSaid, DaySaid, PhraseSaid, PointSaid } from './said.ts';

/** A至B: what B leaves unsaid (month, day, morning or afternoon) it takes from A; a range may have begun already. */
export function resolveRange(
  said: PhraseSaid,
  start: Point,
  until: PointSaid,
  words: string,
  context: TimeContext,
): Resolved | Unresolved {
  const open = said.day !== undefined && isOpen(said.day) && said.day.sort !== 'weekday';
  const from = (open ? startedBefore(said, until, words, context) : undefined) ?? start;
  const to = endOfRange(said, from, until, words, context);
  if ('broken' in to) return to;

  const startAt = startOf(from, context);
  const endAt = to.clock ? startOf(to, context) : endOf(to.days.last, context);
  if (endAt.getTime() < startAt.getTime()) return { broken: 'invalid', choices: [] };
  return resolved('range', startAt, limitOn(to.days.due, to, context), from.clock || to.clock ? 'minute' : 'day', {
    ...PLAIN,
    endAt,
    provisional: isProvisional(from, context) || isProvisional(to, context),
    past: endAt.getTime() < context.at.getTime(),
    assumed: from.assumed,
    conventions: from.by ? [from.by] : [],
  });
}

/** 9月1日至30日 said on 18 September is the range that is running, not next year's. */
function startedBefore(said: PhraseSaid, until: PointSaid, words: string, context: TimeContext): Point | undefined {
  const start = resolvePoint(said, words, undefined, looking('past', context));
  if ('broken' in start) return undefined;
  const end = endOfRange(said, start, until, words, context);
  if ('broken' in end) return undefined;
  const endAt = end.clock ? startOf(end, context) : endOf(end.days.last, context);
  const long = context.calendar.daysBetween(start.days.first, end.days.last) > 300;
  return endAt >= context.at && !long ? start : undefined;
}

function endOfRange(
  said: PhraseSaid,
  start: Point,
  until: PointSaid,
  words: string,
  context: TimeContext,
): Point | Unresolved {
  const { calendar } = context;
  const { first } = start.days;
  const overnight = until.day?.sort === 'shifted' && until.day.next === true;
  const clock = until.clock && inherit(until.clock, said.clock, overnight);
  if (until.day) {
    const from = isOpen(until.day) ? onDay(first, context) : context;
    return resolvePoint({ ...until, clock }, words, undefined, looking('future', from));
  }
  const end = resolvePoint({ ...until, clock }, words, undefined, onDay(first, context));
  if ('broken' in end) return end;
  const same = onSameDay(end, first, context);
  if (same >= startOf(start, context)) return { ...end, startAt: same };
  return { ...end, startAt: onSameDay(end, calendar.addDays(first, 1), context) };
}

function onSameDay(end: Point, day: Day, context: TimeContext): Date {
  return end.clock ? instant(day, end.clock, context) : startOf(end, context);
}

/** The same words, said at the beginning of another day. */
function onDay(today: Day, context: TimeContext): TimeContext {
  return contextAt(context.calendar.at(today, '00:00'), today, context.direction, context);
}

/** Says neither week nor month nor year: the first such day from the start on. 次日 is the day after the start. */
function isOpen(day: DaySaid): boolean {
  switch (day.sort) {
    case 'shifted':
      return day.next === true;
    case 'weekday':
      return day.weeks === undefined;
    case 'day-of-month':
      return day.months === undefined;
    case 'date':
    case 'festival':
    case 'term':
    case 'lunar':
    case 'break':
      return day.year === undefined && day.years === undefined;
    case 'month':
      return (
        day.year === undefined &&
        day.years === undefined &&
        (day.months === undefined || day.end || day.third !== undefined)
      );
    default:
      return false;
  }
}

/** 晚8点至次日6点 ends in the morning, 下午2点到4点 in the afternoon. */
function inherit(clock: ClockSaid, from: ClockSaid | undefined, overnight: boolean): ClockSaid {
  if (clock.sort !== 'clock' || clock.part) return clock;
  if (overnight) return { ...clock, bare: false };
  if (from?.sort !== 'clock') return clock;
  if (clock.bare && clock.hour <= 6 && (from.part === 'evening' || from.hour >= 17)) return { ...clock, bare: false };
  if (from.part) {
    // 上午9点到3点 ends in the afternoon.
    const later = from.part === 'morning' && clock.hour < from.hour;
    return { ...clock, part: later ? 'afternoon' : from.part, bare: false };
  }
  return clock;
}
