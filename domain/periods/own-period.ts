import type { Day, Thing } from '../thing.ts';
import type { MonthDay } from './entry.ts';
import type { PeriodLevel } from './policy.ts';
import type { DaySpan } from './window.ts';

/** A period of this office alone: 区两会, 州庆, 重大活动. Part of the office, as its units are. */
export interface OwnPeriod extends Thing {
  readonly type: 'own-period';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: PeriodLevel;
  readonly asks?: string;
  /** The same days every year; an end before its start lies in the next year. */
  readonly yearly?: { readonly start: MonthDay; readonly end: MonthDay; readonly lunar?: true };
  /** Days that people entered, in order. */
  readonly dates: readonly DaySpan[];
  /** Its days were last entered in the chat and not by the office file: an import leaves them alone. */
  readonly origin?: 'chat';
}

export function ownPeriodId(key: string): string {
  return `own-period.${key}`;
}

/**
 * Enters days: they take the place of those of the same year that are not over yet, or come in addition. What is over stays, so
 * that records keep what was.
 */
export function withDates(period: OwnPeriod, span: DaySpan, today: Day): OwnPeriod {
  const year = span.fromDay.slice(0, 4);
  const kept = period.dates.filter(({ fromDay, toDay }) => fromDay.slice(0, 4) !== year || toDay < today);
  const dates = [...kept, span].toSorted((one, other) => (one.fromDay < other.fromDay ? -1 : 1));
  return { ...period, dates, origin: 'chat' };
}
