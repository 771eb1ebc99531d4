import type { Day } from '../thing.ts';
import type { Holiday } from './calendar.ts';

/** One year's days off and make-up working days. Both may reach back into December of the year before. */
export interface HolidayTable {
  readonly year: number;
  /** False where only the statutory days are known, because the State Council has not published its arrangement. */
  readonly announced: boolean;
  /** The document that says so. */
  readonly source: string;
  /** In order, without overlap. */
  readonly breaks: readonly Holiday[];
  /** Saturdays and Sundays on which the office works (调休上班). */
  readonly makeUpDays: readonly Day[];
}
