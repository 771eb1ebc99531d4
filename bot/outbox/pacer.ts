import type { MessageClass } from '../../domain/message.ts';
import { isBudgeted } from '../../domain/outbox/budget.ts';
import { bySpeakingOrder } from '../../domain/outbox/order.ts';
import type { Pace } from '../gateway/gateway.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** While reminders wait for the hour or the day, somebody with something pressing may come at any moment. */
const LOOK_MS = 2_000;
/** How long the account is silent after the channel said that it speaks too fast; the last one is repeated. */
const PAUSES_MS = [15 * MINUTE_MS, 60 * MINUTE_MS, 720 * MINUTE_MS];
/** After a day without complaint the first pause is short again. */
const FORGIVEN_AFTER_MS = 1440 * MINUTE_MS;

/** Resolves after that many milliseconds, or at once when the signal aborts; never rejects. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface Rank {
  readonly class: MessageClass;
  readonly sinceMs: number;
}

/**
 * Whose turn it is to speak for the account: never faster than its pace, incidents before digests, older before younger. Counts
 * from the start of the process.
 */
export interface Pacer {
  /** Takes a turn if one is free this moment for what is of that class. */
  tryTurn(messageClass: MessageClass): boolean;
  /** Waits for a turn; false if the caller withdrew, the account paused, or everything stops. */
  turn(rank: Rank, withdraw: AbortSignal): Promise<boolean>;
  /** The channel complained: silence, longer each time. Returns its end, epoch ms. */
  throttled(): number;
  /** End of the silence, epoch ms, while it lasts. */
  pausedUntilMs(): number | undefined;
  stop(): void;
}

interface Waiting {
  readonly rank: Rank;
  readonly end: (granted: boolean) => void;
}

export interface PacerParts {
  readonly pace: Pace;
  readonly clock: { now(): Date };
  readonly wait: Wait;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export function createPacer({ pace, clock, wait, random }: PacerParts): Pacer {
  const queue: Waiting[] = [];
  const stopping = new AbortController();
  const pauses = createPauses();
  /** Turns that still count for a limit, oldest first, and the gap that follows the last one. */
  let turnsMs: number[] = [];
  let gapMs = 0;
  let isServing = false;
  const keptMs = pace.perDay ? DAY_MS : pace.perHour ? HOUR_MS : MINUTE_MS;

  const nowMs = () => clock.now().getTime();

  /** Turns that lie in the future were taken before the clock was set back: they count as just taken, or nobody would speak for long. */
  function delayMs(): number {
    const now = nowMs();
    turnsMs = turnsMs.map((at) => Math.min(at, now));
    const last = turnsMs.at(-1);
    const full = pace.perMinute > 0 ? turnsMs.at(-pace.perMinute) : undefined;
    return Math.max(0, last === undefined ? 0 : last + gapMs - now, full === undefined ? 0 : full + MINUTE_MS - now);
  }

  /** How long a reminder has to wait for the account to have said less in an hour and in a day; 0 for everything else. */
  function restMs(messageClass: MessageClass): number {
    if (!isBudgeted(messageClass)) return 0;
    const now = nowMs();
    const untilUnder = (limit: number | undefined, spanMs: number) => {
      const full = limit ? turnsMs.at(-limit) : undefined;
      return full === undefined ? 0 : Math.max(0, full + spanMs - now);
    };
    return Math.max(untilUnder(pace.perHour, HOUR_MS), untilUnder(pace.perDay, DAY_MS));
  }

  function take(): void {
    const now = nowMs();
    turnsMs = [...turnsMs.filter((at) => at > now - keptMs), now];
    gapMs = pace.gapMs + random() * pace.jitterMs;
  }

  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    while (queue.length > 0) {
      const first = queue.reduce((one, other) => (bySpeakingOrder(other.rank, one.rank) < 0 ? other : one));
      const delay = Math.max(delayMs(), Math.min(restMs(first.rank.class), LOOK_MS));
      if (delay > 0) await wait(delay, stopping.signal);
      else grant(first);
    }
    isServing = false;
  }

  function grant(first: Waiting): void {
    queue.splice(queue.indexOf(first), 1);
    take();
    first.end(true);
  }

  function sendAway(): void {
    for (const waiting of queue.splice(0)) waiting.end(false);
  }

  function isSilent(): boolean {
    return stopping.signal.aborted || pauses.untilMs(nowMs()) !== undefined;
  }

  return {
    tryTurn: (messageClass) => {
      if (isSilent() || queue.length > 0 || delayMs() > 0 || restMs(messageClass) > 0) return false;
      take();
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
    stop: () => {
      stopping.abort();
      sendAway();
    },
  };
}

function createPauses() {
  let level = 0;
  let endMs = Number.NEGATIVE_INFINITY;

  return {
    untilMs: (nowMs: number) => (nowMs < endMs ? endMs : undefined),
    /** Complaints about messages that were already under way when the silence began do not prolong it. */
    begin: (nowMs: number) => {
      if (nowMs < endMs) return endMs;
      if (nowMs - endMs > FORGIVEN_AFTER_MS) level = 0;
      endMs = nowMs + PAUSES_MS[Math.min(level, PAUSES_MS.length - 1)]!;
      level += 1;
      return endMs;
    },
  };
}
