import { decide } from '../domain/decision.ts';
import { administratorsToAsk } from '../domain/people/request-binding.ts';
import { planCommit } from '../domain/plan-commit.ts';
import { RecordedReading } from '../domain/reading.ts';
import type { ThingId } from '../domain/thing.ts';
import { parkedText } from '../domain/wording/reminders.ts';
import type { FireContext } from './fire.ts';

/** Tells an administrator, once a day and thing, that something waits for him. */
export async function tellParked(id: ThingId, context: FireContext): Promise<void> {
  const reading = new RecordedReading({ ...context, now: context.now() });
  const day = reading.calendar.dayOf(reading.now);
  const [person] = administratorsToAsk(await reading.office(), day);
  if (!person) return;
  const say = [{ to: person.id, class: 'L2' as const, text: parkedText(id), once: `parked.${id}.${day}` }];
  await context.store.commit(await planCommit(decide({ say }), reading, { system: 'parked' }, context));
}
