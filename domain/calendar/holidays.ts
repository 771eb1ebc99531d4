import type { Holiday } from './calendar.ts';
import { coveredYear, type DayNumber, dayNumber, dayText, lastYear } from './civil-day.ts';
import type { HolidayTable } from './holiday-table.ts';
import { statutoryBreaks } from './statutory-days.ts';

/** The breaks of every year: a table's own, else the statutory days. */
export interface Holidays {
  readonly isAnnounced: (year: number) => boolean;
  readonly breaksOf: (year: number) => readonly Holiday[];
  readonly makeUpDaysOf: (year: number) => readonly DayNumber[];
  readonly holidayOf: (day: DayNumber) => Holiday | undefined;
  readonly nextHoliday: (day: DayNumber) => Holiday;
}

/** Throws a RangeError if two tables are for one year. */
export function createHolidays(tables: readonly HolidayTable[]): Holidays {
  const byYear = new Map(tables.map((table) => [table.year, table]));
  if (byYear.size < tables.length) throw new RangeError('two holiday tables for one year');

  const breaks = new Map<number, readonly Holiday[]>();
  const breaksOf = (year: number): readonly Holiday[] => {
    let found = breaks.get(year);
    if (!found) {
      found = byYear.get(year)?.breaks ?? statutoryBreaks(year);
      breaks.set(year, found);
    }
    return found;
  };

  return {
    isAnnounced: (year) => byYear.get(year)?.announced ?? false,
    breaksOf,
    makeUpDaysOf: (year) => (byYear.get(year)?.makeUpDays ?? []).map(dayNumber),
    holidayOf: (day) => holidayOn(dayText(day), coveredYear(day), breaksOf),
    nextHoliday: (day) => holidayAfter(dayText(day), coveredYear(day), breaksOf),
  };
}

type BreaksOf = Holidays['breaksOf'];

/** A break may begin in the December before its year. */
function holidayOn(day: string, year: number, breaksOf: BreaksOf): Holiday | undefined {
  const holds = (holiday: Holiday) => holiday.from <= day && day <= holiday.to;
  return breaksOf(year).find(holds) ?? (day.slice(5, 7) === '12' ? breaksOf(year + 1).find(holds) : undefined);
}

function holidayAfter(day: string, year: number, breaksOf: BreaksOf): Holiday {
  for (let candidate = year; candidate <= lastYear + 1; candidate++) {
    const next = breaksOf(candidate).find((holiday) => holiday.from > day);
    if (next) return next;
  }
  throw new RangeError(`no break is known after ${day}`);
}
