import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../domain/refusal.ts';
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
import { addFile } from '../../../domain/tasks/report-files.ts';
import { isLateDone, isOverdue } from '../../../domain/tasks/status.ts';
import type { Assignment, Report } from '../../../domain/tasks/task.ts';
import { anAssignment, at } from '../../support/builders.ts';

const MAQIANG = 'person.maqiang';
const inProgress = anAssignment({ state: 'in-progress', ackAt: at('2026-01-15 10:20'), ackBy: MAQIANG });

function aReport(writtenAt: Date, kind: Report['kind'] = 'report'): Report {
  return { kind, writtenAt, by: MAQIANG, text: '已排查23家', files: [] };
}

function extended(assignment: Assignment, askedAt: Date, toAt: Date): Assignment {
  return askExtension(assignment, { toAt, reason: '人手不够', by: MAQIANG, at: askedAt }, '那天');
}

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Refusal).code;
  }
  throw new Error('it was allowed');
}

describe('收到', () => {
  test('is counted once: who, when and by which message', () => {
    const known = acknowledge(anAssignment(), MAQIANG, at('2026-01-15 10:20'), 'm.1');
    expect(known).toMatchObject({
      state: 'in-progress',
      ackBy: MAQIANG,
      ackAt: at('2026-01-15 10:20'),
      ackMessage: 'm.1',
    });
    expect(acknowledge(known, 'person.gaoxiang', at('2026-01-15 11:00'), 'm.2')).toBe(known);
  });

  test('taken back, it is as if it had never been given; but not once something was built on it', () => {
    const known = acknowledge(anAssignment(), MAQIANG, at('2026-01-15 10:20'), 'm.1');
    const undone = takeBackAcknowledgement(known, at('2026-01-15 10:30'));
    expect(undone).toMatchObject({ state: 'issued' });
    expect(undone.ackAt ?? undone.ackBy ?? undone.ackMessage).toBeUndefined();

    const asked = extended(known, at('2026-01-16 09:00'), at('2026-01-23 17:30'));
    expect(takeBackAcknowledgement(asked, at('2026-01-16 09:05'))).toBe(asked);
  });

  test('别催 calls off what comes before the day of the deadline, and that day still speaks', () => {
    const quiet = answerTo(anAssignment(), MAQIANG, at('2026-01-15 10:20'), 'm.1');
    expect(quiet.ladder.beforeDue).toEqual(['0d 09:00 due-today', '-2h due-today']);
    expect(quiet.ladder.afterDue).toEqual(anAssignment().ladder.afterDue);
  });
});

describe('报送', () => {
  test('stops the clock when it was written, and counts as 收到', () => {
    const submitted = submitAssignment(anAssignment(), aReport(at('2026-01-21 17:05')), 'm.1');
    expect(submitted).toMatchObject({ state: 'submitted', submittedAt: at('2026-01-21 17:05'), ackBy: MAQIANG });
    expect(isLateDone(submitted)).toBe(false);
    expect(isOverdue(submitted, at('2026-01-25 09:00'))).toBe(false);
  });

  test('a second report while the first waits is added, and the earlier time stays', () => {
    const first = submitAssignment(inProgress, aReport(at('2026-01-20 10:00')), 'm.1');
    const second = submitAssignment(first, aReport(at('2026-01-21 18:00')), 'm.2');
    expect(second.submittedAt).toEqual(at('2026-01-20 10:00'));
    expect(second.reports).toHaveLength(2);
  });

  test('a report that was written first and arrives last, after an outage, still counts from when it was written', () => {
    const first = submitAssignment(inProgress, aReport(at('2026-01-21 18:00')), 'm.2');
    expect(isLateDone(submitAssignment(first, aReport(at('2026-01-21 17:00')), 'm.1'))).toBe(false);
  });

  test('whoever reports has answered what else was asked', () => {
    const claim = { by: MAQIANG, filedAt: at('2026-01-20 10:00'), sentAt: at('2026-01-20 09:00'), text: '发过了' };
    const submitted = submitAssignment(claimReported(inProgress, claim), aReport(at('2026-01-20 11:00')), 'm.1');
    expect(submitted.claim).toBeUndefined();
  });

  test('进展 keeps the last figure and leaves the clock running', () => {
    const known = reportProgress(anAssignment(), aReport(at('2026-01-19 09:00'), 'progress'), 65, 'm.1');
    expect(known).toMatchObject({ state: 'in-progress', percent: 65, dueAt: at('2026-01-21 17:30') });
    expect(reportProgress(known, aReport(at('2026-01-20 09:00'), 'progress'), undefined, 'm.2').percent).toBe(65);
  });

  test('a picture that follows goes with the last report, once', () => {
    const file = { sha256: 'abc', name: '现场.jpg', size: 1, kind: 'image' as const };
    const submitted = submitAssignment(inProgress, aReport(at('2026-01-20 10:00')), 'm.1');
    const withFile = addFile(submitted, file);
    expect(withFile.reports[0]!.files).toEqual([file]);
    expect(addFile(withFile, file)).toBe(withFile);
    expect(addFile(inProgress, file)).toBe(inProgress);
  });
});

