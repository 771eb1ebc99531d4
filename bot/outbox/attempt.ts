import type { Envelope, EnvelopePart } from '../../domain/ports.ts';
import { AGAIN_MARK } from '../../domain/wording/outbox.ts';

/** Between attempts; when they are used up, a person is told. */
const BACK_OFF_MS = [5_000, 30_000, 120_000];

/** Whether something is still to be done about this part. */
export function isOpen(part: EnvelopePart): boolean {
  return part.state === 'waiting' || part.state === 'sending';
}

export function withPart(envelope: Envelope, index: number, change: Partial<EnvelopePart>): Envelope {
  return { ...envelope, parts: envelope.parts.with(index, { ...envelope.parts[index]!, ...change }) };
}

export function mayTryAgain(envelope: Envelope): boolean {
  return envelope.attempts < BACK_OFF_MS.length;
}

/** The envelope with one more failed attempt on it; the back-off counts from the failed attempt. */
export function triedInVain(envelope: Envelope, index: number, now: Date): Envelope {
  const { sendingAtMs = now.getTime() } = envelope.parts[index]!;
  return withPart({ ...envelope, attempts: envelope.attempts + 1 }, index, { state: 'waiting', sendingAtMs });
}

/** The moment, epoch ms, before which a part that failed is not tried again. */
export function tryAgainAtMs(envelope: Envelope, index: number): number {
  const backOffMs = BACK_OFF_MS[envelope.attempts - 1];
  const { sendingAtMs } = envelope.parts[index]!;
  return backOffMs === undefined || sendingAtMs === undefined ? 0 : sendingAtMs + backOffMs;
}

/** Said a second time it says so, because the first may have arrived. */
export function markedAgain(envelope: Envelope, index: number): Envelope {
  const { text } = envelope.parts[index]!;
  if (text === '' || text.startsWith(AGAIN_MARK)) return envelope;
  return withPart(envelope, index, { text: AGAIN_MARK + text });
}
