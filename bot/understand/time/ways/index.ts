import type { DaySaid, Way } from '../said.ts';
import type { Run, TokenKind } from '../token.ts';
import { calendarDate } from './calendar-date.ts';
import { count } from './count.ts';
import { dayOfMonth } from './day-of-month.ts';
import { month } from './month.ts';
import { namedDay } from './named-day.ts';
import { officialBreak } from './official-break.ts';
import { quarter } from './quarter.ts';
import { week } from './week.ts';
import { weekday } from './weekday.ts';
import { year } from './year.ts';

/**
 * Every way of saying a day, by the kind of its first token. Where several begin alike the more definite stands first:
 * 9月18日 is a date before it is a month, 15日 a day before it is a count.
 */
const WAYS: Partial<Record<TokenKind, readonly Way<DaySaid>[]>> = {
  number: [calendarDate, dayOfMonth, year, quarter, month, count],
  half: [count],
  namedDay: [namedDay],
  weekday: [weekday],
  week: [week],
  weekWord: [week],
  weekend: [week],
  monthRef: [dayOfMonth, month],
  month: [month],
  monthEnd: [month],
  third: [month],
  yearRef: [calendarDate, year, month],
  yearEnd: [year],
  year: [year],
  quarterRef: [quarter],
  quarterEnd: [quarter],
  holiday: [officialBreak],
  breakOf: [officialBreak],
};

/** The first way that reads a day here. */
export function readDay(run: Run, at: number): ReturnType<Way<DaySaid>> {
  for (const way of WAYS[run[at]?.kind ?? 'ge'] ?? []) {
    const read = way(run, at);
    if (read) return read;
  }
  return undefined;
}
