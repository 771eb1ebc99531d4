import { describe, expect, test } from '@jest/globals';
import { dueOn, momentsAfter } from '../../../domain/periods/desk.ts';
import { type Period, periodFrom } from '../../../domain/periods/period.ts';
import { type RunTerms, runsBetween } from '../../../domain/periods/runs.ts';
import { stepsOf } from '../../../domain/periods/steps.ts';
import { dayOfPeriodsText } from '../../../domain/wording/periods.ts';
import { at, calendar, policy } from '../../support/builders.ts';
import { anOffice } from '../people/builders.ts';

const terms: RunTerms = { calendar, policy, own: [] };

/** A period of the catalogue as it was filed long before. */
function filed(id: string, long = '2025-06-01'): Period {
  const run = runsBetween('2025-06-01', '2027-12-31', terms).find((one) => one.id === `period.${id}`)!;
  return periodFrom(run, policy.keyPeriods.ladders[run.level], long, at(`${long} 08:00`));
}

const stepLines = (period: Period) =>
  stepsOf(period, calendar).map(({ at: when, step }) => `${calendar.dayOf(when)} ${calendar.clockOf(when)} ${step}`);

describe('what the office is reminded of', () => {
  test('before Spring Festival a day off moves to the working day before, after it to the next', () => {
    expect(stepLines(filed('spring.2026'))).toEqual([
      // 31 January is a Saturday, 8 February a Sunday; 14 February is a Saturday that is worked.
      '2026-01-30 09:00 plan',
      '2026-02-06 09:00 inspect',
      '2026-02-12 09:00 roster',
      '2026-02-14 16:00 rally',
      '2026-02-24 09:00 summary',
      '2026-02-26 09:00 file',
    ]);
  });

  test('of a period right after the holiday the last reminders come before the holiday', () => {
    expect(stepLines({ ...filed('resume.2026'), ladder: policy.keyPeriods.ladders.C }).slice(0, 3)).toEqual([
      '2026-02-14 09:00 prompt',
      '2026-02-14 09:00 notify',
      '2026-02-26 09:00 progress',
    ]);
  });

  test('on the day before a week’s Friday while it runs, except in seasons of many months and where Friday is a day off', () => {
    const weekly = (id: string) => stepLines(filed(id)).filter((line) => line.endsWith('progress'));
    expect(weekly('chunyun.2026')).toEqual([
      '2026-02-05 09:00 progress',
      '2026-02-12 09:00 progress',
      // The week of the holiday has no working day until Friday.
      '2026-02-26 09:00 progress',
      '2026-03-05 09:00 progress',
      '2026-03-12 09:00 progress',
    ]);
    expect(weekly('winterfire.2026')).toEqual([]);
    expect(stepLines(filed('national.2026')).filter((line) => line.endsWith('ledger'))).toEqual([]);
    expect(stepLines(filed('npc.2026')).filter((line) => line.endsWith('ledger'))).toEqual(['2026-03-05 09:00 ledger']);
  });

  test('never on a day off, for any period of three years', () => {
    const all = runsBetween('2025-06-01', '2027-12-31', terms).map(({ id }) => filed(id.slice('period.'.length)));
    expect(all.length).toBeGreaterThan(60);
    for (const step of all.flatMap((period) => stepsOf(period, calendar)))
      expect({ step, isWorkday: calendar.isWorkday(step.day) }).toEqual({ step, isWorkday: true });
  });
});

describe('a day of several periods', () => {
  const periods = ['spring.2026', 'fireworks.2026', 'chunyun.2026', 'yearend.2026', 'resume.2026'].map((id) =>
    filed(id),
  );
  const text = (today: string, told: string, of = periods) =>
    dayOfPeriodsText(dueOn(today, told, of, calendar), today, {
      office: anOffice(),
      calendar,
      now: at(`${today} 09:00`),
    });

  test('has one moment, the earliest, and one text with a line for each kind of work', () => {
    const moments = momentsAfter('2026-02-13', periods, calendar);
    expect(moments[0]).toEqual({ day: '2026-02-14', at: at('2026-02-14 09:00') });
    expect(new Set(moments.map(({ day }) => day)).size).toBe(moments.length);
    expect(text('2026-02-14', '2026-02-13')).toBe(
      [
        '重点时段提醒 2月14日（周六）',
        '发动员通知，要回执：春节 A级 2月15日（周日）—2月23日（周一），还有1天',
        '发通知：复工复产 C级 2月24日（周二）—3月13日（周五），还有10天',
        '提前准备：复工复产 C级 2月24日（周二）—3月13日（周五），还有10天',
      ].join('\n'),
    );
  });

  test('after an outage says the last of each, and nothing to prepare what has begun', () => {
    // Off from 30 January to 9 February: 春运 began on the 2nd.
    const said = text('2026-02-09', '2026-01-29');
    expect(said).toContain('安排检查、收值班表：春节');
    expect(said).not.toContain('定方案');
    expect(said).not.toMatch(/报齐|发通知：春运/);
    expect(said).toContain('发通知：烟花爆竹旺季');
  });

  test('says what rests on days off that are not announced', () => {
    const said = text('2026-12-31', '2026-12-30', [filed('newyear.2027')]);
    expect(said).toBe(
      '重点时段提醒 12月31日（周四）\n发通知：元旦 B级 2027年1月1日（周五）（放假安排待公布），还有1天',
    );
  });

  test('never needs more than six lines', () => {
    const all = runsBetween('2025-06-01', '2027-12-31', terms).map(({ id }) => filed(id.slice('period.'.length)));
    for (const { day } of momentsAfter('2025-06-01', all, calendar)) {
      const said = text(day, calendar.addDays(day, -1), all);
      expect(said.split('\n').length).toBeLessThanOrEqual(6);
      expect(said).not.toMatch(/undefined|！|!/);
    }
  });
});
