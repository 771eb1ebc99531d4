import {
  acknowledge,
  answerTo,
  askExtension,
  askForward,
  claimReported,
  reportProgress,
  submitAssignment,
  takeBackAcknowledgement,
} from '../../../domain/tasks/answer-assignment.ts';
import {
  acceptReport,
  archiveAssignment,
  confirmClaim,
  refuseClaim,
  refuseForward,
  resumeAssignment,
  returnReport,
  ruleExtension,
  suspendAssignment,
  voidAssignment,
} from '../../../domain/tasks/rule-assignment.ts';
import type { Assignment, AssignmentState, Report } from '../../../domain/tasks/task.ts';
import { anAssignment, at, calendar, policy } from '../../support/builders.ts';

const UNIT = 'person.chenli';
const OFFICE = 'person.wangfang';
const HOUR_MS = 3_600_000;

export type Event = (assignment: Assignment, now: Date) => Assignment;

function aReport(kind: Report['kind'], now: Date): Report {
  return { kind, writtenAt: now, by: UNIT, text: '已排查23家', files: [] };
}

const ruling = (approved: boolean, now: Date) => ({ approved, by: OFFICE, at: now, reason: '' });
const inHours = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR_MS);

/** Everything that can happen to an assignment, by the words that cause it. An extension asks for two days more. */
export const EVENTS = {
  收到: (assignment, now) => acknowledge(assignment, UNIT, now, 'm.ack'),
  撤回收到: takeBackAcknowledgement,
  别催: (assignment, now) => answerTo(assignment, UNIT, now, 'm.quiet'),
  进展: (assignment, now) => reportProgress(assignment, aReport('progress', now), 60, 'm.progress'),
  报送: (assignment, now) => submitAssignment(assignment, aReport('report', now), 'm.report'),
  延期: (assignment, now) => {
    const fromAt = assignment.dueAt && assignment.dueAt > now ? assignment.dueAt : now;
    return askExtension(assignment, { toAt: inHours(fromAt, 48), reason: '人手不够', by: UNIT, at: now }, '那天');
  },
  不是我: (assignment, now) => askForward(assignment, { by: UNIT, reason: '不归我们', at: now }),
  已报别处: (assignment, now) =>
    claimReported(assignment, { by: UNIT, filedAt: now, sentAt: inHours(now, -1), text: '发王芳了' }),
  同意延期: (assignment, now) => ruleExtension(assignment, ruling(true, now), policy),
  不同意延期: (assignment, now) => ruleExtension(assignment, ruling(false, now), policy),
  不同意转办: refuseForward,
  已收: (assignment, now) => confirmClaim(assignment, inHours(now, -1), now),
  没有收到: refuseClaim,
  通过: acceptReport,
  退回: (assignment, now) => returnReport(assignment, now, calendar, policy),
  撤销: voidAssignment,
  暂缓: suspendAssignment,
  恢复: (assignment, now) => resumeAssignment(assignment, now, calendar, policy),
  归档: archiveAssignment,
} satisfies Record<string, Event>;

export const STATES: readonly AssignmentState[] = [
  'issued',
  'in-progress',
  'forward-pending',
  'submitted',
  'done',
  'suspended',
  'void',
  'archived',
];

/** The shortest way into each state, from an order handed out on Thursday at 10:15 for Wednesday 17:30. */
export function anAssignmentThatIs(state: AssignmentState): Assignment {
  const issued = anAssignment();
  const moment = at('2026-01-16 10:00');
  const ways: Readonly<Record<AssignmentState, readonly (keyof typeof EVENTS)[]>> = {
    issued: [],
    'in-progress': ['收到'],
    'forward-pending': ['不是我'],
    submitted: ['报送'],
    done: ['报送', '通过'],
    suspended: ['收到', '暂缓'],
    void: ['撤销'],
    archived: ['报送', '通过', '归档'],
  };
  return ways[state].reduce<Assignment>((assignment, event) => EVENTS[event](assignment, moment), issued);
}
