import { afterEach, describe, expect, test } from '@jest/globals';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import { World } from '../support/world.ts';

const ROOM = '安宁区安委会成员单位';
const WARNING =
  '叫应 暴雨橙色预警 19:30区气象台发布，未来6小时青山镇、石桥乡雨量50—80毫米，请立即上岗。对象：青山镇、石桥乡主要负责人、联络员';

describe('a notice with receipts', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('in a room: one message with names, receipts from the room and in private, one line when all have come', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '@值守 通知各乡镇明天上午8点停电检修，收到请回复', { room: ROOM });
    const draft = world.expectSaid(ROOM, '将发通知【N0001】：明天上午8点停电检修');
    expect(draft.text).toContain('4家 陈立、赵敏、马强、周洁4人，要回复收到');
    await world.says('王芳', '发', { room: ROOM });
    world.expectSaid(ROOM, 'N0001已发出4人，收齐告诉你');
    const out = world.expectSaid(ROOM, '【通知 N0001】明天上午8点停电检修（安委办 王芳）。请回复“收到”');
    expect(out.mentions).toEqual(['陈立', '赵敏', '马强', '周洁']);

    await world.says('陈立', '收到', { room: ROOM });
    await world.says('赵敏', 'N0001收到');
    world.expectSaid('赵敏', 'N0001已签收，谢谢');
    await world.says('马强', '收到', { quote: out, room: ROOM });
    await world.until('2026-01-15T11:00:00+08:00');
    world.expectSaid('周洁', 'N0001还没有看到你的“收到”：明天上午8点停电检修。看到请回复“收到”');
    await world.says('王芳', '未签收 N0001');
    world.expectSaid('王芳', /收集中，签收3\/4，未签收：周洁/);
    await world.says('周洁', '收到。刚才在开会');
    world.expectSaid('周洁', 'N0001已签收，谢谢');
    await world.until('2026-01-15T11:05:00+08:00');
    world.expectSaid('王芳', 'N0001签收4/4，已收齐');
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'closed', closedBecause: 'complete' });
    await world.until('2026-01-20T12:00:00+08:00');
  });

  test('said again it counts once, and somebody whom it was not sent to is told so', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '通知青山镇、南街镇明天上午8点停电检修，收到请回复');
    world.expectSaid('王芳', '将发通知【N0001】');
    await world.says('王芳', '发吧');
    world.expectSaid('王芳', 'N0001已发出2人');
    for (const who of ['陈立', '赵敏']) world.expectSaid(who, '【通知 N0001】明天上午8点停电检修');
    await world.says('陈立', '收到');
    await world.says('陈立', 'N0001 收到');
    world.expectSaid('陈立', 'N0001已签收');
    world.expectSaid('陈立', 'N0001已签收');
    const receipt = await world.thing<Receipt>('receipt.N0001.chenli');
    expect(receipt.receivedAt?.toISOString()).toBe('2026-01-15T02:00:00.000Z');
    await world.says('马强', 'N0001收到');
    world.expectSaid('马强', 'N0001没有发给你，不用回复');
  });

  test('confirmed at night it says when it goes, and everybody has it in the morning', async () => {
    world = new World('2026-01-15T22:10:00+08:00');
    await world.says('王芳', '通知青山镇明天上午10点停电检修，收到请回复');
    world.expectSaid('王芳', '将发通知【N0001】');
    await world.says('王芳', '发');
    world.expectSaid('王芳', '现在不是发通知的时间，N0001将在1月16日（周五）08:00发给1人');
    await world.until('2026-01-16T08:01:00+08:00');
    world.expectSaid('陈立', '【通知 N0001】');
    await world.until('2026-01-16T09:02:00+08:00');
    world.expectSaid('陈立', 'N0001还没有看到你的“收到”');
    await world.says('陈立', '收到');
    world.expectSaid('陈立', 'N0001已签收');
    await world.until('2026-01-16T09:30:00+08:00');
    world.expectSaid('王芳', 'N0001签收1/1，已收齐');
  });

  test('a draft that is called off or that names nobody known is not sent', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '通知青山镇明天上午8点停电检修，收到请回复');
    world.expectSaid('王芳', '将发通知【N0001】');
    await world.says('王芳', '取消');
    world.expectSaid('王芳', 'N0001没有发出，已取消');
    await world.says('王芳', '通知南山镇明天上午8点停电检修，收到请回复');
    world.expectSaid('王芳', '“南山镇”不知道指谁，通知还没有发。请写明单位或姓名再说一遍');
    await world.says('陈立', '通知南街镇明天上午8点停电检修，收到请回复');
    world.expectSaid('陈立', '请联系');
    await world.until('2026-01-17T12:00:00+08:00');
  });
});

describe('叫应', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('at any hour; asked again after five minutes, the list with telephones after ten, what the telephone brought, and lifting', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', WARNING);
    world.expectSaid(
      '王芳',
      /将发叫应【N0001】：暴雨橙色预警.*\n对象：2镇 .*4人，要回复收到；另在2个镇工作群各发1条\n不受免打扰时段限制/s,
    );
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出4人');
    for (const room of ['青山镇安全', '石桥乡安全']) world.expectSaid(room, '【叫应 N0001】暴雨橙色预警');
    world.expectSaid('李卫东', '报告：安委办 王芳已发出叫应N0001，4人：暴雨橙色预警');
    const people = ['沈', '郑伟', '陈立', '丁立新', '马强'].slice(1);
    for (const who of people) world.expectSaid(who, '【叫应 N0001】暴雨橙色预警 19:30区气象台发布');
    await world.says('陈立', '收到');
    world.expectSaid('陈立', 'N0001已签收');

    await world.until('2026-07-18T19:46:00+08:00');
    for (const who of ['郑伟', '丁立新', '马强']) world.expectSaid(who, '请马上回复“收到”');
    await world.says('马强', '收到，已上岗');
    world.expectSaid('马强', 'N0001已签收');
    await world.until('2026-07-18T19:51:00+08:00');
    const list = world.expectSaid('王芳', 'N0001应答2/4，2人未应答：');
    expect(list.text).toContain('郑伟13800000103');
    await world.says('王芳', '郑伟 已通知');
    world.expectSaid('王芳', 'N0001已补记电话通知1人，还剩1人：丁立新');
    await world.says('丁立新', '收到');
    world.expectSaid('丁立新', 'N0001已签收');
    await world.until('2026-07-18T19:56:00+08:00');
    world.expectSaid('王芳', 'N0001签收4/4，已收齐');

    await world.until('2026-07-19T06:30:00+08:00');
    await world.says('王芳', '解除 N0001');
    world.expectSaid('王芳', 'N0001已解除，已通知4人');
    for (const who of people) world.expectSaid(who, '【解除 N0001】王芳');
    for (const room of ['青山镇安全', '石桥乡安全']) world.expectSaid(room, '【解除 N0001】王芳');
  });

  test('a warning without its source or the time it was issued is not passed on', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', '叫应 暴雨橙色预警，请青山镇立即上岗');
    world.expectSaid('王芳', '预警要写明谁在几点发布');
  });
});
