import { afterEach, describe, expect, test } from '@jest/globals';
import type { Notice } from '../../domain/notices/notice.ts';
import { at } from '../support/builders.ts';
import { periodsOf } from '../support/periods.ts';
import { World } from '../support/world.ts';

const CALL = '叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗。对象：青山镇、南街镇';

async function worldAt(start: string): Promise<World> {
  const world = new World(`${start.replace(' ', 'T')}:00+08:00`);
  await world.office();
  return world;
}

/** A notice that has gone out, with all that was said about it forgotten. */
async function sent(world: World, who: string, text: string): Promise<void> {
  await world.says(who, text);
  await world.says(who, '发');
  world.ignoreSoFar();
}

describe('解除 and nothing else', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('lifts the only 叫应 that its author has open, and says which it was', async () => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '罗刚', CALL);
    await world.says('罗刚', '解除');
    world.expectSaid(
      '罗刚',
      /^已解除N0001（叫应：暴雨橙色预警 19:30区气象台发布.*……），已通知2人，全程记录可说“导出 N0001”$/,
    );
    for (const who of ['陈立', '赵敏']) world.expectSaid(who, '【解除 N0001】罗刚');
    world.ignoreSoFar();
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ closedBecause: 'lifted' });
    await world.says('罗刚', '解除');
    world.expectSaid('罗刚', '你没有正在进行的通知、叫应或预警，不用解除。要解除别人的或以前的请写编号');
  });

  test('also where everybody had answered the evening before, over midnight and the end of the month', async () => {
    world = await worldAt('2026-07-31 19:40');
    await sent(world, '罗刚', CALL);
    for (const who of ['陈立', '赵敏']) await world.says(who, '收到');
    world.ignoreSoFar();
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'closed', closedBecause: 'complete' });
    await world.until(at('2026-08-01 06:30'));
    await world.says('罗刚', '可以解除了');
    world.expectSaid('罗刚', '已解除N0001');
    world.ignoreSoFar();
  });

  test('a week later what everybody has answered is not meant any more', async () => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '罗刚', CALL);
    for (const who of ['陈立', '赵敏']) await world.says(who, '收到');
    await world.until(at('2026-07-26 08:00'));
    world.ignoreSoFar();
    await world.says('罗刚', '解除');
    world.expectSaid('罗刚', '你没有正在进行的');
  });

  test('of several it asks which, and the number that is answered lifts that one', async () => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '王芳', CALL);
    await sent(world, '王芳', '通知青山镇明天上午8点停电检修，收到请回复');
    await world.says('王芳', '启动 台风红色预警');
    world.ignoreSoFar();
    await world.says('王芳', '解除');
    const { text } = world.expectSaid('王芳', /^解除哪一条？/);
    expect(text).toMatch(
      /^解除哪一条？1 N0001 叫应（7月18日（周六）19:40）.*　2 N0002 通知（.*　3 台风红色预警时段。回复数字$/,
    );
    await world.says('王芳', '1');
    world.expectSaid('王芳', 'N0001已解除，已通知2人');
    world.ignoreSoFar();
    expect(await world.thing<Notice>('notice.N0002')).toMatchObject({ state: 'sent' });

    // Two are left: one of them is no warning.
    await world.says('王芳', '解除预警');
    world.expectSaid('王芳', '台风红色预警时段已结束');
    world.ignoreSoFar();
    expect((await periodsOf(world)).filter(({ warning, state }) => warning && state === 'open')).toEqual([]);
    await world.says('王芳', '解除');
    world.expectSaid('王芳', '已解除N0002（通知：');
    world.ignoreSoFar();
  });

  test('the warning chosen by its number ends', async () => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '王芳', CALL);
    await world.says('王芳', '启动 暴雨橙色预警');
    world.ignoreSoFar();
    await world.says('王芳', '解除');
    world.expectSaid('王芳', /^解除哪一条？/);
    await world.says('王芳', '2');
    world.expectSaid('王芳', '暴雨橙色预警时段已结束');
    world.ignoreSoFar();
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'sent' });
  });

  test('nobody lifts what is another’s by saying no more than that', async () => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '罗刚', CALL);
    await world.says('罗刚', '启动 暴雨橙色预警');
    world.ignoreSoFar();
    await world.says('王芳', '解除');
    world.expectSaid('王芳', '你没有正在进行的');
    await world.says('陈立', '解除预警');
    world.expectSaid('陈立', '你没有正在进行的预警');
  });

  test('in a room it is said to the bot, or it is none of its business', async () => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '罗刚', CALL);
    await world.says('罗刚', '解除', { room: '安委会成员单位' });
    world.expectSilence();
    await world.says('罗刚', '@值守 解除', { room: '安委会成员单位' });
    world.expectSaid('安委会成员单位', '已解除N0001');
    world.ignoreSoFar();
  });

  test.each(['解除应急响应', '解除双岗'])('“%s” is about something else', async (said) => {
    world = await worldAt('2026-07-18 19:40');
    await sent(world, '罗刚', CALL);
    await world.says('罗刚', said);
    world.expectSaid('罗刚', '解除哪一条？请写编号');
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'sent' });
    world.ignoreSoFar();
  });
});
