import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stepsAhead, stepsDue } from '../../../../domain/agenda.ts';
import { SHIFT_DEFAULTS } from '../../../../domain/duty/duty-policy.ts';
import type { Shift } from '../../../../domain/duty/shift.ts';
import { shiftsAfter } from '../../../../domain/duty/swaps/apply-swap.ts';
import { checkSwap, type SwapSurroundings } from '../../../../domain/duty/swaps/check-swap.ts';
import { followShift } from '../../../../domain/duty/swaps/follow-shift.ts';
import type { Swap } from '../../../../domain/duty/swaps/swap.ts';
import { swapAgenda } from '../../../../domain/duty/swaps/swap-agenda.ts';
import {
  answerSwap,
  approversOf,
  expireSwap,
  fileSwap,
  ruleSwap,
  type SwapRequest,
  withdrawSwap,
} from '../../../../domain/duty/swaps/swap-rules.ts';
import { agendaContext, at } from '../../../support/builders.ts';
import { calendar } from '../../calendar/office-calendar.ts';
import { aRoster, aShift, OFFICERS, office } from './duty-office.ts';

const NOW = at('2026-01-28 10:00');
// 30 January 何勇, 31 January 徐青, 1 February 陈立, 2 吕刚, 3 何勇, 4 徐青 …
const ROSTER = aRoster('2026-01-28', 20);
const around: SwapSurroundings = { office, calendar, policy: SHIFT_DEFAULTS, now: NOW };

const onDay = (day: string, shifts: readonly Shift[] = ROSTER) =>
  shifts.find((shift) => shift.day === day && shift.layer === 'officer')!;

function request(day: string, other?: string, more: Partial<SwapRequest> = {}): SwapRequest {
  const given = onDay(day);
  const returned = other ? onDay(other) : undefined;
  const giver = more.giver ?? given.people[0]!;
  const taker = more.taker ?? returned?.people[0] ?? 'person.xuqing';
  return {
    no: 'S019',
    emergency: false,
    filedBy: giver,
    giver,
    taker,
    given,
    ...(returned && { returned }),
    approvers: approversOf(given, [giver, taker], ROSTER, office, '2026-01-28'),
    ...more,
  };
}

const filed = (...args: Parameters<typeof request>) => fileSwap(request(...args), NOW, SHIFT_DEFAULTS.swapLadder);
const verdict = (swap: Swap, shifts = ROSTER, more: Partial<SwapSurroundings> = {}) =>
  checkSwap(swap, shifts, { ...around, ...more });
const codes = (...args: Parameters<typeof verdict>) => {
  const { refusals, warnings } = verdict(...args);
  return { refusals: refusals.map(({ code }) => code), warnings: warnings.map(({ code }) => code) };
};
const agree = (swap: Swap, person: string, when = NOW) =>
  answerSwap(swap, { person, by: person, at: when, agrees: true });
const approve = (swap: Swap, by: string, when = NOW) => ruleSwap(swap, { by, at: when, approved: true, reason: '' });

