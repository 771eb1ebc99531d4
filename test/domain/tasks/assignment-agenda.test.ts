import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stepsAhead, stepsDue } from '../../../domain/agenda.ts';
import { assignmentAgenda, STEP_CLASS } from '../../../domain/tasks/assignment-agenda.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { agendaContext, anAssignment, at, calendar, policy } from '../../support/builders.ts';

function all(assignment: Assignment): string[] {
  return stepsAhead(assignment, assignmentAgenda(assignment, agendaContext)).map(
    (step) => `${calendar.dayOf(step.at)} ${calendar.clockOf(step.at)} ${step.step}`,
  );
}

/** Without the leaders' page, which has tests of its own. */
function written(assignment: Assignment): string[] {
  return all(assignment).filter((line) => !line.endsWith('weekly-page'));
}

describe('the ladder of an assignment', () => {
  test('one handed out on Thursday morning for Wednesday asks for its acknowledgement in the afternoon, and counts down', () => {
    expect(written(anAssignment())).toEqual([
      '2026-01-15 14:30 nudge',
      '2026-01-15 16:30 nudge',
      '2026-01-16 09:00 deputy',
      '2026-01-19 09:00 office',
      '2026-01-20 09:00 due-soon',
      '2026-01-21 09:00 due-today',
      '2026-01-21 15:30 due-today',
      '2026-01-21 18:00 check',
      '2026-01-22 09:00 overdue',
      '2026-01-26 09:00 propose-supervision',
    ]);
  });

  test('an acknowledged one is silent until the deadline is near', () => {
    const known = anAssignment({
      state: 'in-progress',
      ackAt: at('2026-01-15 10:20'),
      basisAt: at('2026-01-15 10:20'),
    });
    expect(written(known)[0]).toBe('2026-01-20 09:00 due-soon');
  });

  test('a submitted one reminds the reviewer and never the unit', () => {
    const submitted = anAssignment({
      state: 'submitted',
      submittedAt: at('2026-01-19 16:02'),
      basisAt: at('2026-01-19 16:02'),
    });
    expect(written(submitted)).toEqual([
      '2026-01-21 09:00 review-waiting',
      '2026-01-23 09:00 review-waiting',
      '2026-01-30 09:00 review-waiting',
    ]);
  });

  test('an extension asked for in time stops the deadline from being spoken of until it is ruled', () => {
    const asked = anAssignment({
      state: 'in-progress',
      ackAt: at('2026-01-15 10:20'),
      extension: {
        toAt: at('2026-01-23 17:30'),
        reason: '白事',
        filedAt: at('2026-01-20 09:30'),
        by: 'person.maqiang',
        late: false,
      },
      basisAt: at('2026-01-20 09:30'),
    });
    expect(written(asked).every((line) => line.endsWith('ruling-waiting'))).toBe(true);
  });

  test('an urgent one is chased within the hour, at any hour', () => {
    const urgent = anAssignment({
      priority: 'urgent',
      issuedAt: at('2026-01-17 22:00'),
      dueAt: at('2026-01-18 12:00'),
    });
    expect(written(urgent).slice(0, 3)).toEqual([
      '2026-01-17 22:15 nudge-urgent',
      '2026-01-17 22:30 nudge-stand-in',
      '2026-01-17 22:45 phone-list',
    ]);
  });

  test('over Spring Festival nothing ordinary is said between the last working day and the first', () => {
    const before = anAssignment({ issuedAt: at('2026-02-13 16:00'), dueAt: at('2026-02-25 17:30') });
    const days = written(before).map((line) => line.slice(0, 10));
    expect(days.filter((day) => day >= '2026-02-15' && day <= '2026-02-23')).toEqual([]);
    expect(written(before)).toContain('2026-02-14 09:00 nudge');
  });

  test('a deadline of a few hours is announced half way and a quarter of an hour before', () => {
    const short = anAssignment({
      issuedAt: at('2026-01-15 09:00'),
      dueAt: at('2026-01-15 12:00'),
      state: 'in-progress',
      ackAt: at('2026-01-15 09:01'),
    });
    expect(written(short).slice(0, 3)).toEqual([
      '2026-01-15 10:30 halfway',
      '2026-01-15 11:45 due-today',
      '2026-01-15 12:30 check',
    ]);
  });

  test('a closed one has nothing left but its archiving', () => {
    expect(written(anAssignment({ state: 'done', closedAt: at('2026-01-21 10:00') }))).toEqual([
      '2026-02-20 03:00 archive',
    ]);
    expect(written(anAssignment({ state: 'void' }))).toEqual([]);
  });

  const instants = fc.date({ min: at('2025-01-01 00:00'), max: at('2026-12-01 00:00'), noInvalidDate: true });
  const terms = fc.integer({ min: 30, max: 60 * 24 * 90 });

  test('no ordinary reminder ever falls outside working time, none before the order, and the private question comes first', () => {
    fc.assert(
      fc.property(
        instants,
        terms,
        fc.constantFrom('normal' as const, 'urgent' as const),
        (issuedAt, termMinutes, priority) => {
          const dueAt = new Date(issuedAt.getTime() + termMinutes * 60_000);
          const assignment = anAssignment({ issuedAt, dueAt, priority });
          const steps = stepsAhead(assignment, assignmentAgenda(assignment, agendaContext));
          for (const step of steps) {
            const messageClass = STEP_CLASS[step.step]!;
            if (messageClass === 'L3' || messageClass === 'L2')
              expect(calendar.isWithin(step.at, policy.windows[messageClass])).toBe(true);
            expect(step.at > issuedAt).toBe(true);
          }
          const firstAfter = steps.filter((step) => step.track === 'due' && step.at > dueAt)[0];
          expect(firstAfter?.step).toBe('check');
          expect(firstAfter!.at.getTime() - dueAt.getTime()).toBeGreaterThanOrEqual(30 * 60_000);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('reminders about one item to one unit keep their distance', () => {
    fc.assert(
      fc.property(instants, terms, (issuedAt, termMinutes) => {
        const assignment = anAssignment({ issuedAt, dueAt: new Date(issuedAt.getTime() + termMinutes * 60_000) });
        const steps = stepsAhead(assignment, assignmentAgenda(assignment, agendaContext));
        const moments = steps
          .filter(
            (step) => ['nudge', 'halfway', 'due-soon', 'due-today'].includes(step.step) && step.at < assignment.dueAt!,
          )
          .map((step) => step.at.getTime());
        moments.slice(1).forEach((moment, index) => {
          const least = Math.min(policy.tasks.minGapMinutes, termMinutes / 4) * 60_000;
          expect(moment - moments[index]!).toBeGreaterThanOrEqual(least);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('after the deadline', () => {
  const late = anAssignment({ state: 'in-progress', ackAt: at('2026-01-15 10:20'), handledAt: at('2026-01-21 17:00') });

  test('a deadline that ends at midnight is asked about the next morning, and others hear of it after that', () => {
    const midnight = { ...late, dueAt: at('2026-01-21 23:59'), handledAt: at('2026-01-21 23:00') };
    expect(written(midnight)).toEqual([
      '2026-01-22 08:00 check',
      '2026-01-22 10:00 overdue',
      '2026-01-26 09:00 propose-supervision',
    ]);
  });

  test('an outage that swallowed the question: it is asked first, and only the latest of the rest half an hour later', () => {
    const asked = { ...late, overdueFromAt: at('2026-01-27 10:30'), handledAt: at('2026-01-27 10:00') };
    expect(written(asked)).toEqual(['2026-01-27 10:30 propose-supervision']);
  });

  test('after a late request for more time only those who rule, and the office, are spoken to', () => {
    const extension = {
      toAt: at('2026-01-23 17:30'),
      reason: '白事',
      filedAt: at('2026-01-21 17:40'),
      by: 'person.maqiang',
      late: true,
    };
    const steps = written({ ...late, extension, basisAt: at('2026-01-21 17:40') });
    expect(steps.filter((line) => !line.endsWith('ruling-waiting'))).toEqual(['2026-01-26 09:00 propose-supervision']);
    expect(steps[0]).toBe('2026-01-22 14:30 ruling-waiting');
  });

  test('a lead beside others acknowledges, and hears nothing of the deadline', () => {
    const lead = anAssignment({ part: 'lead' });
    expect(written(lead).map((line) => line.slice(17))).toEqual(['nudge', 'nudge', 'deputy', 'office']);
  });

  test('without a deadline only the acknowledgement is asked for', () => {
    expect(written(anAssignment({ dueAt: undefined })).map((line) => line.slice(17))).toEqual([
      'nudge',
      'nudge',
      'deputy',
      'office',
    ]);
  });
});

describe('the page of the leaders', () => {
  const pages = (fields: Partial<Assignment>) =>
    all(anAssignment({ state: 'in-progress', ackAt: at('2026-01-15 10:20'), ...fields })).filter((line) =>
      line.endsWith('weekly-page'),
    );

  test.each<[string, string, Partial<Assignment>, string[]]>([
    ['from the Monday after seven working days', '2026-01-21 17:30', {}, ['2026-02-02 08:30', '2026-02-09 08:30']],
    [
      'on the seventh working day itself, if a Monday',
      '2026-01-15 17:30',
      {},
      ['2026-01-26 08:30', '2026-02-02 08:30'],
    ],
    [
      'every week, past ones left behind',
      '2026-01-21 17:30',
      { handledAt: at('2026-02-09 08:30') },
      ['2026-02-24 08:30'],
    ],
    ['a Monday of Spring Festival after it', '2026-02-05 17:30', {}, ['2026-02-24 08:30', '2026-02-24 08:30']],
    ['not while a timely request waits', '2026-01-21 17:30', { claim: claim() }, []],
  ])('%s', (_, dueAt, fields, expected) => {
    expect(pages({ dueAt: at(dueAt), ...fields })).toEqual(expected.map((line) => `${line} weekly-page`));
  });

  function claim() {
    return { by: 'person.sunhao', filedAt: at('2026-01-21 17:10'), sentAt: at('2026-01-21 17:05'), text: '' };
  }
});

describe('progress', () => {
  const rhythm = { rrule: 'FREQ=WEEKLY;BYDAY=FR', anchorDay: '2026-01-15' };
  const wanted = (fields: Partial<Assignment>) =>
    all(
      anAssignment({
        ...{ state: 'in-progress', ackAt: at('2026-01-15 10:20'), dueAt: at('2026-03-31 17:30'), progress: rhythm },
        ...fields,
      }),
    ).filter((line) => line.endsWith('progress-due'));
  const told = (writtenAt: string): Partial<Assignment> => ({
    reports: [{ kind: 'progress', writtenAt: at(writtenAt), by: 'p', text: '', files: [] }],
    basisAt: at(writtenAt),
  });

  test.each<[string, Partial<Assignment>, string[]]>([
    ['on the morning of each day of the rhythm', {}, ['2026-01-16 09:00', '2026-01-23 09:00', '2026-01-30 09:00']],
    ['not where it was told the day before', told('2026-01-22 15:00'), ['2026-01-30 09:00', '2026-02-06 09:00']],
    ['again where it was told late', told('2026-01-26 09:30'), ['2026-01-30 09:00', '2026-02-06 09:00']],
    ['goes on where nothing was told', { handledAt: at('2026-01-23 09:00') }, ['2026-01-30 09:00']],
    [
      'moves before the break of Spring Festival',
      { ...told('2026-02-09 10:00') },
      ['2026-02-13 09:00', '2026-02-14 17:30', '2026-02-27 09:00'],
    ],
    ['gives way to a reminder of the deadline', { dueAt: at('2026-01-30 17:30') }, ['2026-01-16 09:00']],
    ['nothing while a report waits for review', { state: 'submitted', submittedAt: at('2026-01-16 10:00') }, []],
    ['nothing without a rhythm', { progress: undefined }, []],
  ])('%s', (_, fields, expected) => {
    expect(
      wanted(fields)
        .slice(0, expected.length)
        .map((line) => line.slice(0, 16)),
    ).toEqual(expected);
  });
});

describe('by the length of the term', () => {
  const lines = (days: number) =>
    written(
      anAssignment({
        dueAt: new Date(at('2026-03-02 17:30').getTime() + days * 86_400_000),
        issuedAt: at('2026-03-02 17:30'),
        state: 'in-progress',
      }),
    )
      .filter((line) => !/check|overdue|propose/.test(line))
      .map((line) => line.slice(5));

  test.each([
    [
      30,
      [
        '03-17 17:30 halfway',
        '03-25 17:30 due-soon',
        '03-27 17:30 due-soon',
        '03-31 09:00 due-soon',
        '04-01 09:00 due-today',
        '04-01 15:30 due-today',
      ],
    ],
    [7, ['03-04 17:30 due-soon', '03-06 09:00 due-soon', '03-09 09:00 due-today', '03-09 15:30 due-today']],
    [2, ['03-03 09:00 due-soon', '03-04 09:00 due-today', '03-04 15:30 due-today']],
    [1, ['03-03 15:30 due-today']],
  ])('%s days', (days, expected) => {
    expect(lines(days)).toEqual(expected);
  });
});

describe('what is due at a wake', () => {
  test('after an outage only the latest of each track is told', () => {
    const assignment = anAssignment();
    const due = stepsDue(assignment, assignmentAgenda(assignment, agendaContext), at('2026-01-20 12:00'));
    expect(due.map((step) => step.step)).toEqual(['office', 'due-soon']);
  });

  test('a reminder of a deadline is not told any more when the deadline has come', () => {
    const assignment = anAssignment({ state: 'in-progress', ackAt: at('2026-01-15 10:20') });
    const due = stepsDue(assignment, assignmentAgenda(assignment, agendaContext), at('2026-01-21 17:40'));
    expect(due.map((step) => step.step)).toEqual([]);
    const later = stepsDue(assignment, assignmentAgenda(assignment, agendaContext), at('2026-01-21 18:00'));
    expect(later.map((step) => step.step)).toEqual(['check']);
  });

  test('steps before an answer are skipped, whatever happened meanwhile', () => {
    const assignment = anAssignment({
      state: 'in-progress',
      ackAt: at('2026-01-20 12:00'),
      basisAt: at('2026-01-20 12:00'),
    });
    expect(stepsDue(assignment, assignmentAgenda(assignment, agendaContext), at('2026-01-20 12:01'))).toEqual([]);
  });
});
