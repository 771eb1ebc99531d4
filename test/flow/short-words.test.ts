import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { issuedWorld, ORDER, ROOM } from '../support/issued.ts';
import { World } from '../support/world.ts';

const START = '2026-01-15T10:12:00+08:00';
const LIST = '@值守 1、各乡镇1月20日前报烟花爆竹零售点台账；2、公安局、供销社1月22日前联合开展一次夜查';

describe('a draft is answered in the words that people use', () => {
  let world: World;

  beforeEach(() => {
    world = new World(START);
  });
  afterEach(() => world.expectSilence());

  test.each(['嗯确认', '嗯，确认', '好的确认', '是的，我确认', '确认没问题'])('%s hands it out', async (words) => {
    await world.says('李卫东', '@值守 请各乡镇1月20日前报烟花爆竹零售点台账', { room: ROOM });
    await world.says('李卫东', words, { room: ROOM });
    world.expectSaid(ROOM, '已记为任务草稿');
    world.expectSaid(ROOM, '已下达T0001');
  });

  test('不对 and who leads instead changes who leads', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    await world.says('李卫东', '不对，牵头是公安局', { room: ROOM });
    world.expectSaid(ROOM, '牵头：应急局');
    world.expectSaid(ROOM, /^已改[\s\S]*牵头：公安局/);
    expect((await world.thing<Task>('task.T0001')).executors).toHaveLength(5);
  });

  test('a unit that need not report is struck out, and the others stay', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    await world.says('李卫东', '高铺镇不用报了', { room: ROOM });
    world.expectSaid(ROOM, '经开区（5家）');
    world.expectSaid(ROOM, '承办：青山镇、南街镇、石桥乡、经开区（4家）');
  });

  test('a unit that is left out with the confirmation gets nothing', async () => {
    await world.says('李卫东', '@值守 请各乡镇1月20日前报烟花爆竹零售点台账', { room: ROOM });
    await world.says('李卫东', '确认，高铺镇除外', { room: ROOM });
    world.expectSaid(ROOM, '（4家）');
    world.expectSaid(ROOM, /已下达T0001[\s\S]*3家承办单位/);
    expect((await world.thing<Task>('task.T0001')).executors).toEqual(['unit.qingshan', 'unit.nanjie', 'unit.shiqiao']);
  });

  test.each(['各乡镇（不含石桥乡）1月20日前报台账', '除石桥乡外，各乡镇1月20日前报台账'])(
    '%s leaves that one out',
    async (words) => {
      await world.says('王芳', words);
      world.expectSaid('王芳', '承办：青山镇、南街镇、高铺镇（3家）');
    },
  );

  test('another day in so many words moves the deadline of the draft', async () => {
    await world.says('王芳', '请青山镇1月20日前报台账');
    await world.says('王芳', '周二太早，改下周四');
    world.expectSaid('王芳', '1月20日（周二）');
    world.expectSaid('王芳', '时限：1月22日（周四）17:30');
  });

  test('of two orders the one whose clause strikes it is dropped, not the one that is named first', async () => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', '可以，第一条照发，第二条不要了', { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, '已取消草稿T0002');
    world.expectSaid(ROOM, '已下达T0001');
  });

  test('a day that is only about is asked for, and nothing goes out before', async () => {
    await world.says('李卫东', ORDER, { room: ROOM });
    await world.says('李卫东', '时限改到1月下旬前后', { room: ROOM });
    await world.says('李卫东', '确认', { room: ROOM });
    world.ignoreSoFar();
    expect((await world.thing<Task>('task.T0001')).state).toBe('draft');
    await world.says('李卫东', '1月28日', { room: ROOM });
    world.expectSaid(ROOM, /已改[\s\S]*时限：1月28日（周三）17:30/);
  });

  test('承办改为应急局 settles a doubtful name by putting another in place of all', async () => {
    await world.says('王芳', '请青山镇、开发区1月20日前报台账');
    world.expectSaid('王芳', '“开发区”指哪个单位？');
    await world.says('王芳', '承办改为应急局');
    world.expectSaid('王芳', '承办：应急局');
    expect((await world.thing<Task>('task.T0001')).executors).toEqual(['unit.yingji']);
  });

  test('the second of two orders gets another deadline, and both are shown again', async () => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', '第二条改到1月23日', { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, /^已改，2件任务草稿[\s\S]*T0001[\s\S]*1月20日（周二）[\s\S]*T0002[\s\S]*1月23日（周五）/);
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, '已下达T0001');
    world.expectSaid(ROOM, /已下达T0002：.*1月23日（周五）17:30/);
  });

  test('another deadline for one of two orders, nobody can tell which, changes neither', async () => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', '时限改到1月23日', { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, '有2件草稿，请说改哪一件');
  });

  test.each(['取消第二条', '第二条不要了'])('%s cancels that one, and the other still waits', async (words) => {
    await world.says('李卫东', LIST, { room: ROOM });
    await world.says('李卫东', words, { room: ROOM });
    world.expectSaid(ROOM, '已记为2件任务草稿');
    world.expectSaid(ROOM, '已取消草稿T0002，T0001还等确认');
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, '已下达T0001');
    expect((await world.thing<Task>('task.T0002')).state).toBe('void');
  });

  test('另外 begins an order of its own: two drafts, each with its deadline', async () => {
    await world.says('王芳', '请青山镇1月20日前报台账，另外请南街镇1月22日前报照片');
    world.expectSaid('王芳', /^已记为2件任务草稿[\s\S]*青山镇.*1月20日（周二）[\s\S]*南街镇.*1月22日（周四）/);
  });

  test('a cancelled draft that is confirmed all the same was cancelled, not handed out', async () => {
    await world.says('王芳', '请青山镇1月20日前报用电情况');
    await world.says('王芳', '取消T0001');
    world.ignoreSoFar();
    await world.says('王芳', '确认T0001');
    world.expectSaid('王芳', 'T0001已撤销');
  });
});