describe('a swap from the request to the roster', () => {
  test('two shifts change hands once the other has agreed and the leader has approved', () => {
    const swap = filed('2026-02-01', '2026-02-03');
    expect(codes(swap)).toEqual({ refusals: [], warnings: [] });
    expect(swap).toMatchObject({ state: 'filed', awaits: ['person.heyong'], approvers: expect.any(Array) });
    expect(swap.approvers).toEqual(['person.zhengwei', 'person.sunfan', 'person.wangfang']);

    const agreed = agree(swap, 'person.heyong');
    expect(agreed.state).toBe('consented');
    const approved = approve(agreed, 'person.zhengwei');
    expect(approved.state).toBe('in-force');

    const changed = shiftsAfter(agreed, approved, ROSTER, NOW, 'person.zhengwei');
    expect(changed.map(({ day, people }) => [day, ...people])).toEqual([
      ['2026-02-01', 'person.heyong'],
      ['2026-02-03', 'person.chenli'],
    ]);
    expect(changed[0]!.history?.at(-1)).toMatchObject({
      what: 'swapped',
      gone: ['person.chenli'],
      come: ['person.heyong'],
      reason: 'S019',
    });
  });

  test('until it is approved nothing moves', () => {
    const swap = filed('2026-02-01', '2026-02-03');
    expect(shiftsAfter(swap, agree(swap, 'person.heyong'), ROSTER, NOW, 'person.heyong')).toEqual([]);
    expect(() => approve(swap, 'person.zhengwei')).toThrow('SWAP_WAITS_CONSENT');
  });

  test('only those whose word it is may give it', () => {
    const swap = filed('2026-02-01', '2026-02-03');
    expect(() => agree(swap, 'person.xuqing')).toThrow('SWAP_NOT_YOURS');
    const spokenFor = { person: 'person.heyong', by: 'person.xuqing', at: NOW, agrees: true };
    expect(() => answerSwap(swap, spokenFor)).toThrow('SWAP_NOT_YOURS');
    const agreed = agree(swap, 'person.heyong');
    expect(() => approve(agreed, 'person.chenli')).toThrow('SWAP_NOT_YOURS');
    expect(() => withdrawSwap(agreed, 'person.heyong', NOW)).toThrow('SWAP_NOT_YOURS');
    expect(answerSwap(swap, { ...spokenFor, by: 'person.wangfang' }).consents.at(-1)).toMatchObject({
      person: 'person.heyong',
      by: 'person.wangfang',
    });
  });

  test('a manager who files it for two others has approved it; both are asked', () => {
    const swap = filed('2026-02-01', '2026-02-03', { filedBy: 'person.wangfang' });
    expect(swap).toMatchObject({ state: 'filed', awaits: ['person.chenli', 'person.heyong'] });
    expect(agree(agree(swap, 'person.heyong'), 'person.chenli').state).toBe('in-force');
  });

  test('no word of one of the two, or of the leader, ends it; who agreed may think again', () => {
    const swap = filed('2026-02-01', '2026-02-03');
    const no = { person: 'person.heyong', by: 'person.heyong', at: NOW, agrees: false };
    expect(answerSwap(swap, no).state).toBe('declined');
    expect(answerSwap(agree(swap, 'person.heyong'), no).state).toBe('declined');
    const refused = ruleSwap(swap, { by: 'person.zhengwei', at: NOW, approved: false, reason: '人手紧' });
    expect(refused.state).toBe('refused');
    expect(() => agree(refused, 'person.heyong')).toThrow('SWAP_CLOSED');
    expect(withdrawSwap(swap, 'person.chenli', NOW).state).toBe('withdrawn');
  });

  test('at the start of the shift it expires, and an answer that comes then is too late', () => {
    const swap = filed('2026-02-01', '2026-02-03');
    const start = at('2026-02-01 08:30');
    expect(() => agree(swap, 'person.heyong', start)).toThrow('SWAP_TOO_LATE');
    expect(expireSwap(swap, start).state).toBe('expired');
    const inForce = approve(agree(swap, 'person.heyong'), 'person.zhengwei');
    expect(expireSwap(inForce, start)).toBe(inForce);
  });
});

describe('what is checked before anybody is asked', () => {
  test('rest, double shifts and consecutive days', () => {
    // 何勇 has the 30th: the 31st right after it leaves him no rest.
    const next = filed('2026-01-31', undefined, { taker: 'person.heyong' });
    expect(verdict(next).refusals).toMatchObject([{ code: 'SHORT_REST', person: 'person.heyong', hours: 0 }]);
    const elsewhere = aShift('2026-02-01', ['xuqing'], { unit: 'unit.anweiban' });
    const double = filed('2026-02-01', undefined, { taker: 'person.xuqing' });
    expect(codes(double, [...ROSTER.filter(({ day }) => day !== '2026-01-31'), elsewhere]).refusals).toEqual([
      'DOUBLE_SHIFT',
    ]);
  });

  test('both in their posts on all days that the shift touches', () => {
    const last = filed('2026-02-05', undefined, { taker: 'person.heyong' });
    const free = ROSTER.filter(({ people, day }) => !people.includes('person.heyong') || day < '2026-02-03');
    expect(verdict(last, free).refusals).toMatchObject([{ code: 'NO_TENURE', day: '2026-02-06' }]);
    const stranger = filed('2026-02-01', undefined, { taker: 'person.qianjun' });
    expect(codes(stranger).refusals).toEqual(['NO_TENURE']);
  });

  test('the same layer, different people, and really theirs', () => {
    const leader = ROSTER.find(({ day, layer }) => day === '2026-02-03' && layer === 'leader')!;
    const layers = fileSwap(
      { ...request('2026-02-01'), taker: 'person.zhengwei', returned: leader },
      NOW,
      SHIFT_DEFAULTS.swapLadder,
    );
    expect(codes(layers).refusals).toContain('OTHER_LAYER');
    expect(codes(filed('2026-02-01', undefined, { taker: 'person.chenli' })).refusals).toEqual(['SAME_PERSON']);
    expect(codes(filed('2026-02-01', undefined, { giver: 'person.heyong' })).refusals).toEqual(['NOT_ON_SHIFT']);
  });

  test('not begun, not gone, not the matter of another open swap', () => {
    expect(codes(filed('2026-01-28', undefined, { taker: 'person.heyong' })).refusals).toEqual(['SHIFT_BEGUN']);
    const swap = filed('2026-02-01');
    expect(
      codes(
        swap,
        ROSTER.filter(({ day }) => day !== '2026-02-01'),
      ).refusals,
    ).toEqual(['SHIFT_GONE']);
    const open = { ...filed('2026-02-01', '2026-02-03'), id: 'swap.S020', no: 'S020' };
    expect(verdict(swap, ROSTER, { openSwaps: [open, swap] }).refusals).toMatchObject([
      { code: 'OPEN_SWAP', no: 'S020' },
    ]);
  });

  test('short notice is a warning, in holidays two days of it', () => {
    // 15 February is the first day of the Spring Festival break, 陈立's neighbour 吕刚 has the 14th.
    const holiday = filed('2026-02-16', undefined, { taker: 'person.lvgang' });
    const now = at('2026-02-15 09:00');
    expect(onDay('2026-02-16').people).toEqual(['person.xuqing']);
    expect(codes(holiday, ROSTER, { now }).warnings).toEqual(['HOLIDAY_NOTICE']);
    expect(codes(holiday, ROSTER, { now: at('2026-02-13 09:00') }).warnings).toEqual([]);
    const today = filed('2026-02-04', undefined, { taker: 'person.lvgang' });
    expect(codes(today, ROSTER, { now: at('2026-02-04 07:00') }).warnings).toEqual(['SHORT_NOTICE']);
  });
});

