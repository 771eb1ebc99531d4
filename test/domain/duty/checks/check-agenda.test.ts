import { describe, expect, test } from '@jest/globals';
import { stepsDue } from '../../../../domain/agenda.ts';
import { CHECK_STEP_CLASS, checkAgenda } from '../../../../domain/duty/checks/check-agenda.ts';
import type { CheckIn } from '../../../../domain/duty/checks/check-in.ts';
import { aCheck, aCheckThatIs, CHECK_STATES, HAPPENINGS, plus, SENT_AT } from './check-terms.ts';
import { MINUTE, policy } from './draw-terms.ts';

const told = (check: CheckIn) =>
  checkAgenda(check).map(({ step, at }) => `${step} ${(at.getTime() - SENT_AT.getTime()) / MINUTE}`);
const sent = (check: CheckIn) => HAPPENINGS.已发出(check, SENT_AT).check;

describe('the ladder of a check', () => {
  test('on an ordinary day', () => {
    expect(told(sent(aCheck()))).toEqual([
      'second-ask 5',
      'phone-list 10',
      'duty-leader 15',
      'reserve 20',
      'office-head 30',
    ]);
  });

  test('in a key period', () => {
    expect(told(sent(aCheck({ ladder: policy.ladders.key })))).toEqual([
      'second-ask 3',
      'phone-list 5',
      'duty-leader 10',
      'reserve 15',
      'office-head 20',
    ]);
  });

  test('counts from the moment it was sent, not from the moment it was due', () => {
    expect(told(HAPPENINGS.已发出(aCheck(), plus(4)).check)).toEqual([
      'second-ask 9',
      'phone-list 14',
      'duty-leader 19',
      'reserve 24',
      'office-head 34',
    ]);
  });

  test('what did not go out in time lapses and is not asked later', () => {
    expect(told(aCheck())).toEqual(['ask 0', 'unsent 10']);
    expect(stepsDue(aCheck(), checkAgenda(aCheck()), plus(10)).map(({ step }) => step)).toEqual(['unsent']);
  });

  test('the second question is not asked once a person has the list', () => {
    const check = { ...sent(aCheck()), handledAt: SENT_AT };
    expect(stepsDue(check, checkAgenda(check), plus(6)).map(({ step }) => step)).toEqual(['second-ask']);
    expect(stepsDue(check, checkAgenda(check), plus(12)).map(({ step }) => step)).toEqual(['phone-list']);
    expect(stepsDue(check, checkAgenda(check), plus(40)).map(({ step }) => step)).toEqual([
      'phone-list',
      'duty-leader',
      'reserve',
      'office-head',
    ]);
  });

  test('an empty post found late gives the leader his time before the reserve and the head of the office hear of it', () => {
    const late = HAPPENINGS.电话不在(aCheckThatIs('to-human'), plus(14)).check;
    expect(told(late)).toEqual(['reserve 20', 'office-head 30']);
    expect(told({ ...late, escalatedAt: plus(25) })).toEqual(['reserve 30', 'office-head 40']);
  });

  test('is over with an answer, a call, a stand-in, a ruling or a void', () => {
    const silent = CHECK_STATES.filter((state) => checkAgenda(aCheckThatIs(state)).length === 0);
    expect(silent).toEqual(['on-time', 'late', 'verified', 'stood-in', 'explained', 'ruled', 'void']);
  });

  test('every step that speaks has its class', () => {
    const steps = [aCheck(), sent(aCheck()), sent(aCheck({ trial: true }))]
      .flatMap(checkAgenda)
      .map(({ step }) => step);
    const acts = ['unsent', 'practice-over'];
    expect(new Set(steps.filter((step) => !acts.includes(step)))).toEqual(new Set(Object.keys(CHECK_STEP_CLASS)));
    expect(['ask', 'second-ask'].map((step) => CHECK_STEP_CLASS[step])).toEqual(['L1', 'L1']);
    expect(['phone-list', 'duty-leader', 'office-head'].map((step) => CHECK_STEP_CLASS[step])).toEqual([
      'L0',
      'L0',
      'L0',
    ]);
  });
});
