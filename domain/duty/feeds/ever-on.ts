import type { ThingId } from '../../thing.ts';
import type { Shift } from '../shift.ts';

/** Everybody who is or ever was named on a shift, or stood in on it. */
export function everOn({ people, history = [], standIns = [] }: Shift): ReadonlySet<ThingId> {
  const changed = history.flatMap(({ gone = [], come = [] }) => [...gone, ...come]);
  return new Set([...people, ...changed, ...standIns.map(({ person }) => person)]);
}
