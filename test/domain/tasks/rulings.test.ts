import { describe, expect, test } from '@jest/globals';
import { stepsAhead } from '../../../domain/agenda.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { acknowledge } from '../../../domain/tasks/answer-assignment.ts';
import { assignmentAgenda } from '../../../domain/tasks/assignment-agenda.ts';
import { handOn } from '../../../domain/tasks/hand-on.ts';
import {
  acceptReport,
  confirmClaim,
  refuseClaim,
  refuseForward,
  resumeAssignment,
  returnReport,
  ruleExtension,
  suspendAssignment,
  voidAssignment,
} from '../../../domain/tasks/rule-assignment.ts';
import { isLateDone, isOverdue } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { withDue } from '../../../domain/tasks/term.ts';
import { agendaContext, anAssignment, at, calendar, policy } from '../../support/builders.ts';
import { anAssignmentThatIs, EVENTS } from './events.ts';

function ahead(assignment: Assignment): string[] {
  return stepsAhead(assignment, assignmentAgenda(assignment, agendaContext)).map(
    (step) => `${calendar.dayOf(step.at)} ${calendar.clockOf(step.at)} ${step.step}`,
  );
}

function ruled(assignment: Assignment, approved: boolean, ruledAt: Date): Assignment {
  return ruleExtension(assignment, { approved, by: 'person.wangfang', at: ruledAt, reason: '' }, policy);
}

const submitted = anAssignmentThatIs('submitted');

describe('退回', () => {
  test('gives the old deadline or a working day, whichever is later, and counts the return', () => {
    expect(returnReport(submitted, at('2026-01-16 11:00'), calendar, policy)).toMatchObject({
      state: 'in-progress',
      dueAt: at('2026-01-21 17:30'),
      returns: 1,
    });
    // Friday before a make-up Saturday: the next working day is Saturday.
    expect(returnReport(submitted, at('2026-02-13 11:00'), calendar, policy).dueAt).toEqual(at('2026-02-14 17:30'));
  });

  test('a deadline that is given holds, unless it is past', () => {
    const dueAt = at('2026-01-19 12:00');
    expect(returnReport(submitted, at('2026-01-16 11:00'), calendar, policy, dueAt).dueAt).toEqual(dueAt);
    expect(() => returnReport(submitted, at('2026-01-20 11:00'), calendar, policy, dueAt)).toThrow(Refusal);
  });

  test('what had no deadline gets none by being returned', () => {
    const openEnded = EVENTS.报送(anAssignment({ dueAt: undefined }), at('2026-01-16 10:00'));
    expect(returnReport(openEnded, at('2026-01-16 11:00'), calendar, policy).dueAt).toBeUndefined();
  });

  test('the clock runs again: the reminders of the new term, then the private question before anything else', () => {
    const late = { ...submitted, overdueFromAt: at('2026-01-21 18:30') };
    const back = returnReport(late, at('2026-01-22 10:00'), calendar, policy);
    expect(ahead(back)).toEqual([
      '2026-01-22 17:30 halfway',
      '2026-01-23 15:30 due-today',
      '2026-01-23 18:00 check',
      '2026-01-26 09:00 overdue',
      '2026-01-28 09:00 propose-supervision',
      '2026-02-09 08:30 weekly-page',
      '2026-02-24 08:30 weekly-page',
    ]);
  });

  test('the report that follows is late only by the new deadline; the first stays on record', () => {
    const back = returnReport(submitted, at('2026-01-22 10:00'), calendar, policy);
    const again = EVENTS.报送(back, at('2026-01-23 16:00'));
    expect(isLateDone(again)).toBe(false);
    expect(again.originalDueAt).toEqual(at('2026-01-21 17:30'));
  });
});

