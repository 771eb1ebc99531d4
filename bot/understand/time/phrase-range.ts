import { readPoint } from './point.ts';
import type { DaySaid, PointSaid, Read } from './said.ts';
import { kindAt, type Run } from './token.ts';

/** The other end of A到B, A至B止, A起至B, 周六、周日, 12月5日、6日, 早8点晚6点. */
export function readRange(run: Run, start: Read<PointSaid>): Read<PointSaid> | undefined {
  if (start.next >= run.length || start.said.day?.sort === 'count') return undefined;
  const next = kindAt(run, start.next) === 'from' ? start.next + 1 : start.next;
  const kind = kindAt(run, next);
  if (kind !== 'to' && kind !== 'dash') return inOneBreath(run, start);

  const until = readPoint(run, next + 1);
  if (!until || until.said.day?.sort === 'count') return undefined;
  return kindAt(run, until.next) === 'until' ? { said: until.said, next: until.next + 1 } : until;
}

/** Days that follow each other, and morning to evening. */
function inOneBreath(run: Run, start: Read<PointSaid>): Read<PointSaid> | undefined {
  const { day, clock } = start.said;
  const word = run[start.next];
  if (word?.kind === 'part' && word.part === 'evening' && clock?.sort === 'clock' && isMorning(clock.part)) {
    const until = readPoint(run, start.next);
    if (until?.said.clock?.sort === 'clock') return until;
  }
  if (!day || clock) return undefined;
  if (day.sort === 'weekday' && day.weekday === 6 && word?.kind === 'day' && word.text === '日') {
    return { said: { day: { ...day, weekday: 7 }, clock: undefined, also: undefined }, next: start.next + 1 };
  }
  // 周三或周四 is one of them.
  if ((word?.kind !== 'list' && word?.kind !== 'weekday') || word.text[0] === '或') return undefined;
  const until = readPoint(run, word.kind === 'list' ? start.next + 1 : start.next);
  return until?.said.day && !until.said.clock && isNextDay(day, until.said.day) ? until : undefined;
}

function isMorning(part: string | undefined): boolean {
  return part === 'early' || part === 'morning';
}

function isNextDay(day: DaySaid, later: DaySaid): boolean {
  if (day.sort === 'weekday' && later.sort === 'weekday') {
    return later.weekday === day.weekday + 1 && (later.weeks === undefined || later.weeks === day.weeks);
  }
  if (day.sort !== 'date' && day.sort !== 'day-of-month') return false;
  if (later.sort === 'day-of-month') return later.day === day.day + 1 && later.months === undefined;
  return day.sort === 'date' && later.sort === 'date' && later.month === day.month && later.day === day.day + 1;
}
