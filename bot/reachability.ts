import { decide } from '../domain/decision.ts';
import type { Person } from '../domain/people/office.ts';
import { withReachable } from '../domain/people/reach.ts';
import { planCommit } from '../domain/plan-commit.ts';
import { RecordedReading } from '../domain/reading.ts';
import type { ThingId } from '../domain/thing.ts';
import type { DispatchContext } from './dispatch.ts';

const MOST_TRIES = 5;

/** The channel has refused a private message to this account; until the person writes to us nobody relies on it. */
export async function markUnreachable(person: ThingId, contactId: string, context: DispatchContext): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const read = new RecordedReading({ ...context, now: context.now() });
    const known = await read.thing<Person>(person);
    const changed = known && withReachable(known, contactId, false);
    if (!changed || changed === known) return;
    const outcome = await context.store.commit(
      await planCommit(decide({ save: [changed] }), read, { system: 'not-a-friend' }, context),
    );
    if (outcome.kind !== 'conflict') return;
  }
}
