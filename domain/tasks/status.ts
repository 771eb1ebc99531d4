import type { Calendar } from '../calendar/calendar.ts';
import type { Assignment, AssignmentState } from './task.ts';

/** 挂起 counts as open: it is neither done nor given up. */
const CLOSED: readonly AssignmentState[] = ['done', 'void', 'archived'];

export function isOpen(assignment: Assignment): boolean {
  return !CLOSED.includes(assignment.state);
}

/** Whether the reviewer owes a word: on a report, an extension, a forward or a claim. */
export function waitsForReviewer(assignment: Assignment): boolean {
  if (!isOpen(assignment)) return false;
  const { state, extension, forward, claim } = assignment;
  return state === 'submitted' || Boolean(extension || forward || claim);
}

/** Whether the unit still owes something: not while a report waits for review, a ruling is pending or the clock is stopped. */
export function isOwed(assignment: Assignment): boolean {
  return (assignment.state === 'issued' || assignment.state === 'in-progress') && assignment.part === 'execute';
}

/** 逾期 is derived, never a state: past the deadline, owed, and no extension asked for in time, nor a claim to have reported. */
export function isOverdue(assignment: Assignment, now: Date): boolean {
  if (!isOwed(assignment) || !assignment.dueAt || now <= assignment.dueAt) return false;
  if (assignment.claim) return false;
  return !assignment.extension || assignment.extension.late;
}

/** Overdue may be spoken of only when the unit has been asked in private, and has had the grace time to answer. */
export function maySpeakOfOverdue(assignment: Assignment, now: Date): boolean {
  return isOverdue(assignment, now) && assignment.overdueFromAt !== undefined && assignment.overdueFromAt <= now;
}

/** Reported after the deadline that was valid then. */
export function isLateDone(assignment: Assignment): boolean {
  return Boolean(assignment.submittedAt && assignment.dueAt && assignment.submittedAt > assignment.dueAt);
}

/** Working days it is overdue by, for a list; 0 if it is not. */
export function overdueWorkdays(assignment: Assignment, now: Date, calendar: Calendar): number {
  if (!isOverdue(assignment, now)) return 0;
  return calendar.workdaysBetween(calendar.dayOf(assignment.dueAt!), calendar.dayOf(now));
}
