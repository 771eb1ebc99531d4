import type { ReadTime } from '../../../domain/meaning.ts';
import type { Span } from '../span.ts';
import type { Convention } from './conventions.ts';

/** A time that was understood. */
export interface FoundTime extends Span {
  readonly read: ReadTime;
  /** The moment it means when taken as a limit, whatever word stands beside it: 延期到9月25日. */
  readonly byAt: Date;
  /** Tells of something that has happened, or of a date that was given up for another; never a deadline. */
  readonly past: boolean;
  readonly assumed: readonly string[];
  /** By which conventions it was read, the weightiest first. */
  readonly conventions: readonly Convention[];
}

/**
 * Words about time that leave a question. `ambiguous`: two readings · `invalid`: no such day · `conflict`: date and weekday
 * disagree · `unread`: looks like a deadline and is none we know · `vague`: 尽快 · `now`: 立即 says when to begin, not when to report.
 */
export interface Trouble extends Span {
  readonly kind: 'ambiguous' | 'invalid' | 'conflict' | 'unread' | 'vague' | 'now';
  readonly words: string;
  /** Readings, or proposals; a person picks one, silence picks none. */
  readonly choices: readonly Date[];
}