describe('an emergency', () => {
  const started = ROSTER.map((shift) =>
    shift === onDay('2026-01-28')
      ? { ...shift, state: 'on-duty' as const, takenOverAt: at('2026-01-28 08:24'), takenOverBy: 'person.chenli' }
      : shift,
  );
  const urgent = (more: Partial<SwapRequest> = {}) =>
    filed('2026-01-28', undefined, { emergency: true, taker: 'person.xuqing', reason: '送医', ...more });

  test('is in force at once; whoever stands in stands in from now on, and the leader still rules', () => {
    const swap = urgent();
    expect(swap).toMatchObject({ state: 'in-force', awaitsRuling: true });
    expect(codes(swap, started).refusals).toEqual([]);
    const [shift] = shiftsAfter(undefined, swap, started, NOW, 'person.chenli');
    expect(shift).toMatchObject({
      people: ['person.chenli'],
      standIns: [{ person: 'person.xuqing', instead: 'person.chenli', fromAt: NOW }],
    });
    expect(approve(swap, 'person.zhengwei').awaitsRuling).toBeUndefined();
  });

  test('too short a rest warns and does not stop it', () => {
    expect(codes(urgent({ taker: 'person.lvgang' }), started)).toEqual({ refusals: [], warnings: ['SHORT_REST'] });
  });

  test('if the stand-in cannot, the original person answers again; a refusal does not empty the post', () => {
    const swap = urgent();
    const standing = started.map((shift) => shiftsAfter(undefined, swap, [shift], NOW, 'person.chenli')[0] ?? shift);
    const later = at('2026-01-28 10:20');
    const declined = answerSwap(swap, { person: 'person.xuqing', by: 'person.xuqing', at: later, agrees: false });
    const [back] = shiftsAfter(swap, declined, standing, later, 'person.xuqing');
    expect(back!.standIns).toMatchObject([{ person: 'person.xuqing', toAt: later }]);
    const refused = ruleSwap(swap, { by: 'person.zhengwei', at: later, approved: false, reason: '换人' });
    expect(shiftsAfter(swap, refused, standing, later, 'person.zhengwei')).toEqual([]);
  });

  test('waits for its ruling in the windows of ordinary reminders, week after week', () => {
    const steps = swapAgenda({ ...urgent(), handledAt: NOW }, agendaContext);
    expect(steps.map(({ at: when, step }) => `${calendar.dayOf(when)} ${calendar.clockOf(when)} ${step}`)).toEqual([
      '2026-01-28 14:30 ruling-waiting',
      '2026-01-29 09:00 ruling-waiting',
      '2026-02-05 09:00 ruling-waiting',
    ]);
  });

  test('of an evening is not brought up twice within two hours of the next morning', () => {
    const evening = { ...urgent(), filedAt: at('2026-01-28 21:00'), handledAt: at('2026-01-28 21:00') };
    const days = swapAgenda(evening, agendaContext).map(({ at: when }) => calendar.dayOf(when));
    expect(days).toEqual([...new Set(days)]);
  });
});

