import type { Calendar } from '../calendar/calendar.ts';
import { isProgressMissed } from './progress.ts';
import { isOpen, isOverdue, isOwed, maySpeakOfOverdue } from './status.ts';
import type { Assignment } from './task.ts';

export type Light = 'grey' | 'green' | 'yellow' | 'red';

/**
 * 灰 closed · 红 overdue · 黄 returned, behind with a report of progress, or near: at most three working days or a fifth of the term left · 绿 otherwise.
 * What is overdue but may not yet be called so is still 黄.
 */
export function lightOf(assignment: Assignment, now: Date, calendar: Calendar): Light {
  if (!isOpen(assignment)) return 'grey';
  if (isOverdue(assignment, now)) return maySpeakOfOverdue(assignment, now) ? 'red' : 'yellow';
  if (!isOwed(assignment)) return 'green';
  if (assignment.returns > 0 || isProgressMissed(assignment, now, calendar)) return 'yellow';
  if (!assignment.dueAt) return 'green';

  const termMs = assignment.dueAt.getTime() - assignment.issuedAt.getTime();
  const leftMs = assignment.dueAt.getTime() - now.getTime();
  const nearDay = calendar.addWorkdays(calendar.dayOf(now), 3);
  return calendar.dayOf(assignment.dueAt) <= nearDay || leftMs <= termMs / 5 ? 'yellow' : 'green';
}
