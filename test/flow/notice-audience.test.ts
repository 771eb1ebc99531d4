import { afterEach, describe, expect, test } from '@jest/globals';
import type { Feedback } from '../../domain/notices/feedback/feedback.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import type { Person } from '../../domain/people/office.ts';
import { aShift, onDuty } from '../support/shifts.ts';
import { sampleOffice, World } from '../support/world.ts';

const WARNING = '暴雨橙色预警 19:30区气象台发布，未来6小时青山镇、石桥乡、南街镇有大雨，请立即上岗';
const FIGURES = '21:00前报上岗和转移人数';
const TOWNS = ['青山镇', '石桥乡', '南街镇'];

function inOwnRooms(world: World, towns: readonly string[], words: string): void {
  for (const town of towns) world.expectSaid(`${town}安全`, words);
}

describe('a call to posts', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('of the towns it names: who holds them, who is on duty now, who watches points; who is lacking is said', async () => {
    const shift = aShift('2026-07-18', {
      people: ['xieyu'],
      unit: 'nanjie',
      startAt: new Date('2026-07-18T08:30:00+08:00'),
      endAt: new Date('2026-07-19T08:30:00+08:00'),
    });
    world = new World('2026-07-18T19:40:00+08:00', { things: [onDuty(shift)] });
    await world.says(
      '罗刚',
      `叫应 ${WARNING}，${FIGURES}。对象：三个镇 党委书记、镇长、分管、值班员、各地灾点和水库责任人`,
    );
    const draft = world.expectSaid('罗刚', '将发叫应【N0001】').text.split('\n');
    expect(draft.slice(1)).toEqual([
      '对象：3镇 郑伟、丁立新、沈国平、黄志明、高翔、唐海、谢宇、吕刚等9人，要回复收到；另在3个镇工作群各发1条',
      '另收反馈：上岗、转移人数（7月18日（周六）21:00前，3家各报一次）。不收请说“不用反馈”',
      '青山镇、石桥乡、南街镇没有登记党委书记；青山镇、石桥乡此刻值班表上没有值班员；' +
        '石桥乡、南街镇没有登记地灾点责任人；青山镇、南街镇没有登记水库责任人',
      '不受免打扰时段限制。未应答的10分钟后给你电话名单。发出请回复“发”',
    ]);
    await world.says('罗刚', '发');
    world.expectSaid('罗刚', 'N0001已发出9人和3个工作群，收齐告诉你');
    world.expectSaid('李卫东', '报告：');
    const called = ['郑伟', '丁立新', '沈国平', '黄志明', '高翔', '唐海', '谢宇', '吕刚', '龙海'];
    for (const who of called) world.expectSaid(who, `【叫应 N0001】${WARNING}`);
    inOwnRooms(
      world,
      TOWNS,
      `（防汛办 罗刚）。已逐人私聊，在私聊或本群回复“收到”都算。反馈请私聊值守，每个单位报一次即可`,
    );

    // In the own room of his town it counts without a word of the bot; in another's it does not.
    await world.says('郑伟', '收到', { room: '青山镇安全' });
    await world.says('丁立新', '收到', { room: '全区值班群' });
    expect((await world.thing<Receipt>('receipt.N0001.zhengwei')).state).toBe('received');
    expect((await world.thing<Receipt>('receipt.N0001.dinglixin')).state).toBe('sent');
    for (const who of called.filter((one) => one !== '郑伟' && one !== '龙海')) {
      await world.says(who, '收到');
      world.expectSaid(who, 'N0001已签收');
    }
    await world.until('2026-07-18T19:46:00+08:00');
    world.expectSaid('龙海', '请马上回复“收到”');
    await world.until('2026-07-18T19:51:00+08:00');
    world.expectSaid('马强', '龙海还没有应答，你是其AB角');
    world.expectSaid('罗刚', '石桥乡响水水库巡查责任人 龙海13800000302（已问其AB角 马强）');
    await world.says('罗刚', '龙海 打不通');
    world.expectSaid('罗刚', '龙海还没有通知到，N0001仍算未应答。可再打石桥乡值班0000-6270119');
    await world.says('马强', '收到');
    world.expectSaid('马强', '（代AB角 龙海）');
    world.expectSaid('罗刚', 'N0001签收9/9，已收齐\n本人未应答：龙海，其AB角 马强 已应答');
    await world.says('罗刚', '龙海 电话已通');
    world.expectSaid('罗刚', 'N0001已补记电话通知1人');
    expect((await world.thing<Receipt>('receipt.N0001.longhai')).state).toBe('by-phone');
    await world.says('罗刚', 'N0001 郑伟 已通知');
    world.expectSaid('罗刚', 'N0001郑伟已经应答，不用补记');
  });

  test('a count that does not fit what was named is asked about, and nothing is written down', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('罗刚', `叫应 ${WARNING}。对象：四个镇 镇长`);
    world.expectSaid('罗刚', '“四个镇”不知道指谁，通知还没有发。请写明单位或姓名再说一遍');
    await world.says('罗刚', `叫应 ${WARNING}。对象：三个镇 河长`);
    world.expectSaid('罗刚', '“河长”不知道指谁，通知还没有发');
    await world.says('罗刚', `叫应 ${WARNING}。对象：三个镇 值班员`);
    world.expectSaid(
      '罗刚',
      '青山镇、石桥乡、南街镇此刻值班表上没有值班员，发不出去。请写明发给谁再说一遍，或者先登记',
    );
  });
});

