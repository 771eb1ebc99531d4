import { afterEach, describe, expect, test } from '@jest/globals';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import { World } from '../support/world.ts';

const ROOM = '安宁区安委会成员单位';
const RED = '暴雨红色预警 19:30区气象台发布，请立即上岗';

async function powerCut(world: World, units = '青山镇、南街镇'): Promise<void> {
  await world.says('王芳', `@值守 通知${units}明天上午8点停电检修，收到请回复`, { room: ROOM });
  await world.says('王芳', '发', { room: ROOM });
  world.ignoreSoFar();
}

async function call(world: World, whom: string): Promise<void> {
  await world.says('王芳', `叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗。对象：${whom}`);
  await world.says('王芳', '发');
  world.ignoreSoFar();
}

/** A call is said once in the own room of each unit as well. */
function inOwnRooms(world: World, towns: readonly string[], words = '【叫应'): void {
  for (const town of towns) world.expectSaid(`${town}安全`, words);
}

describe('更正', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('goes where the first went, and everybody answers again: who had answered too; nobody hears of the old words', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await powerCut(world);
    await world.says('陈立', '收到', { room: ROOM });
    await world.fastForward(10, 'minute');
    await world.says('王芳', 'N0001更正一下，停电改为上午10点到12点');
    const draft = world.expectSaid('王芳', '将发通知【N0002】：更正N0001：停电改为上午10点到12点');
    expect(draft.text).toContain('N0001原文：明天上午8点停电检修\n对象：N0001发给的2人，要重新回复收到');
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'sent' });

    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0002已发出2人，收齐告诉你');
    const out = world.expectSaid(ROOM, '【通知 N0002】更正N0001：停电改为上午10点到12点（安委办 王芳）');
    expect(out.text).toContain('N0001原文：明天上午8点停电检修\n以本条为准。回复过的也请重新回复“收到”');
    expect(out.mentions).toEqual(['陈立', '赵敏']);
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'closed', correctedBy: 'notice.N0002' });
    expect(await world.thing<Notice>('notice.N0002')).toMatchObject({ state: 'sent', corrects: 'notice.N0001' });
    expect(await world.thing<Receipt>('receipt.N0001.zhaomin')).toMatchObject({ state: 'unanswered' });

    await world.says('赵敏', 'N0001收到');
    world.expectSaid('赵敏', 'N0001已由N0002更正，请看N0002，回复“N0002 收到”');
    await world.says('赵敏', '收到');
    world.expectSaid('赵敏', 'N0002已签收，谢谢');
    await world.until('2026-01-15T11:10:00+08:00');
    world.expectSaid('陈立', 'N0002还没有看到你的“收到”：更正N0001：停电改为上午10点到12点');
    await world.says('王芳', 'N0001');
    world.expectSaid('王芳', '已由N0002更正，以N0002为准\n已结束，签收1/2，未应答：赵敏');
    await world.says('王芳', 'N0002');
    world.expectSaid('王芳', '更正的是N0001\n收集中，签收1/2，未签收：陈立');
    await world.says('陈立', '收到', { room: ROOM });
    await world.until('2026-01-15T11:30:00+08:00');
    world.expectSaid('王芳', 'N0002签收2/2，已收齐');
    await world.until('2026-01-24T12:00:00+08:00');
  });

  test('everybody had answered already, and has to answer again; confirmed at night it goes in the morning', async () => {
    world = new World('2026-01-15T16:00:00+08:00');
    await powerCut(world, '青山镇');
    await world.says('陈立', '收到', { room: ROOM });
    await world.until('2026-01-15T16:30:00+08:00');
    world.expectSaid('王芳', 'N0001签收1/1，已收齐');
    await world.until('2026-01-15T21:00:00+08:00');
    await world.says('王芳', '更正 N0001 停电取消');
    world.expectSaid('王芳', '要重新回复收到');
    await world.says('王芳', '发');
    world.expectSaid('王芳', '现在不是发通知的时间，N0002将在1月16日（周五）08:00发给1人');
    await world.until('2026-01-16T08:01:00+08:00');
    world.expectSaid(ROOM, '更正N0001：停电取消');
    await world.says('陈立', '收到', { room: ROOM });
    await world.until('2026-01-16T09:30:00+08:00');
    world.expectSaid('王芳', 'N0002签收1/1，已收齐');
  });

  test('a correction is of the latest words; what is over, not sent or somebody else’s gets a line', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '通知青山镇明天上午8点停电检修，收到请回复');
    world.expectSaid('王芳', '将发通知【N0001】');
    await world.says('王芳', '更正 N0001 改为9点');
    world.expectSaid('王芳', 'N0001还没有发出，不用更正。请回复“取消 N0001”，再把改好的说一遍');
    await world.says('王芳', '取消 N0001');
    world.expectSaid('王芳', 'N0001没有发出，已取消');
    await world.says('王芳', '更正 N0001 改为9点');
    world.expectSaid('王芳', 'N0001没有发出，不用更正');
    await world.says('王芳', '更正 N0009 改为9点');
    world.expectSaid('王芳', '没有找到N0009');

    await powerCut(world);
    await world.says('陈立', '更正 N0002 改为9点');
    world.expectSaid('陈立', '请联系安委办王芳办理');
    await world.says('王芳', '更正 N0002');
    world.expectSaid('王芳', '更正成什么？请写在后面，例如“更正 N0002 集合时间改为15:00”');
    for (const words of ['改为9点', '改为10点']) await world.says('王芳', `更正 N0002 ${words}`);
    world.ignoreSoFar();
    await world.says('王芳', '确认 N0003');
    world.expectSaid('王芳', 'N0003已发出2人');
    world.expectSaid(ROOM, '更正N0002：改为9点');
    await world.says('王芳', '确认 N0004');
    world.expectSaid('王芳', 'N0002已由N0003更正，要再改请更正N0003');
    await world.says('王芳', '解除 N0002');
    world.expectSaid('王芳', 'N0002已由N0003更正，要解除请说“解除 N0003”');
    await world.says('王芳', '解除 N0003');
    world.expectSaid('王芳', 'N0003已解除，已通知2人');
    world.expectSaid(ROOM, '【解除 N0003】王芳');
    await world.says('王芳', '更正 N0003 改为11点');
    world.expectSaid('王芳', 'N0003已经解除，不能更正。有变化请另发通知');
    await world.says('王芳', 'N0003');
    world.expectSaid('王芳', '更正的是N0002\n已由N0005解除\n已结束，签收0/2，未应答：陈立、赵敏');
    await world.says('王芳', 'N0005');
    world.expectSaid('王芳', '【N0005】解除N0003\n解除的是N0003\n已结束');
    await world.until('2026-01-24T12:00:00+08:00');
  });
});

