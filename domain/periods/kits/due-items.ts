import type { Calendar } from '../../calendar/calendar.ts';
import type { Period } from '../period.ts';
import { type KitItem, type KitSource, kitOf } from './kit.ts';
import { kitDueAt, leadAt } from './place.ts';
import type { KitEntry, KitRun, KitSheet } from './sheet.ts';

/** An item of one period's kit, with its moments. */
export interface PlannedItem {
  readonly run: KitRun;
  readonly item: KitItem;
  readonly leadAt: Date;
  readonly dueAt?: Date;
  /** The days of the period became known later than the lead. */
  readonly isNew: boolean;
}

/** An item that is to be shown now, for all periods that ask for it together. */
export interface DueItem extends Pick<PlannedItem, 'item' | 'leadAt' | 'dueAt' | 'isNew'> {
  readonly runs: readonly KitRun[];
}

/** Two runs ask for one and the same only if they want it at about the same time: a roster of April is none for the 国庆 of the same season. */
const SAME_WITHIN_DAYS = 14;
const DAY_MS = 86_400_000;

/** Every item of the periods that has not been put before anybody yet. Nobody prepares what has begun, unless a warning began it. */
export function itemsAhead(
  periods: readonly Period[],
  sheets: readonly KitSheet[],
  source: KitSource,
  calendar: Calendar,
): PlannedItem[] {
  const own = [...source.own];
  const known = sheets.flatMap(({ entries }) => entries);
  const waiting = periods.filter(({ state, warning }) => (warning ? state === 'open' : state === 'planned'));
  const all = waiting.flatMap((period) =>
    kitOf(period, { kits: source.kits, own }).map((item) => plannedItem(period, item, calendar)),
  );
  return all
    .filter((planned) => !isKnown(planned, known))
    .sort((one, other) => one.leadAt.getTime() - other.leadAt.getTime());
}

/** What is to be shown now. Where two of them are the same matter they become one, with the earlier deadline. */
export function itemsDue(ahead: readonly PlannedItem[], now: Date): DueItem[] {
  const due: DueItem[] = [];
  for (const { run, ...planned } of ahead.filter(({ leadAt: at }) => at <= now)) {
    const same = due.findIndex((other) => other.runs.some((known) => isSame(planned, run, other, known)));
    if (same < 0) due.push({ ...planned, runs: [run] });
    else due[same] = joined(due[same]!, planned, run);
  }
  return due;
}

/** Moments at which something is to be shown, each once. */
export function momentsOf(ahead: readonly PlannedItem[]): Date[] {
  const times = new Set(ahead.map(({ leadAt: at }) => at.getTime()));
  return [...times].sort((one, other) => one - other).map((time) => new Date(time));
}

export function runOf({ id, name, fromDay, toDay, provisional, warning }: Period): KitRun {
  return { id, name, fromDay, ...(toDay && { toDay }), provisional, ...(warning && { warning }) };
}

function plannedItem(period: Period, item: KitItem, calendar: Calendar): PlannedItem {
  const at = leadAt(item, period, calendar);
  const dueAt = kitDueAt(item, period, calendar);
  const isNew = period.basisAt !== undefined && at <= period.basisAt;
  return { run: runOf(period), item, leadAt: at, isNew, ...(dueAt && { dueAt }) };
}

/** Shown for this run before, or for another that runs at the same time and wants the same. What lapsed was asked of nobody. */
function isKnown(planned: PlannedItem, entries: readonly KitEntry[]): boolean {
  return entries.some((entry) => {
    if (entry.item.key !== planned.item.key) return false;
    if (entry.runs.some(({ id }) => id === planned.run.id)) return true;
    const isLive = entry.state !== 'lapsed' && entry.state !== 'withdrawn';
    return isLive && entry.runs.some((run) => isSame(planned, planned.run, entry, run));
  });
}

interface Wanted {
  readonly item: KitItem;
  readonly dueAt?: Date;
}

function isSame(one: Wanted, run: KitRun, other: Wanted, otherRun: KitRun): boolean {
  if (one.item.key !== other.item.key) return false;
  const overlap =
    run.fromDay <= (otherRun.toDay ?? '9999') && otherRun.fromDay <= (run.toDay ?? '9999') && run.id !== otherRun.id;
  const [first, second] = [wantedMs(one, run), wantedMs(other, otherRun)];
  return overlap && Math.abs(first - second) <= SAME_WITHIN_DAYS * DAY_MS;
}

/** Without a deadline, the first day of the period stands for it. */
function wantedMs({ dueAt }: Wanted, { fromDay }: KitRun): number {
  return dueAt?.getTime() ?? Date.parse(`${fromDay}T00:00:00+08:00`);
}

function joined(due: DueItem, planned: Omit<PlannedItem, 'run'>, run: KitRun): DueItem {
  const dueAt = [due.dueAt, planned.dueAt]
    .filter((at) => at !== undefined)
    .sort((one, other) => one.getTime() - other.getTime())[0];
  return { ...due, runs: [...due.runs, run], ...(dueAt && { dueAt }), isNew: due.isNew && planned.isNew };
}
