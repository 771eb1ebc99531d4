import { afterEach, describe, expect, test } from '@jest/globals';
import type { Feedback, FeedbackTable } from '../../domain/notices/feedback/feedback.ts';
import type { Receipt } from '../../domain/notices/notice.ts';
import { World } from '../support/world.ts';

const ROOM = '安宁区安委会成员单位';
const CALL =
  '叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗，21:00前报上岗和转移人数。对象：青山镇、石桥乡、南街镇联络员';
const CALLED = ['陈立', '马强', '赵敏'];

/** A call is said once in the own room of each unit as well. */
function inOwnRooms(world: World, words = '【叫应 N0001】'): void {
  for (const town of ['青山镇', '石桥乡', '南街镇']) world.expectSaid(`${town}安全`, words);
}

describe('feedback asked with a call', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  async function sent(words = CALL) {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', words);
    const draft = world.expectSaid('王芳', '将发叫应【N0001】');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出3人');
    inOwnRooms(world);
    world.expectSaid('李卫东', '已发出叫应N0001');
    for (const who of CALLED) world.expectSaid(who, '【叫应 N0001】');
    return draft;
  }

  test('the draft says what is asked; answers are receipts; the missing are reminded; at nine the author has the figures', async () => {
    const draft = await sent();
    expect(draft.text).toContain('另收反馈：上岗、转移人数（7月18日（周六）21:00前，3家各报一次）。不收请说“不用反馈”');

    await world.says('陈立', '转移12户31人');
    world.expectSaid('陈立', 'N0001已记青山镇：转移12户31人，谢谢');
    expect((await world.thing<Receipt>('receipt.N0001.chenli')).state).toBe('received');
    await world.says('赵敏', '南街镇上岗14人，转移0');
    world.expectSaid('赵敏', 'N0001已记南街镇：上岗14人，转移0，谢谢');
    await world.says('马强', '收到');
    world.expectSaid('马强', 'N0001已签收，谢谢');
    await world.until('2026-07-18T19:52:00+08:00');
    world.expectSaid('王芳', 'N0001签收3/3，已收齐');

    await world.until('2026-07-18T20:46:00+08:00');
    world.expectSaid('马强', 'N0001还没有看到石桥乡的反馈（转移人数）。请在21:00前直接回复，没有的写0');
    await world.says('马强', '需转移26户70人');
    world.expectSaid('马强', '没看出各报了多少，N0001请按“上岗几，转移几”写明，没有的写0');
    await world.until('2026-07-18T21:00:00+08:00');
    world.expectSaid('马强', 'N0001还没有看到石桥乡的反馈（转移人数）。21:00已到，请现在直接回复');
    const figures = world.expectSaid('王芳', 'N0001 上岗 3/3');
    expect(figures.text.split('\n')).toEqual([
      'N0001 上岗 3/3，南街镇 14人；转移：青山镇 12户31人，南街镇 0，合计12户31人；未报：石桥乡',
      '未报的电话：石桥乡 马强13800001102 值班0000-6270119。问到的请回复“石桥乡 数字”',
    ]);

    await world.says('王芳', '石桥乡 26户70人');
    world.expectSaid('王芳', 'N0001已记石桥乡：转移26户70人，谢谢');
    world.expectSaid(
      '王芳',
      'N0001 上岗 3/3，南街镇 14人；转移：青山镇 12户31人，石桥乡 26户70人，南街镇 0，合计38户101人',
    );
    await world.says('马强', '更正：转移27户71人');
    world.expectSaid('马强', 'N0001已记石桥乡：转移27户71人，谢谢');
    const { given } = await world.thing<Feedback>('feedback.N0001.shiqiao');
    expect(given.map(({ by, words }) => `${by} ${words}`)).toEqual([
      'person.wangfang 石桥乡 26户70人',
      'person.maqiang 更正：转移27户71人',
    ]);
    await world.until('2026-07-30T08:00:00+08:00');
    expect(await world.thing<Feedback>('feedback.N0001.shiqiao')).toMatchObject({ state: 'over' });
  });

  test('不用反馈 before it is sent: nothing is asked', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', CALL);
    world.expectSaid('王芳', '另收反馈');
    await world.says('王芳', '不用反馈');
    world.expectSaid('王芳', '好的，N0001不收反馈。发出请回复“发”');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出3人');
    world.expectSaid('李卫东', '已发出叫应N0001');
    inOwnRooms(world);
    for (const who of CALLED) {
      world.expectSaid(who, '【叫应 N0001】');
      await world.says(who, '收到');
      world.expectSaid(who, '已签收');
    }
    await world.until('2026-07-18T22:00:00+08:00');
    world.expectSaid('王芳', '已收齐');
  });

  test('each round has its own figures, 无变化 repeats them, and lifting ends it', async () => {
    await sent(CALL.replace('。对象', '，之后每小时更新一次。对象'));
    for (const [who, words] of [
      ['陈立', '转移十二户三十一人'],
      ['马强', '没有转移'],
      ['赵敏', '转移0'],
    ] as const) {
      await world.says(who, words);
      world.expectSaid(who, 'N0001已记');
    }
    await world.until('2026-07-18T20:00:00+08:00');
    world.expectSaid('王芳', '已收齐');
    await world.until('2026-07-18T21:02:00+08:00');
    world.expectSaid(
      '王芳',
      'N0001 上岗 3/3；转移：青山镇 十二户三十一人，石桥乡 0，南街镇 0，合计12户31人。22:00前更新一次',
    );
    await world.says('陈立', '转移15户40人');
    world.expectSaid('陈立', 'N0001已记青山镇：转移15户40人');
    await world.says('马强', '无变化');
    world.expectSaid('马强', 'N0001已记石桥乡：转移0，谢谢');
    await world.until('2026-07-18T21:46:00+08:00');
    world.expectSaid('赵敏', '请在22:00前更新一次，直接回复');
    await world.says('赵敏', '转移1户2人');
    world.expectSaid('赵敏', 'N0001已记南街镇：转移1户2人');
    await world.until('2026-07-18T22:02:00+08:00');
    world.expectSaid('王芳', '转移：青山镇 15户40人，石桥乡 0，南街镇 1户2人，合计16户42人。23:00前更新一次');
    const table = await world.thing<FeedbackTable>('feedback-table.N0001');
    expect(table.round).toBe(3);

    await world.says('王芳', '解除 N0001');
    world.expectSaid('王芳', 'N0001已解除');
    for (const who of CALLED) world.expectSaid(who, '解除');
    inOwnRooms(world, '【解除 N0001】');
    await world.until('2026-07-19T12:00:00+08:00');
  });

  test('in the group: silent where all is said, one line where something is missing or unclear; chatter stays chatter', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '@值守 通知各乡镇今天加强值守，今天16:00前报在岗人数、车辆数，收到请回复', { room: ROOM });
    world.expectSaid(ROOM, '另收反馈：在岗人数、车辆数（1月15日（周四）16:00前，4家各报一次）');
    await world.says('王芳', '发', { room: ROOM });
    world.expectSaid(ROOM, 'N0001已发出4人');
    const out = world.expectSaid(ROOM, '【通知 N0001】');

    await world.says('陈立', '青山镇在岗12人，车辆3台', { room: ROOM });
    await world.says('赵敏', '12，3', { room: ROOM, quote: out });
    world.expectSaid(ROOM, '没看出各报了多少，N0001请按“在岗几，车辆几”写明，没有的写0');
    await world.says('赵敏', '在岗12人', { room: ROOM, quote: out });
    world.expectSaid(ROOM, 'N0001已记南街镇：在岗12人。还差：车辆数');
    await world.says('赵敏', '车辆2辆', { room: ROOM });
    for (const words of ['3点在楼下集合', '12', '转移支付12万元已拨付', '在岗的都来一下', '今天车辆限行', '14人参加'])
      await world.says('马强', words, { room: ROOM });
    await world.says('周洁', '8人，2台', { room: ROOM, quote: out });
    expect((await world.thing<Receipt>('receipt.N0001.chenli')).state).toBe('received');

    await world.until('2026-01-15T11:01:00+08:00');
    world.expectSaid('马强', 'N0001还没有看到你的“收到”');
    await world.says('马强', '收到', { room: ROOM });
    await world.until('2026-01-15T16:00:00+08:00');
    world.expectSaid('王芳', 'N0001签收4/4，已收齐');
    world.expectSaid('马强', 'N0001还没有看到石桥乡的反馈（在岗人数、车辆数）。请在16:00前直接回复，没有的写0');
    world.expectSaid('马强', '16:00已到');
    world.expectSaid(
      '王芳',
      'N0001 在岗：青山镇 12人，南街镇 12人，高铺镇 8人，合计32人；车辆：青山镇 3台，南街镇 2辆，高铺镇 2台；未报：石桥乡',
    );
    await world.until('2026-01-20T12:00:00+08:00');
  });
});

