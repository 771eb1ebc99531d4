import type { Calendar } from '../calendar/calendar.ts';
import { firstYear, lastYear } from '../calendar/civil-day.ts';
import { keyPeriodsWith } from '../calendar/key-periods.ts';
import type { Policy } from '../policy.ts';
import { type Day, lastPart } from '../thing.ts';
import { CATALOGUE } from './catalogue/index.ts';
import type { PeriodEntry } from './entry.ts';
import { kindOfPeriod } from './known.ts';
import type { OwnPeriod } from './own-period.ts';
import { periodId, type Run } from './run.ts';
import { type DaySpan, windowIn } from './window.ts';

export interface RunTerms {
  readonly calendar: Calendar;
  readonly policy: Pick<Policy, 'periods' | 'keyPeriods'>;
  /** Periods of the office's own. */
  readonly own: Iterable<OwnPeriod>;
}

/**
 * All periods with a day between two days, both included, by their first day: those of the catalogue that the office observes
 * and its own. Warnings are not here; nobody knows them from a calendar.
 */
export function runsBetween(fromDay: Day, toDay: Day, terms: RunTerms): Run[] {
  const years = yearsAround(fromDay, toDay);
  const runs = [
    ...years.flatMap((year) => cataloguedIn(year, terms)),
    ...[...terms.own].flatMap((own) => runsOfOwn(own, years, terms.calendar)),
  ];
  return runs
    .filter((run) => run.fromDay <= toDay && run.toDay >= fromDay)
    .sort((one, other) => (one.fromDay < other.fromDay ? -1 : one.fromDay > other.fromDay ? 1 : 0));
}

/** A period may belong to the year after the one it begins in, or to the one before the one it ends in. */
function yearsAround(fromDay: Day, toDay: Day): number[] {
  const first = Number(fromDay.slice(0, 4)) - 1;
  const last = Number(toDay.slice(0, 4)) + 1;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => firstYear <= year && year <= lastYear);
}

/** Runs of a year, by what they were worked out from: the same calendar and settings are asked many times a day. */
const worked = new WeakMap<Calendar, WeakMap<RunTerms['policy'], Map<number, readonly Run[]>>>();

function cataloguedIn(year: number, terms: RunTerms): readonly Run[] {
  const byPolicy = worked.get(terms.calendar) ?? new WeakMap();
  worked.set(terms.calendar, byPolicy);
  const byYear = byPolicy.get(terms.policy) ?? new Map<number, readonly Run[]>();
  byPolicy.set(terms.policy, byYear);
  const runs = byYear.get(year) ?? workedOut(year, terms);
  byYear.set(year, runs);
  return runs;
}

function workedOut(year: number, terms: RunTerms): Run[] {
  const { calendar, policy } = terms;
  const named = keyPeriodsWith(policy.periods);
  const observed = CATALOGUE.filter(({ id }) => !policy.keyPeriods.off.includes(id));
  return observed.flatMap((entry) => {
    const window = windowIn(entry, year, { calendar, named });
    return window ? [catalogued(entry, year, window, terms)] : [];
  });
}

function catalogued(
  entry: PeriodEntry,
  year: number,
  window: DaySpan & { readonly provisional: boolean },
  { policy }: RunTerms,
): Run {
  const { id, name, asks, long = false } = entry;
  const level = policy.keyPeriods.levels[id] ?? entry.level;
  return { id: periodId(id, year), name, aliases: entry.reads ? [entry.reads] : [], level, long, asks, ...window };
}

function runsOfOwn(own: OwnPeriod, years: readonly number[], calendar: Calendar): Run[] {
  const { name, aliases, level } = own;
  const shared = {
    name,
    aliases,
    level,
    long: false,
    asks: own.asks ?? kindOfPeriod(name)?.asks ?? '',
    provisional: false,
  };
  const entered = own.dates.map((span, index) => {
    const year = span.fromDay.slice(0, 4);
    const ordinal = own.dates.slice(0, index + 1).filter(({ fromDay }) => fromDay.slice(0, 4) === year).length;
    return { ...shared, ...span, id: periodId(lastPart(own.id), year, ordinal) };
  });
  const isEntered = (year: number) => own.dates.some(({ fromDay }) => fromDay.slice(0, 4) === String(year));
  const yearly = years.flatMap((year) => {
    const span = isEntered(year) ? undefined : yearlySpan(own, year, calendar);
    return span ? [{ ...shared, ...span, id: periodId(lastPart(own.id), year) }] : [];
  });
  return [...entered, ...yearly];
}

/** Days that were entered for a year stand in place of those of every year. */
function yearlySpan({ yearly }: OwnPeriod, year: number, calendar: Calendar): DaySpan | undefined {
  if (!yearly) return undefined;
  const day = (year: number, monthDay: string) => {
    const [month, date] = monthDay.split('-').map(Number);
    return yearly.lunar ? calendar.lunarDay(year, month!, date!) : `${year}-${monthDay}`;
  };
  return { fromDay: day(year, yearly.start), toDay: day(yearly.end < yearly.start ? year + 1 : year, yearly.end) };
}
