import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { World } from '../support/world.ts';

const ROOM = '安宁区安委会成员单位';
const ORDER =
  '@值守 请各乡镇、经开区对烟花爆竹零售点开展一次拉网式排查，重点是下店上宅、前店后宅，下周三下班前把排查台账报安委办。应急局牵头，公安、供销配合';

describe('a deputy district head assigns a task in the group', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-15T10:12:00+08:00');
  });
  afterEach(() => world.expectSilence());

  test('the order is echoed once, with units, date and weekday, and goes to nobody before it is confirmed', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });

    const echo = world.expectSaid(ROOM, '请李区长确认');
    expect(echo.text).toContain('【T0001】烟花爆竹零售点拉网式排查');
    expect(echo.text).toMatch(/牵头：应急局.*配合：公安局、供销社/);
    expect(echo.text).toMatch(/青山镇、南街镇、石桥乡、高铺镇.*经开区/);
    expect(echo.text).toContain('1月21日（周三）17:30');
    expect(echo.text).toContain('安委办 王芳');
    expect(echo.text.split('\n').length).toBeLessThanOrEqual(6);
  });

  test('a confirmation with an addition amends and hands out in one message that asks the liaisons once', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    const echo = world.expectSaid(ROOM, '请李区长确认');
    await world.says('李卫东', '确认，加一条，发现问题当场下整改通知', { room: ROOM, quote: echo });

    const dispatch = world.expectSaid(ROOM, '已下达T0001（含“发现问题当场下整改通知”）');
    expect(dispatch.mentions).toEqual(expect.arrayContaining(['陈立', '赵敏', '马强', '周洁', '孙浩', '刘峰']));
    world.expectSaid('', /抄送.*公安局配合/s);
    world.expectSaid('', /抄送.*供销社配合/s);
    expect((await world.thing<Task>('task.T0001')).requirements).toContain('发现问题当场下整改通知');
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('issued');
  });

  test('a bare 确认 without a quote is for the one draft that waits for this person in this room', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    world.expectSaid(ROOM, '请李区长确认');
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, '已下达T0001');
    world.ignoreSoFar();
  });

  test('chatter in the group gets silence and is kept nowhere', async () => {
    await world.says('陈立', '中午食堂有鱼', { room: ROOM });
    await world.says('赵敏', '收到', { room: ROOM });
    expect(world.store.audit.join('')).not.toContain('鱼');
  });

  test('somebody without the right to give orders hears who has it, and nothing is drafted', async () => {
    await world.says('陈立', '@值守 请石桥乡明天下班前报值班表', { room: ROOM });
    world.expectSaid(ROOM, '安委办王芳');
    await expect(world.thing('task.T0001')).rejects.toThrow();
  });

  test("an unconfirmed draft becomes the dispatcher's after half an office hour, and stays a draft", async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    world.expectSaid(ROOM, '请李区长确认');
    await world.fastForward(31, 'minute');

    world.expectSaid('王芳', '李卫东的任务草稿T0001');
    expect((await world.thing<Task>('task.T0001')).state).toBe('draft');
    await world.says('王芳', '确认 T0001');
    world.expectSaid(ROOM, '已下达T0001');
    world.ignoreSoFar();
  });
});
