import type { DaySaid, Read, Way } from '../said.ts';
import { kindAt, type Run, type TokenKind } from '../token.ts';
import { besideOf } from './beside.ts';
import { calendarDate } from './calendar-date.ts';
import { count } from './count.ts';
import { dayOfMonth } from './day-of-month.ts';
import { festival } from './festival.ts';
import { lunarDate } from './lunar-date.ts';
import { month } from './month.ts';
import { namedDay, namedWorkday, spell } from './named-day.ts';
import { nthOf } from './nth.ts';
import { officialBreak } from './official-break.ts';
import { quarter } from './quarter.ts';
import { season } from './season.ts';
import { week } from './week.ts';
import { weekday } from './weekday.ts';
import { year } from './year.ts';

const NUMBERED = [lunarDate, calendarDate, dayOfMonth, year, quarter, month, officialBreak, festival, season, count];
const COUNTED = [count];

type Ways = ReadonlyMap<TokenKind, readonly Way<DaySaid>[]>;

/**
 * Every way of saying a day, by the kind of its first token; what a number begins is told by the token behind it. Where several begin alike the more definite stands first:
 * 9月18日 is a date before it is a month, 15日 a day before it is a count.
 */
const WAYS: Ways = new Map<TokenKind, readonly Way<DaySaid>[]>([
  ['half', COUNTED],
  ['nth', [namedWorkday]],
  ['workday', [namedWorkday]],
  ['namedDay', [namedDay]],
  ['sameDay', [namedDay]],
  ['spell', [spell]],
  ['weekday', [weekday]],
  ['week', [week]],
  ['weekWord', [week]],
  ['weekend', [week]],
  ['monthRef', [dayOfMonth, month]],
  ['month', [month]],
  ['monthEnd', [month]],
  ['third', [month]],
  ['hazy', [month]],
  ['yearRef', [lunarDate, calendarDate, year, quarter, month, officialBreak, festival, season]],
  ['yearEnd', [year]],
  ['halfYear', [year]],
  ['year', [year]],
  ['quarterRef', [quarter]],
  ['quarterEnd', [quarter]],
  ['holiday', [officialBreak]],
  ['breakOf', [officialBreak]],
  ['festival', [festival]],
  ['term', [festival]],
  ['season', [season]],
  ['lunarWord', [lunarDate]],
  ['leap', [lunarDate]],
  ['lunarMonth', [lunarDate]],
  ['lunarDay', [lunarDate]],
]);

/** Of the ways that begin with a number those that can go on like this; behind a year (年, 年度) any of them can follow. */
const BEHIND_NUMBER: Ways = new Map<TokenKind, readonly Way<DaySaid>[]>([
  ['year', NUMBERED],
  ['yearRef', NUMBERED],
  ['month', [lunarDate, calendarDate, month, count]],
  ['day', [dayOfMonth, count]],
  ['to', [dayOfMonth, month]],
  ['dash', [calendarDate, dayOfMonth, month]],
  ['dot', [calendarDate, count]],
  ['slash', [calendarDate]],
  ['hazy', [month]],
  ['monthEnd', [month]],
  ['yearEnd', [year]],
  ['quarterEnd', [quarter]],
  ['quarterRef', [quarter, count]],
  ['ge', [quarter, count]],
  ['dayCount', COUNTED],
  ['workday', COUNTED],
  ['weekWord', COUNTED],
  ['hourCount', COUNTED],
  ['minuteCount', COUNTED],
  ['quarterHour', COUNTED],
]);

function waysAt(run: Run, at: number): readonly Way<DaySaid>[] | undefined {
  const first = run[at];
  if (first?.kind !== 'number') return first && WAYS.get(first.kind);
  // 20260918 is a date by itself.
  if (first.text.length === 8) return NUMBERED;
  const second = run[at + 1];
  return second && BEHIND_NUMBER.get(second.kind);
}

/** The first way that reads a day here, with what stands beside it: 节后第一个工作日, 本月最后一个工作日. */
export function readDay(run: Run, at: number): Read<DaySaid> | undefined {
  const ways = waysAt(run, at);
  if (!ways) return undefined;
  for (const way of ways) {
    const read = ended(run, way(run, at));
    if (read) return run.length > read.next ? (nthOf(run, read) ?? besideOf(run, read) ?? read) : read;
  }
  return undefined;
}

/** 上半年结束前, 三季度结束后: its last day. */
function ended(run: Run, read: Read<DaySaid> | undefined): Read<DaySaid> | undefined {
  if (!read || kindAt(run, read.next) !== 'ended') return read;
  const word = kindAt(run, read.next + 1);
  if (read.said.sort === 'week' && word === 'before') return { said: read.said, next: read.next + 1 };
  if (!('end' in read.said) || read.said.end) return read;
  return word === 'before' || word === 'after' ? { said: { ...read.said, end: true }, next: read.next + 1 } : read;
}
