import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Shift } from '../../domain/duty/shift.ts';
import { whoIsOnDuty } from '../../domain/duty/who.ts';
import { aShift, onDuty } from '../support/shifts.ts';
import { shiftOn } from '../support/swap-shifts.ts';
import { World } from '../support/world.ts';

/** 陈立 is at 青山镇's post on 除夕, 郑伟 in charge; 吕刚 comes the next morning. */
describe('somebody at the post has to leave', () => {
  let world: World;
  const eve = () => world.thing<Shift>(shiftOn('2026-02-16'));
  const there = async (at: string) =>
    whoIsOnDuty([await eve()], { layer: 'officer', at: new Date(`2026-02-${at}:00+08:00`) }).flatMap(
      ({ people }) => people,
    );

  beforeEach(async () => {
    const now = new Date('2026-02-16T22:50:00+08:00');
    const shifts = [
      onDuty(aShift('2026-02-16')),
      aShift('2026-02-16', { layer: 'leader', people: ['zhengwei'] }),
      aShift('2026-02-17', { people: ['huangzhiming'] }),
    ];
    world = new World(now.toISOString(), { things: shifts.map((shift) => ({ ...shift, handledAt: now })) });
    await world.settle();
  });
  afterEach(() => world.expectSilence());

  test('stays responsible until the other has said 接班, and is responsible again once back', async () => {
    await world.says('陈立', '我要离岗去医院，吕刚顶一下');
    world.expectSaid('陈立', '吕刚回复“接班”之前仍由你负责');
    world.expectSaid('吕刚', '陈立要离开青山镇值班的岗位（去医院），请你去顶，到岗后回复“接班”');
    world.expectSaid('郑伟', '已请吕刚顶班，接班前仍由陈立负责');
    expect(await there('16T22:55')).toEqual(['person.chenli']);

    await world.until('2026-02-16T22:58:00+08:00');
    await world.says('吕刚', '接班');
    world.expectSaid('吕刚', '青山镇值班22:58起由你在岗');
    world.expectSaid('陈立', '22:58起由吕刚在岗，你可以离岗了');
    world.expectSaid('郑伟', '22:58起由吕刚在岗');
    expect(await there('17T00:10')).toEqual(['person.lvgang']);

    await world.until('2026-02-17T00:30:00+08:00');
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '00:30起由你在岗'.replace('00:30', '0:30'));
    world.expectSaid('吕刚', '替班到此为止');
    expect(await there('17T00:31')).toEqual(['person.chenli']);
  });

  test('nobody has come ten minutes later: both hear it, and the leader', async () => {
    await world.says('陈立', '我要离岗，吕刚顶一下');
    world.ignoreSoFar();
    await world.until('2026-02-16T23:01:00+08:00');
    for (const who of ['陈立', '吕刚', '郑伟'])
      world.expectSaid(who, '陈立22:50请吕刚顶班，还没有收到“接班”。接班前仍由陈立负责');
    await world.says('陈立', '不离岗了');
    world.expectSaid('陈立', '仍由你在岗');
    world.expectSaid('吕刚', '不用去顶了');
    world.expectSaid('郑伟', '不用去顶了');
    await world.says('吕刚', '接班');
    world.expectSaid('吕刚', '这一班已有人接班');
    expect((await eve()).standIns).toBeUndefined();
  });

  test('a name is needed, and one who may come', async () => {
    await world.says('陈立', '离岗');
    world.expectSaid('陈立', '离岗要有人顶，请连名字一起说');
    await world.says('陈立', '我要离岗，马强顶一下');
    world.expectSaid('陈立', '马强不在青山镇任职');
    await world.says('吕刚', '2月16日请假');
    world.ignoreSoFar();
    await world.says('陈立', '我要离岗，吕刚顶一下');
    world.expectSaid('陈立', '能来请先说“销假”');
    await world.says('吕刚', '我要离岗，陈立顶一下');
    world.expectSaid('吕刚', '你现在没有在岗的班');
    await world.says('陈立', '不离岗了');
    world.expectSaid('陈立', '没有等着顶班的离岗');
    expect((await eve()).leaving).toBeUndefined();
  });

  test('the stand-in may be relieved in turn, by the one planned too', async () => {
    await world.says('陈立', '我要离岗，吕刚顶一下');
    await world.says('吕刚', '接班');
    await world.says('吕刚', '我要离岗，陈立顶一下');
    world.ignoreSoFar();
    expect(await there('16T22:51')).toEqual(['person.lvgang']);
    await world.until('2026-02-16T23:00:00+08:00');
    world.ignoreSoFar();
    await world.says('陈立', '接班');
    world.ignoreSoFar();
    expect(await there('16T23:01')).toEqual(['person.chenli']);
  });
});
