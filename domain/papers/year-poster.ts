import type { Calendar } from '../calendar/calendar.ts';
import type { Office } from '../people/office.ts';
import type { PeriodLevel, PeriodPolicy } from '../periods/policy.ts';
import { runsBetween } from '../periods/runs.ts';
import type { Policy } from '../policy.ts';
import type { Day } from '../thing.ts';
import { posterNotes, posterStateText, posterTitle } from '../wording/year-poster.ts';
import { type PosterBand, posterBands } from './year-poster-bands.ts';
import { type PosterMonth, posterMonths } from './year-poster-months.ts';

/** A year as it hangs on the wall: twelve months and below them the key periods. Everything on it is a text or a place; no clock. */
export interface YearPoster {
  readonly year: number;
  readonly title: string;
  /** Who hangs it up. */
  readonly office: string;
  /** 放假安排待公布 where the year's arrangement of days off is not known. */
  readonly state?: string;
  readonly months: readonly PosterMonth[];
  readonly bands: readonly PosterBand[];
  readonly notes: readonly string[];
}

/** What a poster is made from. */
export interface PosterTerms {
  readonly calendar: Calendar;
  readonly policy: Pick<Policy, 'periods'> & { readonly keyPeriods: PeriodPolicy };
  readonly office: Pick<Office, 'units' | 'periods'>;
  /** The Shanghai day that is printed as the day it was made. */
  readonly madeDay: Day;
}

/** Lunar dates need the year before, and the last arrangement may reach into the year after. */
export const FIRST_POSTER_YEAR = 2001;
export const LAST_POSTER_YEAR = 2098;

/** The key periods, days off, make-up days, festivals and solar terms of a civil year. Throws a RangeError outside 2001 to 2098. */
export function yearPoster(year: number, terms: PosterTerms): YearPoster {
  if (year < FIRST_POSTER_YEAR || year > LAST_POSTER_YEAR) throw new RangeError(`no poster is made for ${year}`);
  const { calendar, policy, office, madeDay } = terms;
  const own = [...office.periods.values()];
  const runs = runsBetween(`${year}-01-01`, `${year}-12-31`, { calendar, policy, own });
  const undated = own.filter(({ yearly, dates }) => !yearly && !dates.some((span) => isIn(year, span)));
  const state = posterStateText(calendar.isAnnounced(year));
  return {
    year,
    title: posterTitle(year),
    office: officeName(office),
    ...(state && { state }),
    months: posterMonths(year, runs, calendar),
    bands: posterBands(year, runs),
    notes: posterNotes({
      ...{ year, madeDay, undated: undated.map(({ name }) => name) },
      ...{ announced: calendar.isAnnounced(year), nextAnnounced: calendar.isAnnounced(year + 1) },
    }),
  };
}

function isIn(year: number, { fromDay, toDay }: { readonly fromDay: Day; readonly toDay: Day }): boolean {
  return fromDay <= `${year}-12-31` && toDay >= `${year}-01-01`;
}

/** The unit at the top. */
function officeName({ units }: Pick<Office, 'units'>): string {
  const tops = [...units.values()].filter(({ parent }) => !parent);
  return (tops.find(({ kind }) => kind === 'government') ?? tops[0])?.name ?? '';
}

/** From the most to the least that is asked. */
export const POSTER_LEVELS: readonly PeriodLevel[] = ['A', 'B', 'C'];
