import { describe, expect, test } from '@jest/globals';
import { SHIFT_DEFAULTS } from '../../../domain/duty/duty-policy.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import {
  cancelShift,
  endShift,
  giveUpPost,
  handOver,
  moveShift,
  publishShift,
  relieve,
  replacePerson,
  ruleAbsent,
  standIn,
  takeOver,
} from '../../../domain/duty/shift-rules.ts';
import { decodeThing, encodeThing } from '../../../domain/thing-json.ts';
import { at } from '../../support/builders.ts';
import { calendar } from '../calendar/office-calendar.ts';
import { aShift } from './swaps/duty-office.ts';

const shift = aShift('2026-01-24', ['chenli']);
const next = aShift('2026-01-25', ['lvgang']);
const act = { by: 'person.wangfang', at: at('2026-01-20 10:00'), reason: '因病住院' };

const take = (of: Shift, by: string, when: string, mayStandIn = true) =>
  takeOver(of, { by: `person.${by}`, at: at(when), mayStandIn }, SHIFT_DEFAULTS, calendar);

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DutyRefusal) return `${error.dutyCode}: ${error.text}`;
    throw error;
  }
  return 'allowed';
};

describe('taking over', () => {
  test('from half an hour before the start until the end', () => {
    expect(refused(() => take(shift, 'chenli', '2026-01-24 07:59'))).toBe(
      'TAKEOVER_EARLY: 还没到接班时间，08:00以后再说“接班”',
    );
    expect(take(shift, 'chenli', '2026-01-24 08:00')).toMatchObject({
      state: 'on-duty',
      takenOverAt: at('2026-01-24 08:00'),
      takenOverBy: 'person.chenli',
    });
    expect(take(shift, 'chenli', '2026-01-25 08:29').takenOverAt).toEqual(at('2026-01-25 08:29'));
    expect(refused(() => take(shift, 'chenli', '2026-01-25 08:30'))).toMatch('SHIFT_OVER');
  });

  test('said twice it changes nothing', () => {
    const once = take(shift, 'chenli', '2026-01-24 08:24');
    expect(take(once, 'chenli', '2026-01-24 08:26')).toBe(once);
  });

  test('somebody else stands in until the person planned comes; a stranger may not', () => {
    expect(refused(() => take(shift, 'qianjun', '2026-01-24 08:24', false))).toMatch('NOT_YOUR_SHIFT');
    const stood = take(shift, 'lvgang', '2026-01-24 08:24');
    expect(stood).toMatchObject({ state: 'on-duty', takenOverBy: 'person.lvgang', people: ['person.chenli'] });
    expect(refused(() => take(stood, 'xuqing', '2026-01-24 08:30'))).toMatch('ALREADY_TAKEN_OVER');
    const back = take(stood, 'chenli', '2026-01-24 09:10');
    expect(back.standIns).toMatchObject([{ person: 'person.lvgang', toAt: at('2026-01-24 09:10') }]);
    expect(back.takenOverAt).toEqual(at('2026-01-24 08:24'));
  });

  test('drafts, cancelled and closed shifts are not taken over', () => {
    expect(refused(() => take({ ...shift, state: 'planned' }, 'chenli', '2026-01-24 08:24'))).toMatch('NOT_PUBLISHED');
    expect(refused(() => take({ ...shift, state: 'cancelled' }, 'chenli', '2026-01-24 08:24'))).toMatch(
      'SHIFT_CANCELLED',
    );
  });
});

