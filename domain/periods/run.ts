import type { ThingId } from '../thing.ts';
import type { PeriodLevel } from './policy.ts';
import type { PeriodWindow } from './window.ts';

/** One period of one year. */
export interface Run extends PeriodWindow {
  /** Of the thing that keeps it: the same period of the same year keeps its id when its days move. */
  readonly id: ThingId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: PeriodLevel;
  readonly long: boolean;
  readonly asks: string;
}

/** `period.spring.2026`; a second one of the same year has its ordinal, `period.event.2026.2`. */
export function periodId(entry: string, year: number | string, ordinal = 1): ThingId {
  return `period.${entry}.${year}${ordinal > 1 ? `.${ordinal}` : ''}`;
}