describe('an order that is out is answered in the words that people use', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld(START);
  });
  afterEach(() => world.expectSilence());

  test('of several reports the one of the unit named goes back, and another passes', async () => {
    await world.says('陈立', '报 T0001 排查23家，已完成');
    await world.says('马强', '报 T0001 排查21家，已完成');
    world.ignoreSoFar();
    await world.says('王芳', '退回 石桥乡');
    world.expectSaid('王芳', '请补一句原因，例如“退回 T0001 石桥乡');
    await world.says('王芳', '缺签字页');
    world.expectSaid('王芳', '已退回T0001 石桥乡');
    world.expectSaid('马强', '被退回：缺签字页');
    await world.says('王芳', '青山镇的可以，通过');
    world.expectSaid('王芳', 'T0001 青山镇审核通过');
    world.expectSaid('陈立', '审核通过，办结');
  });

  test.each([
    ['石桥乡和高铺镇都通过', ['done', 'done', 'submitted']],
    ['T0001除石桥乡外都通过', ['submitted', 'done', 'done']],
  ])('%s passes those reports and no other', async (words, states) => {
    await world.says('马强', '报 T0001 排查21家，已完成');
    await world.says('周洁', '报 T0001 排查9家，已完成');
    await world.says('陈立', '报 T0001 排查23家，已完成');
    await world.says('王芳', words);
    world.ignoreSoFar();
    const parts = ['shiqiao', 'gaopu', 'qingshan'].map((unit) => world.thing<Assignment>(`assignment.T0001.${unit}`));
    expect((await Promise.all(parts)).map(({ state }) => state)).toEqual(states);
  });

  test('consent to another day than was asked for grants that day', async () => {
    await world.says('马强', '延期到1月26日，人手不够');
    world.ignoreSoFar();
    await world.says('王芳', '同意延到1月23日');
    world.expectSaid('王芳', '延期至1月23日（周五）17:30');
    world.expectSaid('马强', '王芳同意T0001延期至1月23日（周五）17:30');
    const { dueAt } = await world.thing<Assignment>('assignment.T0001.shiqiao');
    expect(dueAt).toEqual(new Date('2026-01-23T17:30:00+08:00'));
  });

  test('不行 to an extension refuses it and asks why', async () => {
    await world.says('马强', '延期到1月26日，人手不够');
    world.ignoreSoFar();
    await world.says('王芳', '不行');
    world.expectSaid('王芳', '请补一句原因');
  });

  test('转给供销社 gives the part that waits for it to that unit', async () => {
    await world.says('孙浩', '不是我们的');
    world.ignoreSoFar();
    await world.says('王芳', '转给供销社');
    world.expectSaid('王芳', 'T0001已由经开区转给供销社');
    world.expectSaid('孙浩', '你单位不用再办');
    world.expectSaid('苏梅', '承办：供销社');
  });

  test('where two parts wait, it is asked which of them goes', async () => {
    await world.says('孙浩', '不是我们的');
    await world.says('马强', '不归我们管');
    world.ignoreSoFar();
    await world.says('王芳', '转给供销社');
    world.expectSaid('王芳', '转的是哪一家？1 经开区　2 石桥乡');
    await world.says('王芳', '石桥乡的转给公安局');
    world.expectSaid('王芳', 'T0001已由石桥乡转给公安局');
    world.ignoreSoFar();
  });

  test('a unit that need not report is released alone: its part is void, it is told, the others go on', async () => {
    await world.says('李卫东', '@值守 高铺镇不用报了', { room: ROOM });
    world.expectSaid(ROOM, '请补一句原因，例如“T0001 高铺镇不用报了');
    await world.says('王芳', 'T0001高铺镇不用报了，已由区里统一报');
    world.expectSaid('王芳', 'T0001已撤下高铺镇的部分，其余5家照办');
    world.expectSaid('周洁', '你单位不用再办。原因：已由区里统一报');
    expect((await world.thing<Assignment>('assignment.T0001.gaopu')).state).toBe('void');
    expect((await world.thing<Task>('task.T0001')).state).toBe('issued');
  });

  test('a person who is released takes only the part of that unit along', async () => {
    await world.says('王芳', 'T0001不用马强办了，由区里统一报');
    world.expectSaid('王芳', 'T0001已撤下石桥乡的部分，其余5家照办');
    world.expectSaid('马强', '你单位不用再办');
    expect((await world.thing<Task>('task.T0001')).state).toBe('issued');
  });

  test('whoever may not withdraw releases nobody, not even from a report of his own', async () => {
    await world.says('陈立', 'T0001高铺镇不用报了，重复');
    expect(world.expectSaid('陈立', /./).text).not.toContain('已撤下');
    await world.says('陈立', 'T0001青山镇不用报了，重复');
    expect(world.expectSaid('陈立', /./).text).not.toContain('已撤下');
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('issued');
  });

  test('a number that was wrong is set right in the same breath', async () => {
    await world.says('陈立', '发错了，是T0001收到');
    world.expectSaid('陈立', 'T0001已签收');
  });

  test('of two numbers the one that can be withdrawn is, and the other is said to be void', async () => {
    await world.says('王芳', '请青山镇1月20日前报用电情况');
    await world.says('王芳', '取消T0002');
    world.ignoreSoFar();
    await world.says('王芳', '撤销T0002和T0001，重复交办');
    world.expectSaid('王芳', /T0002已撤销[\s\S]*已撤销T0001，通知6家/);
    world.ignoreSoFar();
    expect((await world.thing<Task>('task.T0001')).state).toBe('void');
  });
});

test('a further round of a call is asked for by its number and the hour, and shown before it goes out', async () => {
  const world = new World('2026-07-18T19:40:00+08:00');
  await world.says(
    '罗刚',
    '叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗，21:00前报上岗和转移人数。对象：青山镇、石桥乡、南街镇',
  );
  await world.says('罗刚', '发');
  world.ignoreSoFar();
  await world.says('罗刚', 'N0001 21:30前更新一次');
  const shown = world.expectSaid('罗刚', '更正N0001：21:30前更新一次').text;
  expect(shown).toContain('已回复收到的不用再回');
  expect(shown).toContain('发出请回复“发”');
  await world.says('陈立', 'N0001 22:00前更新一次');
  expect(world.expectSaid('陈立', /./).text).not.toContain('将发');
  world.expectSilence();
});
