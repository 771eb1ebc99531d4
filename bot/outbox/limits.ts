import type { Address, MessageClass } from '../../domain/message.ts';
import { isBudgeted } from '../../domain/outbox/budget.ts';
import type { Pace } from '../gateway/pace.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What is about to be said, as far as the pace depends on it. */
export interface Speech {
  readonly class: MessageClass;
  /** The room it is said in. */
  readonly room?: Address;
  /** A file or a picture. */
  readonly file?: boolean;
  /** An urgent order. */
  readonly urgent?: boolean;
}

export interface LimitParts {
  readonly pace: Pace;
  readonly nowMs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** When somebody last logged the account in with a code, epoch ms; undefined while that is unknown. */
  readonly newSinceMs?: (() => number | undefined) | undefined;
}

/**
 * How long an account has to wait before it says something. All turns since the start of the process count. Where the clock was
 * set back, what was said after its present time counts as just said, or nobody would speak for long.
 */
export function createLimits({ pace, nowMs, random, newSinceMs = () => undefined }: LimitParts) {
  /** Turns that still count for a limit, oldest first, and the gap that follows the last one. */
  let turnsMs: number[] = [];
  let gapMs = 0;
  let fileMs: number | undefined;
  let slowMs: number | undefined;
  const roomsMs = new Map<Address, number>();
  const keptMs = pace.perDay ? DAY_MS : pace.perHour ? HOUR_MS : MINUTE_MS;

  let lookedMs = Number.NEGATIVE_INFINITY;

  const waitAfter = (at: number | undefined, ms: number) =>
    at === undefined ? 0 : Math.max(0, Math.ceil(at + ms - nowMs()));

  function noteSetBack(): void {
    const now = nowMs();
    if (now < lookedMs) {
      const past = (at: number) => Math.min(at, now);
      turnsMs = turnsMs.map(past);
      fileMs = fileMs && past(fileMs);
      slowMs = slowMs && past(slowMs);
      for (const [room, at] of roomsMs) roomsMs.set(room, past(at));
    }
    lookedMs = now;
  }

  /** An account nobody knows the age of is taken to be new. */
  function share(): number {
    const sinceMs = newSinceMs();
    const day = sinceMs === undefined ? 0 : Math.floor((nowMs() - sinceMs) / DAY_MS);
    return pace.newShares?.[Math.max(0, day)] ?? 1;
  }

  /** Reminders wait for the account to have said less in an hour and in a day. */
  function restMs(part: number): number {
    const untilUnder = (limit: number | undefined, spanMs: number) =>
      limit ? waitAfter(turnsMs.at(-Math.max(1, Math.floor(limit * part))), spanMs) : 0;
    return Math.max(untilUnder(pace.perHour, HOUR_MS), untilUnder(pace.perDay, DAY_MS));
  }

  return {
    share,

    /** What holds for everything the account says. */
    accountMs(): number {
      noteSetBack();
      const full = pace.perMinute > 0 ? turnsMs.at(-pace.perMinute) : undefined;
      return Math.max(waitAfter(turnsMs.at(-1), gapMs), waitAfter(full, MINUTE_MS));
    },

    /** What holds for this besides. */
    ownMs(speech: Speech): number {
      noteSetBack();
      const part = share();
      return Math.max(
        speech.room ? waitAfter(roomsMs.get(speech.room), pace.roomGapMs ?? 0) : 0,
        speech.file ? waitAfter(fileMs, pace.fileGapMs ?? 0) : 0,
        part < 1 && isSlowed(speech) ? waitAfter(slowMs, gapMs / part) : 0,
        isBudgeted(speech.class) ? restMs(part) : 0,
      );
    },

    take(speech: Speech): void {
      const now = nowMs();
      turnsMs = [...turnsMs.filter((at) => at > now - keptMs), now];
      gapMs = pace.gapMs + random() * pace.jitterMs;
      if (speech.file) fileMs = now;
      if (isSlowed(speech)) slowMs = now;
      for (const [room, at] of roomsMs) if (at + (pace.roomGapMs ?? 0) <= now) roomsMs.delete(room);
      if (speech.room) roomsMs.set(speech.room, now);
    },
  };
}

/**
 * A new account speaks less. An emergency is not held up by that, nor are people on shift, urgent orders, or the answer to somebody
 * who has just spoken and would say it again. An order that somebody confirmed goes slowly, and is no reminder that waits for
 * another day.
 */
function isSlowed({ class: messageClass, urgent }: Speech): boolean {
  return !urgent && (isBudgeted(messageClass) || messageClass === 'D');
}