describe('handing over', () => {
  const running = take(shift, 'chenli', '2026-01-24 08:24');

  test('notes end nothing; the successor’s taking over does, at its own moment', () => {
    const said = handOver(running, { notes: '无', openMatters: ['群众举报待回访'], at: at('2026-01-25 08:12') });
    expect(said).toMatchObject({ state: 'on-duty', openMatters: ['群众举报待回访'] });
    const taken = take(next, 'lvgang', '2026-01-25 08:27');
    expect(relieve(said, taken)).toMatchObject({
      state: 'closed',
      handedOverAt: at('2026-01-25 08:27'),
      handedOverTo: 'person.lvgang',
    });
    expect(relieve(said, next)).toBe(said);
    expect(refused(() => handOver(shift, { notes: '无', at: at('2026-01-25 08:12') }))).toMatch('NOT_TAKEN_OVER');
  });

  test('at the end it stays open for the relief, and closes where none follows', () => {
    expect(endShift(running, { relief: next })).toEqual([]);
    expect(endShift(running, {})).toMatchObject([{ state: 'closed', handedOverAt: running.endAt }]);
    expect(endShift(next, { before: running })).toMatchObject([
      { id: next.id, state: 'closed' },
      { id: running.id, state: 'closed', handedOverAt: next.endAt },
    ]);
    expect(endShift({ ...shift, state: 'cancelled' }, {})).toEqual([]);
  });

  test('a post that was given up, or found empty by a person, is on record; a stand-in ends the absence', () => {
    const left = giveUpPost(running, { ...act, at: at('2026-01-25 01:00') });
    expect(left).toMatchObject({ state: 'closed', handedOverAt: at('2026-01-25 01:00') });
    const absent = ruleAbsent(running, act, at('2026-01-25 02:13'));
    const stood = standIn(
      absent,
      { person: 'person.lvgang', instead: 'person.chenli' },
      { ...act, at: at('2026-01-25 02:40') },
    );
    expect(stood.absences).toMatchObject([{ fromAt: at('2026-01-25 02:13'), toAt: at('2026-01-25 02:40') }]);
  });
});

describe('changing a shift', () => {
  test('a person is replaced with a reason, before it begins, and the history says who did it', () => {
    const change = { from: 'person.chenli', to: 'person.xuqing' };
    const replaced = replacePerson(shift, change, act);
    expect(replaced).toMatchObject({ people: ['person.xuqing'], newPeople: ['person.xuqing'], newAt: act.at });
    expect(replaced.history).toEqual([{ ...act, what: 'replaced', gone: ['person.chenli'], come: ['person.xuqing'] }]);
    expect(refused(() => replacePerson(shift, change, { ...act, reason: '' }))).toMatch('WHY_NEEDED');
    expect(refused(() => replacePerson(shift, { ...change, from: 'person.heyong' }, act))).toMatch('NOT_ON_SHIFT');
    expect(refused(() => replacePerson(shift, { to: 'person.chenli' }, act))).toMatch('ALREADY_ON_SHIFT');
    expect(refused(() => replacePerson(take(shift, 'chenli', '2026-01-24 08:24'), change, act))).toMatch('SHIFT_BEGUN');
  });

  test('without a successor the shift is unfilled from then on, until somebody is named', () => {
    const empty = replacePerson(shift, { from: 'person.chenli' }, act);
    expect(empty).toMatchObject({ people: [], unfilledAt: act.at });
    expect(replacePerson(empty, { to: 'person.xuqing' }, act).unfilledAt).toBeUndefined();
  });

  test('publishing takes the ladder of today along, once', () => {
    const published = publishShift({ ...shift, state: 'planned' }, act, SHIFT_DEFAULTS);
    expect(published).toMatchObject({ state: 'published', ladder: SHIFT_DEFAULTS.shiftLadder, publishedAt: act.at });
    expect(publishShift(published, act, SHIFT_DEFAULTS)).toBe(published);
  });

  test('what has begun is neither cancelled nor moved', () => {
    const running = take(shift, 'chenli', '2026-01-24 08:24');
    expect(refused(() => cancelShift(running, act))).toMatch('SHIFT_BEGUN');
    expect(refused(() => moveShift(running, next, act))).toMatch('SHIFT_BEGUN');
    expect(cancelShift(shift, act).state).toBe('cancelled');
    expect(moveShift(shift, next, act)).toMatchObject({ day: '2026-01-25', startAt: next.startAt });
  });

  test('a shift with all its story survives the store', () => {
    const told = handOver(take(shift, 'lvgang', '2026-01-24 08:24'), { notes: '无', at: at('2026-01-25 08:12') });
    expect(decodeThing(encodeThing(told))).toEqual(told);
  });
});
