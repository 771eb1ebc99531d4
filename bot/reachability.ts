import { decideAndCommit } from '../domain/decide-and-commit.ts';
import { decide } from '../domain/decision.ts';
import type { Person } from '../domain/people/office.ts';
import { withReachable } from '../domain/people/reach.ts';
import type { ThingId } from '../domain/thing.ts';
import type { DispatchContext } from './dispatch.ts';

/** The channel has refused a private message to this account; until the person writes to us nobody relies on it. */
export async function markUnreachable(person: ThingId, contactId: string, context: DispatchContext): Promise<void> {
  await decideAndCommit(person, context, async (read) => {
    const known = await read.thing<Person>(person);
    const changed = known && withReachable(known, contactId, false);
    if (!changed || changed === known) return undefined;
    return { decision: decide({ save: [changed] }), actor: { system: 'not-a-friend' } };
  });
}
