import type { Calendar } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import type { ThingId } from '../thing.ts';
import { assignmentId } from './collections.ts';
import { ladderFor } from './ladder.ts';
import type { Assignment } from './task.ts';

/**
 * 转办: the part that another unit gets in this one's place, with the same deadline, or a working day from now where that is
 * over. Nothing of what the first unit did or asked for goes along.
 */
export function handOn(
  assignment: Assignment,
  unit: ThingId,
  at: Date,
  calendar: Calendar,
  policy: Policy,
): Assignment {
  const { task, no, title, part, assigner, reviewer, room, priority, originalDueAt, progress } = assignment;
  const isAhead = !assignment.dueAt || assignment.dueAt > at;
  const dueAt = isAhead ? assignment.dueAt : calendar.closing(calendar.addWorkdays(calendar.dayOf(at), 1));
  return {
    id: assignmentId(no, unit),
    type: 'assignment',
    task,
    no,
    title,
    unit,
    part,
    state: 'issued',
    assigner,
    reviewer,
    ...(room && { room }),
    priority,
    issuedAt: at,
    ...(dueAt && { dueAt, originalDueAt: originalDueAt ?? dueAt }),
    ...(progress && { progress }),
    reports: [],
    extensions: [],
    returns: 0,
    ladder: { ...assignment.ladder, beforeDue: ladderFor({ priority, ...(dueAt && { dueAt }) }, at, policy).beforeDue },
    handledAt: at,
    basisAt: at,
  };
}
