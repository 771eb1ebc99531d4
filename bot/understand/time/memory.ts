import type { Day } from '../../../domain/thing.ts';
import type { FoundTime } from './found.ts';
import { type DaySaid, type EverySaid, type PhraseSaid, phraseWith } from './said.ts';
import type { Scene } from './scene.ts';

/** What was said before in the same message, for what is left unsaid later. */
export interface Spoken {
  readonly said: PhraseSaid;
  readonly time: FoundTime;
}

/** Between the two neither a sentence ends nor much is said. */
const REACH = 30;
const ENDS = /[。;!?\n]/;
const TOUCHING = /^[\s,()的]{0,3}$/;

/** `touching`: 12月5日，上午9点 is one time; `unsure`: the hour may be one of today. */
interface Inherited {
  readonly day: DaySaid;
  readonly how: 'touching' | 'later' | 'unsure';
}

const COMMA = /^\s?,\s?$/;
const JOINED = /^(?:、|和|或者?|及|以及|与)$/;
const HOUR = 3_600_000;

/**
 * Whose day an hour without one belongs to. 明天上午9点开会，8:50前签到: the meeting's. 明天9点开会，17:00前报名单 may be today or
 * tomorrow. `onDay` gives the moment on that day. Undefined where the hour stands for itself.
 */
export function dayFor(
  said: PhraseSaid,
  last: Spoken | undefined,
  text: string,
  onDay: (day: DaySaid) => Date | undefined,
): Inherited | undefined {
  if (said.day || said.now || !said.clock || said.until?.day || !last || last.said.every) return undefined;
  const day = last.said.until?.day ?? last.said.day;
  if (!day || day.sort === 'count' || last.said.until?.day) return undefined;
  const between = text.slice(last.said.to, said.from);
  if (between.length > REACH || ENDS.test(between)) return undefined;
  const free = last.said.relation === undefined;
  if (TOUCHING.test(between)) return free ? { day, how: 'touching' } : undefined;

  if (said.clock.sort !== 'clock' || !free) return undefined;
  const limits = said.relation === 'before' || said.relation === 'until' || said.relation === 'within';
  if (!limits) return { day, how: 'later' };
  if (last.time.past) return undefined;
  const moment = onDay(day)?.getTime();
  const event = last.time.read.startAt?.getTime();
  if (moment === undefined || event === undefined) return undefined;
  const soonBefore = last.said.clock !== undefined && moment <= event && event - moment <= 3 * HOUR;
  return { day, how: soonBefore ? 'later' : 'unsure' };
}

/** 12月5日，周六，上午9点: the weekday is the date's. */
export function dateFor(said: PhraseSaid, last: Spoken | undefined, text: string): PhraseSaid | undefined {
  const before = last?.said;
  if (said.day?.sort !== 'weekday' || said.day.weeks !== undefined || said.also || !before) return undefined;
  const dated = before.day?.sort === 'date' || before.day?.sort === 'day-of-month' || before.day?.sort === 'shifted';
  if (!dated || before.relation || before.clock || before.until || before.also) return undefined;
  if (!COMMA.test(text.slice(before.to, said.from))) return undefined;
  return phraseWith(said, { from: before.from, day: before.day, also: said.day });
}

/** 每日零报告，17时前报: the hour belongs to every day. */
export function everyFor(said: PhraseSaid, last: Spoken | undefined, text: string): EverySaid | undefined {
  const each = last?.said.every;
  if (!each?.anchored || last!.said.clock || said.day || said.until || !said.clock || said.clock.sort === 'part')
    return undefined;
  const between = text.slice(last!.said.to, said.from);
  return between.length <= REACH && !ENDS.test(between) ? each : undefined;
}

/** 下周三或周四, 下周一、周三: the week is said once. */
export function weekFor(said: PhraseSaid, last: Spoken | undefined, text: string): PhraseSaid | undefined {
  const { day } = said;
  const before = last?.said.day;
  if (day?.sort !== 'weekday' || day.weeks !== undefined || before?.sort !== 'weekday' || before.weeks === undefined)
    return undefined;
  return JOINED.test(text.slice(last!.said.to, said.from)) && day.weekday > before.weekday
    ? phraseWith(said, { day: { ...day, weeks: before.weeks } })
    : undefined;
}

/** 5月3日报名，10日考试: the month that was spoken of; undefined where the day stands alone or names its month. */
export function monthFor(
  said: PhraseSaid,
  last: Spoken | undefined,
): { readonly month: number; readonly day: number; readonly year: number | undefined } | undefined {
  if (said.day?.sort !== 'day-of-month' || said.day.months !== undefined || !last || last.time.past) return undefined;
  const { day } = last.said;
  return day?.sort === 'date' && day.years === undefined
    ? { month: day.month, day: day.day, year: day.year }
    : undefined;
}

/** 3月1日起每两周, 3月1日至10日每天: the day a rule begins on. */
export function startOf(said: PhraseSaid, last: Spoken | undefined, { context, normal }: Scene): Day | undefined {
  const starts = last?.said.relation === 'from' || last?.said.until?.day !== undefined;
  const startAt = starts ? last?.time.read.startAt : undefined;
  if (!startAt || !last) return undefined;
  const between = normal.text.slice(last.said.to, said.from);
  return between.length <= (last.said.until ? 2 : 8) && !ENDS.test(between)
    ? context.calendar.dayOf(startAt)
    : undefined;
}
