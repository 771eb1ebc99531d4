import type { Calendar } from '../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import { isOpen, isOwed } from './status.ts';
import type { Assignment, Report, ReturnRuling } from './task.ts';
import {
  answered,
  assertAhead,
  assertOpen,
  assertRunning,
  closed,
  earlier,
  givenBack,
  later,
  withDue,
} from './term.ts';

/** 通过. */
export function acceptReport(assignment: Assignment, at: Date): Assignment {
  assertSubmitted(assignment);
  return closed(assignment, 'done', at);
}

/**
 * 退回: back to work. The new deadline is the old one or a working day from now, whichever is later, unless one is given.
 * What had no deadline gets none by being returned.
 */
export function returnReport(
  assignment: Assignment,
  at: Date,
  calendar: Calendar,
  policy: Policy,
  dueAt?: Date,
): Assignment {
  assertSubmitted(assignment);
  if (dueAt) assertAhead(dueAt, at, calendar);
  const { submittedAt: _submittedAt, ...rest } = assignment;
  const back: Assignment = { ...rest, state: 'in-progress', returns: assignment.returns + 1 };
  const newDueAt = dueAt ?? (back.dueAt && later(back.dueAt, nextWorkday(at, calendar)));
  return newDueAt ? withDue(back, newDueAt, at, policy) : givenBack(back, at);
}

/** On record with the assignment: who gave it back, and why. */
export function withReturn(assignment: Assignment, ruling: ReturnRuling): Assignment {
  return { ...assignment, returned: [...(assignment.returned ?? []), ruling] };
}

/** 同意 or 不同意 an extension. The original deadline stays on record either way. */
export function ruleExtension(
  assignment: Assignment,
  ruling: { readonly approved: boolean; readonly by: ThingId; readonly at: Date; readonly reason: string },
  policy: Policy,
): Assignment {
  assertOpen(assignment);
  const { extension: request, ...rest } = assignment;
  if (!request) throw new Refusal('NOTHING_PENDING', { no: assignment.no, unit: '', what: '延期申请' });

  const { approved, by, at, reason } = ruling;
  const entry = {
    fromAt: assignment.dueAt ?? request.toAt,
    toAt: request.toAt,
    approved,
    by,
    ruledAt: at,
    reason: reason || request.reason,
  };
  const ruled: Assignment = { ...rest, extensions: [...assignment.extensions, entry] };
  // The assigner may meanwhile have given more time than was asked for.
  if (approved) {
    const dueAt = assignment.dueAt ? later(assignment.dueAt, request.toAt) : request.toAt;
    return { ...withDue(ruled, dueAt, at, policy), ...(request.toSaid && { dueSaid: request.toSaid }) };
  }
  return isOwed(ruled) ? givenBack(ruled, at) : answered(ruled, at);
}

/** The dispatcher refuses to take the assignment away from the unit: it goes on as before. */
export function refuseForward(assignment: Assignment, at: Date): Assignment {
  assertRunning(assignment);
  const { forward, ...rest } = assignment;
  if (!forward || assignment.state !== 'forward-pending') {
    throw new Refusal('NOTHING_PENDING', { no: assignment.no, unit: '', what: '转办申请' });
  }
  // 收到 may have come while it was being ruled.
  return givenBack({ ...rest, state: assignment.ackAt ? 'in-progress' : forward.from }, at);
}

/** 已收: the reviewer confirms that the report had reached him at `sentAt`; that moment counts. */
export function confirmClaim(assignment: Assignment, sentAt: Date, at: Date): Assignment {
  assertRunning(assignment);
  const { claim, forward: _forward, submittedAt, ...rest } = assignment;
  const reporter = claim?.by ?? assignment.owner ?? assignment.unit;
  const report: Report = { kind: 'report', writtenAt: sentAt, by: reporter, text: claim?.text ?? '', files: [] };
  return answered(
    {
      ...rest,
      state: 'submitted',
      ackAt: assignment.ackAt ?? at,
      submittedAt: submittedAt ? earlier(submittedAt, sentAt) : sentAt,
      reports: [...assignment.reports, report],
    },
    at,
  );
}

/** The reviewer has received nothing: the unit still owes the report, and what follows the deadline begins anew. */
export function refuseClaim(assignment: Assignment, at: Date): Assignment {
  assertRunning(assignment);
  const { claim, ...rest } = assignment;
  if (!claim) throw new Refusal('NOTHING_PENDING', { no: assignment.no, unit: '', what: '报送核实' });
  return isOwed(rest) ? givenBack(rest, at) : answered(rest, at);
}

/** 撤销 of one unit's part. */
export function voidAssignment(assignment: Assignment, at: Date): Assignment {
  return isOpen(assignment) ? closed(assignment, 'void', at) : assignment;
}

/** 暂缓: the clock stands still. */
export function suspendAssignment(assignment: Assignment, at: Date): Assignment {
  if (!isOpen(assignment) || assignment.state === 'suspended') return assignment;
  return answered({ ...assignment, state: 'suspended', suspendedFrom: assignment.state, suspendedAt: at }, at);
}

/** 恢复: a deadline that passed meanwhile becomes one working day from now; one that had passed before stays. */
export function resumeAssignment(assignment: Assignment, at: Date, calendar: Calendar, policy: Policy): Assignment {
  if (assignment.state !== 'suspended') return assignment;
  const { suspendedFrom, suspendedAt, ...rest } = assignment;
  const resumed: Assignment = { ...rest, state: suspendedFrom ?? 'in-progress' };
  if (!isOwed(resumed)) return answered(resumed, at);

  const { dueAt } = resumed;
  const passedMeanwhile = dueAt !== undefined && dueAt <= at && (!suspendedAt || suspendedAt <= dueAt);
  return passedMeanwhile ? withDue(resumed, nextWorkday(at, calendar), at, policy) : givenBack(resumed, at);
}

/** 归档: only what was finished has a place in the archive. */
export function archiveAssignment(assignment: Assignment): Assignment {
  return assignment.state === 'done' ? { ...assignment, state: 'archived' } : assignment;
}

function nextWorkday(at: Date, calendar: Calendar): Date {
  return calendar.closing(calendar.addWorkdays(calendar.dayOf(at), 1));
}

function assertSubmitted(assignment: Assignment): void {
  assertRunning(assignment);
  if (assignment.state !== 'submitted') throw new Refusal('NOT_SUBMITTED', { no: assignment.no, unit: '' });
}
