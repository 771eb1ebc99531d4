import type { Calendar } from '../calendar/calendar.ts';
import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import { isOpen, isOverdue } from './status.ts';
import type { Assignment, Claim, Report } from './task.ts';

/** 收到. A second one changes nothing. */
export function acknowledge(assignment: Assignment, by: ThingId, at: Date, message: string): Assignment {
  assertRunning(assignment);
  if (assignment.ackAt) return assignment;
  const state = assignment.state === 'issued' ? 'in-progress' : assignment.state;
  return { ...assignment, state, ackAt: at, ackBy: by, ackMessage: message, basisAt: at };
}

/** 别催 and 知道了: acknowledged, and the reminders before the day of the deadline are called off. The day itself still speaks. */
export function answerTo(assignment: Assignment, by: ThingId, at: Date, message: string): Assignment {
  const known = acknowledge(assignment, by, at, message);
  const beforeDue = known.ladder.beforeDue.filter((rung) => rung.endsWith(' due-today'));
  return { ...known, ladder: { ...known.ladder, beforeDue }, basisAt: at };
}

/** The acknowledgement was taken back before anything else happened: as if it had never been given. */
export function takeBackAcknowledgement(assignment: Assignment, at: Date): Assignment {
  if (assignment.state !== 'in-progress' || assignment.reports.length > 0) return assignment;
  const { ackAt: _at, ackBy: _by, ackMessage: _message, ...rest } = assignment;
  return { ...rest, state: 'issued', basisAt: at };
}

/** 进展: what has been done so far. Counts as acknowledgement; the clock runs on. */
export function reportProgress(
  assignment: Assignment,
  report: Report,
  percent: number | undefined,
  message: string,
): Assignment {
  assertRunning(assignment);
  const known = acknowledge(assignment, report.by, report.writtenAt, message);
  return {
    ...known,
    reports: [...known.reports, report],
    ...(percent !== undefined && { percent }),
    basisAt: report.writtenAt,
  };
}

/** A report stops the clock at the moment it was written, not when somebody got round to reading it. */
export function submitAssignment(assignment: Assignment, report: Report, message: string): Assignment {
  assertRunning(assignment);
  const known = acknowledge(assignment, report.by, report.writtenAt, message);
  const { claim: _claim, forward: _forward, ...rest } = known;
  return {
    ...rest,
    state: 'submitted',
    submittedAt: assignment.state === 'submitted' ? (assignment.submittedAt ?? report.writtenAt) : report.writtenAt,
    reports: [...known.reports, report],
    basisAt: report.writtenAt,
  };
}

/** 延期: asked for, decided by a person. Asked after the deadline it is marked late and hides nothing. */
export function askExtension(
  assignment: Assignment,
  request: { readonly toAt: Date; readonly reason: string; readonly by: ThingId; readonly at: Date },
  date: string,
): Assignment {
  assertRunning(assignment);
  if (assignment.state === 'submitted') throw new Refusal('ASSIGNMENT_CLOSED', { no: assignment.no, unit: '' });
  if (request.toAt <= request.at) throw new Refusal('DATE_PAST', { date });
  if (assignment.dueAt && request.toAt <= assignment.dueAt) throw new Refusal('DATE_NOT_LATER', { date });

  const known = acknowledge(assignment, request.by, request.at, '');
  const late = Boolean(assignment.dueAt && request.at > assignment.dueAt);
  return {
    ...known,
    extension: { toAt: request.toAt, reason: request.reason, filedAt: request.at, by: request.by, late },
    basisAt: request.at,
  };
}

/** 转办 or 不是我: nobody is asked on, and nothing is overdue, until the dispatcher has ruled. */
export function askForward(
  assignment: Assignment,
  request: { readonly by: ThingId; readonly to?: ThingId; readonly reason: string; readonly at: Date },
): Assignment {
  assertRunning(assignment);
  if (assignment.state === 'submitted') throw new Refusal('ASSIGNMENT_CLOSED', { no: assignment.no, unit: '' });
  return {
    ...assignment,
    state: 'forward-pending',
    forward: {
      by: request.by,
      filedAt: request.at,
      ...(request.to && { to: request.to }),
      reason: request.reason,
      from: assignment.state === 'forward-pending' ? assignment.forward!.from : assignment.state,
    },
    basisAt: request.at,
  };
}

/** The unit says that it reported elsewhere. Until the reviewer has said whether that is so, nobody calls it overdue. */
export function claimReported(assignment: Assignment, claim: Claim): Assignment {
  assertRunning(assignment);
  const known = acknowledge(assignment, claim.by, claim.filedAt, '');
  return { ...known, claim, basisAt: claim.filedAt };
}

/** Working days it is overdue by, for a list; 0 if it is not. */
export function overdueWorkdays(assignment: Assignment, now: Date, calendar: Calendar): number {
  if (!isOverdue(assignment, now)) return 0;
  return calendar.workdaysBetween(calendar.dayOf(assignment.dueAt!), calendar.dayOf(now));
}

function assertRunning(assignment: Assignment): void {
  if (assignment.state === 'suspended') throw new Refusal('SUSPENDED', { no: assignment.no });
  if (assignment.state === 'void') throw new Refusal('ALREADY_VOID', { no: assignment.no });
  if (!isOpen(assignment)) throw new Refusal('ASSIGNMENT_CLOSED', { no: assignment.no, unit: '' });
}
