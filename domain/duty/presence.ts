import type { ThingId } from '../thing.ts';
import type { Shift } from './shift.ts';
import { MINUTE_MS, type Span } from './span.ts';

/** The time for which a shift's people answer, as it really was: from taking over until somebody else has taken over. */
export interface Presence extends Span {
  readonly shift: Shift;
  /** The shifts that are to relieve it. */
  readonly reliefs: readonly Shift[];
}

/** A shift that begins up to so long before another ends still relieves it: the two overlap for the hand-over. */
const HANDOVER_OVERLAP_MS = 60 * MINUTE_MS;

/** Whether the one is to begin when the other ends, or later. */
export function relieves({ startAt }: Shift, outgoing: Shift): boolean {
  return startAt > outgoing.startAt && startAt.getTime() >= outgoing.endAt.getTime() - HANDOVER_OVERLAP_MS;
}

/** The shifts of the same line that follow without a gap. `line` is in the order of starts. */
export function reliefsOf(line: readonly Shift[], index: number): Shift[] {
  const outgoing = line[index]!;
  const found: Shift[] = [];
  for (let next = index + 1; next < line.length && line[next]!.startAt <= outgoing.endAt; next++) {
    if (relieves(line[next]!, outgoing)) found.push(line[next]!);
  }
  return found;
}

/**
 * Undefined for a shift that nobody has taken over. Whoever has stays responsible until the successor has taken over, for one
 * whole shift at most: nobody is taken to be still there after a relief has failed to come for all of its time. Where no shift
 * follows, the responsibility ends with the shift. `later` are the reliefs of the reliefs, who may come early.
 */
export function presenceOf(shift: Shift, reliefs: readonly Shift[], later: readonly Shift[]): Presence | undefined {
  const { takenOverAt } = shift;
  if (!takenOverAt) return undefined;

  const relieved = [...reliefs, ...later].flatMap((relief) =>
    relief.takenOverAt ? [relief.takenOverAt.getTime()] : [],
  );
  const last = Math.max(shift.endAt.getTime(), ...reliefs.map(({ endAt }) => endAt.getTime()));
  const endMs = shift.handedOverAt?.getTime() ?? Math.min(last, ...relieved);
  return { shift, reliefs, fromAt: takenOverAt, toAt: new Date(Math.max(endMs, takenOverAt.getTime())) };
}

/** The people of a shift at a moment, stand-ins in the places of those whom they stand in for. */
export function peopleAt({ people, standIns = [] }: Shift, at: Date): ThingId[] {
  const standing = standIns.filter(({ fromAt, toAt }) => fromAt <= at && (!toAt || at < toAt));
  const placed = people.map((person) => standing.findLast(({ instead }) => instead === person)?.person ?? person);
  const extra = standing.filter(({ instead }) => !instead || !people.includes(instead)).map(({ person }) => person);
  return [...new Set([...extra, ...placed])];
}
