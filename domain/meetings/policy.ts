/** Everything an office may set about what its meetings decide. */
export interface MeetingPolicy {
  /** Working days after the meeting: the term that 默认 gives. */
  readonly standardWorkdays: number;
  /** Day of the month and clock at which progress of the ledger is asked for; on a day off, the next working day. */
  readonly progressDay: number;
  readonly progressClock: string;
  /** Longest text that is read, in characters. */
  readonly mostChars: number;
  /** Hours in which a file in a private chat may still be called a speech. */
  readonly fileHours: number;
}

export const MEETING_DEFAULTS: MeetingPolicy = {
  standardWorkdays: 10,
  progressDay: 25,
  progressClock: '09:00',
  mostChars: 100_000,
  fileHours: 24,
};
