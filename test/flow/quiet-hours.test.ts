import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Person } from '../../domain/people/office.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = new World('2026-01-14T10:00:00+08:00');
  await world.settle();
});
afterEach(() => world.expectSilence());

const quietOf = async () => (await world.thing<Person>('person.chenli')).quiet;

test('somebody sets, looks at and takes back his quiet hours; all of it is on record', async () => {
  await world.says('陈立', '免打扰');
  world.expectSaid('陈立', '请写几点到几点，例如“免打扰 22:00-07:00”。现在没有设');
  await world.says('陈立', '晚上十点到早上七点免打扰');
  world.expectSaid(
    '陈立',
    /好的，每天22:00—次日07:00不发一般提醒，过后再发。急事、叫应、当班的点名和接班、对你的答复.*照常发/,
  );
  await world.says('陈立', '免打扰 8:00-18:00');
  world.expectSaid('陈立', '没有改：免打扰最长14小时，白天的提醒时间（09:00—11:45、14:30—17:30）至少留1小时');
  await world.says('陈立', '免打扰 22:00-22:00');
  world.expectSaid('陈立', '起止是同一个时间，没有改');
  await world.says('陈立', '免打扰 10点到7点');
  world.expectSaid('陈立', '没看懂几点到几点，没有改。请用24小时写');
  expect(await quietOf()).toEqual({ from: '22:00', to: '07:00' });

  await world.says('陈立', '免打扰');
  world.expectSaid('陈立', '现在是每天22:00—次日07:00，不要了请说“取消免打扰”');
  await world.says('陈立', '@值守 免打扰 20:00-07:00', { room: '安委会' });
  world.expectSaid('安委会', '请私聊我说');
  await world.says('陈立', '取消免打扰');
  world.expectSaid('陈立', '已取消免打扰');
  await world.says('陈立', '取消免打扰');
  world.expectSaid('陈立', '现在没有设免打扰');
  expect(await quietOf()).toBeUndefined();
  const noted = world.store.audit.filter((line) => line.includes('"quiet"'));
  expect(noted).toHaveLength(2);
});

test('a reminder waits until they are over, for every account of the person; what is urgent does not', async () => {
  await world.says('陈立', '免打扰 11:30-15:30');
  const { accounts, ...chen } = await world.thing<Person>('person.chenli');
  const second = { contactId: 'wx-second', boundAt: new Date('2026-01-10T10:00:00+08:00'), reachable: true };
  await world.save([{ ...chen, accounts: [...accounts, second] } as Person]);
  await world.says('李卫东', '请青山镇1月20日前报烟花爆竹排查台账');
  await world.says('李卫东', '确认');
  await world.says('李卫东', '加急：请青山镇今天20:00前报停电情况');
  await world.says('李卫东', '确认');
  world.ignoreSoFar();

  await world.until('2026-01-14T13:00:00+08:00');
  world.expectSaid('陈立', /T0002.*(?:签收|收到)/);
  world.ignoreSoFar();
  await world.until('2026-01-14T15:29:00+08:00');
  expect(world.transcript.filter(({ to, text }) => to === '陈立' && /T0001.*签收/.test(text))).toEqual([]);
  await world.until('2026-01-14T15:30:00+08:00');
  expect(world.expectSaid('陈立', /T0001/).text).not.toContain('补发');
  world.ignoreSoFar();
});