describe('what is no answer to it goes where it went before', () => {
  test('a report on a task, 平安, a code, money, and what is asked of somebody else', async () => {
    const world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', CALL);
    world.expectSaid('王芳', '另收反馈');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出3人');
    world.expectSaid('李卫东', '已发出叫应N0001');
    inOwnRooms(world);
    for (const who of CALLED) world.expectSaid(who, '【叫应 N0001】');
    const without = new World('2026-07-18T19:40:00+08:00');
    for (const words of [
      'T0001 转移12户31人',
      '报 T0001 已转移12户31人',
      '平安',
      '619',
      '在岗 619',
      '转移支付12万元已拨付',
      '还没有转移',
      '石桥乡转移3户9人吗',
      '今天发现隐患3处，已整改',
      '我的待办',
      '谁值班',
    ]) {
      await world.says('陈立', words);
      await without.says('陈立', words);
      const before = without.transcript.at(-1)!.text;
      expect([words, world.expectSaid('陈立', before).text]).toEqual([words, before]);
    }
    // Somebody of a unit that was not called, and another unit's name.
    await world.says('周洁', '转移12户31人');
    world.expectSaid('周洁', /^(?!.*已记)/);
    expect((await world.thing<Feedback>('feedback.N0001.qingshan')).given).toEqual([]);
    world.expectSilence();
  });

  test('names for a meeting, by quote or number; a bare 收到 is only a receipt', async () => {
    const world = new World('2026-01-15T10:00:00+08:00');
    await world.says(
      '王芳',
      '发通知，1月16日下午3点在305开会，请青山镇、南街镇于1月16日12:00前反馈参会人员和联系电话。对象：青山镇、南街镇，收到请回复',
    );
    world.expectSaid('王芳', '另收反馈：参会人员、联系电话（1月16日（周五）12:00前，2家各报一次）');
    await world.says('王芳', '发');
    world.expectSaid('王芳', '已发出2人');
    const out = world.expectSaid('陈立', '【通知 N0001】');
    world.expectSaid('赵敏', '【通知 N0001】');
    await world.says('陈立', '收到', { quote: out });
    world.expectSaid('陈立', 'N0001已签收');
    await world.says('陈立', '吕刚、黄志明', { quote: out });
    world.expectSaid('陈立', 'N0001已记青山镇的反馈，谢谢');
    await world.says('赵敏', '参会人员：谢宇，联系电话13800000202');
    world.expectSaid('赵敏', 'N0001已记南街镇：联系电话13800000202，参会人员谢宇，谢谢'.slice(0, 10));
    await world.until('2026-01-16T12:00:00+08:00');
    world.expectSaid('王芳', '已收齐');
    world.expectSaid('王芳', /N0001 反馈2\/2：青山镇 吕刚、黄志明；南街镇 参会人员：谢宇/);
    world.expectSilence();
  });
});
