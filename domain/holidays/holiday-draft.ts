import type { Calendar } from '../calendar/calendar.ts';
import { defineKind } from '../kind.ts';
import type { Thing, ThingId } from '../thing.ts';
import type { YearDays } from './holiday-year.ts';
import type { YearQuestion } from './judge-notice.ts';

/** A year's days off as they were read, until a person has confirmed them: nothing rests on it yet. */
export interface HolidayDraft extends Thing, YearDays {
  readonly type: 'holiday-draft';
  readonly year: number;
  readonly source: string;
  /** Counts what was shown; a confirmation is of one version. */
  readonly version: number;
  readonly questions: readonly YearQuestion[];
}

export function holidayDraftId(year: number): ThingId {
  return `holiday-draft.${year}`;
}

/** Scaffolding: what comes of it, the year, is recorded. It waits without a term, as the year does. */
export const holidayDraftKind = defineKind<HolidayDraft>({
  type: 'holiday-draft',
  agenda: () => [],
  collections: () => [],
  audited: false,
});

/** Whether these are the days that hold already: then there is nothing to confirm. */
export function isInForce(year: number, days: YearDays, calendar: Calendar): boolean {
  const table = calendar.tableOf(year);
  if (!table?.announced) return false;
  const plain = ({ breaks, makeUpDays }: YearDays) =>
    JSON.stringify([breaks.map(({ name, from, to }) => [name, from, to]), [...makeUpDays].sort()]);
  return plain(table) === plain(days);
}
