import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAgenda } from '../../../../domain/duty/checks/check-agenda.ts';
import {
  type CheckIn,
  type CheckState,
  isAnswered,
  isAsking,
  isCounted,
} from '../../../../domain/duty/checks/check-in.ts';
import { voidForOutages } from '../../../../domain/duty/checks/void-check.ts';
import { ASKED, aCheck, aCheckThatIs, CHECK_STATES, HAPPENINGS, plus, SENT_AT } from './check-terms.ts';

/**
 * What becomes of a check half an hour after it was asked: one row for each thing that can happen, one column for each state.
 * A word is the new state, `=` nothing changes, `+` something is noted and the state stays; capitals are a refusal.
 */
const TABLE = `
event    planned     waiting     asked-again to-human  escalated on-time late      verified  stood-in  explained ruled    void
已发出   waiting     OVER        OVER        OVER      OVER      OVER    OVER      OVER      OVER      OVER      OVER     VOID
及时     on-time     on-time     on-time     on-time   on-time   OVER    OVER      on-time   on-time   on-time   +        VOID
迟到     late        late        late        late      late      OVER    OVER      +         +         +         +        VOID
错号     NOT-ASKED   WRONG       WRONG       WRONG     WRONG     OVER    OVER      WRONG     WRONG     WRONG     WRONG    VOID
只说在岗 NOT-ASKED   CODE        CODE        CODE      CODE      OVER    OVER      CODE      CODE      CODE      CODE     VOID
别人答   NOT-YOURS   NOT-YOURS   NOT-YOURS   NOT-YOURS NOT-YOURS NOT-YOURS NOT-YOURS NOT-YOURS NOT-YOURS NOT-YOURS NOT-YOURS VOID
再问     NOT-ASKED   asked-again OVER        OVER      OVER      OVER    OVER      OVER      OVER      OVER      OVER     VOID
转人工   NOT-ASKED   to-human    to-human    OVER      OVER      OVER    OVER      OVER      OVER      OVER      OVER     VOID
升级     NOT-ASKED   UNHANDED    UNHANDED    escalated OVER      OVER    OVER      OVER      OVER      OVER      OVER     VOID
电话在岗 NOT-ASKED   UNHANDED    UNHANDED    verified  verified  OVER    OVER      OVER      OVER      OVER      OVER     VOID
电话不在 NOT-ASKED   UNHANDED    UNHANDED    escalated +         OVER    OVER      OVER      OVER      OVER      OVER     VOID
自己核实 NOT-ASKED   UNHANDED    UNHANDED    OWN       OWN       OVER    OVER      OVER      OVER      OVER      OVER     VOID
到岗     NOT-ASKED   UNHANDED    UNHANDED    stood-in  stood-in  OVER    OVER      OVER      OVER      OVER      OVER     VOID
说明     NOT-ASKED   +           +           +         explained OVER    explained +         explained +         OVER     VOID
认定正常 NOT-ASKED   OPEN        OPEN        OPEN      ruled     OVER    ruled     OVER      ruled     ruled     +        VOID
记录在案 NOT-ASKED   OPEN        OPEN        OPEN      UNHEARD   OVER    UNHEARD   OVER      UNHEARD   ruled     +        VOID
自己认定 NOT-ASKED   OWN         OWN         OWN       OWN       OVER    OWN       OVER      OWN       OWN       OWN      VOID
中断     =           void        void        void      void      =       void      void      void      void      void     =
暂停     void        void        void        void      void      OVER    OVER      OVER      OVER      OVER      OVER     VOID
未发出   void        OVER        OVER        OVER      OVER      OVER    OVER      OVER      OVER      OVER      OVER     VOID
练习结束 NOT-ASKED   OVER        OVER        OVER      OVER      OVER    OVER      OVER      OVER      OVER      OVER     VOID
`;

const REFUSALS: Readonly<Record<string, string>> = {
  OVER: 'over',
  VOID: 'void',
  'NOT-ASKED': 'not-asked',
  'NOT-YOURS': 'not-yours',
  WRONG: 'wrong-code',
  CODE: 'code-needed',
  UNHANDED: 'not-handed-over',
  OWN: 'own-check',
  OPEN: 'still-open',
  UNHEARD: 'not-heard',
};

const [, ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([event, ...cell]) =>
  CHECK_STATES.map((state, column) => [event as keyof typeof HAPPENINGS, state, cell[column]!] as const),
);

function outcomeOf(event: keyof typeof HAPPENINGS, state: CheckState): string {
  const before = aCheckThatIs(state);
  const outcome = HAPPENINGS[event](before, plus(30));
  if (!outcome.ok) return outcome.reason;
  if (outcome.check === before) return '=';
  return outcome.check.state === before.state ? '+' : outcome.check.state;
}

describe('what may happen to a check, and what becomes of it', () => {
  test.each(cells)('%s, when it is %s: %s', (event, state, cell) => {
    expect(outcomeOf(event, state)).toBe(REFUSALS[cell] ?? cell);
  });

  test('the table leaves nothing out', () => {
    expect(rows.map(([event]) => event)).toEqual(Object.keys(HAPPENINGS));
    for (const row of rows) expect(row).toHaveLength(CHECK_STATES.length + 1);
  });
});

const happen = (check: CheckIn, name: keyof typeof HAPPENINGS, minutes: number) =>
  HAPPENINGS[name](check, plus(minutes));
const then = (check: CheckIn, ...steps: readonly (readonly [keyof typeof HAPPENINGS, number])[]) =>
  steps.reduce((one, [name, minutes]) => happen(one, name, minutes).check, check);

