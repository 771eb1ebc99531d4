import type { PendingMessage, ThingStore } from '../../domain/ports.ts';
import type { ThingId } from '../../domain/thing.ts';

/**
 * Names the reminders that were answered before they could be spoken: the thing they are of has been answered, changed or is
 * gone since they were decided. To say them all the same would be to chase somebody who has done his part.
 */
export function createOvertaken(
  store: Pick<ThingStore, 'load'>,
): (items: readonly PendingMessage[]) => Promise<ReadonlySet<string>> {
  return async (items) => {
    const reminders = items.filter((item): item is PendingMessage & { of: ThingId } => item.of !== undefined);
    if (reminders.length === 0) return new Set();
    const found = await store.load(reminders.map((item) => item.of));
    return new Set(
      reminders
        .filter((item, index) => isOvertaken(item, found[index]?.thing?.basisAt, found[index]?.thing !== undefined))
        .map((item) => item.once),
    );
  };
}

function isOvertaken(item: PendingMessage, basisAt: Date | undefined, exists: boolean): boolean {
  return !exists || (basisAt !== undefined && basisAt.getTime() > item.sinceMs);
}