describe('@所有人', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  const PEOPLE = ['陈立', '马强'];
  async function draftForAll(): Promise<void> {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', `@值守 叫应 ${RED}，@所有人。对象：青山镇、石桥乡`, { room: ROOM });
    const draft = world.expectSaid(ROOM, `将发叫应【N0001】：${RED}\n`);
    expect(draft.text).toMatch(/@所有人要领导同意，回复“发”后就去请示；不等请示请回复“发，不@所有人”$/);
  }
  async function askLeader(): Promise<void> {
    await world.says('王芳', '发', { room: ROOM });
    world.expectSaid(ROOM, 'N0001要@所有人，已请李卫东同意，同意后发出。不等请回复“不@所有人”，马上发');
    const asked = world.expectSaid('李卫东', `安委办 王芳请求在“${ROOM}”群@所有人，2人：\n【叫应 N0001】${RED}`);
    expect(asked.text).toContain('请回复“同意 N0001”，或者“不同意 N0001 原因”');
    expect(await world.thing<Notice>('notice.N0001')).toMatchObject({ state: 'pending', handedOut: 0 });
  }

  test('waits for a leader; with the leader’s 同意 each is called and the whole room is', async () => {
    await draftForAll();
    await askLeader();
    await world.says('陈立', '同意 N0001');
    world.expectSaid('陈立', '请联系安宁区政府李卫东办理');
    await world.says('李卫东', '同意');
    world.expectSaid('李卫东', '已同意，N0001已发出2人');
    inOwnRooms(world, ['青山镇', '石桥乡']);
    world.expectSaid('王芳', '李卫东同意@所有人，N0001已发出2人，收齐告诉你');
    const inRoom = world.expectSaid(ROOM, `@所有人 【叫应 N0001】${RED}（安委办 王芳）。请回复“收到”`);
    expect(inRoom.mentions).toEqual(PEOPLE);
    for (const who of PEOPLE) world.expectSaid(who, `【叫应 N0001】${RED}`);
    await world.says('陈立', '收到', { room: ROOM });
    await world.says('马强', '收到');
    world.expectSaid('马强', 'N0001已签收');
    world.expectSaid('王芳', 'N0001签收2/2，已收齐');
    await world.says('李卫东', '同意 N0001');
    world.expectSaid('李卫东', 'N0001没有等待同意的事');
  });

  test('不同意 leaves the draft to its author, who sends it without', async () => {
    await draftForAll();
    await askLeader();
    await world.says('李卫东', '不同意 N0001 先逐个叫应');
    world.expectSaid('李卫东', '已告诉王芳：N0001不@所有人');
    world.expectSaid('王芳', '李卫东不同意@所有人，原因：先逐个叫应。N0001没有发出；不@所有人发出请回复“发”');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出2人');
    inOwnRooms(world, ['青山镇', '石桥乡']);
    world.expectSaid('李卫东', '报告：安委办 王芳已发出叫应N0001');
    for (const who of PEOPLE) world.expectSaid(who, '【叫应 N0001】');
  });

  test('no answer: the author hears it, loses nothing, and goes on without', async () => {
    await draftForAll();
    await askLeader();
    await world.until('2026-07-18T19:50:00+08:00');
    world.expectSaid(
      '王芳',
      'N0001@所有人等了10分钟还没有答复，没有发出。可以电话请示；不等请回复“不@所有人”，马上发给2人',
    );
    await world.says('王芳', '不@所有人');
    world.expectSaid('王芳', 'N0001已发出2人');
    inOwnRooms(world, ['青山镇', '石桥乡']);
    world.expectSaid('李卫东', '报告：');
    for (const who of PEOPLE) world.expectSaid(who, '【叫应 N0001】');
    await world.says('李卫东', '同意 N0001');
    world.expectSaid('李卫东', 'N0001没有等待同意的事');
  });

  test('nobody ever says anything: after a day it ends unsent, and its author hears it', async () => {
    await draftForAll();
    await askLeader();
    await world.until('2026-07-18T20:00:00+08:00');
    world.expectSaid('王芳', 'N0001@所有人等了10分钟还没有答复');
    await world.until('2026-07-19T19:41:00+08:00');
    world.expectSaid('王芳', 'N0001一天内没有得到@所有人的同意，没有发出。还要发请重新说一遍');
    await world.says('王芳', 'N0001');
    world.expectSaid('王芳', '没有发出，已取消');
  });

  test('is not for other notices, nor outside the room: one line says so, and it can be sent all the same', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await world.says('王芳', '@值守 全员通知：明天上午8点停电检修，收到请回复', { room: ROOM });
    const draft = world.expectSaid(ROOM, '将发通知【N0001】：明天上午8点停电检修');
    expect(draft.text).toMatch(/@所有人只用于叫应和红色预警，这条不@所有人，照样可以发$/);
    await world.says('王芳', '取消', { room: ROOM });
    world.expectSaid(ROOM, '已取消');
    await world.says('王芳', `@所有人 叫应 ${RED}。对象：青山镇`);
    world.expectSaid('王芳', '@所有人要在有关单位都在的群里说，这条不@所有人，照样可以发');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0002已发出1人');
    inOwnRooms(world, ['青山镇']);
    world.expectSaid('李卫东', '报告：');
    expect(world.expectSaid('陈立', '【叫应 N0002】').text).not.toContain('@所有人');
  });

  test('a red warning in the room of those concerned: one message there, the whole room called', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', `@值守 发布预警：各乡镇：${RED}，收到请回复，@所有人`, { room: ROOM });
    world.expectSaid(ROOM, '@所有人要领导同意');
    await world.says('王芳', '发', { room: ROOM });
    world.expectSaid(ROOM, 'N0001要@所有人，已请李卫东同意');
    world.expectSaid('李卫东', '请求在');
    await world.says('李卫东', '同意 N0001');
    world.expectSaid('李卫东', '已同意');
    world.expectSaid('王芳', '李卫东同意@所有人');
    const out = world.expectSaid(ROOM, `@所有人 【预警 N0001】${RED}`);
    expect(out.mentions).toEqual(['陈立', '赵敏', '马强', '周洁']);
    for (const who of out.mentions) await world.says(who, '收到', { room: ROOM });
    world.expectSaid('王芳', 'N0001签收4/4，已收齐');
  });

  test('no leader can be written to: it is not asked for, and nothing waits in silence', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    const leader = (await world.office()).people.get('person.liweidong')!;
    await world.save([{ ...leader, accounts: [] } as typeof leader]);
    await world.says('王芳', `@值守 叫应 ${RED}，@所有人。对象：青山镇`, { room: ROOM });
    world.expectSaid(ROOM, '没有能私聊到的领导同意@所有人，这条不@所有人，照样可以发');
    await world.says('王芳', '发', { room: ROOM });
    world.expectSaid(ROOM, 'N0001已发出1人');
    inOwnRooms(world, ['青山镇']);
    world.expectSaid('陈立', '【叫应 N0001】');
  });

  test('a leader’s own word is enough', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('李卫东', `@值守 叫应 ${RED}，@所有人。对象：青山镇`, { room: ROOM });
    world.expectSaid(ROOM, '发出时在群里@所有人；不要请回复“发，不@所有人”');
    await world.says('李卫东', '发', { room: ROOM });
    world.expectSaid(ROOM, 'N0001已发出1人');
    inOwnRooms(world, ['青山镇']);
    world.expectSaid(ROOM, '@所有人 【叫应 N0001】');
    world.expectSaid('陈立', '【叫应 N0001】');
  });
});

