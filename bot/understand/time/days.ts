import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';

/** The days that words mean. `due` is the day by which something is meant to be done when they are a limit. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
  readonly due: Day;
  /** 本周, 10月: more than one day, so that 前 may mean before it or before its end. */
  readonly whole: boolean;
  /** Last day for whoever reads 前 as "before it begins"; of a single day, the day itself. */
  readonly dueBefore: Day;
  /** Computed from official working days or breaks, which may not be announced yet. */
  readonly official: boolean;
  readonly assumed?: string;
}

/** Whether an undated day is the coming one or the one just gone. */
export type Direction = 'future' | 'past';

export interface DayContext {
  readonly calendar: Calendar;
  readonly today: Day;
  readonly direction: Direction;
}

export function oneDay(day: Day, assumed?: string): Days {
  return {
    first: day,
    last: day,
    due: day,
    whole: false,
    dueBefore: day,
    official: false,
    ...(assumed && { assumed }),
  };
}

export function stretch(first: Day, last: Day, { calendar }: DayContext, end = false): Days {
  return {
    first: end ? last : first,
    last,
    due: last,
    whole: !end,
    dueBefore: calendar.addDays(first, -1),
    official: false,
  };
}

export function civil(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function lengthOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : LENGTHS[month - 1]!;
}

/** The month so many months after the one a day lies in. */
export function monthAfter(day: Day, months: number): { readonly year: number; readonly month: number } {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

export function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
}

export function mondayOf(weeks: number, { calendar, today }: DayContext): Day {
  return calendar.addDays(today, 1 - calendar.weekday(today) + 7 * weeks);
}