describe('reminders of a swap', () => {
  const written = (swap: Swap) =>
    stepsAhead(swap, swapAgenda(swap, agendaContext)).map(
      ({ at: when, step }) => `${calendar.dayOf(when)} ${calendar.clockOf(when)} ${step}`,
    );

  test('ask at once, three days, a day and twelve hours ahead, and expire with the shift', () => {
    expect(written(filed('2026-02-01', '2026-02-03'))).toEqual([
      '2026-01-28 10:00 ask',
      '2026-01-29 08:30 ask-again',
      '2026-01-31 08:30 ask-again',
      '2026-01-31 20:00 ask-again',
      '2026-02-01 08:30 expire',
    ]);
  });

  test('who has agreed is not asked again; the leader is', () => {
    const agreed = agree(filed('2026-02-01', '2026-02-03'), 'person.heyong', at('2026-01-31 07:00'));
    expect(written({ ...agreed, basisAt: at('2026-01-31 06:59') })).toEqual([
      '2026-01-31 07:00 ask-ruling',
      '2026-01-31 20:00 ask-ruling-again',
      '2026-02-01 08:30 expire',
    ]);
    expect(written(approve(agreed, 'person.zhengwei', at('2026-01-31 09:00')))).toEqual([]);
  });

  test('after an outage over the start only the expiry is left', () => {
    const swap = { ...filed('2026-02-01', '2026-02-03'), handledAt: at('2026-01-30 09:00') };
    const due = stepsDue(swap, swapAgenda(swap, agendaContext), at('2026-02-01 09:00'));
    expect(due.map(({ step }) => step)).toEqual(['expire']);
  });
});

describe('when the roster changes under a swap', () => {
  const swap = filed('2026-02-01', '2026-02-03');
  const old = onDay('2026-02-03');

  test('the shift moves and the swap moves with it', () => {
    const moved = { ...old, day: '2026-02-08', startAt: at('2026-02-08 08:30'), endAt: at('2026-02-09 08:30') };
    const followed = followShift(agree(swap, 'person.heyong'), old, moved, NOW);
    expect(followed).toMatchObject({ what: 'moved', tell: ['person.chenli', 'person.heyong'] });
    expect(followed.swap).toMatchObject({ state: 'consented', returned: { day: '2026-02-08' } });
  });

  test('the shift disappears, or is given to somebody else: the swap is gone and both hear it', () => {
    for (const now of [undefined, { ...old, state: 'cancelled' as const }, { ...old, people: ['person.xuqing'] }]) {
      expect(followShift(swap, old, now, NOW)).toMatchObject({
        what: 'gone',
        swap: { state: 'gone' },
        tell: ['person.chenli', 'person.heyong'],
      });
    }
  });

  test('other shifts, and swaps that are over, are left alone', () => {
    expect(followShift(swap, onDay('2026-02-04'), undefined, NOW).what).toBe('nothing');
    expect(followShift(expireSwap(swap, NOW), old, undefined, NOW).what).toBe('nothing');
  });
});

describe('whatever is swapped', () => {
  const index = fc.integer({ min: 2, max: 19 });
  const wish = fc.record({
    given: index,
    returned: fc.option(index, { nil: undefined }),
    taker: fc.constantFrom(...OFFICERS.map((id) => `person.${id}`)),
  });

  test('every shift keeps as many people, nobody is in two places, and in exchanges everybody keeps as many shifts', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        let shifts = ROSTER;
        for (const { given, returned, taker } of wishes) {
          const mine = shifts[given * 2 + 1]!;
          const theirs = returned === undefined ? undefined : shifts[returned * 2 + 1]!;
          const to = theirs?.people[0] ?? taker;
          const approvers = approversOf(mine, [mine.people[0]!, to], shifts, office, '2026-01-28');
          const asked = { no: 'S001', emergency: false, filedBy: mine.people[0]!, giver: mine.people[0]!, taker: to };
          const swap = fileSwap(
            { ...asked, given: mine, ...(theirs && { returned: theirs }), approvers },
            NOW,
            SHIFT_DEFAULTS.swapLadder,
          );
          if (checkSwap(swap, shifts, around).refusals.length > 0) continue;
          const agreed = agree(swap, to);
          const changed = shiftsAfter(agreed, approve(agreed, 'person.zhengwei'), shifts, NOW, 'person.zhengwei');
          const after = shifts.map((shift) => changed.find(({ id }) => id === shift.id) ?? shift);
          expect(changed).toHaveLength(theirs ? 2 : 1);
          expect(after.map(({ people }) => people.length)).toEqual(shifts.map(({ people }) => people.length));
          if (theirs) expect(load(after)).toEqual(load(shifts));
          for (const person of OFFICERS) expectRest(after, `person.${person}`);
          shifts = after;
        }
      }),
      { numRuns: 60 },
    );
  });

  function load(shifts: readonly Shift[]): string[] {
    return shifts.flatMap(({ people }) => people).sort();
  }

  function expectRest(shifts: readonly Shift[], person: string): void {
    const days = shifts.filter(({ people }) => people.includes(person)).map(({ day }) => day);
    for (const [at, day] of days.entries())
      if (at > 0) expect(calendar.daysBetween(days[at - 1]!, day)).toBeGreaterThan(1);
  }
});
