import { calendarOf } from '../../domain/holidays/calendar-of.ts';
import { destinationOf, isRoomAddress } from '../../domain/outbox/destination.ts';
import { divertAtMs } from '../../domain/outbox/divert.ts';
import { isStale } from '../../domain/outbox/thaw.ts';
import type { Envelope, PendingMessage } from '../../domain/ports.ts';
import { type ChatTarget, type OutgoingMessage, SendError } from '../gateway/gateway.ts';
import { isOpen, markedAgain, mayTryAgain, triedInVain, tryAgainAtMs, withPart } from './attempt.ts';
import type { DeliveryParts, Next } from './delivery-parts.ts';
import { outgoing, targetOf } from './outgoing.ts';
import { createSettlement } from './settlement.ts';
import { verdictOn } from './verdict.ts';

/** Unless an envelope is over by then, its conversation is looked at again. */
const WATCH_MS = 10_000;
const OFFLINE_LOOK_MS = 60_000;

/** Brings a frozen envelope one step further. All it knows is in the envelope, so that any process can go on with it. */
export function createDelivery(parts: DeliveryParts) {
  const { store, gateway, policy, clock, pacer, echoes, log, crashPoint, stopping } = parts;
  const { finish, fail, giveUpOn, putBack, divert } = createSettlement(parts);

  const nowMs = () => clock.now().getTime();
  const watch = (envelope: Envelope) => store.progress(envelope, nowMs() + WATCH_MS);

  /** While nothing can be said: when to look again. At the end of a pause, else in a minute. */
  function silentUntilMs(): number | undefined {
    const pausedMs = pacer.pausedUntilMs();
    if (pausedMs !== undefined) return pausedMs;
    return gateway.state() === 'online' && !stopping.aborted ? undefined : nowMs() + OFFLINE_LOOK_MS;
  }

  async function step(envelope: Envelope, takeTurn: (envelope: Envelope) => Promise<boolean>): Promise<Next> {
    const index = envelope.parts.findIndex(isOpen);
    if (index < 0) return finish(envelope);
    const silentMs = silentUntilMs();
    if (silentMs !== undefined) return waitForChat(envelope, silentMs);
    if (envelope.parts[index]!.state === 'sending') return judge(envelope, index);
    const calendar = calendarOf(await parts.office(), parts.calendar);
    if (isStale(envelope, clock.now(), policy, calendar)) return putBack(envelope);
    if (tryAgainAtMs(envelope, index) > nowMs()) return rest(envelope, tryAgainAtMs(envelope, index));
    return (await takeTurn(envelope)) ? speak(envelope, index) : 'again';
  }

  /** What cannot wait as long as the chat is silent leaves for the fall-back when its moment comes. */
  async function waitForChat(envelope: Envelope, silentMs: number): Promise<Next> {
    const sinceMs = parts.fallback.isAny ? parts.fallback.awaySinceMs() : undefined;
    if (sinceMs === undefined) return rest(envelope, silentMs);

    const calendar = calendarOf(await parts.office(), parts.calendar);
    const terms = { policy, calendar, isRoom: isRoomAddress(envelope.to), use: undefined };
    const leavesAtMs = (item: PendingMessage) => divertAtMs(item, sinceMs, clock.now(), terms);
    const firstMs = Math.min(...envelope.items.map(leavesAtMs));
    if (firstMs > nowMs()) return rest(envelope, Math.min(silentMs, firstMs));
    return divert(envelope, (item) => leavesAtMs(item) <= nowMs());
  }

  async function speak(envelope: Envelope, index: number): Promise<Next> {
    const office = await parts.office();
    const destination = destinationOf(envelope.to, office);
    if (destination.kind === 'unreachable') return giveUpOn(destination.person, envelope);
    const target = targetOf(destination);
    if (!target) return retry(envelope, index);

    const earlierIds = await echoes.earlierIds(target);
    if (silentUntilMs() !== undefined) return 'again';
    const sending = withPart(envelope, index, { state: 'sending', sendingAtMs: nowMs(), earlierIds });
    await watch(sending);
    crashPoint('outbox.sending');
    const sent = await send(outgoing(sending.parts[index]!, target, office));
    if (sent instanceof Error) return failed(sending, index, sent, target);

    crashPoint('outbox.sent-unnoted');
    if (sent.id !== undefined) echoes.noteSent(sent.id, target);
    return noted(sending, index, sent.id);
  }

  async function send(message: OutgoingMessage): Promise<{ readonly id: string | undefined } | Error> {
    try {
      return await gateway.send(message);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async function failed(envelope: Envelope, index: number, error: Error, target: ChatTarget): Promise<Next> {
    const failure = error instanceof SendError ? error.failure : undefined;
    log.warn({ to: envelope.to, envelope: envelope.id, failure, error: error.message }, 'a message did not go out');
    const unsent = withPart(envelope, index, { state: 'waiting' });
    switch (failure) {
      case 'not-sent':
        return rest(unsent, silentUntilMs() ?? nowMs() + WATCH_MS);
      case 'throttled':
        pacer.throttled();
        await watch(unsent);
        return 'again';
      case 'not-friend':
        return notFriend(unsent, target);
      case 'refused':
        return fail(unsent);
      case 'unknown':
        return awaitEcho(envelope, index, target);
      default:
        return gateway.ownSince ? judge(envelope, index) : retry(envelope, index);
    }
  }

  /** Another account of the same person may still be open. */
  async function notFriend(envelope: Envelope, { contactId }: ChatTarget): Promise<Next> {
    const person = (await parts.office()).people.get(envelope.to);
    if (!person || contactId === undefined) return fail(envelope);

    await parts.onUnreachable(person.id, contactId);
    const now = destinationOf(envelope.to, await parts.office());
    if (now.kind !== 'contact' || now.contactId === contactId) return giveUpOn(person, envelope);
    await watch(envelope);
    return 'again';
  }

  async function awaitEcho(envelope: Envelope, index: number, target: ChatTarget): Promise<Next> {
    const echo = await echoes.live(envelope.parts[index]!, target, stopping);
    if (echo) return noted(envelope, index, echo.id);
    return stopping.aborted ? 'rest' : judge(envelope, index);
  }

  /** Nobody knows whether this part went out. The chat is asked; where it cannot tell, only what is grave is said again. */
  async function judge(envelope: Envelope, index: number): Promise<Next> {
    const verdict = await verdictOn(envelope.parts[index]!, envelope, parts);
    if (verdict === 'ask-later') return rest(envelope, nowMs() + WATCH_MS);
    if (verdict === 'not-shown') return retry(envelope, index);
    if (verdict !== 'cannot-tell') return noted(envelope, index, verdict.id);

    const isGrave = envelope.class === 'L0' || envelope.class === 'L1';
    if (isGrave && mayTryAgain(envelope)) return retry(markedAgain(envelope, index), index);
    log.warn({ to: envelope.to, envelope: envelope.id }, 'nobody can tell whether a message arrived');
    await watch(withPart(envelope, index, { state: 'unsure' }));
    return 'again';
  }

  async function noted(envelope: Envelope, index: number, sentId: string | undefined): Promise<Next> {
    const said = withPart(envelope, index, { state: 'sent', ...(sentId === undefined ? {} : { sentId }) });
    if (!said.parts.some(isOpen)) return finish(said);

    await watch(said);
    crashPoint('outbox.between-parts');
    return 'again';
  }

  async function retry(envelope: Envelope, index: number): Promise<Next> {
    if (!mayTryAgain(envelope)) return fail(envelope);

    const waiting = triedInVain(envelope, index, clock.now());
    const atMs = tryAgainAtMs(waiting, index);
    await store.progress(waiting, Math.max(atMs, nowMs()));
    return atMs > nowMs() ? 'rest' : 'again';
  }

  async function rest(envelope: Envelope, lookAtMs: number): Promise<Next> {
    await store.progress(envelope, lookAtMs);
    return 'rest';
  }

  return { step, silentUntilMs };
}
