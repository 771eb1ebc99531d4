import { PACE_DEFAULTS, type PacePolicy } from '../../domain/outbox/pace-policy.ts';

/**
 * Milliseconds between two messages of the account, random part on top, and most per minute; 0 = no limit. Per hour and day so
 * many may go before reminders wait; what cannot wait goes all the same.
 */
export interface Pace {
  readonly gapMs: number;
  readonly jitterMs: number;
  readonly perMinute: number;
  readonly perHour?: number;
  readonly perDay?: number;
  /** Between two messages in one room, and between two files. */
  readonly roomGapMs?: number;
  readonly fileGapMs?: number;
  /** Share of the rate, up to 1, on the first, second … day of an account; none for a channel that does not care. */
  readonly newShares?: readonly number[];
  /** How long the account is silent after each complaint of the channel. */
  readonly pausesMs?: readonly number[];
}

const MINUTE_MS = 60_000;

export const DEFAULT_PAUSES_MS: readonly number[] = PACE_DEFAULTS.pauseMinutes.map((minutes) => minutes * MINUTE_MS);

/** The pace of an account of WeChat. */
export function paceOf(policy: PacePolicy): Pace {
  const { perMinute, perHour, perDay } = policy;
  return {
    gapMs: policy.gapSeconds * 1_000,
    jitterMs: policy.jitterSeconds * 1_000,
    ...{ perMinute, perHour, perDay },
    roomGapMs: policy.roomGapSeconds * 1_000,
    fileGapMs: policy.fileGapSeconds * 1_000,
    newShares: policy.newPercents.map((percent) => percent / 100),
    pausesMs: policy.pauseMinutes.map((minutes) => minutes * MINUTE_MS),
  };
}
