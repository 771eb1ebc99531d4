import { describe, expect, test } from '@jest/globals';
import { stepsDue } from '../../../../domain/agenda.ts';
import type { DutyLevel } from '../../../../domain/duty/checks/policy.ts';
import { zeroReportAgenda, zeroReportDayAgenda } from '../../../../domain/duty/zero-reports/agendas.ts';
import { asksForReport } from '../../../../domain/duty/zero-reports/asks-for-report.ts';
import { figuresOf } from '../../../../domain/duty/zero-reports/figures.ts';
import { giveReport } from '../../../../domain/duty/zero-reports/give-report.ts';
import { noteAsked } from '../../../../domain/duty/zero-reports/note-asked.ts';
import { DEFAULT_ZERO_REPORT_LADDER } from '../../../../domain/duty/zero-reports/policy.ts';
import { isCounted, isOnTime, standingOf, type ZeroReport } from '../../../../domain/duty/zero-reports/zero-report.ts';
import { newZeroReportDay } from '../../../../domain/duty/zero-reports/zero-report-day.ts';
import { agendaContext, at } from '../../../support/builders.ts';
import { aReport, given } from './reports.ts';

describe('which days ask for a report', () => {
  const terms = (levels: DutyLevel[], holiday = false, warning = false) => ({ levels, holiday, warning });

  test.each([
    ['an ordinary day', terms([]), false],
    ['a season of level B', terms(['B', 'B', 'C']), false],
    ['level A', terms(['A']), true],
    ['three periods at once, one of them A', terms(['C', 'A', 'B']), true],
    ['a season of level B on a day off', terms(['B'], true), true],
    ['a day off without any period', terms([], true), true],
    ['level C under a warning', terms(['C'], false, true), true],
  ])('%s', (_, day, asks) => {
    expect(asksForReport(day)).toBe(asks);
  });
});

describe('how a report stands', () => {
  const standing = (fields: Partial<ZeroReport>, clock: string) =>
    standingOf(aReport(fields), at(`2026-01-24 ${clock}`));

  test('not before it is due is anything missing, and then only what was asked for in time', () => {
    expect(standing({}, '15:59')).toBe('waiting');
    expect(standing({}, '16:00')).toBe('waiting');
    expect(standing({}, '16:01')).toBe('missing');
    expect(standing({ askedOf: [], askedSentAt: undefined } as Partial<ZeroReport>, '16:31')).toBe('not-asked');
    expect(standing({ askedSentAt: at('2026-01-24 16:10') }, '16:31')).toBe('not-asked');
    expect(standing({ excuse: 'outage' }, '16:31')).toBe('not-asked');
    expect(standing({ againAt: at('2026-01-24 16:10') }, '16:31')).toBe('not-asked');
    expect(standing({ againAt: at('2026-01-24 16:10'), againSentAt: at('2026-01-24 16:11') }, '16:31')).toBe('missing');
    expect(standing({ excuse: 'no-duty' }, '16:31')).toBe('off');
    expect(standing({ wanted: false }, '16:31')).toBe('off');
    expect(standing({ excuse: 'outage', given: [given('17:00')] }, '17:01')).toBe('reported');
  });

  test('the minute of the deadline is on time; a later correction makes nothing late', () => {
    expect(isOnTime(aReport({ given: [given('16:00', '', { at: new Date(+at('2026-01-24 16:00') + 59_000) })] }))).toBe(
      true,
    );
    expect(isOnTime(aReport({ given: [given('16:01')] }))).toBe(false);
    expect(isOnTime(aReport({ given: [given('15:50'), given('17:20', '停电')] }))).toBe(true);
    expect(isOnTime(aReport())).toBe(false);
  });

  test('trials and excuses are in no figure; an excused report that comes is', () => {
    const reports = [
      aReport({ given: [given('15:40')] }),
      aReport({ unit: 'unit.a', given: [given('16:20', '停电')] }),
      aReport({ unit: 'unit.b' }),
      aReport({ unit: 'unit.c', trial: true }),
      aReport({ unit: 'unit.d', trial: true, given: [given('15:31')] }),
      aReport({ unit: 'unit.e', excuse: 'outage' }),
      aReport({ unit: 'unit.f', excuse: 'outage', given: [given('17:20')] }),
      aReport({ unit: 'unit.g', excuse: 'no-duty' }),
      aReport({ unit: 'unit.h', wanted: false, given: [given('14:00')] }),
    ];
    expect(figuresOf(reports)).toMatchObject({ reported: 3, asked: 4, onTime: 1, excused: 1 });
    expect(figuresOf(reports).told.map(({ unit }) => unit)).toEqual(['unit.a']);
    expect(reports.filter(isCounted)).toHaveLength(4);
  });
});

