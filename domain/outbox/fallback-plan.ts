import type { Calendar } from '../calendar/calendar.ts';
import type { Office } from '../people/office.ts';
import type { Policy } from '../policy.ts';
import type { ConversationState, Envelope, PendingMessage } from '../ports.ts';
import { FALLBACK_HEAD, FALLBACK_MARK, fallbackLine, POSTED_AGAIN_MARK } from '../wording/fallback.ts';
import { LATE_MARK } from '../wording/outbox.ts';
import type { Terms } from './budget.ts';
import { broughtHome } from './divert.ts';
import { isLapsed, lapseNotices } from './lapse.ts';
import { bySpeakingOrder } from './order.ts';
import type { Plan } from './plan.ts';
import { isLate, openMs } from './ready.ts';
import { splitText } from './split.ts';
import { recipientOf } from './undelivered.ts';

const AGAIN_MS = 10_000;
/** A Chinese character takes three bytes; what takes four is two units long. */
const MOST_BYTES_OF_UNIT = 3;

export interface FallbackInput {
  readonly state: ConversationState;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly office: Office;
  readonly now: Date;
  /** Whether the chat is away: what waits here only for that reason goes back to it otherwise. */
  readonly isAway: boolean;
  /** The first moment, epoch ms, at which a channel takes another post. */
  readonly readyAtMs: number;
  /** What every channel takes in one post, in bytes of UTF-8. */
  readonly maxBytes: number;
  readonly newEnvelopeId: string;
  readonly overtaken?: ReadonlySet<string>;
}

/**
 * The next post: everything that may go now, most pressing first, as far as it fits. The hours of each class hold here too. The
 * same input gives the same plan.
 */
export function planFallback(input: FallbackInput): Plan {
  const { state, now, isAway, overtaken } = input;
  const terms: Terms = { ...input, isRoom: false, use: undefined };
  const dropped = state.items.filter((item) => overtaken?.has(item.once));
  const wanted = state.items.filter((item) => !dropped.includes(item));
  const lapsed = wanted.filter((item) => isLapsed(item, now));
  const alive = wanted.filter((item) => !lapsed.includes(item));
  const home = isAway ? [] : alive.filter((item) => item.diverted?.why === 'away');
  const waiting = alive.filter((item) => !home.includes(item)).sort(bySpeakingOrder);
  const going = waiting.filter((item) => openMs(item, now, terms) <= now.getTime());
  const posted = input.readyAtMs <= now.getTime() ? fitting(going, input, terms) : [];
  return {
    ...(posted.length > 0 ? { envelope: envelopeOf(posted, input, terms) } : {}),
    taken: [...posted, ...lapsed, ...home, ...dropped].map((item) => item.once),
    counts: {
      ...(posted.length > 1 ? { merged: posted.length - 1 } : {}),
      ...(lapsed.length > 0 ? { expired: lapsed.length } : {}),
    },
    nextLookMs: posted.length > 0 ? now.getTime() + AGAIN_MS : nextLook(waiting, input, terms),
    messages: [...lapseNotices(lapsed, now), ...home.map((item) => broughtHome(item))],
  };
}

function fitting(going: readonly PendingMessage[], input: FallbackInput, terms: Terms): PendingMessage[] {
  const posted: PendingMessage[] = [];
  for (const item of going) {
    const fits = Buffer.byteLength(postText([...posted, item], input, terms)) <= roomIn(input);
    if (posted.length > 0 && !fits) break;
    posted.push(item);
  }
  return posted;
}

function envelopeOf(posted: readonly PendingMessage[], input: FallbackInput, terms: Terms): Envelope {
  const text = postText(posted, input, terms);
  const fits = Buffer.byteLength(text) <= roomIn(input);
  const texts = fits ? [text] : splitPost(text, roomIn(input));
  return {
    id: input.newEnvelopeId,
    to: input.state.to,
    class: posted[0]!.class,
    once: posted.map((item) => item.once),
    abouts: [...new Set(posted.flatMap((item) => item.about ?? []))],
    frozenAtMs: input.now.getTime(),
    attempts: 0,
    parts: texts.map((part) => ({ text: part, mentions: [], state: 'waiting' as const })),
    items: posted,
  };
}

function splitPost(text: string, maxBytes: number): string[] {
  const parts = splitText(text, Math.floor((maxBytes - Buffer.byteLength(FALLBACK_MARK)) / MOST_BYTES_OF_UNIT));
  return parts.map((part) => (part.includes(FALLBACK_MARK) ? part : FALLBACK_MARK + part));
}

/** Leaves room for the mark that goes in front when it has to be posted again. */
function roomIn({ maxBytes }: FallbackInput): number {
  return maxBytes - Buffer.byteLength(POSTED_AGAIN_MARK);
}

function postText(items: readonly PendingMessage[], input: FallbackInput, terms: Terms): string {
  const lines = items.map((item) => {
    const isMarked = item.text.startsWith(LATE_MARK.slice(0, -1));
    const marked = isLate(item, input.now, terms) && !isMarked ? { ...item, text: LATE_MARK + item.text } : item;
    const mentioned = (item.mentions ?? []).flatMap((id) => input.office.people.get(id)?.name ?? []);
    return fallbackLine(recipientOf(item.diverted?.to ?? item.to, input), mentioned, marked);
  });
  return [FALLBACK_HEAD, ...lines].join('\n');
}

function nextLook(waiting: readonly PendingMessage[], input: FallbackInput, terms: Terms): number | null {
  const moments = waiting.map((item) => {
    const atMs = Math.max(openMs(item, input.now, terms), input.readyAtMs);
    return Math.min(atMs, (item.notAfterMs ?? Number.POSITIVE_INFINITY) + 1);
  });
  return moments.length > 0 ? Math.min(...moments) : null;
}
