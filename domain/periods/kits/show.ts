import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { DueItem } from './due-items.ts';
import { type KitEntry, type KitSheet, keptTo, kitSheetId, lastNumber } from './sheet.ts';

/** One sheet of everything that is to be shown now; its numbers go on after those that still wait. */
export function sheetOf(due: readonly DueItem[], sheets: readonly KitSheet[], now: Date, calendar: Calendar): KitSheet {
  const today: Day = calendar.dayOf(now);
  const from = lastNumber(sheets);
  const entries = due.map(({ item, runs, dueAt }, index): KitEntry => {
    // What could be met no more is left to whoever confirms it.
    const isAhead = dueAt !== undefined && dueAt > now;
    return { no: from + 1 + index, item, runs, state: 'open', ...(isAhead && { dueAt }) };
  });
  const runs = due.flatMap((one) => one.runs);
  return {
    id: kitSheetId(today, sheets.filter(({ id }) => id.startsWith(`kit-sheet.${today}`)).length + 1),
    type: 'kit-sheet',
    entries,
    shownAt: now,
    version: 1,
    urgent: runs.every(({ warning }) => warning !== undefined),
    keepToDay: keptTo(runs, calendar),
    handledAt: now,
  };
}
