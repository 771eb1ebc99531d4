import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { Day } from '../thing.ts';
import type { Weekday } from './calendar.ts';

dayjs.extend(utc);

/** A civil day as whole days since 1970-01-01: the unit that day arithmetic is done in. */
export type DayNumber = number;

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Shanghai has kept UTC+8 all year round since 1992, so no zone data is needed. */
const shanghaiMs = 8 * 60 * minuteMs;

/** The years that every question about working days has an answer for. */
export const firstYear = 2000;
export const lastYear = 2099;
const firstDay = Date.UTC(firstYear, 0, 1) / dayMs;
export const lastDay: DayNumber = Date.UTC(lastYear, 11, 31) / dayMs;

/** Days that were asked for, by the days since `firstDay`; of full length from the start, or it would be a hash table. */
const texts = new Array<Day | undefined>(lastDay - firstDay + 1);
const ZERO = '0'.charCodeAt(0);
/** Days of a year before each month, counted from 1. */
const BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Reads `2026-03-05`; throws a RangeError for a day that does not exist. */
export function dayNumber(day: Day): DayNumber {
  const days = daysSinceFirst(day);
  return texts[days] === day ? firstDay + days : readDay(day);
}

/** Writes a day number as `2026-03-05`. */
export function dayText(day: DayNumber): Day {
  return texts[day - firstDay] ?? writeDay(day);
}

/** What the letters of `20yy-mm-dd` come to; no place in `texts` where they say something else. */
function daysSinceFirst(day: Day): number {
  const years = twoDigits(day, 2);
  const months = twoDigits(day, 5);
  const leap = years % 4 === 0 ? (months > 2 ? 1 : 0) : 1;
  return 365 * years + Math.floor(years / 4) + leap + BEFORE_MONTH[months]! + twoDigits(day, 8) - 1;
}

function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}

function readDay(day: Day): DayNumber {
  const ms = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) throw new RangeError(`not a day: "${day}"`);

  const read = ms / dayMs;
  if (isCovered(read)) texts[read - firstDay] = day;
  return read;
}

function writeDay(day: DayNumber): Day {
  const text = Number.isInteger(day) ? new Date(day * dayMs).toISOString() : '';
  if (text.length !== 24) throw new RangeError(`not a day number: ${day}`);

  const written = text.slice(0, 10);
  if (isCovered(day)) texts[day - firstDay] = written;
  return written;
}

/** True where working days can be told, 2000 to 2099. */
function isCovered(day: DayNumber): boolean {
  return day >= firstDay && day <= lastDay;
}

/** The year of a covered day, by integers only: in this century every fourth year has 366 days, and 2000 is the first. */
export function coveredYear(day: DayNumber): number {
  if (!isCovered(day)) throw new RangeError(`${dayText(day)} lies outside the calendar (${firstYear} to ${lastYear})`);
  return firstYear + Math.floor((4 * (day - firstDay)) / 1461);
}

/** 1 January of a year. */
export function newYearOf(year: number): DayNumber {
  return Date.UTC(year, 0, 1) / dayMs;
}

/** A day in parts; months count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(day: DayNumber): DateParts {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The first day of a month; months beyond 1 to 12 run on into other years. */
export function monthStart(year: number, month: number): DayNumber {
  return Date.UTC(year, month - 1, 1) / dayMs;
}

/** How many days a month has; months beyond 1 to 12 run on into other years. */
export function daysInMonth(year: number, month: number): number {
  return monthStart(year, month + 1) - monthStart(year, month);
}

export function weekdayOf(day: DayNumber): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Same day of a later month, else that month's last day (《民法典》第202条). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  return (
    dayjs
      .utc(day * dayMs)
      .add(months, 'month')
      .valueOf() / dayMs
  );
}

/** Milliseconds of Shanghai's wall clock: whole days are `dayMs` apart. Throws a RangeError for an invalid date. */
export function wallMs(at: Date): number {
  const ms = at.getTime();
  if (Number.isNaN(ms)) throw new RangeError('not a moment: invalid Date');
  return ms + shanghaiMs;
}

export function dayAt(wall: number): DayNumber {
  return Math.floor(wall / dayMs);
}

/** The instant so many milliseconds after a Shanghai day began. */
export function moment(day: DayNumber, msOfDay: number): Date {
  return new Date(day * dayMs + msOfDay - shanghaiMs);
}
