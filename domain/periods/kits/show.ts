import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { DueItem } from './due-items.ts';
import { dueShown } from './late-due.ts';
import { type KitEntry, type KitSheet, keptTo, kitSheetId, lastNumber } from './sheet.ts';

/** One sheet of everything that is to be shown now; its numbers go on after those that still wait. */
export function sheetOf(due: readonly DueItem[], sheets: readonly KitSheet[], now: Date, calendar: Calendar): KitSheet {
  const today: Day = calendar.dayOf(now);
  const from = lastNumber(sheets);
  const entries = due.map((one, index): KitEntry => {
    const { item, runs } = one;
    return { no: from + 1 + index, item, runs, state: 'open', ...dueShown(one, now, calendar) };
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

/**
 * Somebody asks for it again: what had lapsed waits once more, under numbers of its own and with a reminder of its own; what can
 * be met no more by the kit's deadline has the term that it had, from today on.
 */
export function reopened(sheet: KitSheet, sheets: readonly KitSheet[], now: Date, calendar: Calendar): KitSheet {
  const { remindedAt: _reminded, ...rest } = sheet;
  const from = Math.max(lastNumber(sheets), ...sheet.entries.map(({ no }) => no));
  const again = sheet.entries.filter(({ state }) => state === 'lapsed');
  const entries = sheet.entries.map((entry): KitEntry => {
    const place = again.indexOf(entry);
    if (place < 0) return entry;
    const { dueAt, dueFromDay: _before, ...kept } = entry;
    const due = dueShown({ ...entry, leadAt: sheet.shownAt, isNew: false, ...(dueAt && { dueAt }) }, now, calendar);
    return { ...kept, no: from + 1 + place, state: 'open', ...(entry.dueSaid ? { ...(dueAt && { dueAt }) } : due) };
  });
  return { ...rest, entries, version: sheet.version + 1, shownAt: now };
}
