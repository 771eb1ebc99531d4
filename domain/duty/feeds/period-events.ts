import type { Calendar } from '../../calendar/calendar.ts';
import type { Period } from '../../periods/period.ts';
import { periodSummary } from '../../wording/feeds.ts';
import type { FeedEvent } from './event.ts';

/** Minutes are counted from here; a change of a period later gives a greater number. */
const SEQUENCE_FROM_MS = Date.UTC(2020, 0, 1);
const MINUTE_MS = 60_000;

/** The entries of the key periods, from the first midnight to the last, Shanghai. Warnings in force have no known end and no entry. */
export function periodEvents(periods: readonly Period[], calendar: Calendar): FeedEvent[] {
  return periods
    .flatMap((period): FeedEvent[] => {
      const { id, fromDay, toDay, basisAt } = period;
      if (!toDay || period.warning) return [];
      const changedAt = basisAt ?? calendar.at(fromDay, '00:00');
      return [
        {
          ...{ uid: id, cancelled: false, summary: periodSummary(period), changedAt },
          startAt: calendar.at(fromDay, '00:00'),
          endAt: calendar.at(toDay, '24:00'),
          sequence: Math.max(0, Math.floor((changedAt.getTime() - SEQUENCE_FROM_MS) / MINUTE_MS)),
        },
      ];
    })
    .sort((one, other) => one.startAt.getTime() - other.startAt.getTime() || (one.uid < other.uid ? -1 : 1));
}
