import type { Day } from '../thing.ts';
import type { HolidayTable } from './holiday-table.ts';

/** Hours of one day as written in the policy: `09:00-11:45`; several joined by commas. */
export type Hours = string;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a class of message may be spoken. */
export interface Window {
  readonly hours: Hours;
  /** Only on official working days. */
  readonly workdays: boolean;
}

/** A break of the official calendar: `{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }`. */
export interface Holiday {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** How a task comes round again. `cal` restricts to official working days, moving to the working day before. */
export interface Recurrence {
  /** RFC 5545 subset: FREQ=DAILY|WEEKLY|MONTHLY|YEARLY; INTERVAL; BYDAY; BYMONTHDAY (−1 = last day); BYMONTH; BYSETPOS; BYHOUR; BYMINUTE. */
  readonly rrule: string;
  readonly cal?: 'cn-workday';
  /** The day that INTERVAL counts from, and that a rule without a day of its own takes its day from. */
  readonly anchorDay?: Day;
}

/**
 * All arithmetic of days, working days and windows, on Shanghai civil days, never on the process time zone.
 * Everything here is a pure function of the tables it was made from.
 */
export interface Calendar {
  dayOf(at: Date): Day;
  /** `HH:MM` of a moment in Shanghai. */
  clockOf(at: Date): string;
  /** The instant of a clock (`09:00`, also `24:00`) on a Shanghai day. */
  at(day: Day, clock: string): Date;
  weekday(day: Day): Weekday;
  addDays(day: Day, days: number): Day;
  /** Same day of a later month, else that month's last day (《民法典》第202条). */
  addMonths(day: Day, months: number): Day;
  /** Whole days from `a` to `b`; negative if `b` is earlier. */
  daysBetween(a: Day, b: Day): number;
  /** True where the State Council's arrangement of that year has been announced. */
  isAnnounced(year: number): boolean;
  isWorkday(day: Day): boolean;
  /** The n-th working day after `day`, which does not count (《民法典》第201条); negative n goes back. */
  addWorkdays(day: Day, workdays: number): Day;
  /** Working days from `a` (not counted) to `b` (counted). */
  workdaysBetween(a: Day, b: Day): number;
  /** The official break a day belongs to. */
  holidayOf(day: Day): Holiday | undefined;
  /** The next break that begins after `day`. */
  nextHoliday(day: Day): Holiday;
  /** A moment so many minutes of office hours later. */
  addWorkMinutes(at: Date, minutes: number): Date;
  isWithin(at: Date, window: Window): boolean;
  /** `at` itself if inside the window, else the next opening. */
  laterInto(at: Date, window: Window): Date;
  /** `at` itself if inside the window, else the last minute inside it before `at`. */
  earlierInto(at: Date, window: Window): Date;
  /** Lunar date → Shanghai day; leap months are addressed with a negative month. */
  lunarDay(lunarYear: number, month: number, day: number): Day;
  /** The first moments after `after` at which a recurrence falls due; a rule without a clock means office closing. */
  occurrences(recurrence: Recurrence, after: Date, count: number): Date[];
  /** Office closing on a day, 17:30 by default. */
  closing(day: Day): Date;
  readonly office: OfficeHours;
  /** The arrangement of a year as it was given; undefined where none was. */
  tableOf(year: number): HolidayTable | undefined;
  /** The same calendar with these tables in place of its own of the same years; `undefined` for a year takes its table away. */
  withYears(tables: ReadonlyMap<number, HolidayTable | undefined>): Calendar;
}

export interface OfficeHours {
  readonly start: string;
  readonly noonEnd: string;
  readonly noonStart: string;
  readonly end: string;
}
