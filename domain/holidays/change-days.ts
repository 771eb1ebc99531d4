import type { Calendar, Holiday } from '../calendar/calendar.ts';
import type { Day } from '../thing.ts';
import type { YearDays } from './holiday-year.ts';
import { breakName, daysIn } from './judge-notice.ts';
import type { HolidayChange } from './notice.ts';

/** A year's days with corrections made to them, one after the other. */
export function changedDays(days: YearDays, changes: readonly HolidayChange[], calendar: Calendar): YearDays {
  return changes.reduce((so, change) => changed(so, change, calendar), days);
}

function changed(days: YearDays, change: HolidayChange, calendar: Calendar): YearDays {
  if (change.what === 'break') return withBreak(days, change);
  return daysIn(change).reduce(
    (so, day) => (change.what === 'work' ? worked(so, day, calendar) : off(so, day, calendar)),
    days,
  );
}

/** The break of that name has these days and no others; one of several festivals in it keeps the name of all. */
function withBreak({ breaks, makeUpDays }: YearDays, { name, from, to }: Holiday): YearDays {
  const wanted = breakName(name);
  const isIt = (holiday: Holiday) => holiday.name === wanted || holiday.name.split('、').includes(wanted);
  const known = breaks.find(isIt);
  return {
    breaks: inOrder([...breaks.filter((holiday) => !isIt(holiday)), { name: known?.name ?? wanted, from, to }]),
    makeUpDays,
  };
}

/** A day off becomes a working day: a break ends before it or begins after it, and a Saturday or Sunday is made up. */
function worked({ breaks, makeUpDays }: YearDays, day: Day, calendar: Calendar): YearDays {
  return {
    breaks: breaks.flatMap((holiday) => without(holiday, day, calendar)),
    makeUpDays: calendar.weekday(day) > 5 ? [...new Set([...makeUpDays, day])].toSorted() : makeUpDays,
  };
}

function without(holiday: Holiday, day: Day, calendar: Calendar): Holiday[] {
  if (day < holiday.from || day > holiday.to) return [holiday];
  const parts = [
    { ...holiday, to: calendar.addDays(day, -1) },
    { ...holiday, from: calendar.addDays(day, 1) },
  ];
  return parts.filter(({ from, to }) => from <= to);
}

/** A working day is off: no longer made up, or part of the break beside it; far from any it is a break of its own. */
function off({ breaks, makeUpDays }: YearDays, day: Day, calendar: Calendar): YearDays {
  const rest = makeUpDays.filter((one) => one !== day);
  const isOff = breaks.some(({ from, to }) => from <= day && day <= to) || calendar.weekday(day) > 5;
  if (isOff) return { breaks, makeUpDays: rest };

  const beside = breaks.find(({ from, to }) => calendar.addDays(from, -1) === day || calendar.addDays(to, 1) === day);
  if (!beside) return { breaks: inOrder([...breaks, { name: '临时放假', from: day, to: day }]), makeUpDays: rest };
  const longer = { ...beside, from: day < beside.from ? day : beside.from, to: day > beside.to ? day : beside.to };
  return { breaks: breaks.map((holiday) => (holiday === beside ? longer : holiday)), makeUpDays: rest };
}

function inOrder(breaks: readonly Holiday[]): Holiday[] {
  return breaks.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}
