import { describe, expect, test } from '@jest/globals';
import { noteSent } from '../../../../domain/duty/checks/note-sent.ts';
import { nightOf } from '../../../../domain/duty/checks/rounds/check-night.ts';
import type { CheckPlan } from '../../../../domain/duty/checks/rounds/check-plan.ts';
import { fileRound, type RoundTerms } from '../../../../domain/duty/checks/rounds/file-round.ts';
import { daysToPlan, drawWeekPlan } from '../../../../domain/duty/checks/rounds/plan-week.ts';
import { buildOffice } from '../../../../domain/people/build-office.ts';
import type { Unit } from '../../../../domain/people/office.ts';
import { at, calendar } from '../../../support/builders.ts';
import { aDayShift, dutyOf } from '../../../support/check-shifts.ts';
import { sampleOffice } from '../../../support/world.ts';
import { aCheck, plus, SENT_AT } from './check-terms.ts';
import { policy, seeded } from './draw-terms.ts';

function officeWhere(unit: string, status: Unit['status']) {
  return buildOffice(
    sampleOffice().map((thing) => (thing.id === `unit.${unit}` ? { ...(thing as Unit), status } : thing)),
  );
}

function terms(fields: Partial<RoundTerms> = {}): RoundTerms {
  return {
    ...{ kind: 'random', ladder: policy.ladders.ordinary, policy, office: officeWhere('qingshan', 'active') },
    ...{ shifts: dutyOf('2026-01-25'), taken: new Set<string>(), random: seeded(1) },
    ...fields,
  };
}

const ROUND = { at: at('2026-01-26 02:13'), units: ['unit.qingshan', 'unit.shiqiao'] };

describe('a round', () => {
  test('asks whoever is on duty then, each with a number of his own, and asks nobody twice over', () => {
    const { checks, skipped } = fileRound({ at: ROUND.at }, terms({ taken: new Set(['619']) }));
    expect(checks.map(({ unit }) => unit)).toHaveLength(6);
    expect(new Set(checks.map(({ code }) => code)).size).toBe(6);
    expect(checks.every(({ code, state }) => /^\d{3}$/.test(code!) && code !== '619' && state === 'planned')).toBe(
      true,
    );
    expect(skipped).toEqual([]);
  });

  test('tells why a unit of the plan is not asked', () => {
    const reasonFor = (fields: Partial<RoundTerms>) =>
      fileRound(ROUND, terms(fields)).skipped.map(({ reason }) => reason);
    expect(reasonFor({ shifts: [aDayShift('qingshan', 'chenli', '2026-01-25')] })).toEqual(['当时没有值班人员']);
    expect(reasonFor({ office: officeWhere('shiqiao', 'closed') })).toEqual(['单位已停用']);
    expect(reasonFor({ paused: new Map([['unit.shiqiao', '事件处置中']]) })).toEqual(['事件处置中']);
  });

  test('marks practice, and knows only published rosters', () => {
    const trial = fileRound(ROUND, terms({ office: officeWhere('qingshan', 'trial') }));
    expect(trial.checks.map((check) => check.trial)).toEqual([true, false]);
    const shifts = dutyOf('2026-01-25').map((shift) => ({ ...shift, state: 'planned' as const }));
    expect(fileRound(ROUND, terms({ shifts })).checks).toEqual([]);
  });

  test('of the set kind leaves out whoever hands over about then', () => {
    const late = { ...aDayShift('qingshan', 'chenli', '2026-01-25'), startAt: at('2026-01-25 21:45') };
    const shifts = [late, aDayShift('shiqiao', 'maqiang', '2026-01-25')];
    const { checks } = fileRound({ at: at('2026-01-25 22:00') }, terms({ kind: 'set', shifts }));
    expect(checks.map(({ unit, code }) => [unit, code!.length])).toEqual([['unit.shiqiao', 2]]);
  });
});

describe('when a week is drawn', () => {
  const sealed = { kind: 'week', toAt: at('2026-01-26 00:00') } as CheckPlan;

  test.each([
    ['on Sunday evening for the coming week', '2026-01-25 18:00', [sealed], ['2026-01-26', '2026-02-02']],
    ['not before the clock', '2026-01-25 17:59', [sealed], undefined],
    ['not so late that the seal would be read after the start', '2026-01-25 20:00', [sealed], undefined],
    ['once', '2026-01-25 18:10', [sealed, { ...sealed, toAt: at('2026-02-02 00:00') }], undefined],
    ['not while a plan runs', '2026-01-23 18:00', [sealed], undefined],
    ['for what is left of a week that nobody drew', '2026-01-21 18:30', [], ['2026-01-22', '2026-01-26']],
  ])('%s', (_, now, plans, days) => {
    const found = daysToPlan(at(now), plans, policy, calendar);
    expect(found && [found.fromDay, found.toDay]).toEqual(days);
  });

  test('without a published shift there is nothing to draw', () => {
    const office = officeWhere('qingshan', 'active');
    const days = { fromDay: '2026-01-26', toDay: '2026-02-02' };
    const termsOn = () => ({ levels: [], holiday: false, warning: false });
    const ground = { ...days, no: 'C0001', termsOn, office, policy, calendar, random: seeded(1) };
    expect(drawWeekPlan({ ...ground, shifts: [] })).toBeUndefined();
    const plan = drawWeekPlan({ ...ground, shifts: dutyOf('2026-01-27') });
    expect(new Set(plan!.checks.map(({ unit }) => unit)).size).toBe(6);
  });
});

test('a night is named by the day it ends on, also where it begins before midnight', () => {
  expect(nightOf(at('2026-01-26 02:13'), policy, calendar)).toBe('2026-01-26');
  expect(nightOf(at('2026-01-26 05:30'), policy, calendar)).toBeUndefined();
  const long = { ...policy, draw: { ...policy.draw, nightWindow: '22:00-06:00' as const } };
  expect(nightOf(at('2026-01-25 23:00'), long, calendar)).toBe('2026-01-26');
  expect(nightOf(at('2026-01-26 12:00'), long, calendar)).toBeUndefined();
});

test('that a question went out is noted once, and the second question apart from the first', () => {
  const sent = noteSent(aCheck(), SENT_AT, plus(1))!;
  expect(sent).toMatchObject({ state: 'waiting', sentAt: plus(1) });
  expect(noteSent(sent, SENT_AT, plus(2))).toBeUndefined();
  const again = { ...sent, state: 'asked-again' as const, askedAgainAt: plus(6) };
  expect(noteSent(again, SENT_AT, plus(7))).toBeUndefined();
  expect(noteSent(again, plus(6), plus(7))).toMatchObject({ askedAgainSentAt: plus(7) });
});
