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

export type Light = 'grey' | 'green' | 'yellow' | 'red';

/**
 * 灰 closed · 红 overdue · 黄 returned, or near: at most three working days or a fifth of the term left · 绿 otherwise.
 * What is overdue but may not yet be called so is still 黄.
 */
export function lightOf(assignment: Assignment, now: Date, calendar: Calendar): Light {
  if (!isOpen(assignment)) return 'grey';
  if (isOverdue(assignment, now)) return maySpeakOfOverdue(assignment, now) ? 'red' : 'yellow';
  if (!isOwed(assignment)) return 'green';
  if (assignment.returns > 0) return 'yellow';
  if (!assignment.dueAt) return 'green';

  const termMs = assignment.dueAt.getTime() - assignment.issuedAt.getTime();
  const leftMs = assignment.dueAt.getTime() - now.getTime();
  const nearDay = calendar.addWorkdays(calendar.dayOf(now), 3);
  return calendar.dayOf(assignment.dueAt) <= nearDay || leftMs <= termMs / 5 ? 'yellow' : 'green';
}