describe('再提醒', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('asks those who have not answered once more; three rounds with those of the ladder are enough', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await powerCut(world);
    await world.says('赵敏', '收到', { room: ROOM });
    await world.fastForward(10, 'minute');
    await world.says('陈立', '再提醒 N0001');
    world.expectSaid('陈立', '请联系');
    await world.says('王芳', '再提醒 N0001');
    world.expectSaid('王芳', '已私下提醒N0001没有签收的1人');
    world.expectSaid('陈立', 'N0001还没有看到你的“收到”');
    await world.says('王芳', '再提醒 N0001');
    world.expectSaid('王芳', 'N0001不再加提醒，没有应答的请打电话。名单请说“未签收 N0001”');
    await world.says('陈立', '收到');
    world.expectSaid('陈立', 'N0001已签收');
    await world.fastForward(10, 'minute');
    world.expectSaid('王芳', '已收齐');
    await world.says('王芳', '再提醒 N0001');
    world.expectSaid('王芳', 'N0001没有要提醒的人');
  });
});

describe('ending with a reason', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('by its author: the rest is 未应答, is not asked again, and a late answer still counts', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await powerCut(world);
    await world.says('陈立', '收到', { room: ROOM });
    await world.says('王芳', 'N0001不用再等了');
    world.expectSaid('王芳', '请写明原因，例如“N0001不用再等了，原因：其余人电话已通知”');
    await world.says('刘峰', '关闭 N0001 都知道了');
    world.expectSaid('刘峰', 'N0001由发起人王芳或者领导结束');
    await world.says('王芳', 'N0001不用再等了，原因：赵敏已当面通知');
    world.expectSaid('王芳', 'N0001已结束收集，原因：赵敏已当面通知。签收1/2，未应答1人：赵敏。不再提醒');
    await world.until('2026-01-16T12:00:00+08:00');
    await world.says('王芳', '未签收 N0001');
    world.expectSaid('王芳', '王芳结束收集，原因：赵敏已当面通知，签收1/2，未应答：赵敏');
    await world.says('赵敏', 'N0001收到');
    world.expectSaid('赵敏', 'N0001已签收，谢谢');
    await world.says('王芳', 'N0001');
    world.expectSaid('王芳', '签收2/2');
    await world.says('王芳', '更正 N0001 改为9点');
    world.expectSaid('王芳', 'N0001已经结束，不能更正。有变化请另发通知');
  });

  test('of a call only by a leader; its author and a caller hear who may', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await call(world, '青山镇主要负责人、联络员');
    await world.fastForward(1, 'minute');
    await world.says('王芳', 'N0001不用再等了，原因：郑伟在飞机上');
    world.expectSaid('王芳', 'N0001是叫应，要全部应答才结束；提前结束由领导说明原因，请联系安宁区政府李卫东');
    await world.says('李卫东', '关闭 N0001');
    world.expectSaid('李卫东', '请写明原因');
    await world.says('李卫东', '关闭 N0001 郑伟在飞机上，已由黄志明负责');
    world.expectSaid(
      '李卫东',
      'N0001已结束收集，原因：郑伟在飞机上，已由黄志明负责。签收0/2，未应答2人：陈立、郑伟。不再提醒',
    );
    world.expectSaid('王芳', '李卫东结束了N0001的收集，原因：郑伟在飞机上，已由黄志明负责。签收0/2，未应答2人');
    expect(await world.thing<Receipt>('receipt.N0001.chenli')).toMatchObject({ state: 'unanswered' });
    await world.until('2026-07-19T12:00:00+08:00');
  });
});

