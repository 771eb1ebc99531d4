import { afterEach, expect, test } from '@jest/globals';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import { dutyOf } from '../support/check-shifts.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.expectSilence());

async function begin(start: string): Promise<void> {
  world = new World(`${start.replace(' ', 'T')}:00+08:00`, { things: dutyOf('2026-01-26', '2026-01-27') });
  await world.office();
}

async function checksOf(day: string): Promise<CheckIn[]> {
  const { ids } = await world.store.collection(checksOn(day));
  return (await world.store.load(ids)).map(({ thing }) => thing as CheckIn);
}

async function codeOf(person: string): Promise<string> {
  const all = await checksOf('2026-01-26');
  return all.find((check) => check.person === `person.${person}` && check.kind === 'random')!.code!;
}

test('a supervisor asks out of turn, and hears in private what came of it', async () => {
  await begin('2026-01-26 15:00');
  await world.says('何静', '抽查青山镇、石桥乡');
  world.expectSaid('何静', '正在抽查青山镇、石桥乡，10分钟后告诉你结果');
  await world.until('2026-01-26T15:01:00+08:00');
  for (const who of ['陈立', '马强']) world.expectSaid(who, '抽查点名，请在10分钟内回复数字');
  expect((await checksOf('2026-01-26')).map(({ calledBy }) => calledBy)).toEqual(['person.hejing', 'person.hejing']);
  await world.says('陈立', await codeOf('chenli'));
  world.expectSaid('陈立', '青山镇已应答');
  await world.until('2026-01-26T15:13:00+08:00');
  world.expectSaid('何静', /15:00抽查结果\n按时应答1家：青山镇\n还没有应答，正在电话核实1家：石桥乡/);
  world.expectSaid('马强', '还没有收到应答');
  world.expectSaid('钱军', '石桥乡 马强两次未应答');
  world.ignoreSoFar();
  await world.until('2026-01-26T16:00:00+08:00');
  world.ignoreSoFar();
  // Bound by what binds the draw.
  await world.says('何静', '抽查各乡镇');
  world.expectSaid('何静', /正在抽查南街镇、高铺镇，.*\n没有问：青山镇、石桥乡（两小时内抽查过）$/);
  world.ignoreSoFar();
});

test('not about a hand-over, not while an incident is handled, once a night', async () => {
  await begin('2026-01-26 18:40');
  await world.says('王芳', '石桥乡有火情处置，暂停抽查');
  world.ignoreSoFar();
  await world.says('王芳', '抽查石桥乡');
  world.expectSaid('王芳', '没有发起抽查\n没有问：石桥乡（事件处置中，已暂停抽查）');
  await world.until('2026-01-27T00:10:00+08:00');
  world.ignoreSoFar();
  await world.says('何静', '抽查 青山镇');
  world.expectSaid('何静', '正在抽查青山镇');
  await world.until('2026-01-27T03:00:00+08:00');
  world.ignoreSoFar();
  await world.says('何静', '抽查 青山镇');
  world.expectSaid('何静', '没有问：青山镇（今晚已抽查过）');
  await world.until('2026-01-27T08:15:00+08:00');
  world.ignoreSoFar();
  await world.says('何静', '抽查 南街镇');
  world.expectSaid('何静', '没有问：南街镇（临近交接班）');
  world.ignoreSoFar();
});

test('others are told whom to turn to; without a unit it is asked for; an order to inspect is none of it', async () => {
  await begin('2026-01-26 15:00');
  await world.says('陈立', '抽查石桥乡');
  world.expectSaid('陈立', '这件事请联系');
  await world.says('何静', '抽查一次');
  world.expectSaid('何静', '请写明抽查哪些单位');
  await world.says('王芳', '请青山镇抽查烟花爆竹零售点，1月30日前报台账');
  world.expectSaid('王芳', '确认');
  world.ignoreSoFar();
  expect(await checksOf('2026-01-26')).toEqual([]);
});
