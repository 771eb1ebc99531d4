import { describe, expect, test } from '@jest/globals';
import { buildOffice } from '../../domain/people/build-office.ts';
import { seriesFrom } from '../../domain/tasks/series.ts';
import type { OpenPoint } from '../../domain/tasks/task.ts';
import { dayText, momentText } from '../../domain/wording/dates.ts';
import * as general from '../../domain/wording/general.ts';
import { honorific, maskedPhone } from '../../domain/wording/names.ts';
import { REFUSALS } from '../../domain/wording/refusals.ts';
import * as reminders from '../../domain/wording/reminders.ts';
import * as tasks from '../../domain/wording/tasks.ts';
import { anAssignment, aTask, at, calendar } from '../support/builders.ts';
import { OFFICE } from '../workers/firing.ts';
import { aPerson, aTenure } from './people/builders.ts';

const office = buildOffice(OFFICE);
const context = { office, calendar, now: at('2026-01-22 10:00') };
const chenli = office.people.get('person.chenli')!;

/** As long as a title gets, with a reason of several lines. */
const LONG = '排查烟花爆竹零售点'.repeat(112);
const REASON = Array.from({ length: 20 }, (_, line) => `第${line}条：两个村在搞白事`).join('\n');

const assignment = anAssignment({
  title: LONG,
  submittedAt: at('2026-01-21 17:05'),
  extension: {
    toAt: at('2026-01-23 17:30'),
    reason: REASON,
    filedAt: at('2026-01-20 09:30'),
    by: 'person.chenli',
    late: false,
  },
  forward: { by: 'person.chenli', filedAt: at('2026-01-20 09:30'), reason: REASON, from: 'issued' },
  claim: { by: 'person.chenli', filedAt: at('2026-01-21 18:05'), sentAt: at('2026-01-21 17:05'), text: REASON },
  state: 'in-progress',
});
const full = aTask({
  title: LONG,
  leads: ['unit.anweiban'],
  coops: ['unit.shiqiao'],
  owners: ['person.chenli'],
  requirements: ['附照片', '一户一表'],
  issuedAt: at('2026-01-15 10:15'),
  recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=WE' },
});
const dayOff: OpenPoint = {
  about: 'day-off',
  written: '1月24日（周六）17:30',
  choices: [
    { label: '改为1月26日（周一）17:30', value: 'x' },
    { label: '不改', value: 'keep' },
  ],
};

const SHORT: readonly [string, string][] = [
  ['nudge', reminders.nudgeText(assignment, context)],
  ['deputy', reminders.nudgeDeputyText(assignment, chenli, context)],
  ['office', reminders.unacknowledgedText(assignment, context)],
  ['phone list', reminders.phoneListText(assignment, [chenli], context)],
  ['due soon', reminders.dueSoonText(assignment, context)],
  ['due today', reminders.dueTodayText(assignment, context)],
  ['check', reminders.checkText(assignment, context)],
  ['overdue', reminders.overdueText(assignment, context)],
  ['overdue deputy', reminders.overdueDeputyText(assignment, chenli, context)],
  ['propose', reminders.proposeSupervisionText(assignment, context)],
  ['review', reminders.reviewWaitingText(assignment, context)],
  ['ruling', reminders.rulingWaitingText(assignment, context)],
  ['forward', reminders.forwardWaitingText(assignment, context)],
  ['claim', reminders.claimWaitingText(assignment, context)],
  ['draft handed over', reminders.draftHandedOverText(full, context)],
  ['draft waiting', reminders.draftWaitingText(full, context)],
  ['standing', reminders.standingText(full, 2, 5)],
  ['all done', reminders.allDoneText(full, 5, 1)],
  ['missed', reminders.missedOccurrencesText(seriesFrom(full, calendar)!, 3)],
  ['nobody', reminders.nobodyText(assignment, true, context)],
  ['nobody to rule', reminders.nobodyText(assignment, false, context)],
  ['extension', tasks.extensionRequestText(assignment, context)],
  ['line', tasks.assignmentLine(assignment, context, true)],
];
const WHOLE: readonly [string, string][] = [
  ['draft', tasks.draftText(full, context)],
  ['draft with a question', tasks.draftText(full, context, false, dayOff)],
  ['open point', tasks.openPointText(full, dayOff, context)],
  ['dispatch', tasks.dispatchText(full, '附照片', context)],
  ['assignment', tasks.assignmentText(full, 'unit.qingshan', context)],
  ['copy', tasks.copyText(full, 'unit.shiqiao', context)],
  ['help', general.helpText(true)],
];

