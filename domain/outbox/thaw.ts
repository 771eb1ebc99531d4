import type { Calendar } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import type { Envelope, EnvelopePart, PendingMessage } from '../ports.ts';
import { isBudgeted } from './budget.ts';
import { isLapsed } from './lapse.ts';

/**
 * Whether what is left of an envelope may no longer be said as it was frozen: too old to go without a mark, outside its window by
 * now, or partly lapsed. A part that may be on its way is never stale: first the chat must tell what became of it.
 */
export function isStale(envelope: Envelope, now: Date, policy: Policy, calendar: Calendar): boolean {
  if (envelope.parts.some((part) => part.state === 'sending')) return false;

  const oldestMs = now.getTime() - policy.message.catchUpMinutes * 60_000;
  const isShut = isBudgeted(envelope.class) && !calendar.isWithin(now, policy.windows[envelope.class]);
  return isShut || (isUnspoken(envelope) && (envelope.frozenAtMs < oldestMs || hasLapsed(envelope, now)));
}

/**
 * The envelope's messages as they wait again. Of one that nobody heard, every message as it was, under a new name and already
 * paid for on the day it was counted; of one half said, only the rest.
 */
export function thaw(envelope: Envelope, calendar: Calendar): PendingMessage[] {
  const paidDay = calendar.dayOf(new Date(envelope.frozenAtMs));
  if (!isUnspoken(envelope)) return restOf(envelope, paidDay);
  return envelope.items.map((item) => ({ ...item, once: `${item.once}.again`, paidDay }));
}

/** True as long as no part can have reached anybody. */
export function isUnspoken(envelope: Envelope): boolean {
  return envelope.parts.every((part) => part.state === 'waiting');
}

function hasLapsed(envelope: Envelope, now: Date): boolean {
  return envelope.items.some((item) => isLapsed(item, now));
}

/** What of a half-said envelope still waits, a message a part. */
export function restOf(envelope: Envelope, paidDay: string): PendingMessage[] {
  return envelope.parts.flatMap((part, index) =>
    part.state === 'waiting' ? [asMessage(part, index, envelope, paidDay)] : [],
  );
}

function asMessage(part: EnvelopePart, index: number, envelope: Envelope, paidDay: string): PendingMessage {
  return {
    to: envelope.to,
    class: envelope.class,
    text: part.text,
    once: `${envelope.id}.rest.${index}`,
    sinceMs: envelope.frozenAtMs,
    paidDay,
    ...(part.mentions.length > 0 ? { mentions: part.mentions } : {}),
    ...(part.file ? { file: part.file } : {}),
  };
}
