import type { Calendar } from '../calendar/calendar.ts';
import type { AgendaContext } from '../kind.ts';
import type { Step } from '../step.ts';
import { untilAnswered } from '../tasks/waiting.ts';
import type { Day } from '../thing.ts';
import { type Meeting, openInLedger, undecided } from './meeting.ts';

const MONTHS_AHEAD = 3;

/** A list waits for whoever brought it, the next working day and then once a week; the ledger is asked about once a month. */
export function meetingAgenda(meeting: Meeting, context: AgendaContext): Step[] {
  return [...waiting(meeting, context), ...monthly(meeting, context)];
}

function waiting(meeting: Meeting, { calendar }: AgendaContext): Step[] {
  if (undecided(meeting).length === 0) return [];
  const fromDay = calendar.dayOf(meeting.basisAt ?? meeting.readAt);
  const first: Step = {
    at: calendar.at(calendar.addWorkdays(fromDay, 1), '09:00'),
    step: 'list-waiting',
    track: 'list',
    kind: 'tell',
  };
  return untilAnswered([first], meeting, calendar);
}

/** On the office's day of the month, moved on to a working day; none once every point of the ledger is done. */
function monthly(meeting: Meeting, { calendar, policy }: AgendaContext): Step[] {
  const { ledgerAt, handledAt } = meeting;
  if (!ledgerAt || openInLedger(meeting).length === 0) return [];
  const fromDay = calendar.dayOf(handledAt && handledAt > ledgerAt ? handledAt : ledgerAt);
  const { progressDay, progressClock } = policy.meetings;
  // The question of the month before may have been moved into this one.
  return Array.from({ length: MONTHS_AHEAD + 1 }, (_, index) => {
    const day = askedOn(calendar.addMonths(`${fromDay.slice(0, 7)}-01`, index - 1), progressDay, calendar);
    return { at: calendar.at(day, progressClock), step: 'ledger-progress', track: 'ledger', kind: 'tell' } as const;
  }).filter(({ at }) => at > ledgerAt);
}

/** The 31st of a month of 30 days is its last. */
function askedOn(firstOfMonth: Day, dayOfMonth: number, calendar: Calendar): Day {
  const last = calendar.addDays(calendar.addMonths(firstOfMonth, 1), -1);
  const wanted = calendar.addDays(firstOfMonth, dayOfMonth - 1);
  const [day = last] = [wanted, last].sort();
  return calendar.isWorkday(day) ? day : calendar.addWorkdays(day, 1);
}
