import { type Decision, decide } from '../decision.ts';
import type { Reading } from '../reading.ts';
import type { Reread } from '../tasks/due-said.ts';
import type { ThingId } from '../thing.ts';
import { effectsOf } from './effects.ts';
import type { HolidayDraft } from './holiday-draft.ts';
import { holidayWatchId } from './holiday-watch.ts';
import { entered, type HolidayYear, holidayYearId, tableFrom } from './holiday-year.ts';
import type { Change } from './move-dues.ts';
import type { HolidayTell } from './tells.ts';

/** A year that is in force from now on, with all that it moves, to be committed whole. */
export interface YearEntered {
  readonly year: HolidayYear;
  readonly change: Change;
  /** Without anything to be said. */
  readonly decision: Decision;
  readonly tells: ReadonlyMap<ThingId, readonly HolidayTell[]>;
}

/** What follows when a person confirms the days off that were read. */
export async function enterYear(draft: HolidayDraft, by: ThingId, read: Reading, reread: Reread): Promise<YearEntered> {
  const known = (await read.office()).years.get(holidayYearId(draft.year));
  const year = entered(known, { year: draft.year, days: draft, source: draft.source, by, at: read.now });
  const before = read.calendar;
  const after = before.withYears(new Map([[draft.year, tableFrom(year)]]));
  const change = { before, after, now: read.now, reread };
  const { save, drop, tells } = await effectsOf(draft.year, change, read);
  return {
    year,
    change,
    decision: decide({ save: [year, ...save], drop: [draft.id, holidayWatchId(draft.year), ...drop] }),
    tells,
  };
}
