import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Assignment } from '../../domain/tasks/task.ts';
import { issuedWorld, ROOM } from '../support/issued.ts';
import { World } from '../support/world.ts';

const LIAISONS = ['陈立', '赵敏', '马强', '周洁', '孙浩', '刘峰'];

describe('near, due and over', () => {
  let world: World;

  beforeEach(async () => {
    world = await issuedWorld('2026-01-15T10:12:00+08:00');
    for (const who of LIAISONS) await world.says(who, '收到', { room: ROOM });
    for (const who of ['陈立', '赵敏', '周洁']) await world.says(who, '报 T0001 已排查完毕，台账附后');
    await world.until('2026-01-20T08:00:00+08:00');
    world.ignoreSoFar();
  });
  afterEach(() => world.expectSilence());

  test('the day before, those who have not reported are reminded in private, and an extension is decided by a person', async () => {
    await world.until('2026-01-20T09:01:00+08:00');
    world.expectSaid('马强', /T0001.*1月21日（周三）17:30到期，石桥乡尚未报送/);
    world.expectSaid('孙浩', 'T0001');
    await world.says('马强', '延期 到1月23日 两个村在搞白事，人手不够，已查15家还剩6家');
    world.expectSaid('马强', '延期申请报给王芳');
    world.expectSaid('王芳', /石桥乡申请T0001延期至1月23日（周五）17:30，理由：.*回复“同意”或“不同意 理由”/);
    await world.says('王芳', '同意');
    world.expectSaid('王芳', '延期至1月23日（周五）17:30');
    world.expectSaid('马强', '王芳同意T0001延期至1月23日（周五）17:30，原期限仍记录在案');

    const assignment = await world.thing<Assignment>('assignment.T0001.shiqiao');
    expect(assignment.dueAt?.toISOString()).toBe('2026-01-23T09:30:00.000Z');
    expect(assignment.originalDueAt?.toISOString()).toBe('2026-01-21T09:30:00.000Z');
  });

  test('whoever gave the order moves its deadline without asking anybody, for all or for one unit', async () => {
    await world.says('王芳', 'T0001推迟到1月27日');
    world.expectSaid('王芳', 'T0001时限已改为1月27日（周二）17:30，已通知3家');
    for (const who of ['马强', '孙浩', '刘峰'])
      world.expectSaid(who, '时限改为1月27日（周二）17:30，原时限1月21日（周三）17:30仍记录在案');

    await world.says('王芳', 'T0001石桥乡再延期到1月30日');
    world.expectSaid('王芳', 'T0001时限已改为1月30日（周五）17:30，已通知1家');
    world.expectSaid('马强', '时限改为1月30日（周五）17:30，原时限1月27日（周二）17:30仍记录在案');
    await world.says('王芳', 'T0001怎么样了');
    const shown = world.expectSaid('王芳', /石桥乡 办理中，时限1月30日（周五）17:30\n/);
    expect(shown.text).toContain('\n经开区 办理中\n');
  });

  test('nobody speaks of overdue before a private question, and the time of the original report counts', async () => {
    await world.says('马强', '报 T0001 已排查21家');
    await world.until('2026-01-21T15:31:00+08:00');
    world.expectSaid('孙浩', /今天17:30到期，经开区尚未报送/);
    world.ignoreSoFar();

    await world.until('2026-01-21T18:01:00+08:00');
    const check = world.expectSaid('孙浩', /已过.*17:30，没有收到经开区的报送/);
    expect(check.at.toISOString()).toBe('2026-01-21T10:00:00.000Z');

    await world.says('孙浩', '17:05发王芳微信了');
    world.expectSaid('孙浩', '已请王芳核实');
    world.expectSaid('王芳', '孙浩称17:05已把T0001报给你');
    await world.says('王芳', 'T0001 经开区 已收 17:05');
    world.expectSaid('王芳', '已按17:05按时报送登记');
    world.expectSaid('孙浩', '按17:05按时报送登记');
  });

  test('who never answers: the owner, then the deputy in charge, then the office; the room hears nothing', async () => {
    await world.says('马强', '报 T0001 已排查21家');
    world.ignoreSoFar();
    await world.until('2026-01-27T12:00:00+08:00');

    const about = (who: string) =>
      world.transcript.filter(
        (said) => said.to === who && said.text.includes('T0001') && said.at > new Date('2026-01-21T10:05:00Z'),
      );
    expect(
      about('孙浩')
        .map((said) => said.text)
        .join(),
    ).toContain('已过');
    expect(world.transcript.some((said) => said.text.includes('分管') || said.text.includes('请过问一下'))).toBe(true);
    expect(
      about('王芳')
        .map((said) => said.text)
        .join(),
    ).toMatch(/经开区过期3个工作日/);
    expect(about(ROOM)).toEqual([]);
    world.ignoreSoFar();
  });
});

describe('in free words', () => {
  test('one unit is chased without a number; what all have reported is asked; a draft is dropped', async () => {
    const world = new World('2026-01-15T10:12:00+08:00');
    await world.office();
    await world.says('王芳', '请高铺镇、石桥乡1月21日17:30前报送消防检查情况');
    await world.says('王芳', '确认');
    world.ignoreSoFar();
    await world.says('王芳', '催一下高铺镇');
    world.expectSaid('王芳', '已私下提醒T0001高铺镇');
    world.expectSaid('周洁', '王芳催办：T0001');
    await world.says('王芳', '大家都报了没');
    world.expectSaid('王芳', /在办任务（2件）/);
    await world.says('王芳', '请高铺镇1月23日前报送用电检查情况');
    world.expectSaid('王芳', 'T0002');
    await world.says('王芳', '算了这条不要了');
    world.expectSaid('王芳', 'T0002');
    await world.says('王芳', '请高铺镇1月23日前报送用气检查情况');
    await world.says('王芳', '确认');
    world.ignoreSoFar();
    await world.says('王芳', '催一下高铺镇');
    world.expectSaid('王芳', /催的是哪一件？[\s\S]*T0001[\s\S]*T0003/);
    await world.says('王芳', '2');
    world.expectSaid('王芳', '已私下提醒T0003高铺镇');
    await world.fastForward(20, 'minute');
    world.expectSaid('周洁', '王芳催办：T0003');
    world.expectSilence();
  });
});