describe('a unit that has nobody to write to', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('is named in the draft, telephoned, and counted until somebody says that it knows', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', '叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗。对象：青山镇、梅林镇');
    const draft = world.expectSaid('王芳', '将发叫应【N0001】').text;
    expect(draft).toContain('对象：2镇 陈立1人，要回复收到；另在1个镇工作群各发1条，梅林镇没有本单位的群');
    expect(draft).toContain('\n梅林镇没有联络员，收不到，发出后给你电话\n');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出1人和1个工作群');
    world.expectSaid(
      '王芳',
      'N0001没有人可发的单位，请电话通知：梅林镇 值班0000-6280119\n电话通知到的请回复“梅林镇 已通知”',
    );
    world.expectSaid('李卫东', '报告：');
    world.expectSaid('陈立', '【叫应 N0001】');
    inOwnRooms(world, ['青山镇'], '【叫应 N0001】');
    await world.says('陈立', '收到');
    world.expectSaid('陈立', 'N0001已签收');
    await world.until('2026-07-18T19:51:00+08:00');
    world.expectSaid(
      '王芳',
      'N0001应答1/2，人都已应答\n没有人可发的单位：梅林镇 值班0000-6280119\n电话通知到的请回复“梅林镇 已通知”',
    );
    await world.says('王芳', '未签收 N0001');
    world.expectSaid('王芳', '收集中，签收1/2，未签收：梅林镇（没有人可发）');
    await world.says('王芳', '梅林镇 已通知');
    world.expectSaid('王芳', 'N0001已补记电话通知1家');
    world.expectSaid('王芳', 'N0001签收2/2，已收齐');
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({
      ...{ state: 'closed', closedBecause: 'complete' },
      vacant: [{ unit: 'unit.meilin', by: 'person.wangfang' }],
    });
    await world.says('王芳', '解除 N0001');
    world.expectSaid('王芳', 'N0001已解除');
    world.expectSaid('陈立', '【解除 N0001】');
    world.expectSaid('王芳', 'N0002没有人可发的单位，请电话通知：梅林镇 值班0000-6280119');
    inOwnRooms(world, ['青山镇'], '【解除 N0001】');
  });

  test('and nobody else: nothing is sent, and it says what is lacking', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '通知梅林镇明天上午8点停电检修，收到请回复');
    world.expectSaid('王芳', '梅林镇没有登记联络员，发不出去。请写明发给谁再说一遍，或者先登记');
  });

  test('of a pair of liaisons the one who can be written to is told', async () => {
    world = new World('2026-01-15T10:00:00+08:00', {
      office: sampleOffice().map((thing) =>
        thing.id === 'person.chenli' ? ({ ...thing, accounts: [] } as unknown as Person) : thing,
      ),
    });
    await world.says('王芳', '通知青山镇明天上午8点停电检修，收到请回复');
    expect(world.expectSaid('王芳', '将发通知【N0001】').text).toContain('对象：吕刚1人');
  });
});

