import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Task } from '../../domain/tasks/task.ts';
import { ORDER, ROOM } from '../support/issued.ts';
import { World } from '../support/world.ts';

const LIST = '@值守 1、各乡镇1月20日前报烟花爆竹零售点台账；2、公安局、供销社1月22日前联合开展一次夜查';

describe('an order is changed before it goes out', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-15T10:12:00+08:00');
  });
  afterEach(() => world.expectSilence());

  test('one unit is struck out and one joins: the others stay', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    await world.says('李卫东', '去掉经开区', { room: ROOM });
    await world.says('李卫东', '再加上消防大队', { room: ROOM });
    world.expectSaid(ROOM, '经开区（5家）');
    world.expectSaid(ROOM, '青山镇、南街镇、石桥乡、高铺镇（4家）');
    world.expectSaid(ROOM, '青山镇、南街镇、石桥乡、高铺镇、消防大队（5家）');
  });

  test('who is said to carry it out stands in place of all before', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    await world.says('李卫东', '承办改为青山镇、南街镇', { room: ROOM });
    world.ignoreSoFar();
    expect((await world.thing<Task>('task.T0001')).executors).toEqual(['unit.qingshan', 'unit.nanjie']);
  });

  test.each([
    ['确认，去掉经开区', ['qingshan', 'nanjie', 'shiqiao', 'gaopu'], []],
    ['确认，去掉经开区，再加上消防大队', ['qingshan', 'nanjie', 'shiqiao', 'gaopu', 'xiaofang'], []],
    ['确认，加上消防大队', ['qingshan', 'nanjie', 'shiqiao', 'gaopu', 'jingkai', 'xiaofang'], []],
    [
      '确认，加一条，发现问题抄告消防大队',
      ['qingshan', 'nanjie', 'shiqiao', 'gaopu', 'jingkai'],
      ['发现问题抄告消防大队'],
    ],
  ])('%s', async (words, units, requirements) => {
    await world.says('李卫东', ORDER, { room: ROOM });
    await world.says('李卫东', words, { room: ROOM });
    world.ignoreSoFar();
    const task = await world.thing<Task>('task.T0001');
    expect(task.executors).toEqual(units.map((unit) => `unit.${unit}`));
    expect(task.requirements.slice(1)).toEqual(requirements);
  });

  test('striking out a unit that is not in it changes nothing, and says so', async () => {
    await world.says('王芳', '请青山镇1月20日前报用电检查情况');
    world.expectSaid('王芳', 'T0001');
    await world.says('王芳', '去掉消防大队');
    world.expectSaid('王芳', 'T0001没有变化');
  });

  test('of two orders the second alone gets another deadline with the confirmation', async () => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', '可以，第二条改到1月23日', { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, /已下达T0001：.*1月20日（周二）17:30/);
    world.expectSaid(ROOM, /已下达T0002：.*1月23日（周五）17:30/);
  });

  test('of two orders the first is dropped with the confirmation of the rest', async () => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', '确认，第一条不要了', { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, '已取消草稿T0001');
    world.expectSaid(ROOM, '已下达T0002');
    expect((await world.thing<Task>('task.T0001')).state).toBe('void');
  });

  test('a new deadline for which of two orders nobody can tell is asked about, and nothing goes out', async () => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', '可以，时限改到1月23日', { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, '有2件草稿，请说改哪一件');
    expect((await world.thing<Task>('task.T0001')).state).toBe('draft');
  });
});