describe('A and B of a post', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('by the time of the list the other is asked too, once, and his answer counts for the pair; the list says so', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await call(world, '青山镇、石桥乡主要负责人、联络员');
    await world.until('2026-07-18T19:46:00+08:00');
    world.ignoreSoFar();
    await world.says('丁立新', '收到');
    await world.says('郑伟', '收到');
    world.ignoreSoFar();

    await world.until('2026-07-18T19:50:00+08:00');
    world.expectSaid('吕刚', '陈立还没有应答，你是其AB角，请代为落实并回复“收到”：\n【叫应 N0001】暴雨橙色预警');
    world.expectSaid('龙海', '马强还没有应答，你是其AB角');
    const list = world.expectSaid('王芳', 'N0001应答2/4，2人未应答：');
    expect(list.text).toContain(
      '青山镇应急站站长 陈立13800000101（已问其AB角 吕刚）；石桥乡应急站站长 马强13800001102（已问其AB角 龙海）',
    );

    await world.says('吕刚', '收到');
    world.expectSaid('吕刚', 'N0001已签收，谢谢（代AB角 陈立）');
    await world.until('2026-07-18T20:05:00+08:00');
    const second = world.expectSaid('王芳', 'N0001应答3/4，1人未应答：');
    expect(second.text).toContain('本人未应答：陈立，其AB角 吕刚 已应答');
    await world.says('马强', '收到');
    world.expectSaid('马强', 'N0001已签收');
    world.expectSaid('王芳', 'N0001签收4/4，已收齐\n本人未应答：陈立，其AB角 吕刚 已应答');
    await world.says('陈立', 'N0001收到');
    world.expectSaid('陈立', 'N0001已签收');
    expect(await world.thing<Receipt>('receipt.N0001.chenli')).toMatchObject({ receivedBy: 'person.chenli' });
    await world.until('2026-07-19T12:00:00+08:00');
  });

  test('both are called: the word of one counts for the other at the time of the list; who has no other is only on the list', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await call(world, '陈立、吕刚、郑伟');
    await world.says('吕刚', '收到');
    world.expectSaid('吕刚', 'N0001已签收，谢谢');
    await world.until('2026-07-18T19:46:00+08:00');
    for (const who of ['陈立', '郑伟']) world.expectSaid(who, 'N0001还没有看到你的“收到”');
    await world.until('2026-07-18T19:51:00+08:00');
    const list = world.expectSaid('王芳', /N0001应答[12]\/3/);
    expect(list.text).toContain('镇长 郑伟13800000103');
    expect(list.text).not.toContain('郑伟13800000103（');
    expect(await world.thing<Receipt>('receipt.N0001.chenli')).toMatchObject({ receivedBy: 'person.lvgang' });
  });

  test('whoever was asked in place of the other may say so in as many words, A for B as well', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await call(world, '龙海');
    await world.says('马强', '代龙海收到');
    world.expectSaid('马强', '代签收只能由');
    await world.until('2026-07-18T19:51:00+08:00');
    world.expectSaid('马强', '龙海还没有应答，你是其AB角');
    world.ignoreSoFar();
    await world.says('马强', 'N0001 代龙海收到');
    world.expectSaid('马强', 'N0001已签收，谢谢（代AB角 龙海）');
    world.ignoreSoFar();
  });

  test('the other is on leave: nobody disturbs him, and the list says so', async () => {
    world = new World('2026-07-18T09:00:00+08:00');
    await world.says('王芳', '吕刚7月17日到20日出差');
    await world.until('2026-07-18T19:40:00+08:00');
    await call(world, '青山镇');
    await world.until('2026-07-18T19:46:00+08:00');
    world.expectSaid('陈立', 'N0001还没有看到你的“收到”');
    await world.until('2026-07-18T19:51:00+08:00');
    world.expectSaid('王芳', '应急站站长 陈立13800000101（其AB角 吕刚 请假）');
  });

  test('an outage at the time of the list: the other is asked once it is over', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    await call(world, '青山镇');
    await world.away('2026-07-18T20:10:00+08:00');
    await world.until('2026-07-18T20:11:00+08:00');
    world.expectSaid('陈立', '（补发）N0001还没有看到你的“收到”');
    world.expectSaid('吕刚', /^（补发）陈立还没有应答，你是其AB角/);
    world.expectSaid('王芳', '（已问其AB角 吕刚）');
  });

  test('an ordinary notice asks nobody else', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await powerCut(world, '青山镇');
    await world.until('2026-01-15T17:30:00+08:00');
    for (let times = 0; times < 2; times++) world.expectSaid('陈立', 'N0001还没有看到你的“收到”');
    world.expectSaid('王芳', 'N0001应答0/1，1人未应答：\n青山镇应急站站长 陈立13800000101\n');
  });
});

