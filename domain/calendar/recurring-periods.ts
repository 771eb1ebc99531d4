import { type DayNumber, lastDay, monthStart, newYearOf, partsOf } from './civil-day.ts';
import type { Frequency } from './recurrence-rule.ts';

/** A day, ISO week, month or year of days; both ends belong to it. */
export interface Period {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Every `interval`-th period counted from the anchor's, beginning with the first that ends no earlier than `from`, until the end of 2099. */
export function* periodsFrom(from: DayNumber, freq: Frequency, interval: number, anchor: DayNumber): Generator<Period> {
  const start = periodIndex(freq, anchor);
  const steps = Math.ceil((periodIndex(freq, from) - start) / interval);
  for (let index = start + steps * interval; ; index += interval) {
    const first = periodStart(freq, index);
    if (first > lastDay) return;
    yield { first, last: Math.min(periodStart(freq, index + 1) - 1, lastDay) };
  }
}

function periodIndex(freq: Frequency, day: DayNumber): number {
  // 1969-12-29, day -3, was a Monday.
  if (freq === 'WEEKLY') return Math.floor((day + 3) / 7);
  if (freq === 'MONTHLY') return partsOf(day).year * 12 + partsOf(day).month - 1;
  return freq === 'YEARLY' ? partsOf(day).year : day;
}

function periodStart(freq: Frequency, index: number): DayNumber {
  if (freq === 'WEEKLY') return index * 7 - 3;
  if (freq === 'MONTHLY') return monthStart(Math.floor(index / 12), (index % 12) + 1);
  return freq === 'YEARLY' ? newYearOf(index) : index;
}
