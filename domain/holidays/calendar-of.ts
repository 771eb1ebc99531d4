import type { Calendar } from '../calendar/calendar.ts';
import type { HolidayTable } from '../calendar/holiday-table.ts';
import type { Office } from '../people/office.ts';
import type { Thing } from '../thing.ts';
import { type HolidayYear, tableFrom } from './holiday-year.ts';

/** What was worked out before, by the calendar it was made from: the same years give the same calendar, with all it remembers. */
const made = new WeakMap<Calendar, Map<string, Calendar>>();
const MOST_MADE = 20;

/** The calendar that holds in this office: the one the product came with, and what was entered in the chat in its place. */
export function calendarOf({ years }: Pick<Office, 'years'>, base: Calendar): Calendar {
  return calendarWith([...years.values()], base);
}

/** The calendar that holds once a decision is carried out which may have entered a year. */
export function calendarAfter(saved: readonly Thing[], { years }: Pick<Office, 'years'>, base: Calendar): Calendar {
  const entered = saved.filter((thing): thing is HolidayYear => thing.type === 'holiday-year');
  const all = new Map([...years.values(), ...entered].map((year) => [year.id, year]));
  return calendarWith([...all.values()], base);
}

/** The calendar by which the wakes of all things lie, as long as the workers have not filed them anew. */
export function calendarFiled({ years }: Pick<Office, 'years'>, base: Calendar): Calendar {
  const tables = [...years.values()].map((year): [number, HolidayTable | undefined] => {
    if (year.filedVersion === year.version) return [year.year, tableFrom(year)];
    if (year.filedDays) return [year.year, { ...tableFrom(year), ...year.filedDays }];
    return [year.year, base.tableOf(year.year)];
  });
  return base.withYears(new Map(tables));
}

function calendarWith(years: readonly HolidayYear[], base: Calendar): Calendar {
  if (years.length === 0) return base;
  const known = made.get(base) ?? new Map<string, Calendar>();
  made.set(base, known);
  const key = JSON.stringify(years.map(({ year, version, breaks, makeUpDays }) => [year, version, breaks, makeUpDays]));
  const calendar = known.get(key) ?? base.withYears(new Map(years.map((year) => [year.year, tableFrom(year)])));
  if (known.size >= MOST_MADE) known.clear();
  known.set(key, calendar);
  return calendar;
}