describe('代…收到', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('only of the liaison B; of a call only of the other of the pair', async () => {
    world = new World('2026-01-15T10:00:00+08:00');
    await powerCut(world);
    await world.says('黄志明', '代陈立收到');
    world.expectSaid(
      '黄志明',
      '代签收只能由陈立所在单位的联络员B角说。请陈立本人回复“收到”，或者由发起人电话通知后登记',
    );
    await world.says('谢宇', '代陈立收到 N0001');
    world.expectSaid('谢宇', '代签收只能由陈立所在单位的联络员B角说');
    await world.says('吕刚', '代陈立收到');
    world.expectSaid('吕刚', 'N0001已签收，谢谢（代AB角 陈立）');
    await world.says('吕刚', '代陈立收到 N0001');
    world.expectSaid('吕刚', 'N0001没有等陈立的回执，不用代签收');
    await world.says('吕刚', '代陈立收到', { room: '青山镇安全' });
    expect(await world.thing<Receipt>('receipt.N0001.chenli')).toMatchObject({ receivedBy: 'person.lvgang' });
    await world.says('赵敏', '收到', { room: ROOM });
    world.expectSaid('王芳', 'N0001签收2/2，已收齐\n本人未应答：陈立，其AB角 吕刚 已应答');

    await call(world, '青山镇主要负责人、联络员');
    await world.says('吕刚', '代郑伟收到');
    world.expectSaid('吕刚', 'N0002是叫应，要郑伟本人或其AB角应答。已电话通知的，请发起人登记“郑伟 已通知”');
    await world.says('王芳', 'N0002 郑伟 已通知');
    world.expectSaid('王芳', 'N0002已补记电话通知1人，还剩1人：陈立');
    await world.says('吕刚', '代陈立收到');
    world.expectSaid('吕刚', 'N0002已签收');
    world.expectSaid('王芳', 'N0002签收2/2，已收齐');
  });
});