describe('a correction that says something new', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  async function called(): Promise<void> {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('罗刚', `叫应 ${WARNING}，${FIGURES}。对象：青山镇、石桥乡`);
    await world.says('罗刚', '发');
    await world.says('陈立', '转移12户31人');
    world.ignoreSoFar();
  }

  test('a new limit, a new figure, more addressees: shown in one line; what was answered is not asked again', async () => {
    await called();
    await world.says('罗刚', '更正 N0001 雨量加大，22:00前报上岗、转移人数和车辆数。对象增加南街镇主要负责人、联络员');
    const draft = world.expectSaid('罗刚', '将发叫应【N0002】：更正N0001：雨量加大，22:00前报').text;
    expect(draft).toContain('\n改动：反馈时限21:00改为22:00，加报车辆数，对象增加沈国平、赵敏2人\n');
    await world.says('罗刚', '发');
    world.expectSaid('罗刚', 'N0002已发出4人和3个工作群');
    world.expectSaid('李卫东', '报告：');
    for (const who of ['陈立', '马强', '沈国平', '赵敏']) world.expectSaid(who, '已报过的数不用再报');
    inOwnRooms(world, TOWNS, '【叫应 N0002】更正N0001');
    expect(await world.thing<Feedback>('feedback.N0002.qingshan')).toMatchObject({ state: 'open', round: 1 });

    // The number of the first stands for the correction; one answer is for both.
    await world.says('陈立', 'N0001 车辆6台');
    world.expectSaid('陈立', 'N0002已记青山镇：转移12户31人，车辆6台，谢谢');
    await world.says('马强', '收到，转移0，车辆2台');
    world.expectSaid('马强', 'N0002已记石桥乡：转移0，车辆2台');
    await world.says('赵敏', '转移3户9人');
    world.expectSaid('赵敏', 'N0002已记南街镇：转移3户9人。还差：车辆数');
    await world.says('沈国平', '收到');
    world.expectSaid('沈国平', 'N0002已签收');
    world.expectSaid('罗刚', 'N0002签收4/4，已收齐');
    // Nothing more of the first: not at its limit, nor before.
    await world.until('2026-07-18T21:40:00+08:00');
    world.expectSilence();
    await world.until('2026-07-18T21:46:00+08:00');
    world.expectSaid('赵敏', 'N0002还没有看到南街镇的反馈（车辆数）。请在22:00前直接回复');
    await world.says('赵敏', '车辆4台');
    world.expectSaid('赵敏', 'N0002已记南街镇：转移3户9人，车辆4台');
    await world.until('2026-07-18T22:01:00+08:00');
    world.expectSaid(
      '罗刚',
      'N0002 上岗 4/4；转移：青山镇 12户31人，石桥乡 0，南街镇 3户9人，合计15户40人；' +
        '车辆：青山镇 6台，石桥乡 2台，南街镇 4台，合计12台',
    );
  });

  test('only by when: everybody hears it, and who has received the first need not say so again', async () => {
    await called();
    await world.says('罗刚', '更正 N0001 报送时限改为21:30，22:00前更新一次');
    const draft = world.expectSaid('罗刚', '将发叫应【N0002】').text;
    expect(draft).toContain(
      '对象：N0001发给的2人，已回复收到的不用再回；发出后不再催N0001\n改动：反馈时限21:00改为21:30\n',
    );
    await world.says('罗刚', '发');
    world.expectSaid('罗刚', 'N0002已发出2人');
    world.expectSaid('李卫东', '报告：');
    for (const who of ['陈立', '马强']) world.expectSaid(who, '以本条为准。回复过“收到”的不用再回');
    inOwnRooms(world, ['青山镇', '石桥乡'], '【叫应 N0002】更正N0001');
    await world.until('2026-07-18T19:46:00+08:00');
    world.expectSaid('马强', 'N0002还没有看到你的“收到”');
    await world.says('马强', '收到，转移0');
    world.expectSaid('马强', 'N0002已记石桥乡：转移0');
    world.expectSaid('罗刚', 'N0002签收2/2，已收齐');
    await world.until('2026-07-18T21:30:00+08:00');
    world.expectSaid('罗刚', 'N0002 上岗 2/2；转移：青山镇 12户31人，石桥乡 0，合计12户31人。22:00前更新一次');
    await world.says('罗刚', '解除 N0002');
    world.ignoreSoFar();
  });

  test('and everybody has received the first already: it is complete at once', async () => {
    await called();
    await world.says('马强', '收到');
    world.ignoreSoFar();
    await world.says('罗刚', '更正 N0001 22:00前报');
    await world.says('罗刚', '发');
    world.expectSaid('罗刚', 'N0002签收2/2，已收齐');
    world.ignoreSoFar();
    await world.says('罗刚', '解除 N0002');
    world.ignoreSoFar();
  });

  test('where it says nothing about figures, the first goes on asking', async () => {
    await called();
    await world.says('罗刚', '更正 N0001 雨量改为80—120毫米');
    expect(world.expectSaid('罗刚', '将发叫应【N0002】').text).not.toContain('改动');
    await world.says('罗刚', '发');
    world.ignoreSoFar();
    for (const who of ['陈立', '马强']) await world.says(who, 'N0002收到');
    world.ignoreSoFar();
    await world.says('马强', '转移0');
    world.expectSaid('马强', 'N0001已记石桥乡：转移0');
    await world.until('2026-07-18T21:01:00+08:00');
    world.expectSaid('罗刚', 'N0001 上岗 2/2；转移：青山镇 12户31人，石桥乡 0，合计12户31人');
  });

  test('whom it is to go to besides must be known', async () => {
    await called();
    await world.says('罗刚', '更正 N0001 雨量加大。对象增加南山镇');
    world.expectSaid('罗刚', '“南山镇”不知道指谁');
    for (const who of ['陈立', '马强']) await world.says(who, 'N0001收到');
    world.ignoreSoFar();
  });
});
