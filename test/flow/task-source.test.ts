import { afterEach, expect, test } from '@jest/globals';
import type { Task } from '../../domain/tasks/task.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.expectSilence());

test('what an order rests on is shown in its echo and wherever the task is looked up; nothing is asked about it', async () => {
  world = new World('2026-01-15T10:12:00+08:00');
  await world.says('李卫东', '根据区政府第12次常务会议部署，请青山镇1月21日前报烟花爆竹排查台账');
  const echo = world.expectSaid('李卫东', '来源：会议 区政府第12次常务会议');
  expect(echo.text.split('\n').length).toBeLessThanOrEqual(6);
  expect((await world.thing<Task>('task.T0001')).source).toEqual({
    kind: 'meeting',
    reference: '区政府第12次常务会议',
  });
  await world.says('李卫东', '确认');
  world.ignoreSoFar();
  await world.says('王芳', 'T0001');
  world.expectSaid('王芳', /来源：会议 区政府第12次常务会议\n签收0\/1/);

  await world.says('李卫东', '请石桥乡1月22日前报送排查情况');
  expect(world.expectSaid('李卫东', '已记为任务草稿').text).not.toContain('来源');
});
