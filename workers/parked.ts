import { decideAndCommit } from '../domain/decide-and-commit.ts';
import { decide } from '../domain/decision.ts';
import { administratorsToAsk } from '../domain/people/request-binding.ts';
import type { ThingId } from '../domain/thing.ts';
import { parkedText } from '../domain/wording/reminders.ts';
import type { FireContext } from './fire.ts';

/** Tells an administrator, once a day and thing, that something waits for him. */
export async function tellParked(id: ThingId, context: FireContext): Promise<void> {
  await decideAndCommit(`parked ${id}`, context, async (reading) => {
    const day = reading.calendar.dayOf(reading.now);
    const [person] = administratorsToAsk(await reading.office(), day);
    if (!person) return undefined;
    const say = [{ to: person.id, class: 'L2' as const, text: parkedText(id), once: `parked.${id}.${day}` }];
    return { decision: decide({ say }), actor: { system: 'parked' } };
  });
}
