/** A unit as the speech names it; `resolved` where today's name or the roster's is another. */
export interface UnitNamed {
  readonly written: string;
  readonly resolved?: string;
}

/**
 * `hard`: checkable work for a named unit or class · `standing`: a continuing duty · `rule`: if this, then that ·
 * `implied`: concrete work whose unit is left out, for the office to name.
 */
export type MeetingKind = 'hard' | 'standing' | 'rule' | 'implied';

/** One line of the draft list that comes out of a speech. Never issued by itself: the office confirms. */
export interface MeetingRow {
  /** `text.slice(start, end)` of the file's own text. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly units: readonly UnitNamed[];
  readonly coop: readonly UnitNamed[];
  /** The work in the speech's own words, without who. */
  readonly action: string;
  /** As said, or null; never made up. */
  readonly deadline: string | null;
  /** An instant, ISO with +08:00; only where the day of the meeting is known and the words name a day. */
  readonly due?: string;
  /** As said, or null. */
  readonly recurrence: string | null;
  readonly kind: MeetingKind;
  /** Where the units come from, in Chinese: what the office looks at before it confirms. */
  readonly why: string;
}

/** A limit that the speech sets in words that ask for something, and that stands on no row. A person sees whose it is. */
export interface UnlistedLimit {
  /** As said. */
  readonly deadline: string;
  /** The sentence it stands in: `text.slice(start, end)` of the file's own text. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** An instant, ISO with +08:00; only where the day of the meeting is known and the words name a day. */
  readonly due?: string;
}

export interface MeetingReading {
  readonly rows: readonly MeetingRow[];
  readonly unlisted: readonly UnlistedLimit[];
}
