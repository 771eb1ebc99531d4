import type { EnvelopePart } from '../../domain/ports.ts';
import type { ChatTarget, Gateway, OwnMessage } from '../gateway/gateway.ts';
import type { Wait } from './pacer.ts';

/** How long the chat gets to show a message of which we do not know whether it went out. */
const LIVE_MS = 60_000;
/** The chat's clock may be behind ours by this much. */
const SKEW_MS = 5_000;
/** Younger than this, the process may not know what the one before it has just said. */
const YOUNG_MS = 2 * SKEW_MS;
/** Longer than the chat's echo may take to come in, with a margin. */
const REMEMBERED_MS = 600_000;

export interface EchoParts {
  readonly gateway: Gateway;
  readonly clock: { now(): Date };
  readonly wait: Wait;
}

interface Seen {
  readonly own: Pick<OwnMessage, 'id' | 'target'> & Partial<OwnMessage>;
  /** By our own clock. */
  readonly seenMs: number;
}

/** The proof that a message went out: the chat shows it among our own, and did not show it before. */
export function createEchoes({ gateway, clock, wait }: EchoParts) {
  const bornMs = clock.now().getTime();
  const listeners = new Set<() => void>();
  /** By conversation; the one that was quiet longest comes first. */
  const seen = new Map<string, Seen[]>();

  function remember(own: Seen['own']): void {
    const seenMs = clock.now().getTime();
    const isFresh = (entry: Seen | undefined) => entry !== undefined && entry.seenMs > seenMs - REMEMBERED_MS;
    const kept = seenIn(own.target).filter(isFresh);
    seen.delete(placeOf(own.target));
    seen.set(placeOf(own.target), [...kept, { own, seenMs }]);
    for (const [place, entries] of seen) {
      if (isFresh(entries.at(-1))) break;
      seen.delete(place);
    }
  }

  function seenIn(target: ChatTarget): readonly Seen[] {
    return seen.get(placeOf(target)) ?? [];
  }

  function seenSince(part: EnvelopePart, target: ChatTarget): Seen['own'] | undefined {
    const since = seenIn(target).flatMap(({ own, seenMs }) => (seenMs >= part.sendingAtMs! ? [own] : []));
    return firstEcho(since, part);
  }

  return {
    /** The channel named this message when it took it. */
    noteSent: (id: string, target: ChatTarget): void => remember({ id, target }),

    noteOwn(own: OwnMessage): void {
      remember(own);
      for (const listener of listeners) listener();
    },

    /** What the conversation showed just now, to be noted before sending. */
    async earlierIds(target: ChatTarget): Promise<string[]> {
      const sinceMs = clock.now().getTime() - SKEW_MS;
      const known = seenIn(target).filter(({ seenMs }) => seenMs >= sinceMs);
      const isYoung = clock.now().getTime() - bornMs < YOUNG_MS;
      const asked = isYoung ? await gateway.ownSince?.(target, new Date(sinceMs)) : undefined;
      return [...new Set([...known.map(({ own }) => own.id), ...(asked ?? []).map(({ id }) => id)])];
    },

    /** Waits up to a minute for the echo to come in by itself. */
    async live(
      part: EnvelopePart,
      target: ChatTarget,
      stop: AbortSignal,
    ): Promise<{ readonly id: string } | undefined> {
      const over = new AbortController();
      const end = () => over.abort();
      const listener = () => {
        if (seenSince(part, target)) end();
      };
      listeners.add(listener);
      stop.addEventListener('abort', end);
      if (!stop.aborted && !seenSince(part, target)) await wait(LIVE_MS, over.signal);
      listeners.delete(listener);
      stop.removeEventListener('abort', end);
      return seenSince(part, target);
    },

    /** Asks the channel. Undefined: it shows no such message; `cannot-tell`: it does not show our messages. Throws when it cannot be asked. */
    async shown(part: EnvelopePart, target: ChatTarget): Promise<{ readonly id: string } | undefined | 'cannot-tell'> {
      if (!gateway.ownSince) return seenSince(part, target) ?? 'cannot-tell';
      return firstEcho(await gateway.ownSince(target, new Date(part.sendingAtMs! - SKEW_MS)), part);
    },
  };
}

export type Echoes = ReturnType<typeof createEchoes>;

function firstEcho(owns: readonly Seen['own'][], part: EnvelopePart): Seen['own'] | undefined {
  return owns.find((own) => part.earlierIds?.includes(own.id) !== true && isEcho(own, part));
}

function placeOf({ roomChannelId, contactId }: ChatTarget): string {
  return roomChannelId ?? contactId ?? '';
}

function isEcho(own: Seen['own'], part: EnvelopePart): boolean {
  if (part.file) return own.file === part.file.name || own.file === part.file.sha256;

  if (own.text === undefined) return false;

  const [shown, text] = [plain(own.text), plain(part.text)];
  // The channel writes whom it mentions before or after the text.
  return shown === text || (part.mentions.length > 0 && (shown.startsWith(text) || shown.endsWith(text)));
}

/** Channels change spaces and add invisible ones. */
function plain(text: string): string {
  return text.replace(/\s|\u200b/g, '');
}
