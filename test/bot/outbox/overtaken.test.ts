import { expect, test } from '@jest/globals';
import { createOvertaken } from '../../../bot/outbox/overtaken.ts';
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
