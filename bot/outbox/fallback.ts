import { calendarOf } from '../../domain/holidays/calendar-of.ts';
import { FALLBACK } from '../../domain/outbox/divert.ts';
import { planFallback } from '../../domain/outbox/fallback-plan.ts';
import type { Circumstances } from '../../domain/outbox/undelivered.ts';
import type { ConversationState, Envelope, PendingMessage } from '../../domain/ports.ts';
import { fallbackTitle, POSTED_AGAIN_MARK } from '../../domain/wording/fallback.ts';
import type { FallbackChannel, Posted } from '../gateway/fallback/channel.ts';
import { isOpen, mayTryAgain, triedInVain, tryAgainAtMs, withPart } from './attempt.ts';
import type { DeliveryParts, Next } from './delivery-parts.ts';
import { createFallbackEndings, mayTakeBack } from './fallback-endings.ts';
import type { FallbackLines } from './fallback-lines.ts';

/** Unless a post is over by then, it is looked at again; longer than any channel takes. */
const WATCH_MS = 20_000;
const MINUTE_MS = 60_000;

export interface FallbackParts
  extends Pick<
    DeliveryParts,
    'store' | 'office' | 'policy' | 'calendar' | 'clock' | 'log' | 'crashPoint' | 'stopping'
  > {
  readonly lines: FallbackLines;
  /** Whether the chat cannot be spoken to. */
  readonly isAway: () => boolean;
  readonly newId: () => string;
  readonly overtaken?: (items: readonly PendingMessage[]) => Promise<ReadonlySet<string>>;
}

/**
 * Brings what was diverted from the chat over the fall-back channels, one post at a time. Each post is frozen and noted as under
 * way before it leaves: robots cannot be asked what they showed, so after a crash it goes again and says so. What no channel takes
 * goes back to the chat or, where the chat would not take it, to a person.
 */
export function createFallback(parts: FallbackParts) {
  const { store, lines, policy, clock, log, crashPoint, stopping } = parts;
  const nowMs = () => clock.now().getTime();
  const retryMs = policy.fallback.retryMinutes * MINUTE_MS;
  const { finish, takeBack, giveUp } = createFallbackEndings({ ...parts, retryMs, around });

  async function look(): Promise<void> {
    while (!stopping.aborted) {
      const state = await store.conversation(FALLBACK);
      const next = state.envelope ? await step(state.envelope) : await postNext(state);
      if (next === 'rest') return;
    }
  }

  async function around(): Promise<Circumstances> {
    const office = await parts.office();
    return { office, calendar: calendarOf(office, parts.calendar), now: clock.now() };
  }

  async function postNext(state: ConversationState): Promise<Next> {
    if (state.items.length === 0) return 'rest';
    const turn = lines.next(nowMs());
    const plan = planFallback({
      ...(await around()),
      ...{ state, policy, isAway: parts.isAway(), newEnvelopeId: parts.newId() },
      // Without any channel it is frozen at once, only to be given up.
      readyAtMs: turn?.readyAtMs ?? nowMs(),
      maxBytes: lines.isAny ? lines.maxBytes : Number.MAX_SAFE_INTEGER,
      overtaken: (await parts.overtaken?.(state.items)) ?? new Set(),
    });
    if (!(await store.freeze({ ...plan, to: FALLBACK, rev: state.rev }))) return 'again';
    if (!plan.envelope) return 'rest';
    crashPoint('fallback.frozen');
    return step(plan.envelope);
  }

  async function step(envelope: Envelope): Promise<Next> {
    const index = envelope.parts.findIndex(isOpen);
    if (index < 0) return finish(envelope);
    if (envelope.parts[index]!.state === 'sending') return again(markedAgain(envelope, index), index);
    if (!parts.isAway() && mayTakeBack(envelope)) return takeBack(envelope);

    const turn = lines.next(nowMs());
    if (!turn || nowMs() - envelope.frozenAtMs > retryMs) return giveUp(envelope);
    const atMs = Math.max(turn.readyAtMs, tryAgainAtMs(envelope, index));
    if (atMs > nowMs()) return rest(envelope, atMs);
    return post(envelope, index, turn.channel);
  }

  async function post(envelope: Envelope, index: number, channel: FallbackChannel): Promise<Next> {
    const sending = withPart(envelope, index, { state: 'sending', sendingAtMs: nowMs() });
    await store.progress(sending, nowMs() + WATCH_MS);
    crashPoint('fallback.sending');
    lines.spoken(channel, nowMs());
    const posted = await channel.send(sending.parts[index]!.text, fallbackTitle(envelope.items));
    crashPoint('fallback.sent-unnoted');
    if (posted.kind === 'failed') return failed(sending, index, channel, posted);

    lines.took(channel);
    log.info(
      { channel: channel.name, envelope: envelope.id, messages: envelope.items.length },
      'posted over a fall-back',
    );
    const said = withPart(sending, index, { state: 'sent' });
    if (!said.parts.some(isOpen)) return finish(said);
    await store.progress(said, nowMs() + WATCH_MS);
    return 'again';
  }

  /** Another channel is tried at once; where all of them rest, the first that may speak again, unless only a person can repair it. */
  async function failed(envelope: Envelope, index: number, channel: FallbackChannel, posted: Failed): Promise<Next> {
    const { failure, reason, restMs } = posted;
    log.warn(
      { channel: channel.name, envelope: envelope.id, failure, reason },
      'a fall-back channel did not take a post',
    );
    lines.failed(channel, failure, nowMs(), restMs);
    const marked = failure === 'unknown' ? markedAgain(envelope, index) : envelope;
    const waiting = withPart(marked, index, { state: 'waiting' });
    if (lines.isHopeless()) return giveUp(waiting);
    const turn = lines.next(nowMs())!;
    return turn.isAwake || failure === 'throttled' ? rest(waiting, turn.readyAtMs) : again(waiting, index);
  }

  async function again(envelope: Envelope, index: number): Promise<Next> {
    if (!mayTryAgain(envelope)) return giveUp(withPart(envelope, index, { state: 'waiting' }));
    const waiting = triedInVain(envelope, index, clock.now());
    return rest(waiting, tryAgainAtMs(waiting, index));
  }

  async function rest(envelope: Envelope, lookAtMs: number): Promise<Next> {
    await store.progress(envelope, lookAtMs);
    return lookAtMs > nowMs() ? 'rest' : 'again';
  }

  let running: Promise<void> | undefined;
  let isAskedAgain = false;

  async function run(): Promise<void> {
    try {
      do {
        isAskedAgain = false;
        await look();
      } while (isAskedAgain && !stopping.aborted);
    } finally {
      running = undefined;
    }
  }

  return {
    /** Posts what may be posted now; safe to call at any time. */
    async lookAt(): Promise<void> {
      isAskedAgain = true;
      running ??= run();
      return running;
    },

    /** Resolves when nothing is being posted. */
    idle: async (): Promise<void> => running,
  };
}

type Failed = Extract<Posted, { kind: 'failed' }>;

function markedAgain(envelope: Envelope, index: number): Envelope {
  const { text } = envelope.parts[index]!;
  return text.startsWith(POSTED_AGAIN_MARK) ? envelope : withPart(envelope, index, { text: POSTED_AGAIN_MARK + text });
}
