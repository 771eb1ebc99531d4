import { afterEach, describe, expect, test } from '@jest/globals';
import { KIT_SHEETS, type KitSheet } from '../../domain/periods/kits/sheet.ts';
import type { Period } from '../../domain/periods/period.ts';
import { fileKits } from '../../workers/periodic/kit-planning.ts';
import { at } from '../support/builders.ts';
import { periodsOf, planningOf, tick } from '../support/periods.ts';
import { World } from '../support/world.ts';

async function worldAt(start: string): Promise<World> {
  const world = new World(`${start.replace(' ', 'T')}:00+08:00`);
  await tick(world);
  await fileKits(planningOf(world));
  world.ignoreSoFar();
  return world;
}

async function warningOf(world: World): Promise<Period> {
  return (await periodsOf(world)).find(({ warning }) => warning)!;
}

async function openSheets(world: World): Promise<KitSheet[]> {
  const { ids } = await world.store.collection(KIT_SHEETS);
  return (await world.store.load(ids)).map(({ thing }) => thing as KitSheet).filter(({ urgent }) => urgent);
}

describe('a warning that is raised or lowered while it is in force', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('bears its new name in drafts and in all that is said from then on, and keeps what it was', async () => {
    world = await worldAt('2026-06-24 21:30');
    await world.says('李卫东', '启动 暴雨橙色预警');
    world.expectSaid('李卫东', '暴雨橙色预警时段已启动（A级）');
    world.expectSaid('王芳', '李卫东6月24日（周三）21:30启动了暴雨橙色预警时段（A级）');
    // What the calendar asks for waits for the morning, what the warning asks for does not.
    world.expectSaid('王芳', /^暴雨橙色预警（6月24日起）准备事项2条/);
    await world.until(at('2026-06-24 23:50'));
    world.ignoreSoFar();

    await world.says('王芳', '暴雨橙色预警升级为红色');
    world.expectSaid('王芳', /^由暴雨橙色预警改为暴雨红色预警（A级）/);
    world.ignoreSoFar();
    await world.says('李卫东', '启动暴雨红色预警');
    world.expectSaid('李卫东', '暴雨红色预警时段已由王芳在6月24日（周三）23:50由暴雨橙色预警改来，不用再说');
    const warning = await warningOf(world);
    expect(warning).toMatchObject({ name: '暴雨红色预警', fromDay: '2026-06-24', state: 'open' });
    expect(warning.warning).toMatchObject({
      startedBy: 'person.liweidong',
      startedAt: at('2026-06-24 21:30'),
      changes: [{ name: '暴雨橙色预警', level: 'A', by: 'person.wangfang', at: at('2026-06-24 23:50') }],
    });
    const names = (await openSheets(world)).flatMap(({ entries }) => entries.flatMap(({ runs }) => runs[0]!.name));
    expect(names).toEqual(['暴雨红色预警', '暴雨红色预警']);
    world.expectSilence();

    // After midnight, at once, because a red warning does not wait for the morning.
    await world.until(at('2026-06-25 00:20'));
    await fileKits(planningOf(world));
    await world.says('王芳', '暴雨橙色预警准备事项');
    const [first] = world.expectSaid('王芳', /^暴雨红色预警（6月24日起）准备事项2条/).text.match(/\d+(?=\.通知：)/)!;
    await world.says('王芳', `确认${first}`);
    world.expectSaid('王芳', '立即上岗（5家）');
    world.expectSaid('陈立', /^【通知 N0001】暴雨红色预警已启动，请包保领导、巡查责任人立即上岗/);
    world.ignoreSoFar();

    await world.says('王芳', '解除暴雨橙色预警');
    world.expectSaid('王芳', '暴雨红色预警时段已结束');
    world.expectSaid('王芳', /^暴雨红色预警已解除\n草稿撤回/);
    world.ignoreSoFar();
  });

  test('the others at the desk hear of the change as a change', async () => {
    world = await worldAt('2026-06-24 14:00');
    await world.says('王芳', '启动 台风橙色预警');
    world.ignoreSoFar();
    await world.fastForward(1, 'hour');
    world.ignoreSoFar();
    await world.says('李卫东', '台风预警由橙色升级为红色');
    world.expectSaid('李卫东', '由台风橙色预警改为台风红色预警');
    world.expectSaid('王芳', '李卫东6月24日（周三）15:00将台风橙色预警改为台风红色预警（A级），值班按A级要求');
    world.ignoreSoFar();
    expect((await periodsOf(world)).filter(({ warning }) => warning)).toHaveLength(1);
  });

  test.each([
    ['预警升级为红色', '由暴雨橙色预警改为暴雨红色预警'],
    ['现将暴雨橙色预警提升为红色预警。', '由暴雨橙色预警改为暴雨红色预警'],
    [
      '暴雨橙色预警降为黄色',
      '暴雨黄色预警不启动重点时段，暴雨橙色预警时段还没有结束。不再加强值守请说“解除暴雨橙色预警”',
    ],
    ['暴雨橙色预警调整为橙色预警', '暴雨橙色预警时段已由王芳在6月24日（周三）14:00启动'],
  ])('“%s”', async (said, answer) => {
    world = await worldAt('2026-06-24 14:00');
    await world.says('王芳', '启动 暴雨橙色预警');
    world.ignoreSoFar();
    await world.says('王芳', said);
    world.expectSaid('王芳', answer);
    world.ignoreSoFar();
  });

  test.each([
    '气象台已将暴雨橙色预警升级为红色',
    '暴雨橙色预警升级为红色了吗',
    '如果暴雨橙色预警升级为红色，请通知各乡镇',
  ])('“%s” changes nothing', async (said) => {
    world = await worldAt('2026-06-24 14:00');
    await world.says('王芳', '启动 暴雨橙色预警');
    await world.says('王芳', said);
    world.ignoreSoFar();
    expect(await warningOf(world)).toMatchObject({ name: '暴雨橙色预警' });
  });

  test('of two in force it must be said which, and nobody without the right changes any', async () => {
    world = await worldAt('2026-06-24 14:00');
    await world.says('王芳', '启动 暴雨橙色预警');
    await world.says('王芳', '启动 台风橙色预警');
    world.ignoreSoFar();
    await world.says('王芳', '预警升级为红色');
    world.expectSaid('王芳', '请说明是什么预警');
    await world.says('陈立', '暴雨橙色预警升级为红色');
    world.expectSaid('陈立', '请联系安委办王芳');
    expect((await periodsOf(world)).filter(({ name }) => name.includes('红色'))).toEqual([]);
  });

  test('a new level asks of duty from then on what it asks', async () => {
    world = await worldAt('2026-12-10 09:00');
    await world.says('王芳', '启动 寒潮蓝色预警');
    world.ignoreSoFar();
    await world.says('王芳', '寒潮蓝色预警升级为橙色');
    world.expectSaid('王芳', '由寒潮蓝色预警改为寒潮橙色预警（B级）');
    expect(await warningOf(world)).toMatchObject({
      id: expect.stringMatching(/^period\.cold\./),
      name: '寒潮橙色预警',
    });
    world.ignoreSoFar();
  });
});
