import { Refusal } from '../refusal.ts';
import type { ThingId } from '../thing.ts';
import type { DueSaid } from './due-said.ts';
import type { Assignment, Claim, Report } from './task.ts';
import { answered, assertRunning, earlier } from './term.ts';

/** 收到. A second one changes nothing. */
export function acknowledge(assignment: Assignment, by: ThingId, at: Date, message: string): Assignment {
  assertRunning(assignment);
  if (assignment.ackAt) return assignment;
  const state = assignment.state === 'issued' ? 'in-progress' : assignment.state;
  return answered({ ...assignment, state, ackAt: at, ackBy: by, ackMessage: message }, at);
}

/** 别催 and 知道了: acknowledged, and the reminders before the day of the deadline are called off. The day itself still speaks. */
export function answerTo(assignment: Assignment, by: ThingId, at: Date, message: string): Assignment {
  const known = acknowledge(assignment, by, at, message);
  const beforeDue = known.ladder.beforeDue.filter((rung) => rung.endsWith(' due-today'));
  return answered({ ...known, ladder: { ...known.ladder, beforeDue } }, at);
}

/** The acknowledgement was taken back before anything else happened: as if it had never been given. */
export function takeBackAcknowledgement(assignment: Assignment, at: Date): Assignment {
  const { reports, extension, extensions, claim } = assignment;
  const followed = reports.length > 0 || extensions.length > 0 || extension !== undefined || claim !== undefined;
  if (assignment.state !== 'in-progress' || followed) return assignment;

  const { ackAt: _at, ackBy: _by, ackMessage: _message, ...rest } = assignment;
  return answered({ ...rest, state: 'issued' }, at);
}

/** 进展: what has been done so far. Counts as acknowledgement; the clock runs on. */
export function reportProgress(
  assignment: Assignment,
  report: Report,
  percent: number | undefined,
  message: string,
): Assignment {
  const known = acknowledge(assignment, report.by, report.writtenAt, message);
  const reports = [...known.reports, report];
  return answered({ ...known, reports, ...(percent !== undefined && { percent }) }, report.writtenAt);
}

/** A report stops the clock at the moment it was written, not when somebody got round to reading it. */
export function submitAssignment(assignment: Assignment, report: Report, message: string): Assignment {
  const known = acknowledge(assignment, report.by, report.writtenAt, message);
  const { claim: _claim, forward: _forward, submittedAt, ...rest } = known;
  return answered(
    {
      ...rest,
      state: 'submitted',
      submittedAt: submittedAt ? earlier(submittedAt, report.writtenAt) : report.writtenAt,
      reports: [...known.reports, report],
    },
    report.writtenAt,
  );
}

/** 延期: asked for, decided by a person. Asked after the deadline it is marked late and hides nothing. */
export function askExtension(
  assignment: Assignment,
  request: {
    readonly toAt: Date;
    readonly toSaid?: DueSaid;
    readonly reason: string;
    readonly by: ThingId;
    readonly at: Date;
  },
  date: string,
): Assignment {
  const { dueAt, extension } = assertUnreported(assignment);
  if (request.toAt <= request.at) throw new Refusal('DATE_PAST', { date });
  if (dueAt && request.toAt <= dueAt) throw new Refusal('DATE_NOT_LATER', { date });

  const known = acknowledge(assignment, request.by, request.at, '');
  // Who asked in time and asks again meanwhile has still asked in time.
  const late = extension ? extension.late : dueAt !== undefined && request.at > dueAt;
  const { toAt, toSaid, reason, by, at } = request;
  return answered({ ...known, extension: { toAt, ...(toSaid && { toSaid }), reason, filedAt: at, by, late } }, at);
}

/** 转办 or 不是我: nobody is asked on, and nothing is overdue, until the dispatcher has ruled. */
export function askForward(
  assignment: Assignment,
  request: { readonly by: ThingId; readonly to?: ThingId; readonly reason: string; readonly at: Date },
): Assignment {
  const { state, forward } = assertUnreported(assignment);
  const { by, to, reason, at } = request;
  const from = forward?.from ?? state;
  return answered(
    { ...assignment, state: 'forward-pending', forward: { by, filedAt: at, ...(to && { to }), reason, from } },
    at,
  );
}

/** The unit says that it reported elsewhere. Until the reviewer has said whether that is so, nobody calls it overdue. */
export function claimReported(assignment: Assignment, claim: Claim): Assignment {
  assertUnreported(assignment);
  const known = acknowledge(assignment, claim.by, claim.filedAt, '');
  return answered({ ...known, claim }, claim.filedAt);
}

/** Open, not stopped, and no report that waits for review already. */
function assertUnreported(assignment: Assignment): Assignment {
  assertRunning(assignment);
  if (assignment.state === 'submitted') throw new Refusal('ALREADY_REPORTED', { no: assignment.no });
  return assignment;
}
