import { expect, test } from '@jest/globals';
import { createOvertaken } from '../../../bot/outbox/overtaken.ts';
import type { CheckIn } from '../../../domain/duty/checks/check-in.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { withPerson } from '../../../domain/duty/shift-rules.ts';
import type { PendingMessage } from '../../../domain/ports.ts';
import { at } from '../../support/builders.ts';
import { aShift } from '../../support/shifts.ts';

const DECIDED = at('2026-01-23 17:30');
const SHIFT = aShift('2026-01-31', { people: ['chenli'] });
/** Held over a weekend, while 陈立 gives the shift to 吕刚. */
const SWAPPED = withPerson(SHIFT, 'person.chenli', 'person.lvgang', at('2026-01-24 10:00'));

const reminder = (step: string, to: string): PendingMessage => ({
  ...{ to, class: 'L3', text: '', once: `${SHIFT.id}.${step}.20260123T1730.${to}`, of: SHIFT.id },
  sinceMs: DECIDED.getTime(),
});
const overtaken = (shift: Shift, ...items: PendingMessage[]) =>
  createOvertaken({ load: async (ids) => ids.map(() => ({ thing: shift, rev: 1 })) })(items);

test('a held reminder of one’s own shift goes once the shift is somebody else’s, and nobody else’s goes with it', async () => {
  const his = reminder('duty-ahead', 'person.chenli');
  const others = reminder('duty-ahead', 'person.lvgang');
  expect(await overtaken(SHIFT, his)).toEqual(new Set());
  expect(await overtaken(SWAPPED, his, others)).toEqual(new Set([his.once]));
});

test('what tells others of a shift does not depend on who has it', async () => {
  expect(await overtaken(SWAPPED, reminder('missing-duty-leader', 'person.zhengwei'))).toEqual(new Set());
});

test('what was answered after it was decided is overtaken', async () => {
  const taken: Shift = { ...SHIFT, basisAt: at('2026-01-23 18:00') };
  const told = reminder('missing-duty-leader', 'person.zhengwei');
  expect(await overtaken(taken, told)).toEqual(new Set([told.once]));
});

test('that nobody has taken over is not said once somebody has, however long ago; nor that it need not be looked after any more', async () => {
  const taken: Shift = { ...SHIFT, takenOverAt: at('2026-01-23 08:20'), basisAt: at('2026-01-23 08:20') };
  const told = reminder('missing-duty-leader', 'person.zhengwei');
  const back: PendingMessage = {
    ...{ to: 'person.zhengwei', class: 'L1', text: '不用再核实', once: 'm1.called-off.person.zhengwei' },
    ...{ sinceMs: DECIDED.getTime() + 60_000, takesBack: SHIFT.id },
  };
  expect(await overtaken(taken, told, back)).toEqual(new Set([told.once, back.once]));
  expect(await overtaken(taken, back)).toEqual(new Set());
});

test('a question that has not gone out goes once whoever it was for has been relieved', async () => {
  const check = {
    ...{ id: 'check.C1.qingshan.chenli.202601241640', type: 'check', shift: SHIFT.id, askAt: at('2026-01-24 16:40') },
  } as unknown as CheckIn;
  const question: PendingMessage = {
    ...{ to: 'person.chenli', class: 'L1', text: '', once: `${check.id}.ask.person.chenli`, of: check.id },
    sinceMs: check.askAt.getTime(),
  };
  const on = (shift: Shift) =>
    createOvertaken({
      load: async (ids) => ids.map((id) => ({ thing: id === check.id ? check : shift, rev: 1 })),
    })([question]);
  expect(await on({ ...SHIFT, handedOverAt: at('2026-01-24 08:20') })).toEqual(new Set([question.once]));
  expect(await on({ ...SHIFT, handedOverAt: at('2026-01-24 16:50') })).toEqual(new Set());
  expect(await on(SHIFT)).toEqual(new Set());
});
