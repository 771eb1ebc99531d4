import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { calendarOf } from '../../domain/holidays/calendar-of.ts';
import type { Address } from '../../domain/message.ts';
import { isRoomAddress } from '../../domain/outbox/destination.ts';
import { FALLBACK } from '../../domain/outbox/divert.ts';
import { bySpeakingOrder } from '../../domain/outbox/order.ts';
import { planConversation } from '../../domain/outbox/plan.ts';
import type { ConversationState, Envelope, PendingMessage } from '../../domain/ports.ts';
import type { FallbackChannel } from '../gateway/fallback/channel.ts';
import type { OwnMessage, SessionState } from '../gateway/gateway.ts';
import { createAbsence } from './absence.ts';
import { isOpen } from './attempt.ts';
import { createDelivery } from './delivery.ts';
import type { CrashPoint, DeliveryParts, Next } from './delivery-parts.ts';
import { createEchoes } from './echoes.ts';
import { createFallback } from './fallback.ts';
import { createFallbackLines } from './fallback-lines.ts';
import type { Speech } from './limits.ts';
import { createPacer } from './pacer.ts';

export interface SenderParts
  extends Pick<
    DeliveryParts,
    'store' | 'gateway' | 'office' | 'policy' | 'calendar' | 'clock' | 'wait' | 'log' | 'onUnreachable' | 'onSent'
  > {
  /** When the account was logged in, epoch ms; a new one speaks less. */
  readonly newSinceMs?: () => number | undefined;
  readonly crashPoint?: (name: CrashPoint) => void;
  readonly random?: () => number;
  readonly newId?: () => string;
  /** Which of these reminders were answered before they could be spoken. */
  readonly overtaken?: (items: readonly PendingMessage[]) => Promise<ReadonlySet<string>>;
  /** Where things go that the chat cannot carry, in the order in which they are tried; none by default. */
  readonly fallbackChannels?: readonly FallbackChannel[];
}

export interface Sender {
  /**
   * Says what may be said in a conversation now. Safe to call at any time, also twice at once. Resolves when nothing more can go,
   * which takes as long as the account's pace demands: never hold back looks at other conversations for it.
   */
  lookAt(to: Address): Promise<void>;
  /** To be told of every message of our own that the chat shows. */
  noteOwn(own: OwnMessage): void;
  /** To be told of every change of the session; when it is back, what waited is looked at. */
  sessionChanged(state: SessionState): Promise<void>;
  /** How many fall-back channels there are, and how many failed when they were last tried. */
  fallbackHealth(): { readonly channels: number; readonly failing: number };
  /** How the account is held back now: until when it is silent, epoch ms, and which part of its rate it may use. */
  heldBack(): { readonly untilMs: number | undefined; readonly share: number };
  /** Finishes what is just being sent, starts nothing new, and resolves when all is still. */
  stop(): Promise<void>;
}

interface Lane {
  done: Promise<void>;
  /** Somebody asked for another look meanwhile. */
  again: boolean;
  /** Gives up the place in the queue, because what waits may be more urgent by now. */
  withdraw?: AbortController;
  /** A turn to speak that was waited for and not used yet. */
  hasTurn: boolean;
}

/** While a conversation waits for its turn nobody else needs to look at it, except after a crash. */
const QUEUED_LOOK_MS = 60_000;
const PARKED_LIMIT = 10_000;

