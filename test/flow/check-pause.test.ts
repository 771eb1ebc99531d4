import { afterEach, expect, test } from '@jest/globals';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import type { Thing } from '../../domain/thing.ts';
import { at } from '../support/builders.ts';
import { dutyOf } from '../support/check-shifts.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.expectSilence());

function rounds(kind: 'random' | 'set', ...moments: readonly string[]): Thing {
  const of = moments.map((moment) => ({ at: at(moment), units: ['unit.shiqiao', 'unit.qingshan'] }));
  return { id: `check-rounds.${kind}`, type: 'check-rounds', kind, rounds: of, skipped: [] } as CheckRounds;
}

async function begin(start: string, ...things: readonly Thing[]): Promise<void> {
  world = new World(`${start.replace(' ', 'T')}:00+08:00`, { things: [...dutyOf('2026-01-26'), ...things] });
  await world.office();
}

async function checks(): Promise<CheckIn[]> {
  const { ids } = await world.store.collection(checksOn('2026-01-26'));
  return (await world.store.load(ids)).map(({ thing }) => thing as CheckIn);
}

test('a unit that handles an incident is not asked unannounced until its time is over; others are', async () => {
  await begin('2026-01-26 15:00', rounds('random', '2026-01-26 15:10', '2026-01-26 16:40', '2026-01-26 18:20'));
  await world.says('钱军', '石桥乡有山洪险情处置，暂停抽查到18点');
  world.expectSaid('钱军', /石桥乡暂停抽查（山洪险情处置）到.*18:00，钱军提出。定时点名和零报告照常/);
  for (const who of ['王芳', '何静']) world.expectSaid(who, '石桥乡暂停抽查');
  await world.until('2026-01-26T16:45:00+08:00');
  expect(world.transcript.some(({ to }) => to === '马强')).toBe(false);
  expect((await world.thing<CheckRounds>('check-rounds.random')).skipped).toEqual(
    ['15:10', '16:40'].map((clock) => ({ at: at(`2026-01-26 ${clock}`), unit: 'unit.shiqiao', reason: '事件处置中' })),
  );
  world.ignoreSoFar();
  await world.until('2026-01-27T10:00:00+08:00');
  world.expectSaid('马强', '抽查点名');
  world.expectSaid('钱军', '石桥乡恢复抽查');
  world.ignoreSoFar();
});

test('what is being asked is let go and counts for nothing; 恢复 ends it at once', async () => {
  await begin('2026-01-26 15:00', rounds('random', '2026-01-26 15:10', '2026-01-26 17:20'));
  await world.until('2026-01-26T15:12:00+08:00');
  world.ignoreSoFar();
  await world.says('何静', '石桥乡正在救火，先不要抽查');
  world.expectSaid('何静', '正在进行的1次点名作废（不计）');
  world.expectSaid('王芳', '石桥乡暂停抽查');
  world.expectSaid('马强', '刚才的点名作废，不用回复，不计入');
  expect((await checks()).find(({ unit }) => unit === 'unit.shiqiao')).toMatchObject({
    state: 'void',
    voided: { cause: 'incident' },
  });
  await world.says('何静', '恢复抽查 石桥乡');
  for (const who of ['何静', '王芳']) world.expectSaid(who, '石桥乡恢复抽查');
  await world.says('何静', '恢复抽查 石桥乡');
  world.expectSaid('何静', '石桥乡没有暂停抽查');
  await world.until('2026-01-26T17:20:00+08:00');
  world.expectSaid('马强', '抽查点名');
  world.ignoreSoFar();
});

test('the unit itself cannot; no unit is asked for; it ends by itself after twelve hours', async () => {
  await begin('2026-01-26 15:00');
  await world.says('马强', '石桥乡有事，暂停抽查');
  world.expectSaid('马强', '这件事请联系');
  await world.says('王芳', '暂停抽查');
  world.expectSaid('王芳', '请写明单位');
  await world.says('王芳', '石桥乡暂停抽查到1月30日');
  world.expectSaid('王芳', /到1月27日.*03:00/);
  world.ignoreSoFar();
});
