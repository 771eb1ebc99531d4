import { afterEach, expect, test } from '@jest/globals';
import { type CheckIn, newCheck } from '../../domain/duty/checks/check-in.ts';
import { DEFAULT_CHECK_POLICY } from '../../domain/duty/checks/policy.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.expectSilence());

/** 马强 of 石桥乡 has answered late; nobody's question about it is open any more. */
function late(day: string): CheckIn {
  const askAt = new Date(`${day}T02:13:00+08:00`);
  const answeredAt = new Date(`${day}T02:50:00+08:00`);
  const terms = { shift: 'shift.shiqiao.officer.20260125', ladder: DEFAULT_CHECK_POLICY.ladders.ordinary };
  const fields = { kind: 'random', unit: 'unit.shiqiao', person: 'person.maqiang', trial: false, code: '355' } as const;
  return {
    ...newCheck({ ...fields, ...terms, askAt }, askAt),
    state: 'late',
    sentAt: askAt,
    answeredAt,
    handledAt: answeredAt,
  };
}

test('of two check-ins of one unit it is asked which; who was asked reads the ruling', async () => {
  const [one, other] = [late('2026-01-31'), late('2026-02-01')];
  world = new World('2026-02-02T09:30:00+08:00', { things: [one, other] });
  await world.says('何静', '认定 石桥乡 正常 座机故障');
  const { text } = world.expectSaid('何静', '认定哪一次点名？');
  expect(text).toContain('1 2月1日（周日）02:13 马强');
  await world.says('何静', '2');
  for (const who of ['何静', '马强']) world.expectSaid(who, '何静认定“正常”：座机故障');
  expect((await world.thing<CheckIn>(one.id)).state).toBe('ruled');
  expect((await world.thing<CheckIn>(other.id)).state).toBe('late');
});

test('an explanation days later is noted, and those who rule hear that they may', async () => {
  const check = late('2026-01-30');
  world = new World('2026-02-02T09:30:00+08:00', { things: [check] });
  await world.says('马强', '说明 手机没电，人在值班室');
  world.expectSaid('马强', '点名的说明已记，等待认定');
  for (const who of ['王芳', '何静']) world.expectSaid(who, '石桥乡马强说明');
  await world.says('马强', '认定 石桥乡 正常');
  world.expectSaid('马强', '这件事请联系');
  await world.says('王芳', '@值守 认定 石桥乡 情况说明', { room: '全区值班群' });
  for (const who of ['王芳', '马强']) world.expectSaid(who, '王芳认定“情况说明”');
  expect(await world.thing<CheckIn>(check.id)).toMatchObject({
    state: 'ruled',
    explanation: { words: '手机没电，人在值班室' },
  });
});

test('a verdict or a unit is missing, nothing is open, or it is too long ago', async () => {
  world = new World('2026-02-12T09:30:00+08:00', { things: [late('2026-02-01')] });
  await world.says('王芳', '认定 石桥乡');
  world.expectSaid('王芳', '认定请回复单位和结论');
  await world.says('王芳', '认定 石桥乡 正常');
  world.expectSaid('王芳', '最近7天没有要认定的点名');
  await world.says('马强', '说明 手机没电');
  world.expectSaid('马强', '最近7天没有要你说明的点名');
});
