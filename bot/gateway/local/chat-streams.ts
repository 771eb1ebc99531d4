import { performance } from 'node:perf_hooks';
import type { Chat } from './chat.ts';
import type { ChatState } from './chat-state.ts';
import { type ChatEvent, eventOf, type MessageView, messageView } from './chat-views.ts';

const BATCH = 200;
/** Entries looked at for one answer; the caller comes back for the rest. */
const SCAN = 5_000;

export interface EventBatch {
  /** Where the next question goes on; the caller's cursor. */
  readonly next: number;
  readonly events: readonly ChatEvent[];
}

/** Everything that happens, for the page. */
export function feedAfter(state: ChatState, after: number): EventBatch {
  return collect(state, after, () => 'show');
}

/**
 * What the bot's account gets to see: nothing beyond a logout until it logs in again, and never the messages of a gap
 * that was declared lost. Whatever was not acknowledged comes again after the bot was killed.
 */
export function accountEventsAfter(state: ChatState, after: number): EventBatch {
  const lastSeq = state.loggedOutSeq ?? Number.POSITIVE_INFINITY;
  return collect(state, after, (event) => {
    if (event.seq > lastSeq) return 'stop';
    const lost = (event.kind === 'message' || event.kind === 'recall') && state.wasLost(event.seq);
    return lost ? 'skip' : 'show';
  });
}

function collect(state: ChatState, after: number, judge: (event: ChatEvent) => 'show' | 'skip' | 'stop'): EventBatch {
  const events: ChatEvent[] = [];
  let next = Math.min(after, state.seq);
  for (const entry of state.entriesAfter(next, SCAN)) {
    const event = eventOf(state, entry);
    const verdict = event ? judge(event) : 'skip';
    if (verdict === 'stop' || events.length >= BATCH) break;
    if (event && verdict === 'show') events.push(event);
    next = entry.seq;
  }
  return { next, events };
}

export interface MessagesWanted {
  readonly room?: string;
  readonly with?: string;
  readonly after?: string;
  readonly before?: string;
  readonly last?: number;
}

/** Messages of a room, of a private chat, or of all, oldest first. */
export function messagesWanted(state: ChatState, wanted: MessagesWanted): MessageView[] {
  const ids = idsOf(state, wanted);
  const start = wanted.after === undefined ? 0 : position(ids, state, wanted.after, 'after');
  const end = wanted.before === undefined ? ids.length : position(ids, state, wanted.before, 'before');
  const slice = ids.slice(start, end);
  const chosen = wanted.last === undefined ? slice : slice.slice(-wanted.last);
  return chosen.map((id) => messageView(state, state.message(id)));
}

function idsOf(state: ChatState, wanted: MessagesWanted): readonly string[] {
  if (wanted.room !== undefined) return state.conversations.get(state.room(wanted.room).id) ?? [];
  if (wanted.with !== undefined) return state.conversations.get(state.contact(wanted.with).id) ?? [];
  return [...state.messages.keys()];
}

/** How many messages of the list are older; with `after`, the message itself counts as old. Mostly asked near the end. */
function position(ids: readonly string[], state: ChatState, id: string, side: 'after' | 'before'): number {
  const { seq } = state.message(id);
  let index = ids.length;
  while (index > 0 && isNewer(state.message(ids[index - 1] as string).seq, seq, side)) index -= 1;
  return index;
}

function isNewer(seq: number, than: number, side: 'after' | 'before'): boolean {
  return side === 'after' ? seq > than : seq >= than;
}

/** Asks again at every change until there is an answer, the time is over, or the caller has gone. */
export async function waitFor<T>(
  chat: Chat,
  waitSeconds: number,
  signal: AbortSignal,
  ask: () => { readonly answer: T; readonly enough: boolean },
): Promise<T> {
  const until = performance.now() + waitSeconds * 1000;
  for (;;) {
    const { answer, enough } = ask();
    const left = until - performance.now();
    if (enough || left <= 0 || signal.aborted) return answer;
    await chat.changed(left, signal);
  }
}
