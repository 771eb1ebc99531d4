import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assignment } from '../../domain/tasks/task.ts';
import { issuedWorld, ROOM } from '../support/issued.ts';
import { World } from '../support/world.ts';

describe('township staff acknowledge, ask and report', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld('2026-01-15T10:12:00+08:00');
  });
  afterEach(() => world.expectSilence());

  test('who has not acknowledged is asked in private; the room hears one count; the dispatcher hears the names', async () => {
    for (const who of ['陈立', '马强', '刘峰']) await world.says(who, '收到', { room: ROOM });
    await world.says('赵敏', '收到，马上安排', { room: ROOM });
    await world.until('2026-01-15T14:35:00+08:00');

    expect(world.expectSaid('周洁', 'T0001').text).toContain('还没有看到高铺镇的签收，回复“收到”即可');
    expect(world.expectSaid('孙浩', 'T0001').at.toISOString()).toBe('2026-01-15T06:30:00.000Z');
    await world.says('周洁', '收到。刚才在村里');
    world.expectSaid('周洁', '已签收，谢谢');

    await world.until('2026-01-15T14:50:00+08:00');
    world.expectSaid(ROOM, 'T0001签收5/6，其余私下联系');
    world.expectSaid('王芳', 'T0001 经开区尚未签收');
  });

  test('when all have acknowledged the room hears it once, and nobody is nudged', async () => {
    for (const who of ['陈立', '马强', '刘峰', '赵敏', '周洁', '孙浩']) await world.says(who, '收到', { room: ROOM });
    await world.until('2026-01-16T08:00:00+08:00');
    world.expectSaid(ROOM, 'T0001签收6/6');
  });

  test('a report with pictures is acknowledged with its figures and waits for the reviewer', async () => {
    await world.says(
      '陈立',
      'T0001 青山镇排查零售点23家，发现问题4处，当场整改3处，限期1处（利民超市，前店后宅），台账附后',
    );
    const echo = world.expectSaid('陈立', '收到青山镇对T0001的报送');
    expect(echo.text).toMatch(/零售点23.*问题4/);
    expect(echo.text).toContain('待王芳审核');

    await world.says('陈立', '', { files: ['现场1.jpg', '现场2.jpg', '青山镇烟花爆竹排查台账.xlsx'] });
    const { state, reports } = await world.thing<Assignment>('assignment.T0001.qingshan');
    expect(state).toBe('submitted');
    expect(reports[0]!.files.map((file) => file.name)).toEqual([
      '现场1.jpg',
      '现场2.jpg',
      '青山镇烟花爆竹排查台账.xlsx',
    ]);

    await world.says('王芳', '通过 T0001 青山镇');
    world.expectSaid('王芳', 'T0001 青山镇审核通过');
    world.expectSaid('陈立', '审核通过，办结');
  });

  test('the clock stops when the report was written, not when it is accepted', async () => {
    await world.says('陈立', '报 T0001 已排查23家');
    world.expectSaid('陈立', '收到青山镇');
    await world.until('2026-01-23T10:00:00+08:00');
    world.ignoreSoFar();
    await world.says('王芳', '通过 T0001 青山镇');
    world.expectSaid('王芳', '审核通过');
    world.expectSaid('陈立', '办结');
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).submittedAt?.toISOString()).toBe(
      '2026-01-15T02:12:00.000Z',
    );
  });

  test('with several open items a bare 收到 is asked about with numbered choices', async () => {
    await world.says('王芳', '请青山镇周五前报送值班表');
    world.expectSaid('王芳', '【T0002】');
    await world.says('王芳', '确认');
    world.ignoreSoFar();

    await world.says('陈立', '收到');
    expect(world.expectSaid('陈立', '收到的是哪一件').text).toMatch(/1 T000\d.*2 T000\d/);
    await world.says('陈立', '2');
    world.expectSaid('陈立', 'T0002已签收');
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('issued');
  });

  test("a 收到 after somebody's own 收到请回复 is not for the bot", async () => {
    await world.fastForward(5, 'minute');
    await world.says('何静', '两份学习材料放群文件里了，收到请回复', { room: ROOM });
    await world.says('陈立', '收到', { room: ROOM });
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('issued');
  });

  test('an acknowledgement that is taken back is undone', async () => {
    const message = await world.says('陈立', '收到', { room: ROOM });
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('in-progress');
    await world.receive({ ...message, id: 'recall.1', kind: 'recall', text: message.id });
    expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('issued');
  });
});

test('what the order wants to have and the report does not bring is asked for once; the clock has stopped all the same', async () => {
  const world = new World('2026-01-15T10:12:00+08:00');
  await world.office();
  await world.says('王芳', '请青山镇1月21日17:30前把消防检查台账报安委办，附现场照片');
  await world.says('王芳', '确认');
  world.ignoreSoFar();
  await world.says('陈立', '报 T0001 检查商铺23家');
  world.expectSaid('陈立', '要求报照片和台账等材料，还没有收到，请在2分钟内接着发');
  expect((await world.thing<Assignment>('assignment.T0001.qingshan')).state).toBe('submitted');
  world.ignoreSoFar();
});
