import type { HolidayTable } from '../calendar/holiday-table.ts';
import type { Thing, ThingId } from '../thing.ts';

/** What a year's arrangement says, without where it comes from. */
export type YearDays = Pick<HolidayTable, 'breaks' | 'makeUpDays'>;

/**
 * A year's days off as a person entered and confirmed them in the chat. Part of the office, as its units are, so that every
 * process has it with its next look at the office.
 */
export interface HolidayYear extends Thing, YearDays {
  readonly type: 'holiday-year';
  readonly name: string;
  readonly year: number;
  readonly source: string;
  /** Counts the arrangements that were confirmed for this year. */
  readonly version: number;
  readonly enteredAt: Date;
  readonly enteredBy: ThingId;
  /** The version by which the wakes of all things lie; older than `version` until the workers have filed them anew. */
  readonly filedVersion: number;
  /** What those wakes were filed by; absent where it was the table the product came with. */
  readonly filedDays?: YearDays;
}

export function holidayYearId(year: number): ThingId {
  return `holiday-year.${year}`;
}

/** As the calendar wants it. */
export function tableFrom({ year, source, breaks, makeUpDays }: HolidayYear): HolidayTable {
  return { year, announced: true, source, breaks, makeUpDays };
}

export interface Entry {
  readonly year: number;
  readonly days: YearDays;
  readonly source: string;
  readonly by: ThingId;
  readonly at: Date;
}

/** The year as confirmed now, in place of how it was known before. */
export function entered(known: HolidayYear | undefined, { year, days, source, by, at }: Entry): HolidayYear {
  const version = (known?.version ?? 0) + 1;
  const isFiled = known !== undefined && known.filedVersion === known.version;
  const filedDays = isFiled ? { breaks: known.breaks, makeUpDays: known.makeUpDays } : known?.filedDays;
  return {
    ...{ id: holidayYearId(year), type: 'holiday-year', name: `${year}年放假安排`, year, source, version },
    ...{ enteredAt: at, enteredBy: by },
    ...{ breaks: days.breaks, makeUpDays: days.makeUpDays },
    filedVersion: isFiled ? known.version : (known?.filedVersion ?? 0),
    ...(filedDays && { filedDays }),
  };
}

/** Every thing's wake now lies where this arrangement wants it. */
export function filed(year: HolidayYear): HolidayYear {
  const { filedDays: _filedDays, ...rest } = year;
  return { ...rest, filedVersion: year.version };
}