describe('giving a report', () => {
  const kindOf = (report: ZeroReport, words: string, correction = false) =>
    giveReport(report, given('17:00', words), correction, at('2026-01-24 17:00')).kind;

  test('平安 twice is no news; 平安 undoes nothing unless it says 更正; the same words twice are no news', () => {
    const clear = aReport({ given: [given('15:40')] });
    const told = aReport({ given: [given('15:40', '停电两小时')] });
    expect(kindOf(aReport(), '')).toBe('taken');
    expect(kindOf(clear, '')).toBe('repeated');
    expect(kindOf(clear, '停电')).toBe('taken');
    expect(kindOf(told, '')).toBe('kept');
    expect(kindOf(told, '', true)).toBe('taken');
    expect(kindOf(told, '停电两小时')).toBe('repeated');
    expect(kindOf(told, '停电一小时')).toBe('taken');
  });

  test('everything stays on record in the order of writing: what was held up by an outage does not replace what is newer', () => {
    const later = aReport({ given: [given('17:00', '停电')] });
    const outcome = giveReport(later, given('15:45', '停水'), false, at('2026-01-24 17:10'));
    expect(outcome).toMatchObject({ kind: 'taken', before: { words: '停电' } });
    const words = outcome.kind === 'taken' ? outcome.report.given.map((one) => one.words) : [];
    expect(words).toEqual(['停水', '停电']);
    expect(outcome.kind === 'taken' && outcome.report.basisAt).toEqual(at('2026-01-24 17:10'));
  });

  test('a question is noted when it went out, each of the two once, and only for who was asked', () => {
    const asked = aReport({ askedSentAt: undefined } as Partial<ZeroReport>);
    const [decided, sent] = [at('2026-01-24 15:30'), at('2026-01-24 15:31')];
    const noted = noteAsked(asked, 'person.chenli', decided, sent);
    expect(noted?.askedSentAt).toEqual(sent);
    expect(noteAsked(asked, 'person.qianjun', decided, sent)).toBeUndefined();
    expect(noteAsked(noted!, 'person.chenli', decided, at('2026-01-24 15:40'))).toBeUndefined();
    const again = { ...noted!, againAt: at('2026-01-24 16:10') };
    expect(noteAsked(again, 'person.chenli', again.againAt, at('2026-01-24 16:12'))).toMatchObject({
      askedSentAt: sent,
      againSentAt: at('2026-01-24 16:12'),
    });
    // The first question was held up and goes out after the second was decided.
    expect(
      noteAsked({ ...asked, againAt: again.againAt }, 'person.chenli', decided, sent)?.againSentAt,
    ).toBeUndefined();
  });
});

describe('the steps of a day', () => {
  const clocks = (steps: readonly { at: Date; step: string }[]) =>
    steps.map((step) => `${agendaContext.calendar.clockOf(step.at)} ${step.step}`);

  test('two questions; none after a report, on a day that does not ask, or where nobody is on duty', () => {
    expect(clocks(zeroReportAgenda(aReport(), agendaContext))).toEqual(['15:30 hint', '16:10 again']);
    expect(zeroReportAgenda(aReport({ given: [given('12:00')] }), agendaContext)).toEqual([]);
    expect(zeroReportAgenda(aReport({ wanted: false }), agendaContext)).toEqual([]);
    expect(zeroReportAgenda(aReport({ excuse: 'no-duty' }), agendaContext)).toEqual([]);
  });

  test('after an outage the later question alone, and none in the evening', () => {
    const report = aReport({ askedOf: [] });
    const due = (clock: string) =>
      clocks(stepsDue(report, zeroReportAgenda(report, agendaContext), at(`2026-01-24 ${clock}`)));
    expect(due('15:30')).toEqual(['15:30 hint']);
    expect(due('17:00')).toEqual(['16:10 again']);
    expect(due('20:00')).toEqual([]);
  });

  test('the ladder is the one that the report was filed with, over the end of a month and of a year', () => {
    const ladder = { ...DEFAULT_ZERO_REPORT_LADDER, hint: '14:30', again: '15:10' };
    for (const day of ['2026-01-31', '2026-02-28', '2026-12-31']) {
      const steps = zeroReportAgenda(aReport({ day, ladder }), agendaContext);
      expect(steps.map((step) => step.at)).toEqual([at(`${day} 14:30`), at(`${day} 15:10`)]);
    }
  });

  test('figures and list of the day; the list waits after an outage and is drawn up once', () => {
    const day = newZeroReportDay('2026-01-24', DEFAULT_ZERO_REPORT_LADDER, at('2026-01-23 09:00'));
    expect(clocks(zeroReportDayAgenda(day, agendaContext))).toEqual(['16:05 summary', '16:30 list']);
    expect(clocks(zeroReportDayAgenda({ ...day, heldUntilAt: at('2026-01-24 17:40') }, agendaContext))).toEqual([
      '16:05 summary',
      '17:40 list',
    ]);
    expect(clocks(zeroReportDayAgenda({ ...day, heldUntilAt: at('2026-01-24 16:20') }, agendaContext))).toContain(
      '16:30 list',
    );
    const settled = { ...day, listedAt: at('2026-01-24 16:30'), saidAt: at('2026-01-24 16:30') };
    expect(zeroReportDayAgenda(settled, agendaContext)).toEqual([]);
  });
});
