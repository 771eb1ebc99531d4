import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { issuedWorld, ROOM } from '../support/issued.ts';
import { World } from '../support/world.ts';

describe('of an order given in private', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-15T10:12:00+08:00');
  });
  afterEach(() => world.expectSilence());

  test('the room it goes to reads what it asks for besides', async () => {
    await world.says('王芳', '请各乡镇1月20日前排查烟花爆竹零售点，重点是下店上宅');
    world.expectSaid('王芳', '要求：重点是下店上宅');
    await world.says('王芳', '确认');
    world.expectSaid('王芳', '已下达T0001');
    expect(world.expectSaid('成员单位', '已下达T0001').text).toContain('要求：重点是下店上宅');
    await world.says('陈立', 'T0001');
    world.expectSaid('陈立', '要求：重点是下店上宅');
  });

  test('a deadline nobody has named is not called one without end', async () => {
    await world.says('王芳', '让南街镇抓紧把老粮站危墙围挡起来');
    expect(world.expectSaid('王芳', 'T0001').text).toContain('时限：待定');
    await world.fastForward(31, 'minute');
    world.expectSaid('王芳', '待定');
  });

  test('a rhythm of telling progress is part of the order, and each of its days asks for it', async () => {
    await world.says('王芳', '请石桥乡3月31日前完成危桥改造，每周五报一次进展');
    expect(world.expectSaid('王芳', '请王芳确认').text).toMatch(/要求：每周五报一次进展\n时限：3月31日（周二）17:30　/);
    await world.says('王芳', '确认');
    await world.says('马强', '收到');
    world.ignoreSoFar();
    await world.until('2026-01-23T08:00:00+08:00');
    world.expectSaid('马强', 'T0001 完成危桥改造今天请报进展');
    await world.says('马强', '进展 T0001 桥墩已加固2个，还剩3个');
    world.expectSaid('马强', '已记石桥乡对T0001的进展');
    await world.until('2026-01-30T08:00:00+08:00');
    world.expectSilence();
    await world.until('2026-02-06T08:00:00+08:00');
    world.expectSaid('马强', '今天请报进展');
    await expect(world.thing<Task>('task.T0002')).rejects.toThrow();
    await world.says('王芳', 'T0001');
    world.expectSaid('王芳', '黄1');
  });
});

describe('what became of an assignment', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld('2026-01-15T10:12:00+08:00');
  });
  afterEach(() => world.expectSilence());

  test('given back: who did it and why stands in the history, and in the list of what is owed', async () => {
    await world.says('马强', '报 T0001 21家排查完毕');
    await world.says('王芳', '退回 T0001 石桥乡 台账缺签字页');
    world.ignoreSoFar();
    await world.says('马强', 'T0001');
    world.expectSaid('马强', '王芳退回：台账缺签字页');
    await world.says('马强', '我的待办');
    world.expectSaid('马强', '办理中（退回）');
  });

  test('given to another unit: it says to whom, and is counted there alone', async () => {
    await world.says('王芳', '转办 T0001 经开区 给消防大队');
    world.ignoreSoFar();
    await world.says('王芳', 'T0001怎么样了');
    const shown = world.expectSaid('王芳', '【T0001】').text;
    expect(shown).toContain('签收0/6');
    expect(shown).toContain('经开区 已转消防大队');
    expect((await world.thing<Assignment>('assignment.T0001.jingkai')).state).toBe('void');
  });

  test('who has reported is not asked for it again when the clock runs on', async () => {
    await world.says('陈立', '报 T0001 23家排查完毕');
    await world.says('王芳', '暂缓 T0001');
    world.ignoreSoFar();
    await world.says('王芳', '恢复 T0001');
    world.expectSaid('陈立', '恢复办理，你单位已报送，等待审核');
    world.expectSaid('马强', '恢复办理，时限1月21日');
    world.ignoreSoFar();
  });
});

test('an order that goes out in the morning says on which day', async () => {
  const world = new World('2026-02-16T22:10:00+08:00');
  await world.says('李卫东', '请石桥乡明天中午12点前报庙会人流管控情况');
  await world.says('李卫东', '确认');
  world.ignoreSoFar();
  await world.says('李卫东', '2');
  world.expectSaid('李卫东', 'T0001将于2月17日（周二）08:30下达');
});

describe('a draft that the dispatcher changes', () => {
  let world: World;

  beforeEach(async () => {
    world = new World('2026-01-15T10:12:00+08:00');
    await world.says('李卫东', '@值守 请青山镇明天下班前报用气检查情况', { room: ROOM });
    world.ignoreSoFar();
  });
  afterEach(() => world.expectSilence());

  test('in the room is confirmed by its author as it stands there now', async () => {
    await world.says('王芳', '@值守 改 T0001 时限 1月20日', { room: ROOM });
    world.expectSaid(ROOM, '已改，请李区长确认');
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, /已下达T0001.*1月20日/);
  });

  test('in private asks her, and its author is shown it before his word counts', async () => {
    await world.says('王芳', '改 T0001 时限 1月20日');
    world.expectSaid('王芳', '已改，请王芳确认');
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, '已改，请李区长确认');
    expect((await world.thing<Task>('task.T0001')).state).toBe('draft');
  });
});

describe('of several reports that wait', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld('2026-01-15T10:12:00+08:00');
    for (const who of ['陈立', '马强']) await world.says(who, '报 T0001 排查完毕，台账附后');
    world.ignoreSoFar();
  });
  afterEach(() => world.expectSilence());

  test('都通过 needs no question before it', async () => {
    await world.says('王芳', '都通过');
    world.expectSaid('王芳', 'T0001 青山镇、石桥乡审核通过');
    world.expectSaid('陈立', '审核通过，办结');
    world.expectSaid('马强', '审核通过，办结');
  });

  test.each(['3', '都通过', 'T0001全部通过'])('%s accepts all, and each unit hears of it', async (words) => {
    await world.says('王芳', '通过');
    world.expectSaid('王芳', '通过的是哪一家？1 青山镇　2 石桥乡　3 都通过');
    await world.says('王芳', words);
    world.expectSaid('王芳', 'T0001 青山镇、石桥乡审核通过');
    world.expectSaid('陈立', '审核通过，办结');
    world.expectSaid('马强', '审核通过，办结');
    expect((await world.thing<Assignment>('assignment.T0001.nanjie')).state).toBe('issued');
  });
});

test('报我 makes the leader who says so the one who accepts the report', async () => {
  const world = new World('2026-01-15T10:12:00+08:00');
  await world.says('李卫东', '特急：石桥乡立即核实响水水库水位，今晚23点前报我');
  world.expectSaid('李卫东', '报给：安宁区政府 李卫东');
  await world.says('李卫东', '请青山镇1月20日前把我区校车台账报我区安委办');
  world.expectSaid('李卫东', '报给：安委办 王芳');
});

test('who reports for another unit is told that its own people have to', async () => {
  const world = await issuedWorld('2026-01-15T10:12:00+08:00');
  await world.says('孙浩', '报 T0001 石桥乡排查完毕');
  world.expectSaid('孙浩', 'T0001里石桥乡的部分请由石桥乡的人来说');
  expect((await world.thing<Assignment>('assignment.T0001.shiqiao')).state).toBe('issued');
});
