/** How fast an account of WeChat speaks. Nobody knows numbers that are safe; these are what others were left alone with. */
export interface PacePolicy {
  readonly gapSeconds: number;
  /** Up to so much more, at random. */
  readonly jitterSeconds: number;
  readonly perMinute: number;
  /** Above these reminders wait; what cannot wait goes all the same. */
  readonly perHour: number;
  readonly perDay: number;
  /** Least distance of two messages in one room. */
  readonly roomGapSeconds: number;
  /** Least distance of two files or pictures of the account. */
  readonly fileGapSeconds: number;
  /** Percent of the rate on the first, second … day after the account was logged in by scanning a code. */
  readonly newPercents: readonly number[];
  /** How long the account is silent after the channel said that it speaks too often; the last is repeated. */
  readonly pauseMinutes: readonly number[];
}

export const PACE_DEFAULTS: PacePolicy = {
  gapSeconds: 4,
  jitterSeconds: 2,
  perMinute: 12,
  perHour: 200,
  perDay: 800,
  roomGapSeconds: 10,
  fileGapSeconds: 15,
  newPercents: [10, 30, 30],
  pauseMinutes: [15, 60, 720],
};