describe('a ruling on 延期', () => {
  const asked = EVENTS.延期(anAssignmentThatIs('in-progress'), at('2026-01-20 09:30'));

  test('同意: the new deadline holds, and both stay on record', () => {
    const granted = ruled(asked, true, at('2026-01-20 11:00'));
    expect(granted).toMatchObject({ dueAt: at('2026-01-23 17:30'), originalDueAt: at('2026-01-21 17:30') });
    expect(granted.extensions).toEqual([expect.objectContaining({ approved: true, fromAt: at('2026-01-21 17:30') })]);
    expect(granted.extension).toBeUndefined();
  });

  test('同意 never takes back time that the assigner has given meanwhile', () => {
    const moved = withDue(asked, at('2026-01-30 17:30'), at('2026-01-20 10:00'), policy);
    expect(ruled(moved, true, at('2026-01-20 11:00')).dueAt).toEqual(at('2026-01-30 17:30'));
  });

  test('不同意 after the deadline: the private question comes first, half an hour later, and others hear of it the next day', () => {
    const refused = ruled(asked, false, at('2026-01-23 10:00'));
    expect(isOverdue(refused, at('2026-01-23 10:01'))).toBe(true);
    expect(ahead(refused)).toEqual([
      '2026-01-23 10:30 check',
      '2026-01-26 09:00 overdue',
      '2026-01-28 09:00 propose-supervision',
      '2026-02-09 08:30 weekly-page',
      '2026-02-24 08:30 weekly-page',
    ]);
  });

  test('while the ruling is awaited the office is reminded, after the third time every week', () => {
    expect(ahead(asked).slice(0, 4)).toEqual([
      '2026-01-20 15:30 ruling-waiting',
      '2026-01-21 09:00 ruling-waiting',
      '2026-01-22 09:00 ruling-waiting',
      '2026-01-29 09:00 ruling-waiting',
    ]);
    const month = { ...asked, handledAt: at('2026-02-27 09:00') };
    expect(ahead(month)).toEqual(['2026-03-04 09:00 ruling-waiting']);
  });

  test('a closed one is not ruled any more', () => {
    expect(() => ruled(voidAssignment(asked, at('2026-01-20 10:00')), true, at('2026-01-20 11:00'))).toThrow(Refusal);
  });
});

describe('a ruling on 转办', () => {
  const asked = anAssignmentThatIs('forward-pending');

  test('refused, it goes on where it stood; 收到 that came meanwhile counts', () => {
    expect(refuseForward(asked, at('2026-01-19 10:00')).state).toBe('issued');
    const known = acknowledge(asked, 'person.maqiang', at('2026-01-17 10:00'), 'm.1');
    const back = refuseForward(known, at('2026-01-19 10:00'));
    expect(back.state).toBe('in-progress');
    expect(ahead(back)[0]).toBe('2026-01-20 09:00 due-soon');
  });

  test('withdrawn meanwhile, it stays void', () => {
    expect(() => refuseForward(voidAssignment(asked, at('2026-01-19 09:00')), at('2026-01-19 10:00'))).toThrow(Refusal);
  });

  test('approved, the other unit gets a part of its own with the same deadline, and nothing of what the first did', () => {
    const fresh = handOn(anAssignmentThatIs('in-progress'), 'unit.shiqiao', at('2026-01-19 10:00'), calendar, policy);
    expect(fresh).toMatchObject({
      id: 'assignment.T0612.shiqiao',
      state: 'issued',
      unit: 'unit.shiqiao',
      issuedAt: at('2026-01-19 10:00'),
      dueAt: at('2026-01-21 17:30'),
    });
    expect(fresh.ackAt ?? fresh.owner ?? fresh.forward).toBeUndefined();
    expect(ahead(fresh)[0]).toBe('2026-01-19 14:30 nudge');
  });

  test('approved after the deadline, the other unit has a working day: nothing is overdue at birth', () => {
    const fresh = handOn(asked, 'unit.shiqiao', at('2026-01-23 10:00'), calendar, policy);
    expect(fresh.dueAt).toEqual(at('2026-01-26 17:30'));
    expect(fresh.originalDueAt).toEqual(at('2026-01-21 17:30'));
  });
});