/** The only one who speaks: one envelope at a time in each conversation, conversations side by side, at the account's pace. */
export function createSender(parts: SenderParts): Sender {
  const { store, gateway, clock, wait, policy, log } = parts;
  const { crashPoint = () => {}, random = Math.random, newId = () => `envelope.${randomUUID()}` } = parts;
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const lanes = new Map<Address, Lane>();
  const pacer = createPacer({ pace: gateway.pace, newSinceMs: parts.newSinceMs, clock, wait, random });
  const echoes = createEchoes({ gateway, clock, wait });
  const absence = createAbsence({ gateway, pacer, clock });
  const lines = createFallbackLines(parts.fallbackChannels ?? []);
  const delivery = createDelivery({
    ...{ ...parts, pacer, echoes, crashPoint, stopping: stopping.signal },
    fallback: { isAny: lines.isAny, awaySinceMs: absence.sinceMs },
  });
  const fallback = createFallback({
    ...{ ...parts, lines, newId, crashPoint, stopping: stopping.signal },
    isAway: () => absence.sinceMs() !== undefined,
  });

  async function run(to: Address, lane: Lane): Promise<void> {
    try {
      do {
        lane.again = false;
        await look(to, lane);
      } while (lane.again && !stopping.signal.aborted);
    } finally {
      // In the same breath as the decision to end: whoever asks from now on gets a lane of its own.
      lanes.delete(to);
    }
  }

  async function look(to: Address, lane: Lane): Promise<void> {
    for (let isFirst = true; !stopping.signal.aborted; isFirst = false) {
      const state = await store.conversation(to);
      if (!isFirst && !state.envelope && state.items.length === 0) return;

      const takeTurn = (envelope: Envelope) => ownTurn(lane, envelope);
      const next = state.envelope ? await delivery.step(state.envelope, takeTurn) : await sayNext(state, lane);
      if (next === 'rest') return;
    }
  }

  async function sayNext(state: ConversationState, lane: Lane): Promise<Next> {
    const { to, rev } = state;
    const now = clock.now();
    const silentUntilMs = delivery.silentUntilMs();
    const sinceMs = lines.isAny ? absence.sinceMs() : undefined;
    const backSinceMs = absence.backSinceMs();
    const overtaken = (await parts.overtaken?.(state.items)) ?? new Set();
    if (overtaken.size > 0) log.debug({ to, once: [...overtaken] }, 'reminders were answered before they were spoken');
    const office = await parts.office();
    const calendar = calendarOf(office, parts.calendar);
    const quiet = office.people.get(to)?.quiet;
    const plan = planConversation({
      ...{ state, policy, calendar, now, isRoom: isRoomAddress(to), overtaken },
      newEnvelopeId: newId(),
      ...(quiet && { quiet }),
      ...(silentUntilMs === undefined ? {} : { silentUntilMs }),
      ...(sinceMs === undefined ? {} : { awaySinceMs: sinceMs }),
      ...(backSinceMs === undefined ? {} : { backSinceMs }),
    });
    const { envelope, counts } = plan;
    if (counts.expired) log.info({ to, expired: counts.expired }, 'messages lapsed before they could be spoken');
    if (!envelope) return (await store.freeze({ ...plan, to, rev })) ? 'rest' : 'again';

    if (!lane.hasTurn && !pacer.tryTurn(speechOf(envelope))) {
      const nextLookMs = now.getTime() + QUEUED_LOOK_MS;
      if (!(await store.freeze({ to, rev, taken: [], counts: {}, nextLookMs }))) return 'again';
      lane.hasTurn = await ownTurn(lane, envelope);
      return 'again';
    }
    lane.hasTurn = true;
    if (!(await store.freeze({ ...plan, to, rev }))) return 'again';
    crashPoint('outbox.frozen');
    return delivery.step(envelope, (frozen) => ownTurn(lane, frozen));
  }

  /** A turn for this conversation; false as soon as somebody asks to look at it again. */
  async function ownTurn(lane: Lane, envelope: Envelope): Promise<boolean> {
    if (lane.hasTurn || pacer.tryTurn(speechOf(envelope))) {
      lane.hasTurn = false;
      return true;
    }
    const { sinceMs } = envelope.items.toSorted(bySpeakingOrder)[0]!;
    lane.withdraw = new AbortController();
    const granted = await pacer.turn({ ...speechOf(envelope), sinceMs }, lane.withdraw.signal);
    lane.withdraw = undefined;
    return granted;
  }

  async function lookAt(to: Address): Promise<void> {
    if (stopping.signal.aborted) return;
    if (to === FALLBACK) return fallback.lookAt();
    const running = lanes.get(to);
    if (running) {
      running.again = true;
      running.withdraw?.abort();
      return running.done;
    }
    const lane: Lane = { done: Promise.resolve(), again: false, hasTurn: false };
    lanes.set(to, lane);
    lane.done = run(to, lane);
    return lane.done;
  }

  return {
    lookAt,
    noteOwn: echoes.noteOwn,
    sessionChanged: async (state) => {
      absence.changed(state);
      if (state !== 'online') return;
      const parked = await store.dueConversations(clock.now().getTime() + QUEUED_LOOK_MS, PARKED_LIMIT);
      // What has not left for the fall-back yet comes back at once, whenever that one wanted to be looked at.
      await Promise.all([...new Set([...parked, FALLBACK])].map(lookAt));
    },
    fallbackHealth: lines.health,
    heldBack: () => ({ untilMs: pacer.pausedUntilMs(), share: pacer.share() }),
    stop: async () => {
      stopping.abort();
      pacer.stop();
      await Promise.allSettled([...[...lanes.values()].map((lane) => lane.done), fallback.idle()]);
    },
  };
}

/** What the next open part of an envelope is to the pace of the account. */
function speechOf({ to, class: messageClass, items, parts }: Envelope): Speech {
  return {
    class: messageClass,
    ...(isRoomAddress(to) && { room: to }),
    ...(parts.find(isOpen)?.file && { file: true }),
    ...(items.some(({ urgent }) => urgent) && { urgent: true }),
  };
}
