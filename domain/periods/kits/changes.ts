import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { Period } from '../period.ts';
import { runOf } from './due-items.ts';
import { kitDueAt } from './place.ts';
import { type KitEntry, type KitRun, type KitSheet, keptTo, withEntries } from './sheet.ts';

/** What a change of days did to one sheet. */
export interface SheetChange {
  readonly sheet: KitSheet;
  /** Runs as they are now whose days are not those that were shown. */
  readonly moved: readonly KitRun[];
  /** Runs that are not to be any more. */
  readonly gone: readonly KitRun[];
  /** Drafts that follow the new days, as they are now. */
  readonly shifted: readonly KitEntry[];
  readonly withdrawn: readonly KitEntry[];
  /** What units have already: it stays as it is, and a person decides. */
  readonly issued: readonly KitEntry[];
}

/** What has happened to the periods of the sheets since these were shown: drafts move with a period and go with it. */
export function sheetChanges(
  sheets: readonly KitSheet[],
  periods: readonly Period[],
  today: Day,
  calendar: Calendar,
): SheetChange[] {
  const byId = new Map(periods.map((period) => [period.id, period]));
  return sheets.flatMap((sheet) => changeOf(sheet, byId, today, calendar) ?? []);
}

function changeOf(
  sheet: KitSheet,
  periods: ReadonlyMap<string, Period>,
  today: Day,
  calendar: Calendar,
): SheetChange | undefined {
  const current = withNames(sheet, periods);
  const all = new Map(current.entries.flatMap((entry) => entry.runs).map((run) => [run.id, run]));
  // What has run its course is neither moved nor gone.
  const runs = [...all.values()].filter(({ toDay, warning }) => warning !== undefined || !toDay || toDay >= today);
  const gone = runs.filter((run) => isGone(run, periods.get(run.id)));
  const moved = runs.flatMap((run) => {
    const period = periods.get(run.id);
    return period && !isGone(run, period) && isMoved(run, period) ? [runOf(period)] : [];
  });
  if (gone.length + moved.length === 0)
    return current === sheet
      ? undefined
      : { sheet: current, moved: [], gone: [], shifted: [], withdrawn: [], issued: [] };

  const changed = current.entries.flatMap((entry) => entryChanged(entry, gone, moved, calendar) ?? []);
  const now = withEntries(current, changed);
  const left = now.entries.flatMap((entry) => entry.runs);
  return {
    sheet: left.length > 0 ? { ...now, keepToDay: keptTo(left, calendar) } : now,
    moved,
    gone,
    shifted: changed.filter(({ state }) => state === 'open'),
    withdrawn: changed.filter(({ state }) => state === 'withdrawn'),
    issued: changed.filter(({ state }) => state === 'issued'),
  };
}

/** A warning that was raised or lowered is called by its new name from then on; the drafts are the same. */
function withNames(sheet: KitSheet, periods: ReadonlyMap<string, Period>): KitSheet {
  const nameOf = ({ id, name }: KitRun) => periods.get(id)?.name ?? name;
  if (sheet.entries.every(({ runs }) => runs.every((run) => run.name === nameOf(run)))) return sheet;
  const entries = sheet.entries.map((entry) => ({
    ...entry,
    runs: entry.runs.map((run) => ({ ...run, name: nameOf(run) })),
  }));
  return { ...sheet, entries };
}

/** Not planned any more, or ended before its time; a warning that somebody ended. */
function isGone({ fromDay, toDay, warning }: KitRun, period: Period | undefined): boolean {
  if (warning) return period === undefined || period.state !== 'open';
  if (!period) return true;
  const isCut =
    period.toDay !== undefined && toDay !== undefined && period.toDay < toDay && period.closedAt !== undefined;
  return isCut && period.fromDay === fromDay;
}

function isMoved(run: KitRun, period: Period): boolean {
  return run.fromDay !== period.fromDay || (!run.warning && run.toDay !== period.toDay);
}

function entryChanged(
  entry: KitEntry,
  gone: readonly KitRun[],
  moved: readonly KitRun[],
  calendar: Calendar,
): KitEntry | undefined {
  const concerns = entry.runs.some(({ id }) => [...gone, ...moved].some((run) => run.id === id));
  if (!concerns) return undefined;
  const left = entry.runs
    .filter(({ id }) => !gone.some((run) => run.id === id))
    .map((run) => moved.find(({ id }) => id === run.id) ?? run);
  // Without its run, so that it is asked for again should the period come back.
  if (left.length === 0) return { ...entry, state: entry.state === 'open' ? 'withdrawn' : entry.state, runs: [] };
  if (entry.state !== 'open' || entry.dueSaid) return { ...entry, runs: left };

  const [dueAt] = left
    .flatMap((run) => kitDueAt(entry.item, run, calendar) ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
  // A term that counts from the day it was shown does not become shorter.
  if (entry.dueFromDay && entry.dueAt && (!dueAt || dueAt < entry.dueAt)) return { ...entry, runs: left };
  const { dueAt: _before, dueFromDay: _counted, ...rest } = entry;
  return { ...rest, runs: left, ...(dueAt && { dueAt }) };
}
