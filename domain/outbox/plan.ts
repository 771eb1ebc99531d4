import type { Calendar } from '../calendar/calendar.ts';
import type { QuietHours } from '../people/quiet-hours.ts';
import type { Policy } from '../policy.ts';
import type {
  ConversationState,
  ConversationUse,
  DeliveryCount,
  Envelope,
  EnvelopePart,
  PendingMessage,
} from '../ports.ts';
import { AGAIN_MARK, LATE_MARK } from '../wording/outbox.ts';
import { costs, leftOn, spend, type Terms } from './budget.ts';
import { divertAtMs, diverted } from './divert.ts';
import { isLapsed, lapseNotices } from './lapse.ts';
import { nextUtterance, type Utterance } from './merge.ts';
import { bySpeakingOrder } from './order.ts';
import { isLate, openMs, wasHeld } from './ready.ts';
import { splitText } from './split.ts';

/** While something is being sent, the conversation is looked at again after this, should nobody else do so. */
const AGAIN_MS = 10_000;

export interface PlanInput {
  readonly state: ConversationState;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly now: Date;
  /** Set while the chat cannot be spoken to: until then things only lapse, or go over the fall-back. */
  readonly silentUntilMs?: number;
  /** Since when, where there is a fall-back: what cannot wait any longer leaves for it. */
  readonly awaySinceMs?: number;
  /** Since when the chat is back, where it had been away. */
  readonly backSinceMs?: number;
  readonly isRoom: boolean;
  /** 免打扰 of the person it is the private chat of. */
  readonly quiet?: QuietHours;
  readonly newEnvelopeId: string;
  /** Names of reminders that were answered before they could be spoken: they go without a word. */
  readonly overtaken?: ReadonlySet<string>;
}

/** What the outbox shall store before anything is said: exactly the arguments of `freeze`. */
export interface Plan {
  readonly envelope?: Envelope;
  /** Names of the messages that leave the waiting list: those of the envelope, that lapsed, that were overtaken, or that go over the fall-back. */
  readonly taken: readonly string[];
  readonly use?: ConversationUse;
  readonly counts: Partial<Record<DeliveryCount, number>>;
  readonly nextLookMs: number | null;
  readonly messages: readonly PendingMessage[];
}

/**
 * What one conversation hears next, by the classes, windows and budgets of the policy. Every waiting message is spoken, becomes part of
 * one that is, lapses and is told of, was overtaken by an answer, or goes on waiting with a moment to look again; nothing else can
 * happen to it. The same input gives the same plan.
 */
export function planConversation(input: PlanInput): Plan {
  const { state, now } = input;
  if (state.envelope) return { taken: [], counts: {}, nextLookMs: now.getTime() + AGAIN_MS, messages: [] };

  const terms: Terms = { ...input, use: state.use };
  const overtaken = state.items.filter((item) => input.overtaken?.has(item.once));
  const wanted = state.items.filter((item) => !overtaken.includes(item));
  const lapsed = wanted.filter((item) => isLapsed(item, now));
  const alive = wanted.filter((item) => !lapsed.includes(item)).sort(bySpeakingOrder);
  const leaving = alive.filter((item) => leavesAtMs(item, input, terms) <= now.getTime());
  const waiting = alive.filter((item) => !leaving.includes(item));
  const going = isSilent(input) ? [] : waiting.filter((item) => openMs(item, now, terms) <= now.getTime());
  const utterance = going.length > 0 ? nextUtterance(marked(going, now, terms), mergeTerms(now, terms)) : undefined;
  const taken = [...(utterance?.items ?? []), ...lapsed, ...leaving];
  const messages = [...lapseNotices(lapsed, now), ...leaving.map((item) => diverted(item, 'away'))];
  const use = useAfter(utterance, waiting, now, terms);
  return {
    ...(utterance ? { envelope: envelopeOf(utterance, going, input) } : {}),
    ...(use ? { use } : {}),
    taken: [...taken, ...overtaken].map((item) => item.once),
    counts: countsOf(taken, utterance, lapsed, terms),
    nextLookMs: nextLook(utterance, waiting, messages, input, terms),
    messages,
  };
}

