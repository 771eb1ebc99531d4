import type { ThingId } from '../thing.ts';
import { type Presence, presenceOf, reliefsOf } from './presence.ts';
import type { Layer, Shift } from './shift.ts';

/** Things with a time, in the order of their beginnings, ready to be asked what covers a moment. */
export interface Timed<T> {
  readonly items: readonly T[];
  readonly fromMs: readonly number[];
  /** The latest end among this item and all before it: the search backwards may stop where even that has passed. */
  readonly latestMs: readonly number[];
  readonly toMs: readonly number[];
}

/** One layer of one unit: its shifts as planned, and who really stood there. */
export interface DutyLine {
  readonly unit: ThingId;
  readonly layer: Layer;
  readonly planned: Timed<Shift>;
  readonly present: Timed<Presence>;
  readonly presence: ReadonlyMap<ThingId, Presence>;
}

const known = new WeakMap<readonly Shift[], readonly DutyLine[]>();

/**
 * Published shifts by unit and layer, leaders first. Worked out once per array of shifts: whoever asks often keeps the array
 * and makes a new one when a shift changes.
 */
export function dutyLines(shifts: readonly Shift[]): readonly DutyLine[] {
  let lines = known.get(shifts);
  if (!lines) {
    lines = linesOf(shifts);
    known.set(shifts, lines);
  }
  return lines;
}

/** Whether people may rely on it: drafts of a roster and cancelled shifts are nobody's duty. */
export function isValid({ state }: Shift): boolean {
  return state !== 'planned' && state !== 'cancelled';
}

/** The items that have begun at a moment and not ended, in order; an item's end no longer belongs to it. */
export function covering<T>({ items, fromMs, toMs, latestMs }: Timed<T>, at: Date): T[] {
  const ms = at.getTime();
  const found: T[] = [];
  for (let index = firstAfter(fromMs, ms) - 1; index >= 0 && latestMs[index]! > ms; index--) {
    if (toMs[index]! > ms) found.push(items[index]!);
  }
  return found.reverse();
}

/** Index of the first number above the limit in an ascending list. */
export function firstAfter(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function linesOf(shifts: readonly Shift[]): DutyLine[] {
  const groups = new Map<string, Shift[]>();
  for (const shift of shifts.filter(isValid)) {
    const key = `${shift.unit} ${shift.layer === 'leader' ? 0 : 1}`;
    const group = groups.get(key);
    if (group) group.push(shift);
    else groups.set(key, [shift]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => lineOf(group));
}

function lineOf(shifts: readonly Shift[]): DutyLine {
  const { unit, layer } = shifts[0]!;
  const planned = timed(
    shifts,
    ({ startAt }) => startAt,
    ({ endAt }) => endAt,
  );
  const at = new Map(planned.items.map((shift, index) => [shift.id, index]));
  const presences = planned.items.flatMap((shift, index) => {
    const reliefs = reliefsOf(planned.items, index);
    const later = reliefs.flatMap((relief) => reliefsOf(planned.items, at.get(relief.id)!));
    return presenceOf(shift, reliefs, later) ?? [];
  });
  return {
    unit,
    layer,
    planned,
    present: timed(
      presences,
      ({ fromAt }) => fromAt,
      ({ toAt }) => toAt,
    ),
    presence: new Map(presences.map((presence) => [presence.shift.id, presence])),
  };
}

function timed<T>(items: readonly T[], from: (item: T) => Date, to: (item: T) => Date): Timed<T> {
  const sorted = [...items].sort((a, b) => from(a).getTime() - from(b).getTime() || to(a).getTime() - to(b).getTime());
  let latest = Number.NEGATIVE_INFINITY;
  return {
    items: sorted,
    fromMs: sorted.map((item) => from(item).getTime()),
    toMs: sorted.map((item) => to(item).getTime()),
    latestMs: sorted.map((item) => {
      latest = Math.max(latest, to(item).getTime());
      return latest;
    }),
  };
}