describe('what people read', () => {
  test.each(SHORT)('%s: one line of a chat, however long the title and the reason', (_, text) => {
    expect(text).not.toContain('\n');
    expect(text.length).toBeLessThan(220);
  });

  test.each([...SHORT, ...WHOLE, ...Object.entries(REFUSALS)])(
    '%s: at most six lines, nobody is shouted at, nothing is left unsaid',
    (_, text) => {
      expect(text.split('\n').length).toBeLessThanOrEqual(6);
      expect(text).not.toMatch(/[!！]|undefined|null|NaN|Invalid|亲|\p{Extended_Pictographic}/u);
    },
  );

  test.each([...SHORT, ...WHOLE])('%s: a date is never without its weekday', (_, text) => {
    expect(text.replace(/\d+月\d+日（周[一二三四五六日]）/g, '')).not.toMatch(/\d月\d+日/);
  });

  test('an order is handed out in full, whatever its title says', () => {
    const standing = aTask({ title: '不定期前往各村检查', dueAt: undefined, openEnded: true });
    expect(tasks.dispatchText(standing, undefined, context)).toContain(
      '已下达T0612：不定期前往各村检查，不定期，报安委办 王芳。',
    );
    expect(tasks.dispatchText(full, undefined, context)).toContain(LONG);
  });

  test('what may not be called overdue yet is not', () => {
    const owed = anAssignment({ state: 'in-progress' });
    expect(tasks.assignmentLine(owed, context, false)).not.toContain('过期');
    expect(tasks.assignmentLine({ ...owed, overdueFromAt: at('2026-01-21 18:30') }, context, false)).toContain(
      '已过期',
    );
    const task = aTask({ state: 'issued' });
    expect(tasks.taskHead(task, [owed], context)).toContain('黄1');
  });

  test('the supervisors hear how long, by the calendar of the office', () => {
    const owed = anAssignment({ state: 'in-progress' });
    expect(reminders.proposeSupervisionText(owed, { ...context, now: at('2026-01-26 09:00') })).toContain(
      '过期3个工作日',
    );
    expect(reminders.proposeSupervisionText(owed, { ...context, now: at('2026-01-21 18:00') })).toContain(
      '过了1月21日（周三）17:30',
    );
  });

  test("a report that nobody knows the writer of is the unit's", () => {
    const report = {
      kind: 'report' as const,
      writtenAt: at('2026-01-21 17:05'),
      by: 'unit.qingshan',
      text: '',
      files: [],
    };
    expect(tasks.historyLines(anAssignment({ reports: [report] }), context).join()).toContain('青山镇报送');
  });
});

describe('dates and names', () => {
  test('another year is named, and holidays that are not announced are marked', () => {
    expect(momentText(at('2026-01-21 17:30'), context.now, calendar)).toBe('1月21日（周三）17:30');
    expect(momentText(at('2027-03-01 17:30'), context.now, calendar)).toBe(
      '2027年3月1日（周一）17:30（放假安排待公布）',
    );
    expect(dayText('2025-12-31', '2026-01-22', calendar)).toBe('2025年12月31日（周三）');
  });

  test('a deputy head is addressed as people do', () => {
    const named = (title: string) =>
      honorific(aPerson('x', '李卫东', { tenures: [aTenure('anweiban', 'head', { title })] }), '2026-01-22');
    expect(named('副区长')).toBe('李区长');
    expect(named('主任')).toBe('李主任');
    expect(named('联络员')).toBe('李卫东');
  });

  test('a telephone number in a room keeps its ends only', () => {
    expect(maskedPhone('13800001102')).toBe('138****1102');
  });
});