function leavesAtMs(item: PendingMessage, input: PlanInput, terms: Terms): number {
  const { awaySinceMs, now } = input;
  if (awaySinceMs === undefined || !isSilent(input)) return Number.POSITIVE_INFINITY;
  return divertAtMs(item, awaySinceMs, now, terms);
}

function isSilent({ silentUntilMs = 0, now }: PlanInput): boolean {
  return silentUntilMs > now.getTime();
}

function mergeTerms(now: Date, terms: Terms) {
  const { isRoom, policy, calendar } = terms;
  return {
    isRoom,
    maxLines: policy.message.maxLines,
    isLast: !isRoom && leftOn(calendar.dayOf(now), terms) <= 1,
  };
}

function marked(items: readonly PendingMessage[], now: Date, terms: Terms): PendingMessage[] {
  return items.map((item) => {
    const needsMark = isLate(item, now, terms) && !item.text.startsWith(LATE_MARK.slice(0, -1)) && item.text !== '';
    return needsMark ? { ...item, text: LATE_MARK + item.text } : item;
  });
}

function envelopeOf(utterance: Utterance, going: readonly PendingMessage[], input: PlanInput): Envelope {
  const once = utterance.items.map((item) => item.once);
  const taken = new Set(once);
  return {
    id: input.newEnvelopeId,
    to: input.state.to,
    class: utterance.items[0]!.class,
    once,
    abouts: [...new Set(utterance.items.flatMap((item) => item.about ?? []))],
    frozenAtMs: input.now.getTime(),
    attempts: 0,
    parts: partsOf(utterance, input),
    // As they waited, without marks: should nothing be spoken after all, they wait again as they were.
    items: going.filter((item) => taken.has(item.once)),
  };
}

/** Text first, with everybody it is for mentioned once; then the files, each a chat message of its own. */
function partsOf(utterance: Utterance, { isRoom, policy }: PlanInput): EnvelopePart[] {
  const mentions = isRoom ? [...new Set(utterance.items.flatMap((item) => item.mentions ?? []))] : [];
  // Room for the mark that goes in front when it has to be said again.
  const texts = utterance.text === '' ? [] : splitText(utterance.text, policy.message.maxChars - AGAIN_MARK.length);
  return [
    ...texts.map((text, index) => ({ text, mentions: index === 0 ? mentions : [], state: 'waiting' as const })),
    ...utterance.items.flatMap(({ file }) =>
      file ? [{ text: '', mentions: [], file, state: 'waiting' as const }] : [],
    ),
  ];
}

function useAfter(
  utterance: Utterance | undefined,
  waiting: readonly PendingMessage[],
  now: Date,
  terms: Terms,
): ConversationUse | undefined {
  if (utterance) return spend(utterance.items, now, terms);

  const today = terms.calendar.dayOf(now);
  const isNews = terms.use?.exhaustedDay !== today && leftOn(today, terms) <= 0;
  return isNews && waiting.some((item) => costs(item, today)) ? spend([], now, terms) : undefined;
}

/** Counted once for each message, when it leaves the waiting list. */
function countsOf(
  taken: readonly PendingMessage[],
  utterance: Utterance | undefined,
  lapsed: readonly PendingMessage[],
  terms: Terms,
): Partial<Record<DeliveryCount, number>> {
  const held = taken.filter((item) => wasHeld(item, terms)).length;
  const merged = (utterance?.items.length ?? 1) - 1;
  return {
    ...(held > 0 ? { held } : {}),
    ...(merged > 0 ? { merged } : {}),
    ...(lapsed.length > 0 ? { expired: lapsed.length } : {}),
  };
}

function nextLook(
  utterance: Utterance | undefined,
  waiting: readonly PendingMessage[],
  messages: readonly PendingMessage[],
  input: PlanInput,
  terms: Terms,
): number | null {
  const { now, silentUntilMs = 0, state } = input;
  const nowMs = now.getTime();
  if (utterance) return nowMs + AGAIN_MS;
  if (messages.some((message) => message.to === state.to)) return nowMs;

  const moments = waiting.map((item) => {
    const at = Math.min(Math.max(openMs(item, now, terms), silentUntilMs), leavesAtMs(item, input, terms));
    return Math.min(at, (item.notAfterMs ?? Number.POSITIVE_INFINITY) + 1);
  });
  return moments.length > 0 ? Math.min(...moments) : null;
}
