import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assignment } from '../../domain/tasks/task.ts';
import { issuedWorld, ROOM } from '../support/issued.ts';
import type { World } from '../support/world.ts';

const LIAISONS = ['陈立', '赵敏', '马强', '周洁', '孙浩', '刘峰'];

describe('what is written after midnight', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld('2026-01-15T10:12:00+08:00');
    for (const who of LIAISONS) await world.says(who, '收到', { room: ROOM });
    await world.until('2026-01-20T00:31:00+08:00');
    world.ignoreSoFar();
  });
  afterEach(() => world.expectSilence());

  test('is answered at once, and whoever has to rule hears of it in the morning', async () => {
    await world.says('马强', '延期到1月23日，两个村在搞白事');
    world.expectSaid('马强', '延期申请报给王芳');
    await world.says('孙浩', 'T0001不是我们的');
    world.expectSaid('孙浩', '先不再催你');
    await world.says('赵敏', 'T0001已经报给王芳了');
    world.expectSaid('赵敏', '已请王芳核实');
    world.expectSilence();

    await world.until('2026-01-20T08:00:00+08:00');
    const told = world.expectSaid('王芳', '石桥乡申请T0001延期');
    expect(told.at.toISOString()).toBe('2026-01-20T00:00:00.000Z');
    expect(told.text).not.toContain('补发');
    world.ignoreSoFar();
  });

  test('the time at which it was written counts', async () => {
    await world.says('马强', '延期到1月23日，两个村在搞白事');
    world.ignoreSoFar();
    const { extension } = await world.thing<Assignment>('assignment.T0001.shiqiao');
    expect(extension?.filedAt.toISOString()).toBe('2026-01-19T16:31:00.000Z');
  });
});

describe('of an urgent matter', () => {
  test('the reviewer hears at any hour', async () => {
    const world = await issuedWorld('2026-01-15T10:12:00+08:00');
    await world.says('王芳', '特急：请石桥乡1月16日12:00前报危房转移情况');
    await world.says('王芳', '确认');
    await world.until('2026-01-16T00:31:00+08:00');
    world.ignoreSoFar();
    await world.says('马强', '延期 T0002 到1月16日18:00 路断了');
    world.expectSaid('马强', '延期申请报给王芳');
    world.expectSaid('王芳', '石桥乡申请T0002延期');
    world.ignoreSoFar();
  });
});

test('查完了，没发现问题 from somebody who owes the report is the report, not a judgement', async () => {
  const world = await issuedWorld('2026-01-15T10:12:00+08:00');
  await world.says('陈立', 'T0001查完了，没发现问题');
  world.expectSaid('陈立', '收到青山镇对T0001的报送');
  await world.says('林涛', '通过 T0001');
  world.expectSaid('林涛', /请联系|没有交给/);
  expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('submitted');
  world.expectSilence();
});
