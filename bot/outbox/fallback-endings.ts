import { broughtHome, fileLeft } from '../../domain/outbox/divert.ts';
import { type Circumstances, handOver } from '../../domain/outbox/undelivered.ts';
import type { Envelope, PendingMessage } from '../../domain/ports.ts';
import { POSTED_AGAIN_MARK } from '../../domain/wording/fallback.ts';
import { AGAIN_MARK } from '../../domain/wording/outbox.ts';
import type { DeliveryParts, Next } from './delivery-parts.ts';
import type { FallbackLines } from './fallback-lines.ts';

interface EndingParts extends Pick<DeliveryParts, 'store' | 'clock' | 'log' | 'crashPoint'> {
  readonly lines: Pick<FallbackLines, 'isAny'>;
  readonly retryMs: number;
  readonly around: () => Promise<Circumstances>;
}

/** The ways in which a post ends. In each of them everything in it is counted, or waits elsewhere. */
export function createFallbackEndings({ store, clock, log, crashPoint, lines, retryMs, around }: EndingParts) {
  /** Some channel took all of it. */
  async function finish(envelope: Envelope): Promise<Next> {
    const files = envelope.items.flatMap((item) => fileLeft(item, clock.now()));
    await store.settle(envelope, { fallback: envelope.items.length }, null, files);
    crashPoint('fallback.settled');
    return 'again';
  }

  /** The chat is back before anything left: it says these itself. */
  async function takeBack(envelope: Envelope): Promise<Next> {
    const messages = envelope.items.map((item) =>
      isForChat(item) ? broughtHome(item) : { ...item, once: `${item.once}.again` },
    );
    await store.settle(envelope, {}, null, messages);
    return 'again';
  }

  /** No channel takes it. */
  async function giveUp(envelope: Envelope): Promise<Next> {
    const circumstances = await around();
    const home = (item: PendingMessage) => broughtHome(item, lines.isAny ? clock.now().getTime() + retryMs : undefined);
    const messages = envelope.items.flatMap((item) => {
      if (!isForChat(item)) return handOver(item, item.diverted?.to ?? item.to, circumstances);
      return [home(isUnseen(envelope) ? item : { ...item, text: AGAIN_MARK + item.text })];
    });
    const lost = envelope.items.filter((item) => !isForChat(item)).length;
    await store.settle(envelope, lost > 0 ? { failed: lost } : {}, null, messages);
    log.error(
      { envelope: envelope.id, once: envelope.once },
      'no fall-back channel takes this; it waits for the chat or a person',
    );
    crashPoint('fallback.settled');
    return 'again';
  }

  return { finish, takeBack, giveUp };
}

/** Whether the chat may still say all of it: nobody has seen it, and some of it is here only because the chat was away. */
export function mayTakeBack(envelope: Envelope): boolean {
  return isUnseen(envelope) && envelope.items.some(isForChat);
}

/** It is here only because the chat is away. */
function isForChat({ diverted }: PendingMessage): boolean {
  return diverted?.why === 'away';
}

/** Certainly nobody has seen any of it. */
function isUnseen({ parts }: Envelope): boolean {
  return parts.every(({ state, text }) => state === 'waiting' && !text.startsWith(POSTED_AGAIN_MARK));
}
