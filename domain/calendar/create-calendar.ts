import type { Calendar, OfficeHours } from './calendar.ts';
import { addMonths, dayAt, dayMs, dayNumber, dayText, minuteMs, moment, wallMs, weekdayOf } from './civil-day.ts';
import { clockMinutes, clockText } from './clock.ts';
import type { HolidayTable } from './holiday-table.ts';
import { createHolidays } from './holidays.ts';
import { lunarDay } from './lunar.ts';
import { occurrences } from './occurrences.ts';
import { createOfficeMinutes } from './office-minutes.ts';
import { createWindows } from './windows.ts';
import { createWorkingDays } from './working-days.ts';

/**
 * The calendar of an office. A year without a table counts as not announced: statutory days plus Saturdays and Sundays.
 * Working days are known for 2000 to 2099; beyond, and for days or clocks that do not exist, it throws a RangeError.
 */
export function createCalendar(tables: readonly HolidayTable[], office: OfficeHours): Calendar {
  const holidays = createHolidays(tables);
  const working = createWorkingDays(holidays);
  const closingMinutes = clockMinutes(office.end);
  const at = (day: string, clock: string) => moment(dayNumber(day), clockMinutes(clock) * minuteMs);

  return {
    dayOf: (moment) => dayText(dayAt(wallMs(moment))),
    clockOf: (moment) => clockText(Math.floor((wallMs(moment) - dayAt(wallMs(moment)) * dayMs) / minuteMs)),
    at,
    weekday: (day) => weekdayOf(dayNumber(day)),
    addDays: (day, days) => dayText(dayNumber(day) + days),
    addMonths: (day, months) => dayText(addMonths(dayNumber(day), months)),
    daysBetween: (a, b) => dayNumber(b) - dayNumber(a),
    isAnnounced: holidays.isAnnounced,
    isWorkday: (day) => working.isWorkday(dayNumber(day)),
    addWorkdays: (day, workdays) => dayText(working.add(dayNumber(day), workdays)),
    workdaysBetween: (a, b) => working.between(dayNumber(a), dayNumber(b)),
    holidayOf: (day) => holidays.holidayOf(dayNumber(day)),
    nextHoliday: (day) => holidays.nextHoliday(dayNumber(day)),
    addWorkMinutes: createOfficeMinutes(office, working),
    ...createWindows(working),
    lunarDay: (lunarYear, month, day) => dayText(lunarDay(lunarYear, month, day)),
    occurrences: (recurrence, after, count) => occurrences(recurrence, after, count, working, closingMinutes),
    closing: (day) => at(day, office.end),
    office,
    tableOf: (year) => tables.find((table) => table.year === year),
    withYears: (years) => {
      const others = tables.filter(({ year }) => !years.has(year));
      return createCalendar([...others, ...[...years.values()].flatMap((table) => table ?? [])], office);
    },
  };
}
