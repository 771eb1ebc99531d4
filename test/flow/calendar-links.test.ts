import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Feed, feedsOf } from '../../domain/duty/feeds/feed.ts';
import { World } from '../support/world.ts';

const LINK = /https:\/\/duty\.example\.cn\/calendar\/[A-Za-z0-9_-]{32}\.ics/;

describe('a link to a calendar', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-20T09:00:00+08:00');
  });
  afterEach(() => world.expectSilence());

  async function linksOf(who: string): Promise<Feed[]> {
    const person = [...(await world.office()).people.values()].find(({ name }) => name === who)!;
    const { ids } = await world.store.collection(feedsOf(person.id));
    return (await world.store.load(ids)).map(({ thing }) => thing as Feed);
  }

  test('is given in the private chat and never in a room', async () => {
    await world.says('陈立', '@值守 我的日历', { room: '全区值班群' });
    expect(world.expectSaid('全区值班群', '请私聊我').text).not.toMatch(LINK);
    expect(await linksOf('陈立')).toEqual([]);
    await world.says('陈立', '我的日历');
    const { text } = world.expectSaid('陈立', '你的值班日历');
    expect(text).toMatch(LINK);
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
  });

  test('shows what was asked for: the own shifts, a unit, the key periods', async () => {
    for (const said of ['我的日历', '本单位值班日历', '重点时段日历']) await world.says('陈立', said);
    world.expectSaid('陈立', '你的值班日历');
    world.expectSaid('陈立', '青山镇值班日历');
    world.expectSaid('陈立', '重点时段日历');
    expect((await linksOf('陈立')).map(({ of }) => of).sort()).toEqual(['own', 'periods', 'unit.qingshan']);
  });

  test('of any unit a dispatcher may have, others only of their own', async () => {
    await world.says('王芳', '石桥乡值班日历');
    world.expectSaid('王芳', '石桥乡值班日历');
    await world.says('陈立', '石桥乡值班日历');
    expect(world.expectSaid('陈立', '请联系').text).not.toMatch(LINK);
    expect(await linksOf('陈立')).toEqual([]);
  });

  test('a second one leaves the first; the sixth is not given', async () => {
    for (let index = 0; index < 6; index++) await world.says('陈立', '我的日历');
    expect(world.transcript.filter(({ text }) => LINK.test(text))).toHaveLength(5);
    expect(world.transcript.at(-1)!.text).toContain('已经给过5个');
    expect(await linksOf('陈立')).toHaveLength(5);
    world.ignoreSoFar();
  });

  test('is changed for all that it showed; of what may not be seen any more only taken back', async () => {
    for (const said of ['我的日历', '我的日历', '本单位值班日历']) await world.says('陈立', said);
    const before = (await linksOf('陈立')).map(({ id }) => id);
    world.ignoreSoFar();
    await world.says('陈立', '换一个日历链接');
    const { text } = world.expectSaid('陈立', '旧的日历链接已全部作废');
    expect(text.match(new RegExp(LINK, 'g'))).toHaveLength(2);
    const after = await linksOf('陈立');
    expect(after.map(({ of }) => of).sort()).toEqual(['own', 'unit.qingshan']);
    expect(after.filter(({ id }) => before.includes(id))).toEqual([]);

    const chenli = (await world.office()).people.get('person.chenli')!;
    await world.save([{ ...chenli, tenures: [{ ...chenli.tenures[0]!, post: 'staff' }] } as never]);
    await world.says('陈立', '日历链接泄露了');
    world.expectSaid('陈立', '旧的日历链接已全部作废');
    expect((await linksOf('陈立')).map(({ of }) => of)).toEqual(['own']);
  });

  test('the ledger says that one was given, and holds no secret', async () => {
    await world.says('陈立', '我的日历');
    const secret = LINK.exec(world.expectSaid('陈立', '你的值班日历').text)![0].slice(-36, -4);
    expect(world.store.audit.join('\n')).toContain('feed.k');
    expect(world.store.audit.join('\n')).not.toContain(secret);
  });
});
