import { holidayTables } from '../../../config/holidays.ts';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';

export const officeHours = { start: '08:30', noonEnd: '12:00', noonStart: '14:00', end: '17:30' };

/** The calendar of an office with the usual hours and the tables as they are shipped. */
export const calendar = createCalendar(holidayTables(), officeHours);

/** `2026-02-14 09:00` in Shanghai; seconds may follow. */
export function shanghai(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}

/** The same the other way round, down to the minute. */
export function written(at: Date): string {
  return `${calendar.dayOf(at)} ${calendar.clockOf(at)}`;
}

export function daysOf(from: string, to: string): string[] {
  return Array.from({ length: calendar.daysBetween(from, to) + 1 }, (_, index) => calendar.addDays(from, index));
}
