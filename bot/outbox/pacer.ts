import { bySpeakingOrder } from '../../domain/outbox/order.ts';
import { DEFAULT_PAUSES_MS } from '../gateway/pace.ts';
import { createLimits, type LimitParts, type Speech } from './limits.ts';
import { createPauses } from './pauses.ts';

/** While those who wait have to wait for long, somebody with something pressing may come at any moment. */
const LOOK_MS = 2_000;

/** Resolves after that many milliseconds, or at once when the signal aborts; never rejects. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface Rank extends Speech {
  readonly sinceMs: number;
}

/**
 * Whose turn it is to speak for the account: never faster than its pace, incidents before digests, older before younger. Counts
 * from the start of the process.
 */
export interface Pacer {
  /** Takes a turn if one is free this moment for such a thing. */
  tryTurn(speech: Speech): boolean;
  /** Waits for a turn; false if the caller withdrew, the account paused, or everything stops. */
  turn(rank: Rank, withdraw: AbortSignal): Promise<boolean>;
  /** The channel complained: silence, longer each time. Returns its end, epoch ms. */
  throttled(): number;
  /** End of the silence, epoch ms, while it lasts. */
  pausedUntilMs(): number | undefined;
  /** The part of its rate that a new account may use; 1 for any other. */
  share(): number;
  stop(): void;
}

interface Waiting {
  readonly rank: Rank;
  readonly end: (granted: boolean) => void;
}

export interface PacerParts extends Omit<LimitParts, 'nowMs'> {
  readonly clock: { now(): Date };
  readonly wait: Wait;
}

export function createPacer({ clock, wait, ...parts }: PacerParts): Pacer {
  const queue: Waiting[] = [];
  const stopping = new AbortController();
  const pauses = createPauses(parts.pace.pausesMs ?? DEFAULT_PAUSES_MS);
  const nowMs = () => clock.now().getTime();
  const limits = createLimits({ ...parts, nowMs });
  let isServing = false;

  /** Of those who may speak at once the first in rank; where nobody may, the one who may soonest. */
  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    while (queue.length > 0) {
      const held = queue.map((waiting) => ({ waiting, ms: limits.ownMs(waiting.rank) }));
      const first = held.reduce((one, other) => (isBefore(other, one) ? other : one));
      const delay = Math.max(limits.accountMs(), Math.min(first.ms, LOOK_MS));
      if (delay > 0) await wait(delay, stopping.signal);
      else grant(first.waiting);
    }
    isServing = false;
  }

  function grant(first: Waiting): void {
    queue.splice(queue.indexOf(first), 1);
    limits.take(first.rank);
    first.end(true);
  }

  function sendAway(): void {
    for (const waiting of queue.splice(0)) waiting.end(false);
  }

  function isSilent(): boolean {
    return stopping.signal.aborted || pauses.untilMs(nowMs()) !== undefined;
  }

  return {
    tryTurn: (speech) => {
      if (isSilent() || queue.length > 0 || limits.accountMs() > 0 || limits.ownMs(speech) > 0) return false;
      limits.take(speech);
      return true;
    },
    turn: async (rank, withdraw) => {
      if (withdraw.aborted || isSilent()) return false;
      return new Promise<boolean>((resolve) => {
        const leave = () => {
          if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
          waiting.end(false);
        };
        const end = (granted: boolean) => {
          withdraw.removeEventListener('abort', leave);
          resolve(granted);
        };
        const waiting: Waiting = { rank, end };
        queue.push(waiting);
        withdraw.addEventListener('abort', leave);
        void serve();
      });
    },
    throttled: () => {
      const untilMs = pauses.begin(nowMs());
      sendAway();
      return untilMs;
    },
    pausedUntilMs: () => pauses.untilMs(nowMs()),
    share: limits.share,
    stop: () => {
      stopping.abort();
      sendAway();
    },
  };
}

interface Held {
  readonly waiting: Waiting;
  readonly ms: number;
}

function isBefore(one: Held, other: Held): boolean {
  if (one.ms === 0 && other.ms === 0) return bySpeakingOrder(one.waiting.rank, other.waiting.rank) < 0;
  return one.ms < other.ms;
}
