import { coveredYear, type DayNumber, dayNumber, firstYear, lastYear, newYearOf, weekdayOf } from './civil-day.ts';
import type { Holidays } from './holidays.ts';

/** Working days in day numbers; each year is worked out when it is first asked for. */
export interface WorkingDays {
  readonly isWorkday: (day: DayNumber) => boolean;
  /** The n-th working day after (n > 0) or before (n < 0) a day that does not count itself. */
  readonly add: (day: DayNumber, workdays: number) => DayNumber;
  /** Working days after `a` up to and including `b`; the same backwards, negative, where `b` is earlier. */
  readonly between: (a: DayNumber, b: DayNumber) => number;
}

interface YearOfWork {
  readonly newYear: DayNumber;
  /** The working days, ascending. */
  readonly workdays: Int32Array;
  /** Per day of the year, and once beyond it: how many working days lie before. */
  readonly before: Uint16Array;
}

/** Throws a RangeError for days outside 2000 to 2099. */
export function createWorkingDays(holidays: Holidays): WorkingDays {
  const years = new Map<number, YearOfWork>();

  const yearOfWork = (year: number): YearOfWork => {
    let found = years.get(year);
    if (!found) {
      if (year < firstYear || year > lastYear) throw new RangeError(`no working days are known for ${year}`);
      found = workOutYear(year, holidays);
      years.set(year, found);
    }
    return found;
  };

  return {
    isWorkday: (day) => {
      const { before, newYear } = yearOfWork(coveredYear(day));
      return before[day - newYear]! < before[day - newYear + 1]!;
    },
    add: (day, workdays) => addWorkdays(day, workdays, yearOfWork),
    between: (a, b) => {
      if (b < a) return 0 - daysUpTo(b, a, yearOfWork);
      return daysUpTo(a + 1, b + 1, yearOfWork);
    },
  };
}

type YearLookup = (year: number) => YearOfWork;

function addWorkdays(day: DayNumber, workdays: number, yearOfWork: YearLookup): DayNumber {
  if (workdays === 0) return day;

  let year = coveredYear(day);
  let work = yearOfWork(year);
  const offset = day - work.newYear;
  let index = workdays > 0 ? work.before[offset + 1]! + workdays - 1 : work.before[offset]! + workdays;
  while (index >= work.workdays.length) {
    index -= work.workdays.length;
    work = yearOfWork(++year);
  }
  while (index < 0) {
    work = yearOfWork(--year);
    index += work.workdays.length;
  }
  return work.workdays[index]!;
}

/** Working days from `from` (counted) to `to` (not counted), `from` not being later. */
function daysUpTo(from: DayNumber, to: DayNumber, yearOfWork: YearLookup): number {
  if (from >= to) return 0;

  const [firstYearMet, lastYearMet] = [coveredYear(from), coveredYear(to - 1)];
  let count = 0;
  for (let year = firstYearMet; year < lastYearMet; year++) count += yearOfWork(year).workdays.length;
  const [first, last] = [yearOfWork(firstYearMet), yearOfWork(lastYearMet)];
  return count + last.before[to - last.newYear]! - first.before[from - first.newYear]!;
}

function workOutYear(year: number, holidays: Holidays): YearOfWork {
  const newYear = newYearOf(year);
  const length = newYearOf(year + 1) - newYear;
  const marks = marksFor(year, holidays);
  const before = new Uint16Array(length + 1);
  const workdays: DayNumber[] = [];
  for (let offset = 0; offset < length; offset++) {
    const day = newYear + offset;
    if (marks.get(day) ?? weekdayOf(day) < 6) workdays.push(day);
    before[offset + 1] = workdays.length;
  }
  return { newYear, workdays: Int32Array.from(workdays), before };
}

/** What differs from Monday to Friday. The next year's arrangement is read last: it may settle days of this December. */
function marksFor(year: number, holidays: Holidays): Map<DayNumber, boolean> {
  const marks = new Map<DayNumber, boolean>();
  for (const source of [year, year + 1]) {
    for (const { from, to } of holidays.breaksOf(source)) {
      for (let day = dayNumber(from); day <= dayNumber(to); day++) marks.set(day, false);
    }
    for (const day of holidays.makeUpDaysOf(source)) marks.set(day, true);
  }
  return marks;
}
