import type { Calendar } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import { ladderFor } from './issue-task.ts';
import { isOpen } from './status.ts';
import type { Assignment } from './task.ts';

/** 通过. */
export function acceptReport(assignment: Assignment, at: Date): Assignment {
  assertSubmitted(assignment);
  return { ...assignment, state: 'done', closedAt: at, basisAt: at };
}

/** 退回: back to work. The new deadline is the old one or a working day from now, whichever is later, unless one is given. */
export function returnReport(
  assignment: Assignment,
  at: Date,
  calendar: Calendar,
  policy: Policy,
  dueAt?: Date,
): Assignment {
  assertSubmitted(assignment);
  const nextDayAt = calendar.closing(calendar.addWorkdays(calendar.dayOf(at), 1));
  const fallbackAt = assignment.dueAt && assignment.dueAt > nextDayAt ? assignment.dueAt : nextDayAt;
  const { submittedAt: _submittedAt, ...rest } = assignment;
  const newDueAt = dueAt ?? fallbackAt;
  return {
    ...rest,
    state: 'in-progress',
    dueAt: newDueAt,
    ladder: {
      ...assignment.ladder,
      beforeDue: ladderFor({ priority: assignment.priority, dueAt: newDueAt }, at, policy).beforeDue,
    },
    returns: assignment.returns + 1,
    basisAt: at,
  };
}

/** 同意 or 不同意 an extension. The original deadline stays on record either way. */
export function ruleExtension(
  assignment: Assignment,
  ruling: { readonly approved: boolean; readonly by: ThingId; readonly at: Date; readonly reason: string },
  policy: Policy,
): Assignment {
  const request = assignment.extension;
  if (!request) throw new Refusal('NOTHING_PENDING', { no: assignment.no, unit: '', what: '延期申请' });

  const { extension: _request, ...rest } = assignment;
  const entry = {
    fromAt: assignment.dueAt ?? request.toAt,
    toAt: request.toAt,
    approved: ruling.approved,
    by: ruling.by,
    ruledAt: ruling.at,
    reason: ruling.reason || request.reason,
  };
  const ruled = { ...rest, extensions: [...assignment.extensions, entry], basisAt: ruling.at };
  return ruling.approved ? withDue(ruled, request.toAt, ruling.at, policy) : ruled;
}

/** A new deadline with the reminders that a term of that length calls for. */
export function withDue(assignment: Assignment, dueAt: Date, at: Date, policy: Policy): Assignment {
  const { beforeDue } = ladderFor({ priority: assignment.priority, dueAt }, at, policy);
  return {
    ...assignment,
    dueAt,
    originalDueAt: assignment.originalDueAt ?? dueAt,
    ladder: { ...assignment.ladder, beforeDue },
    basisAt: at,
  };
}

/** The dispatcher refuses to take the assignment away from the unit: it goes on as before. */
export function refuseForward(assignment: Assignment, at: Date): Assignment {
  if (!assignment.forward) throw new Refusal('NOTHING_PENDING', { no: assignment.no, unit: '', what: '转办申请' });
  const { forward, ...rest } = assignment;
  return { ...rest, state: forward.from, basisAt: at };
}

/** 已收: the reviewer confirms that the report had reached him at `sentAt`; that moment counts. */
export function confirmClaim(assignment: Assignment, sentAt: Date, by: ThingId, at: Date): Assignment {
  if (!isOpen(assignment)) throw new Refusal('ASSIGNMENT_CLOSED', { no: assignment.no, unit: '' });
  const { claim, ...rest } = assignment;
  return {
    ...rest,
    state: 'submitted',
    ackAt: assignment.ackAt ?? at,
    submittedAt: sentAt,
    reports: [
      ...assignment.reports,
      { kind: 'report', writtenAt: sentAt, by: claim?.by ?? by, text: claim?.text ?? '', files: [] },
    ],
    basisAt: at,
  };
}

/** 撤销 of one unit's part. */
export function voidAssignment(assignment: Assignment, at: Date): Assignment {
  return isOpen(assignment) ? { ...assignment, state: 'void', closedAt: at, basisAt: at } : assignment;
}

/** 暂缓: the clock stands still. */
export function suspendAssignment(assignment: Assignment, at: Date): Assignment {
  if (!isOpen(assignment) || assignment.state === 'suspended') return assignment;
  return { ...assignment, state: 'suspended', suspendedFrom: assignment.state, basisAt: at };
}

/** 恢复: a deadline that passed meanwhile becomes one working day from now. */
export function resumeAssignment(assignment: Assignment, at: Date, calendar: Calendar, policy: Policy): Assignment {
  if (assignment.state !== 'suspended') return assignment;
  const { suspendedFrom, ...rest } = assignment;
  const resumed = { ...rest, state: suspendedFrom ?? 'in-progress', basisAt: at } as Assignment;
  if (!resumed.dueAt || resumed.dueAt > at) return resumed;
  return withDue(resumed, calendar.closing(calendar.addWorkdays(calendar.dayOf(at), 1)), at, policy);
}

export function archiveAssignment(assignment: Assignment): Assignment {
  return { ...assignment, state: 'archived' };
}

function assertSubmitted(assignment: Assignment): void {
  if (assignment.state === 'done' || assignment.state === 'archived') {
    throw new Refusal('ASSIGNMENT_CLOSED', { no: assignment.no, unit: '' });
  }
  if (assignment.state !== 'submitted') throw new Refusal('NOT_SUBMITTED', { no: assignment.no, unit: '' });
}