describe('whoever cannot be written to', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('is on the list for the telephone at once', async () => {
    world = new World('2026-07-18T19:40:00+08:00');
    const office = await world.office();
    const zhengwei = office.people.get('person.zhengwei')!;
    await world.save([{ ...zhengwei, accounts: [] } as typeof zhengwei]);
    await world.says('王芳', `叫应 ${RED}。对象：青山镇主要负责人、联络员`);
    world.expectSaid('王芳', '私聊发不到：郑伟，发出后给你电话');
    await world.says('王芳', '发');
    world.expectSaid('王芳', 'N0001已发出2人');
    inOwnRooms(world, ['青山镇']);
    world.expectSaid(
      '王芳',
      'N0001有1人发不到，请电话通知：\n青山镇镇长 郑伟13800000103\n电话通知到的请回复“姓名 已通知”',
    );
    world.expectSaid('陈立', '【叫应 N0001】');
    world.expectSaid('李卫东', '报告：');
    await world.says('王芳', '郑伟 已通知');
    world.expectSaid('王芳', 'N0001已补记电话通知1人，还剩1人：陈立');
    await world.says('陈立', '收到');
    world.ignoreSoFar();
  });
});

describe('解除 with a number and a warning', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  async function warned(): Promise<void> {
    world = new World('2026-07-18T19:40:00+08:00');
    await world.says('王芳', '启动 暴雨橙色预警');
    await call(world, '青山镇');
  }

  test('lifts both, in one answer', async () => {
    await warned();
    await world.says('王芳', '解除 N0001 暴雨橙色预警');
    world.expectSaid('王芳', /^N0001已解除，已通知1人，全程记录可说“导出 N0001”\n.*暴雨橙色预警/);
    world.expectSaid('陈立', '【解除 N0001】王芳');
    inOwnRooms(world, ['青山镇'], '【解除 N0001】');
    await world.says('王芳', '解除 暴雨橙色预警');
    world.expectSaid('王芳', '暴雨橙色预警');
  });

  test('whoever may only lift the notice hears who ends the warning', async () => {
    await warned();
    await world.says('罗刚', '解除 N0001 暴雨橙色预警');
    world.expectSaid(
      '罗刚',
      'N0001已解除，已通知1人，全程记录可说“导出 N0001”\n暴雨橙色预警的加强值守由安委办王芳解除',
    );
    world.expectSaid('陈立', '【解除 N0001】罗刚');
    inOwnRooms(world, ['青山镇'], '【解除 N0001】');
    world.expectSaid('王芳', '罗刚已解除N0001');
  });
});
