import type { Calendar } from '../../calendar/calendar.ts';
import type { Notice } from '../notice.ts';
import type { FeedbackSaid } from './feedback.ts';

const MINUTE_MS = 60_000;

/**
 * Answers are taken and asked for until a person ends the notice; that all have received it, or that it was put right, ends nothing,
 * unless the correction itself asks from now on.
 */
export function isAsking({ state, closedBecause, asksIn }: Notice): boolean {
  return (state === 'sent' || closedBecause === 'complete' || closedBecause === 'corrected') && !asksIn;
}

/** When the first round is due, of a notice that people have at `sentAt`. */
export function firstDue(asked: FeedbackSaid, sentAt: Date, calendar: Calendar): Date | undefined {
  const { dueAt, everyMinutes, recurrence } = asked;
  if (dueAt) return dueAt;
  if (everyMinutes) return new Date(sentAt.getTime() + everyMinutes * MINUTE_MS);
  return recurrence && calendar.occurrences(recurrence, sentAt, 1)[0];
}

/** When the round after the one that was due is; those that went by while nobody could answer are left out. */
export function nextDue(asked: FeedbackSaid, dueAt: Date, now: Date, calendar: Calendar): Date | undefined {
  const after = now > dueAt ? now : dueAt;
  const named = asked.updateAt?.find((at) => at > after);
  if (named) return named;
  if (asked.everyMinutes) {
    const stepMs = asked.everyMinutes * MINUTE_MS;
    const passed = Math.floor((after.getTime() - dueAt.getTime()) / stepMs);
    return new Date(dueAt.getTime() + (passed + 1) * stepMs);
  }
  return asked.recurrence && calendar.occurrences(asked.recurrence, after, 1)[0];
}
