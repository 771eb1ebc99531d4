import { destinationOf } from '../../domain/outbox/destination.ts';
import type { Envelope, EnvelopePart } from '../../domain/ports.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { targetOf } from './outgoing.ts';

/** What a process that died had just handed to the chat may show up this much later. */
const IN_FLIGHT_MS = 5_000;
/** After this an answer about what became of a message is not expected any more. */
const ASK_FOR_MS = 600_000;

/** The id under which the chat shows it, or why there is none. */
export type Verdict = { readonly id: string } | 'not-shown' | 'cannot-tell' | 'ask-later';

type VerdictParts = Pick<DeliveryParts, 'office' | 'clock' | 'wait' | 'echoes' | 'log' | 'stopping'>;

/** Asks the chat what became of a part that was handed to it. */
export async function verdictOn(part: EnvelopePart, envelope: Envelope, parts: VerdictParts): Promise<Verdict> {
  const { clock, echoes, stopping, log } = parts;
  const target = targetOf(destinationOf(envelope.to, await parts.office()));
  if (!target) return 'cannot-tell';

  const ageMs = () => clock.now().getTime() - part.sendingAtMs!;
  try {
    const echo = await echoes.shown(part, target);
    if (echo !== undefined) return echo;
    if (ageMs() < IN_FLIGHT_MS) await parts.wait(IN_FLIGHT_MS - ageMs(), stopping);
    return stopping.aborted ? 'ask-later' : ((await echoes.shown(part, target)) ?? 'not-shown');
  } catch (error) {
    log.warn({ to: envelope.to, error: String(error) }, 'the chat could not be asked what became of a message');
    return ageMs() > ASK_FOR_MS ? 'cannot-tell' : 'ask-later';
  }
}
