import type { Calendar } from '../calendar/calendar.ts';
import type { DeliveryCount, Diversion, Envelope, EnvelopePart, PendingMessage } from '../ports.ts';
import { AGAIN_MARK } from '../wording/outbox.ts';
import { diverted } from './divert.ts';
import { restOf, thaw } from './thaw.ts';

/** What takes the place of an envelope that the chat does not carry any further, and what of it counts as said. */
export interface Taken {
  readonly messages: readonly PendingMessage[];
  readonly counts: Partial<Record<DeliveryCount, number>>;
}

/**
 * Of an envelope that nobody heard, `going` leaves for the fall-back and the rest waits again; of one that may have been heard,
 * everything leaves, saying that it may be known; of one half said, the other half.
 */
export function divertEnvelope(
  envelope: Envelope,
  going: (item: PendingMessage) => boolean,
  why: Diversion['why'],
  calendar: Calendar,
): Taken {
  if (envelope.parts.some(({ state }) => state === 'sent')) {
    const paidDay = calendar.dayOf(new Date(envelope.frozenAtMs));
    const rest = restOf({ ...envelope, parts: envelope.parts.map(openAgain) }, paidDay);
    return {
      messages: rest.map((item) => (item.text === '' ? item : diverted(item, why))),
      counts: { sent: envelope.items.length },
    };
  }
  if (envelope.parts.some(isDoubtful))
    return { messages: envelope.items.map((item) => diverted(again(item), why)), counts: {} };

  const staying = new Set(envelope.items.filter((item) => !going(item)));
  const thawed = thaw(envelope, calendar);
  return {
    messages: envelope.items.map((item, index) => (staying.has(item) ? thawed[index]! : diverted(item, why))),
    counts: {},
  };
}

function isDoubtful({ state }: EnvelopePart): boolean {
  return state === 'sending' || state === 'unsure';
}

function openAgain(part: EnvelopePart): EnvelopePart {
  return isDoubtful(part) ? { ...again(part), state: 'waiting' } : part;
}

function again<T extends { readonly text: string }>(said: T): T {
  const isMarked = said.text === '' || said.text.startsWith(AGAIN_MARK);
  return isMarked ? said : { ...said, text: AGAIN_MARK + said.text };
}