describe('a check', () => {
  test('the window counts from the moment it was really sent, its last minute included', () => {
    const sent = { ...aCheckThatIs('waiting'), sentAt: plus(6) };
    expect(happen(sent, '迟到', 16).check.state).toBe('on-time');
    expect(happen(sent, '迟到', 16.02).check.state).toBe('late');
    expect(happen(sent, '再问', 10.9)).toMatchObject({ ok: false, reason: 'too-early' });
    expect(happen(sent, '转人工', 15.9)).toMatchObject({ ok: false, reason: 'too-early' });
    expect(happen(aCheckThatIs('to-human'), '升级', 14)).toMatchObject({ ok: false, reason: 'too-early' });
  });

  test('a wrong number is noted and held against nobody', () => {
    const twice = then(aCheckThatIs('waiting'), ['错号', 1], ['错号', 2]);
    expect(twice).toMatchObject({ state: 'waiting', wrong: 2 });
    expect(happen(twice, '及时', 3).check.state).toBe('on-time');
  });

  test('an answer written in time and read late clears whatever the ladder did meanwhile', () => {
    expect(happen(aCheckThatIs('escalated'), '及时', 40).check).toMatchObject({
      state: 'on-time',
      answeredAt: plus(3),
    });
  });

  test('a post found empty by telephone is not filled by a number that can be typed anywhere', () => {
    const absent = then(aCheckThatIs('to-human'), ['电话不在', 14]);
    const typed = then(absent, ['迟到', 28]);
    expect(typed).toMatchObject({ state: 'escalated', answeredAt: plus(28) });
    expect(checkAgenda(typed).map(({ step }) => step)).toEqual(['reserve', 'office-head']);
    expect(then(typed, ['到岗', 29]).state).toBe('stood-in');
  });

  test('an explanation mans no post: the ladder goes on until somebody is there', () => {
    const said = then(aCheckThatIs('to-human'), ['说明', 12]);
    expect(said.state).toBe('to-human');
    expect(checkAgenda(said).map(({ step }) => step)).toEqual(['duty-leader', 'reserve', 'office-head']);
    expect(then(said, ['到岗', 29], ['记录在案', 40]).state).toBe('ruled');
  });

  test('nothing is put on record before the person was heard or had a day for it', () => {
    const open = aCheckThatIs('stood-in');
    expect(happen(open, '记录在案', 24 * 60 - 1)).toMatchObject({ reason: 'not-heard' });
    expect(happen(open, '记录在案', 24 * 60).check.state).toBe('ruled');
  });

  test('a take-over needs no number, and only the person asked can take over', () => {
    const { code: _code, ...rest } = aCheck({ kind: 'takeover' });
    const sent = HAPPENINGS.已发出(rest, SENT_AT).check;
    expect(HAPPENINGS.只说在岗(sent, plus(5)).check.state).toBe('on-time');
    expect(HAPPENINGS.别人答(sent, plus(5))).toMatchObject({ reason: 'not-yours' });
  });

  test('a unit on trial is asked and reminded, never escalated, never counted', () => {
    const trial = HAPPENINGS.已发出(aCheck({ trial: true }), SENT_AT).check;
    expect(checkAgenda(trial).map(({ step }) => step)).toEqual(['second-ask', 'practice-over']);
    expect(HAPPENINGS.练习结束(trial, plus(9))).toMatchObject({ reason: 'too-early' });
    const over = HAPPENINGS.练习结束(trial, plus(10)).check;
    expect(over).toMatchObject({ state: 'void', voided: { cause: 'practice' } });
    expect(isCounted(over, plus(60))).toBe(false);
    expect(isCounted(happen(trial, '及时', 3).check, plus(60))).toBe(false);
  });

  test('counts once its window is over, and never when void', () => {
    expect(isCounted(aCheckThatIs('waiting'), plus(10))).toBe(false);
    expect(isCounted(aCheckThatIs('waiting'), plus(10.1))).toBe(true);
    expect(isCounted(aCheckThatIs('on-time'), plus(4))).toBe(true);
    for (const state of ['void', 'planned'] as const) expect(isCounted(aCheckThatIs(state), plus(999))).toBe(false);
    expect(CHECK_STATES.filter((state) => isAnswered(aCheckThatIs(state)))).toEqual(['on-time', 'verified']);
  });

  test.each([
    ['before it', -20, 0, false],
    ['its first second', -20, 0.02, true],
    ['within it', 4, 5, true],
    ['its last second', 9.98, 30, true],
    ['after it', 10, 30, false],
    ['all of it, and still going on', -20, undefined, true],
  ])('an outage that lies %s', (_, from, to, isVoid) => {
    const outage = { fromAt: plus(from), ...(to !== undefined && { toAt: plus(to) }) };
    expect(voidForOutages(aCheckThatIs('to-human'), [outage], plus(40), '02:10—02:40').state === 'void').toBe(isVoid);
  });

  test('whatever happens in whatever order: time goes on, nobody rules for himself, what is void stays void', () => {
    const names = Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[];
    const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 40 })), { maxLength: 14 });
    fc.assert(
      fc.property(steps, (list) => {
        let check = aCheck();
        for (const [name, minutes] of [...list].sort(([, one], [, other]) => one - other)) {
          const next = happen(check, name, minutes).check;
          if (check.state === 'void') expect(next).toBe(check);
          if (isAsking(next) && next.sentAt)
            expect(checkAgenda(next).length + (next.state === 'escalated' ? 1 : 0)).toBeGreaterThan(0);
          if (!isAsking(next) && next.state !== 'planned') expect(checkAgenda(next)).toEqual([]);
          expect(next.ruling?.by).not.toBe(ASKED);
          expect(next.phone?.by).not.toBe(ASKED);
          check = next;
        }
      }),
    );
  });
});