describe('a ruling on 已报别处', () => {
  const claimed = EVENTS.已报别处(anAssignmentThatIs('in-progress'), at('2026-01-21 18:05'));

  test('已收 counts from the time that the reviewer names', () => {
    const settled = confirmClaim(claimed, at('2026-01-21 17:05'), at('2026-01-21 19:00'));
    expect(settled).toMatchObject({ state: 'submitted', submittedAt: at('2026-01-21 17:05') });
    expect(settled.reports.at(-1)).toMatchObject({ by: 'person.chenli', writtenAt: at('2026-01-21 17:05') });
    expect(isLateDone(settled)).toBe(false);
    expect(settled.claim).toBeUndefined();
  });

  test('已收 without a claim is a report of the unit, not of the reviewer, who could not accept it otherwise', () => {
    const settled = confirmClaim(anAssignment(), at('2026-01-21 17:05'), at('2026-01-21 19:00'));
    expect(settled.reports[0]!.by).toBe('unit.qingshan');
  });

  test('不同意: nothing came, the unit still owes it, and is asked once more in private before others hear', () => {
    const refused = refuseClaim(claimed, at('2026-01-22 10:00'));
    expect(refused).toMatchObject({ state: 'in-progress' });
    expect(isOverdue(refused, at('2026-01-22 10:01'))).toBe(true);
    expect(ahead(refused)[0]).toBe('2026-01-22 10:30 check');
  });
});

describe('暂缓 and 恢复', () => {
  const suspended = suspendAssignment(anAssignmentThatIs('in-progress'), at('2026-01-19 10:00'));

  test('stopped, it is silent and never overdue', () => {
    expect(ahead(suspended)).toEqual([]);
    expect(isOverdue(suspended, at('2026-03-01 10:00'))).toBe(false);
  });

  test('a deadline that passed meanwhile becomes one working day from now; one still ahead stays', () => {
    expect(resumeAssignment(suspended, at('2026-01-30 10:00'), calendar, policy).dueAt).toEqual(at('2026-02-02 17:30'));
    expect(resumeAssignment(suspended, at('2026-01-20 10:00'), calendar, policy).dueAt).toEqual(at('2026-01-21 17:30'));
  });

  test('what was overdue before it was stopped gains nothing', () => {
    const late = suspendAssignment(anAssignmentThatIs('in-progress'), at('2026-01-23 10:00'));
    expect(resumeAssignment(late, at('2026-01-30 10:00'), calendar, policy).dueAt).toEqual(at('2026-01-21 17:30'));
  });

  test('a late report does not become timely by a pause', () => {
    const report = EVENTS.报送(anAssignmentThatIs('in-progress'), at('2026-01-22 10:00'));
    const back = resumeAssignment(
      suspendAssignment(report, at('2026-01-22 11:00')),
      at('2026-01-30 10:00'),
      calendar,
      policy,
    );
    expect(back.state).toBe('submitted');
    expect(isLateDone(back)).toBe(true);
  });
});

describe('通过 and 撤销', () => {
  test('what is over has nothing pending', () => {
    const asked = EVENTS.延期(anAssignmentThatIs('in-progress'), at('2026-01-20 09:30'));
    const done = acceptReport(EVENTS.报送(asked, at('2026-01-20 10:00')), at('2026-01-20 11:00'));
    expect(done).toMatchObject({ state: 'done', closedAt: at('2026-01-20 11:00') });
    expect(done.extension).toBeUndefined();
    expect(voidAssignment(asked, at('2026-01-20 10:00')).extension).toBeUndefined();
  });

  test('an accepted one is archived thirty days later', () => {
    expect(ahead(acceptReport(submitted, at('2026-01-20 11:00')))).toEqual(['2026-02-19 03:00 archive']);
  });
});
