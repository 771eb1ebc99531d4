import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { KeyPeriod } from '../../../domain/calendar/key-periods.ts';
import type { Day } from '../../../domain/thing.ts';
import type { Convention } from './conventions.ts';

/** The days that words mean. `due` is the day by which something is meant to be done when they are a limit. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
  readonly due: Day;
  /** 本周, 10月: more than one day. */
  readonly whole: boolean;
  /** What 前 means: up to and including it, before it begins, or one of the two and nobody knows which. */
  readonly before: 'inclusive' | 'exclusive' | 'either';
  /** Last day for whoever reads 前 as "before it begins"; of a single date, the day itself. */
  readonly dueBefore: Day;
  /** Computed from official working days or breaks, which may not be announced yet. */
  readonly official: boolean;
  readonly assumed: string | undefined;
  /** By which convention these are the days. */
  readonly by: Convention | undefined;
  /** Days of which only one can be meant: 八月十五前 by the civil and by the lunar calendar. */
  readonly others: readonly Day[] | undefined;
}

/** Whether an undated day is the coming one or the one just gone. */
export type Direction = 'future' | 'past';

export interface DayContext {
  readonly calendar: Calendar;
  readonly today: Day;
  readonly direction: Direction;
  readonly periods: readonly KeyPeriod[];
}

/** How days differ from a single date. */
type DaysPart = Partial<Omit<Days, 'first' | 'last'>>;

export function days(first: Day, last: Day, part: DaysPart): Days {
  return {
    first,
    last,
    due: part.due ?? last,
    whole: part.whole ?? false,
    before: part.before ?? 'inclusive',
    dueBefore: part.dueBefore ?? part.due ?? last,
    official: part.official ?? false,
    assumed: part.assumed,
    by: part.by,
    others: part.others,
  };
}

export function oneDay(day: Day, by?: Convention, assumed?: string): Days {
  return daysOf(day, day, by, assumed);
}

/** A plain day or stretch; by far most are, and need no look at how they differ. */
function daysOf(first: Day, last: Day, by: Convention | undefined, assumed: string | undefined): Days {
  return {
    first,
    last,
    due: last,
    whole: false,
    before: 'inclusive',
    dueBefore: last,
    official: false,
    assumed,
    by,
    others: undefined,
  };
}

export function stretch(first: Day, last: Day, { calendar }: DayContext, end: boolean, by?: Convention): Days {
  if (end) return oneDay(last, by ?? 'month-end');
  return days(first, last, { whole: true, before: 'either', dueBefore: calendar.addDays(first, -1), by });
}

const PAD = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'));

/** Days of this century as they are written; a day that is looked up is best always the same string. */
const written = new Map<number, Day>();

export function civil(year: number, month: number, day: number): Day {
  const key = (year * 100 + month) * 100 + day;
  let text = written.get(key);
  if (text === undefined) {
    text = `${year}-${PAD[month]}-${PAD[day]}`;
    if (year >= 2000 && year < 2100) written.set(key, text);
  }
  return text;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function lengthOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : LENGTHS[month - 1]!;
}

export function yearOf(day: Day): number {
  return digits(day, 0) * 100 + digits(day, 2);
}

/** Two digits as a number, without a text made of them first. */
function digits(day: Day, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48;
}

/** The month so many months after the one a day lies in. */
export function monthAfter(day: Day, months: number): { readonly year: number; readonly month: number } {
  const count = yearOf(day) * 12 + digits(day, 5) - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** Same day of a later month, else that month's last day (《民法典》第202条). */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = monthAfter(day, months);
  return civil(year, month, Math.min(digits(day, 8), lengthOf(year, month)));
}

export function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
}

export function mondayOf(weeks: number, { calendar, today }: DayContext): Day {
  return calendar.addDays(today, 1 - calendar.weekday(today) + 7 * weeks);
}

/** The year that was said, or undefined where it was left open. */
export function saidYear(
  { year, years }: { readonly year?: number | undefined; readonly years?: number | undefined },
  { today }: DayContext,
): number | undefined {
  return year ?? (years === undefined ? undefined : yearOf(today) + years);
}

/** Of something that comes once a year: in the year that was said, else the coming one, or the one just gone. */
export function yearly<T>(
  said: { readonly year?: number | undefined; readonly years?: number | undefined },
  context: DayContext,
  inYear: (year: number) => T | undefined,
  lastOf: (found: T) => Day,
  firstOf: (found: T) => Day = lastOf,
): T | undefined {
  const year = saidYear(said, context);
  if (year !== undefined) return inYear(year);
  const { today, direction } = context;
  const here = yearOf(today);
  for (let distance = -1; distance <= 2; distance++) {
    const found = inYear(direction === 'future' ? here + distance : here - distance);
    if (found !== undefined && (direction === 'future' ? lastOf(found) >= today : firstOf(found) <= today))
      return found;
  }
  return undefined;
}
