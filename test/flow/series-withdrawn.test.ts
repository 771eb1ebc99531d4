import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Task, TaskSeries } from '../../domain/tasks/task.ts';
import { World } from '../support/world.ts';

let world: World;
const seriesState = async () => (await world.thing<TaskSeries>('series.T0001')).state;
const stateOf = async (no: string) => (await world.thing<Task>(`task.${no}`)).state;

beforeEach(async () => {
  world = new World('2026-01-12T10:12:00+08:00');
  await world.says('李卫东', '请青山镇每周五下班前报一周安全情况');
  await world.says('李卫东', '确认');
  await world.says('陈立', 'T0001收到');
});
afterEach(() => world.expectSilence());

async function reported(): Promise<void> {
  await world.says('陈立', '报 T0001 本周平稳');
  await world.says('王芳', '通过 T0001');
}

test('whoever ends a recurring order hears which issue is still under way, and how to withdraw it too', async () => {
  await reported();
  await world.until('2026-01-21T10:00:00+08:00');
  expect(await stateOf('T0002')).toBe('issued');
  world.ignoreSoFar();

  await world.says('李卫东', '撤销 T0001 改为月报');
  world.expectSaid('李卫东', 'T0001已经办结，此后不再按期下达。T0002已经下达，仍在办；也不用办了请说“撤销 T0002 原因”');
  expect([await seriesState(), await stateOf('T0002')]).toEqual(['ended', 'issued']);
  await world.says('李卫东', '撤销 T0002 改为月报');
  expect(world.expectSaid('李卫东', '已撤销T0002，通知1家').text).not.toContain('仍在办');
  world.expectSaid('陈立', 'T0002');
  await world.until('2026-02-10T10:00:00+08:00');
  expect(world.transcript.some(({ text }) => text.includes('T0003'))).toBe(false);
});

test('an older issue that nobody reported is named as well', async () => {
  await world.until('2026-01-21T10:00:00+08:00');
  world.ignoreSoFar();
  await world.says('李卫东', '撤销 T0002 改为月报');
  world.expectSaid('李卫东', '已撤销T0002，通知1家，此后不再按期下达。T0001已经下达，仍在办');
  world.expectSaid('陈立', 'T0002');
  expect([await seriesState(), await stateOf('T0001')]).toEqual(['ended', 'issued']);
});

test('where nothing is under way nothing is said of it', async () => {
  await reported();
  world.ignoreSoFar();
  await world.says('李卫东', '撤销 T0001 改为月报');
  expect(world.expectSaid('李卫东', 'T0001已经办结，此后不再按期下达').text).not.toContain('仍在办');
});
