import type { Shift } from '../../domain/duty/shift.ts';
import { isStillOn } from '../../domain/duty/still-on.ts';
import type { PendingMessage, ThingStore } from '../../domain/ports.ts';
import type { Thing, ThingId } from '../../domain/thing.ts';

/**
 * Names the reminders that were answered before they could be spoken: the thing they are of has been answered, changed or is
 * gone since they were decided, or it is somebody else's by now. To say them all the same would be to chase somebody who has done
 * his part.
 */
export function createOvertaken(
  store: Pick<ThingStore, 'load'>,
): (items: readonly PendingMessage[]) => Promise<ReadonlySet<string>> {
  return async (items) => {
    const reminders = items.filter((item): item is PendingMessage & { of: ThingId } => item.of !== undefined);
    if (reminders.length === 0) return new Set();
    const found = await store.load(reminders.map((item) => item.of));
    return new Set(reminders.filter((item, index) => isOvertaken(item, found[index]?.thing)).map((item) => item.once));
  };
}

function isOvertaken(item: PendingMessage, thing: Thing | undefined): boolean {
  if (!thing || (thing.basisAt && thing.basisAt.getTime() > item.sinceMs)) return true;
  return thing.type === 'shift' && !isStillOn(thing as Shift, item);
}
