import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { isStillAsked, isStillOn } from '../../domain/duty/still-on.ts';
import type { PendingMessage, ThingStore } from '../../domain/ports.ts';
import type { Thing, ThingId } from '../../domain/thing.ts';

type OfThing = PendingMessage & { readonly of: ThingId };

/**
 * Names the reminders that were answered before they could be spoken: the thing they are of has been answered, changed or is
 * gone since they were decided, or it is somebody else's by now. To say them all the same would be to chase somebody who has done
 * his part. What was to take one of them back goes with it.
 */
export function createOvertaken(
  store: Pick<ThingStore, 'load'>,
): (items: readonly PendingMessage[]) => Promise<ReadonlySet<string>> {
  return async (items) => {
    const reminders = items.filter((item): item is OfThing => item.of !== undefined);
    if (reminders.length === 0) return new Set();
    const things = await loaded(reminders.map((item) => item.of));
    const shifts = await loaded(unasked(things.values()).map(({ shift }) => shift));
    const overtaken = reminders.filter((item) => isOvertaken(item, things.get(item.of), shifts));
    const unsaid = new Set(overtaken.map((item) => item.of));
    const idle = items.filter(({ takesBack }) => takesBack !== undefined && unsaid.has(takesBack));
    return new Set([...overtaken, ...idle].map(({ once }) => once));
  };

  async function loaded(ids: readonly ThingId[]): Promise<ReadonlyMap<ThingId, Thing>> {
    const unique = [...new Set(ids)];
    if (unique.length === 0) return new Map();
    const found = await store.load(unique);
    return new Map(found.flatMap(({ thing }, index) => (thing ? [[unique[index]!, thing] as const] : [])));
  }
}

/** Check-ins that were decided and that nobody has read yet. */
function unasked(things: Iterable<Thing>): CheckIn[] {
  return [...things].filter((thing): thing is CheckIn => thing.type === 'check' && !(thing as CheckIn).sentAt);
}

function isOvertaken(item: OfThing, thing: Thing | undefined, shifts: ReadonlyMap<ThingId, Thing>): boolean {
  if (!thing || (thing.basisAt && thing.basisAt.getTime() > item.sinceMs)) return true;
  if (thing.type === 'shift') return !isStillOn(thing as Shift, item);
  const asked = thing.type === 'check' ? shifts.get((thing as CheckIn).shift) : undefined;
  return asked !== undefined && !isStillAsked(thing as CheckIn, asked as Shift);
}