describe('延期', () => {
  test('asked for in time hides the deadline until it is ruled', () => {
    const asked = extended(inProgress, at('2026-01-20 09:30'), at('2026-01-23 17:30'));
    expect(asked.extension).toMatchObject({ late: false, filedAt: at('2026-01-20 09:30') });
    expect(isOverdue(asked, at('2026-01-22 09:00'))).toBe(false);
    expect(asked.dueAt).toEqual(at('2026-01-21 17:30'));
  });

  test('asked for after the deadline is marked late and hides nothing', () => {
    const asked = extended(inProgress, at('2026-01-21 17:31'), at('2026-01-23 17:30'));
    expect(asked.extension!.late).toBe(true);
    expect(isOverdue(asked, at('2026-01-22 09:00'))).toBe(true);
  });

  test('the message counts, not when it was read: written before the deadline is in time', () => {
    expect(extended(inProgress, at('2026-01-21 17:29'), at('2026-01-23 17:30')).extension!.late).toBe(false);
  });

  test('who asked in time and corrects the date after the deadline has still asked in time', () => {
    const first = extended(inProgress, at('2026-01-20 09:30'), at('2026-01-23 17:30'));
    const corrected = extended(first, at('2026-01-22 09:00'), at('2026-01-26 17:30'));
    expect(corrected.extension).toMatchObject({ late: false, toAt: at('2026-01-26 17:30') });
  });

  test('to a day that is past, or not later than the deadline, is refused', () => {
    expect(refusalOf(() => extended(inProgress, at('2026-01-22 09:00'), at('2026-01-21 18:00')))).toBe('DATE_PAST');
    expect(refusalOf(() => extended(inProgress, at('2026-01-20 09:00'), at('2026-01-21 17:30')))).toBe(
      'DATE_NOT_LATER',
    );
  });
});

describe('转办 and 已报别处', () => {
  test('不是我 stops everything until the dispatcher has ruled, and remembers where it stood', () => {
    const asked = askForward(inProgress, {
      by: MAQIANG,
      to: 'unit.shangwu',
      reason: '已移交',
      at: at('2026-01-16 09:00'),
    });
    expect(asked).toMatchObject({ state: 'forward-pending', forward: { from: 'in-progress', to: 'unit.shangwu' } });
    const again = askForward(asked, { by: MAQIANG, reason: '真的不归我们', at: at('2026-01-16 10:00') });
    expect(again.forward).toMatchObject({ from: 'in-progress', reason: '真的不归我们' });
    expect(isOverdue(asked, at('2026-01-22 09:00'))).toBe(false);
  });

  test('as long as the reviewer has not said whether he got it, nobody calls it overdue', () => {
    const claim = {
      by: MAQIANG,
      filedAt: at('2026-01-21 18:05'),
      sentAt: at('2026-01-21 17:05'),
      text: '17:05发王芳了',
    };
    const claimed = claimReported(inProgress, claim);
    expect(claimed).toMatchObject({ state: 'in-progress', claim });
    expect(isOverdue(claimed, at('2026-01-22 09:00'))).toBe(false);
  });
});
