import { calendarOf } from '../../domain/holidays/calendar-of.ts';
import { diverted, mayDivert } from '../../domain/outbox/divert.ts';
import { divertEnvelope } from '../../domain/outbox/divert-envelope.ts';
import { isUnspoken, thaw } from '../../domain/outbox/thaw.ts';
import { failedNotices, unreachableNotices, unsureNotices } from '../../domain/outbox/undelivered.ts';
import type { Person } from '../../domain/people/office.ts';
import type { DeliveryCount, Envelope, PendingMessage } from '../../domain/ports.ts';
import type { DeliveryParts, Next } from './delivery-parts.ts';

type SettlementParts = Pick<
  DeliveryParts,
  'store' | 'office' | 'calendar' | 'clock' | 'log' | 'crashPoint' | 'onSent' | 'fallback'
>;

/** The ways in which an envelope ends. In each of them everything in it is counted, and who must know of a failure is told. */
export function createSettlement(parts: SettlementParts) {
  const { store, office, calendar, clock, log, crashPoint, onSent, fallback } = parts;

  async function settle(envelope: Envelope, outcome: DeliveryCount, notices: readonly PendingMessage[]): Promise<Next> {
    await store.settle(envelope, { [outcome]: envelope.items.length }, null, notices);
    if (outcome !== 'sent' && notices.length === 0)
      log.error(
        { to: envelope.to, once: envelope.once, outcome },
        'nobody could be told that a message did not arrive',
      );
    crashPoint('outbox.settled');
    return 'again';
  }

  async function circumstances() {
    const current = await office();
    return { office: current, calendar: calendarOf(current, calendar), now: clock.now() };
  }

  return {
    /** Every part was said, or is in doubt. */
    async finish(envelope: Envelope): Promise<Next> {
      if (!isInDoubt(envelope)) {
        await onSent?.(envelope.items, sentAtOf(envelope, clock.now()));
        return settle(envelope, 'sent', []);
      }
      return settle(envelope, 'unsure', unsureNotices(envelope, await circumstances()));
    },

    /** The chat will not take it: the fall-back gets what it may carry, a person hears of the rest. */
    async fail(envelope: Envelope): Promise<Next> {
      const around = await circumstances();
      const going = fallback.isAny ? envelope.items.filter(mayDivert) : [];
      if (going.length === 0) return settle(envelope, 'failed', failedNotices(envelope, around));

      const items = envelope.items.filter((item) => !going.includes(item));
      const taken = divertEnvelope({ ...envelope, items: going }, () => true, 'failed', around.calendar);
      const counts = { ...taken.counts, ...(items.length > 0 ? { failed: items.length } : {}) };
      const notices = failedNotices({ ...envelope, items }, around);
      await store.settle(envelope, counts, null, [...taken.messages, ...notices]);
      crashPoint('outbox.settled');
      return 'again';
    },

    /** The person cannot be written to; where nobody else can either, the fall-back says it. */
    async giveUpOn(person: Person, envelope: Envelope): Promise<Next> {
      const notices = unreachableNotices(envelope, person, await circumstances());
      const going = fallback.isAny && notices.length === 0 ? envelope.items.filter(mayDivert) : [];
      if (going.length < envelope.items.length) return settle(envelope, 'failed', notices);
      await store.settle(
        envelope,
        {},
        null,
        going.map((item) => diverted(item, 'failed')),
      );
      crashPoint('outbox.settled');
      return 'again';
    },

    /** The chat is away for too long for some of it: that goes over the fall-back. */
    async divert(envelope: Envelope, going: (item: PendingMessage) => boolean): Promise<Next> {
      const { messages, counts } = divertEnvelope(envelope, going, 'away', calendarOf(await office(), calendar));
      await store.settle(envelope, counts, clock.now().getTime(), messages);
      crashPoint('outbox.settled');
      return 'again';
    },

    /** What was not said waits again, under the rules of the present moment. */
    async putBack(envelope: Envelope): Promise<Next> {
      const inDoubt = isInDoubt(envelope) ? unsureNotices(envelope, await circumstances()) : [];
      const heard = { [isInDoubt(envelope) ? 'unsure' : 'sent']: envelope.items.length };
      const messages = [...thaw(envelope, calendarOf(await office(), calendar)), ...inDoubt];
      await store.settle(envelope, isUnspoken(envelope) ? {} : heard, clock.now().getTime(), messages);
      log.info({ to: envelope.to, envelope: envelope.id }, 'an envelope that came too late was taken apart');
      return 'again';
    },
  };
}

function isInDoubt(envelope: Envelope): boolean {
  return envelope.parts.some((part) => part.state === 'unsure');
}

/** When its last part was handed to the chat; after a crash that is earlier than now. */
function sentAtOf({ parts }: Envelope, now: Date): Date {
  return new Date(Math.max(...parts.map(({ sendingAtMs }) => sendingAtMs ?? now.getTime())));
}
