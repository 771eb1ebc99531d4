import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../domain/people/office.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { issuedWorld, ROOM } from '../support/issued.ts';
import { World } from '../support/world.ts';

const START = '2026-01-15T10:12:00+08:00';

describe('what was missing is said in a message of its own', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld(START);
  });
  afterEach(() => world.expectSilence());

  test('first the date, then the reason of an extension', async () => {
    await world.says('马强', '延期');
    world.expectSaid('马强', '请说到几号');
    await world.says('马强', '到1月23日');
    world.expectSaid('马强', '请补一句原因');
    await world.says('马强', '两个村在搞白事，人手不够');
    world.expectSaid('马强', '延期申请报给王芳');
    world.expectSaid('王芳', '石桥乡申请T0001延期至1月23日（周五）17:30，理由：两个村在搞白事，人手不够');
  });

  test('date and reason together', async () => {
    await world.says('赵敏', '延期');
    world.expectSaid('赵敏', '请说到几号');
    await world.says('赵敏', '到1月24日，台账没汇总完');
    world.expectSaid('赵敏', '延期申请报给王芳');
    world.expectSaid('王芳', '延期至1月24日（周六）17:30，理由：台账没汇总完');
  });

  test('whoever leads sums up what the units reported, and is not asked what he means', async () => {
    await world.says('吴平', 'T0001 应急局汇总全区56家');
    world.expectSaid('吴平', /收到应急局对T0001的报送：.*\n状态：已报送，待王芳审核/);
    const { part, state } = await world.thing<Assignment>('assignment.T0001.yingji');
    expect([part, state]).toEqual(['lead', 'submitted']);
  });

  test('the reason of a refusal goes with the refusal it was asked for', async () => {
    await world.says('马强', '延期到1月23日，人手不够');
    world.ignoreSoFar();
    await world.says('王芳', '不同意');
    world.expectSaid('王芳', '请补一句原因');
    await world.says('王芳', '节前必须完成');
    world.expectSaid('王芳', '已告知石桥乡：不同意延期');
    world.expectSaid('马强', '理由：节前必须完成');
  });

  test('a new order in between is an order and no reason', async () => {
    await world.says('王芳', 'T0001撤销');
    world.expectSaid('王芳', '请补一句原因');
    await world.says('王芳', '请青山镇明天下班前报值班表');
    world.expectSaid('王芳', '【T0002】报值班表');
    expect((await world.thing<Task>('task.T0001')).state).toBe('issued');
  });

  test('同意 to 不是我 without a unit to give it to asks for that', async () => {
    await world.says('孙浩', '不是我');
    world.ignoreSoFar();
    await world.says('王芳', '同意');
    world.expectSaid('王芳', '请说转给哪个单位，例如“转办 T0001 经开区 给商务局”');
  });
});

describe('a picture in a room', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld(START);
  });
  afterEach(() => world.expectSilence());

  test('that comes before its words belongs to the report', async () => {
    await world.says('马强', '', { room: ROOM, files: ['a.jpg'] });
    await world.says('马强', '@值守 T0001石桥乡排查21家，已完成', { room: ROOM });
    world.expectSaid(ROOM, '图片1张');
    const { reports } = await world.thing<Assignment>('assignment.T0001.shiqiao');
    expect(reports[0]!.files.map(({ name }) => name)).toEqual(['a.jpg']);
  });

  test('without words is nobody’s business, and gone after two minutes', async () => {
    await world.says('马强', '', { room: ROOM, files: ['午饭.jpg'] });
    await world.fastForward(3, 'minute');
    world.expectSilence();
    await world.says('马强', '@值守 T0001石桥乡排查21家，已完成', { room: ROOM });
    expect(world.expectSaid(ROOM, '收到石桥乡').text).not.toContain('图片');
  });

  test('of somebody who owes nothing is not even noted', async () => {
    const before = world.store.audit.length;
    await world.says('白雪', '', { room: ROOM, files: ['午饭.jpg'] });
    await world.fastForward(3, 'minute');
    expect(world.store.audit.length).toBe(before);
  });
});

describe('收到', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld(START);
  });
  afterEach(() => world.expectSilence());

  test('to a reminder or a ruling, where nothing waits for it, is answered with silence', async () => {
    await world.says('陈立', '收到', { room: ROOM });
    await world.until('2026-01-20T09:05:00+08:00');
    world.ignoreSoFar();
    await world.says('陈立', '收到');
    await world.says('李卫东', '好的');
  });

  test('of a liaison of two units is for both; a report is for the one that is named', async () => {
    const zhaomin = await world.thing<Person>('person.zhaomin');
    const more = { unit: 'unit.gaopu', post: 'liaison' as const, title: '联络员', fromDay: '2026-01-01' };
    const both: Person = { ...zhaomin, tenures: [...zhaomin.tenures, more] };
    await world.save([both]);
    await world.says('赵敏', '收到');
    world.expectSaid('赵敏', /T0001（.*南街镇.*）已签收/);
    expect((await world.thing<Assignment>('assignment.T0001.gaopu')).state).toBe('in-progress');

    await world.says('赵敏', '报 T0001 排查完了');
    world.expectSaid('赵敏', '报的是哪一家？1 南街镇　2 高铺镇');
    await world.says('赵敏', '高铺镇');
    world.expectSaid('赵敏', '收到高铺镇对T0001的报送');
    expect((await world.thing<Assignment>('assignment.T0001.nanjie')).state).toBe('in-progress');
  });

  test.each(['3', '都收到', '都收到了'])('of several tasks, then “%s”', async (words) => {
    await world.says('王芳', '请青山镇周五前报送值班表');
    await world.says('王芳', '确认');
    world.ignoreSoFar();
    await world.says('陈立', '收到');
    world.expectSaid('陈立', '3 都收到');
    await world.says('陈立', words);
    world.expectSaid('陈立', 'T0001、T0002已签收');
    expect((await world.thing<Assignment>('assignment.T0002.qingshan')).state).toBe('in-progress');
  });
});

describe('“开发区”指哪个单位', () => {
  let world: World;

  beforeEach(async () => {
    world = new World(START);
    await world.says('李卫东', '请青山镇、开发区、高新区1月20日前报隐患台账');
    world.expectSaid('李卫东', '“开发区”指哪个单位？1 经开区');
  });
  afterEach(() => world.expectSilence());

  test('the answer joins those that are known, and the next doubt is asked about', async () => {
    await world.says('李卫东', '石桥乡');
    world.expectSaid('李卫东', '“高新区”指哪个单位');
    await world.says('李卫东', '没有高新区，去掉');
    world.expectSaid('李卫东', '承办：青山镇、石桥乡（2家）');
  });

  test('the words of a choice count as its number', async () => {
    await world.says('李卫东', '经开区');
    world.expectSaid('李卫东', '“高新区”指哪个单位');
    expect((await world.thing<Task>('task.T0001')).executors).toEqual(['unit.qingshan', 'unit.jingkai']);
  });
});

test('a unit nobody knows is named and never left out in silence', async () => {
  const world = new World(START);
  await world.says('李卫东', '请青山镇1月20日前报隐患台账');
  world.ignoreSoFar();
  await world.says('李卫东', '承办改为青山镇、高新区');
  world.expectSaid('李卫东', '没有找到单位“高新区”');
  world.expectSilence();
});
