import type { ThingId } from '../domain/thing.ts';
import { type FireContext, fire, wantedFor } from './fire.ts';

/** Those of the ids that are due by the index; an alarm may ring for a thing that has moved on. */
export interface DueNow {
  stillDue(ids: readonly ThingId[], nowMs: number): Promise<readonly ThingId[]>;
}

/** What an alarm does: wakes whatever of its ids is still due, side by side; answers how many that were. */
export async function fireDue(ids: readonly ThingId[], index: DueNow, context: FireContext): Promise<number> {
  const due = await index.stillDue(ids, context.now().getTime());
  if (due.length === 0) return 0;
  const fetched = await context.store.snapshot(wantedFor(due));
  await Promise.all(due.map((id) => fire(id, context, fetched)));
  return due.length;
}
