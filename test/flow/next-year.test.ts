import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nextWakeMs } from '../../domain/agenda.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { calendarOf } from '../../domain/holidays/calendar-of.ts';
import type { HolidayYear } from '../../domain/holidays/holiday-year.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { Period } from '../../domain/periods/period.ts';
import { OfficeCache } from '../../domain/reading.ts';
import type { Assignment, Task, TaskSeries } from '../../domain/tasks/task.ts';
import type { Thing } from '../../domain/thing.ts';
import { NOTICE_2027 } from '../bot/understand/holidays/notices.ts';
import { at } from '../support/builders.ts';
import { holidayPlanningOf, holidayTick } from '../support/holidays.ts';
import { World } from '../support/world.ts';

const ROOM = '安宁区安委会成员单位';
const MARK = '（放假安排待公布）';

let world: World;
beforeEach(async () => {
  world = new World('2026-12-10T10:00:00+08:00');
  await holidayTick(world);
});
afterEach(() => world.expectSilence());

/** An order, confirmed; nobody is reminded of it before he has acknowledged, so that the test hears only what it is about. */
async function order(text: string, units: readonly string[]): Promise<Task> {
  const number = (await world.store.lastNumber('T')) + 1;
  await world.says('李卫东', `@值守 ${text}`, { room: ROOM });
  await world.says('李卫东', '确认', { room: ROOM });
  world.ignoreSoFar();
  const task = await world.thing<Task>(`task.T${String(number).padStart(4, '0')}`);
  for (const unit of units) {
    const part = await world.thing<Assignment>(`assignment.${task.no}.${unit}`);
    const underWay: Assignment = { ...part, state: 'in-progress', ackAt: world.now };
    await world.save([underWay]);
  }
  return task;
}

function aShift(day: string): Shift {
  return {
    ...{
      id: `shift.qingshan.officer.${day.replaceAll('-', '')}`,
      type: 'shift',
      unit: 'unit.qingshan',
      layer: 'officer',
    },
    ...{ day, startAt: at(`${day} 08:30`), endAt: at(`${world.calendar.addDays(day, 1)} 08:30`) },
    ...{ state: 'published', people: ['person.chenli'], publishedAt: world.now, handledAt: world.now },
  };
}

const due = async (id: string) => world.calendar.dayOf((await world.thing<Task | Assignment>(id)).dueAt!);

async function enter(text = NOTICE_2027): Promise<void> {
  await world.says('王芳', text);
  world.expectSaid('王芳', /^读到2027年放假安排/);
  await world.says('王芳', '确认');
  world.expectSaid('王芳', /^2027年放假安排已启用/);
}

/** Every thing's wake lies where its agenda wants it by the days off that hold. */
async function misfiled(): Promise<string[]> {
  const { office } = await new OfficeCache().get(world.store);
  const context = { calendar: calendarOf(office, world.calendar), policy: world.policy };
  const ids = await world.store.dueWakes(Number.MAX_SAFE_INTEGER, 10_000);
  const things = (await world.store.load(ids)).map(({ thing }) => thing as Thing);
  return things
    .filter(
      (thing) => world.store.wakeAtMs(thing.id) !== nextWakeMs(thing, KINDS.get(thing.type)!.agenda(thing, context)),
    )
    .map(({ id }) => id);
}

describe('a year’s table comes in while much rests on it already', () => {
  test('what was worked out in working days moves, and each person hears of all of his once', async () => {
    const counted = await order('请青山镇、石桥乡40个工作日内报送烟花爆竹排查台账', ['qingshan', 'shiqiao']);
    const after = await order('请青山镇春节后3个工作日内报送值班总结', ['qingshan']);
    const named = await order('请石桥乡2月10日前报送隐患清单', ['shiqiao']);
    const plain = await order('请青山镇1月20日前报送安全生产计划', ['qingshan']);
    expect([counted, after].map(({ dueSaid }) => dueSaid?.dueAt)).toEqual([counted, after].map(({ dueAt }) => dueAt));
    expect([named.dueSaid, plain.dueSaid]).toEqual([undefined, undefined]);
    expect(await due(counted.id)).toBe('2027-02-09');

    await enter();

    expect(await due(counted.id)).toBe('2027-02-04');
    expect(await due(`assignment.${counted.no}.qingshan`)).toBe('2027-02-04');
    expect(await due(`assignment.${counted.no}.shiqiao`)).toBe('2027-02-04');
    expect(await due(`assignment.${after.no}.qingshan`)).toBe('2027-02-17');
    expect(await due(`assignment.${named.no}.shiqiao`)).toBe('2027-02-10');
    expect(await due(`assignment.${plain.no}.qingshan`)).toBe('2027-01-20');

    const chen = world.expectSaid('陈立', '2027年放假安排有变');
    expect(chen.text).toContain(`${counted.no} 报送烟花爆竹排查台账：时限由2月9日（周二）17:30改为2月4日（周四）17:30`);
    expect(chen.text).toContain(`${after.no} 报送值班总结：时限由2月11日（周四）17:30改为2月17日（周三）17:30`);
    expect(chen.text).not.toContain(plain.no);
    expect(world.expectSaid('马强', '2027年放假安排有变').text).not.toContain(after.no);
    const leader = world.expectSaid('李卫东', '2027年放假安排有变').text;
    expect(leader).toContain(`${named.no} 报送隐患清单：时限2月10日（周三）17:30成了休息日`);
    for (const text of [chen.text, leader]) {
      expect(text.split('\n').length).toBeLessThanOrEqual(6);
      expect(text).not.toContain(MARK);
    }
    await holidayTick(world);
    expect(await misfiled()).toEqual([]);
  });

  test('reminders in working days before a deadline that stays are filed anew', async () => {
    await world.until(at('2027-02-01 09:30'));
    world.ignoreSoFar();
    const task = await order('请石桥乡2月23日前报送隐患清单', ['shiqiao']);
    await enter();
    // Three working days before it is the Friday now, because the Saturday after it is worked.
    expect(await misfiled()).toEqual([`assignment.${task.no}.shiqiao`]);
    await holidayTick(world);
    expect(await misfiled()).toEqual([]);
    await world.until(at('2027-02-18 23:00'));
    world.ignoreSoFar();
    await world.until(at('2027-02-19 23:00'));
    world.expectSaid('马强', `${task.no} 报送隐患清单 2月23日（周二）17:30到期，石桥乡尚未报送`);
    world.ignoreSoFar();
  });

  test('what did not move loses its mark, and nobody is told', async () => {
    const same = await order('请青山镇春节前报送值班表', ['qingshan']);
    await world.says('陈立', same.no);
    expect(world.expectSaid('陈立', same.no).text).toContain(MARK);
    await enter();
    expect(await due(`assignment.${same.no}.qingshan`)).toBe('2027-02-04');
    await world.says('陈立', same.no);
    expect(world.expectSaid('陈立', same.no).text).not.toContain(MARK);
  });

  test('a deadline that would have passed is left, and its assigner is asked', async () => {
    await world.until(at('2026-12-25 10:00'));
    world.ignoreSoFar();
    const task = await order('请青山镇5个工作日内报送值班表', ['qingshan']);
    expect(await due(task.id)).toBe('2027-01-04');
    await world.until(at('2027-01-04 10:00'));
    world.ignoreSoFar();
    await enter(NOTICE_2027.replace('至3日（周日）放假，共3天', '至2日（周六）放假调休，共2天。1月3日（周日）上班'));
    expect(await due(`assignment.${task.no}.qingshan`)).toBe('2027-01-04');
    const asked = world.expectSaid('李卫东', '2027年放假安排有变').text;
    expect(asked).toContain(
      `${task.no} 报送值班表：按新安排应为1月3日（周日）17:30，已经过了，时限仍是1月4日（周一）17:30`,
    );
    expect(asked).toContain(`“${task.no}时限改到几号”`);
  });

  test('key periods move with it, and the office hears of those that did', async () => {
    expect(await world.thing<Period>('period.newyear.2027')).toMatchObject({ toDay: '2027-01-01', provisional: true });
    await world.says('王芳', NOTICE_2027);
    world.expectSaid('王芳', /^读到2027年/);
    await world.says('王芳', '确认');
    const done = world.expectSaid('王芳', /^2027年放假安排已启用：休28天，补班5天/).text;
    expect(done).toContain('元旦（B级）：1月1日（周五）改为1月1日（周五）—1月3日（周日）');
    expect(await world.thing<Period>('period.newyear.2027')).toMatchObject({ toDay: '2027-01-03', provisional: false });
  });

  test('a recurring order comes on the new last working day, once', async () => {
    const first = await order('请青山镇每月最后一个工作日17:30前报送安全生产月报', ['qingshan']);
    const series = () => world.thing<TaskSeries>(`series.${first.no}`);
    expect(world.calendar.dayOf((await series()).nextDueAt)).toBe('2027-01-29');
    await enter();
    // 31 January is a Sunday that is worked.
    expect(world.calendar.dayOf((await series()).nextDueAt)).toBe('2027-01-31');
    await holidayTick(world);
    await world.until(at('2027-01-31 23:00'));
    world.ignoreSoFar();
    expect(world.calendar.dayOf((await series()).lastDueAt)).toBe('2027-01-31');
    expect(world.calendar.dayOf((await series()).nextDueAt)).toBe('2027-02-26');
  });

  test('an occurrence handed out already moves, and the next does not come twice', async () => {
    await world.until(at('2027-01-04 09:30'));
    world.ignoreSoFar();
    const first = await order('请青山镇每月最后一个工作日17:30前报送安全生产月报', ['qingshan']);
    expect(await due(first.id)).toBe('2027-01-29');
    await enter();
    expect(await due(`assignment.${first.no}.qingshan`)).toBe('2027-01-31');
    world.expectSaid('陈立', '时限由1月29日（周五）17:30改为1月31日（周日）17:30');
    world.expectSaid('李卫东', first.no);
    const series = await world.thing<TaskSeries>(`series.${first.no}`);
    expect([series.lastDueAt, series.nextDueAt].map((moment) => world.calendar.dayOf(moment))).toEqual([
      '2027-01-31',
      '2027-02-26',
    ]);
  });

  test('an outage over it: whoever comes back works by the new days, and nobody hears anything twice', async () => {
    const counted = await order('请青山镇40个工作日内报送烟花爆竹排查台账', ['qingshan']);
    await enter();
    world.expectSaid('陈立', counted.no);
    world.expectSaid('李卫东', counted.no);
    await world.away(at('2027-02-03 08:00'));
    await holidayTick(world);
    await holidayTick(world);
    expect(await misfiled()).toEqual([]);
    world.ignoreSoFar();
    await world.until(at('2027-02-04 16:00'));
    const told = world.transcript.filter(({ text }) => text.includes('2027年放假安排有变'));
    expect(told.map(({ to }) => to).toSorted()).toEqual(['李卫东', '陈立']);
    world.expectSaid('陈立', /T0001今天（2月4日周四）?.*17:30到期|T0001.*17:30到期/);
    world.ignoreSoFar();
  });

  test('entered twice it tells nobody twice', async () => {
    const counted = await order('请青山镇40个工作日内报送烟花爆竹排查台账', ['qingshan']);
    await enter();
    world.expectSaid('陈立', counted.no);
    world.expectSaid('李卫东', counted.no);
    await holidayTick(world);
    await world.says('王芳', NOTICE_2027);
    world.expectSaid('王芳', '2027年放假安排与现在用的一致，没有变化');
    expect((await world.thing<HolidayYear>('holiday-year.2027')).version).toBe(1);
  });

  test('a draft moves before anybody has confirmed it, and is shown again when he does', async () => {
    await world.says('李卫东', '@值守 请青山镇40个工作日内报送烟花爆竹排查台账', { room: ROOM });
    world.expectSaid(ROOM, /2027年2月9日（周二）17:30（放假安排待公布）/);
    await enter();
    world.expectSaid('李卫东', '草稿T0001 报送烟花爆竹排查台账：时限由2月9日（周二）17:30改为2月4日（周四）17:30');
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, /^已改，请李区长确认[\s\S]*2027年2月4日（周四）17:30　/);
    await world.says('李卫东', '确认', { room: ROOM });
    world.expectSaid(ROOM, '已下达T0001');
    expect(await due('assignment.T0001.qingshan')).toBe('2027-02-04');
  });

  test('a deadline that a unit has asked for moves while it waits for its ruling', async () => {
    const task = await order('请青山镇1月20日前报送烟花爆竹排查台账', ['qingshan']);
    await world.says('陈立', `延期 ${task.no} 到春节后3个工作日内 人手不够`);
    world.expectSaid('陈立', '已把青山镇的延期申请报给王芳');
    world.expectSaid('王芳', /2027年2月11日（周四）17:30（放假安排待公布）/);
    await enter();
    await world.says('王芳', `同意${task.no}延期`);
    world.ignoreSoFar();
    expect(await due(`assignment.${task.no}.qingshan`)).toBe('2027-02-17');
  });

  test('a deadline that somebody has moved since stands on its own', async () => {
    const task = await order('请青山镇40个工作日内报送烟花爆竹排查台账', ['qingshan']);
    await world.says('李卫东', `@值守 ${task.no}时限改到2月8日`, { room: ROOM });
    world.ignoreSoFar();
    await enter();
    expect(await due(`assignment.${task.no}.qingshan`)).toBe('2027-02-08');
  });

  test('whoever plans a unit’s duty hears of rostered days that are off now, or worked', async () => {
    await world.save([aShift('2027-02-09'), aShift('2027-02-20'), aShift('2027-02-22')]);
    await enter();
    const told = world.expectSaid('陈立', '2027年放假安排有变').text;
    expect(told).toContain('青山镇值班表：2月9日（周二）改为休息、2月20日（周六）改为上班，请看人员是否要调');
    await world.until(at('2026-12-11 08:00'));
  });

  test('put right afterwards it moves only what the correction concerns', async () => {
    const counted = await order('请青山镇40个工作日内报送烟花爆竹排查台账', ['qingshan']);
    const after = await order('请青山镇春节后3个工作日内报送值班总结', ['qingshan']);
    await enter();
    world.ignoreSoFar();
    await holidayTick(world);
    await world.says('王芳', '调整节假日 2027年春节改为2月5日至11日');
    world.expectSaid('王芳', /^改后的2027年放假安排.*\n.*春节 2月5日（周五）—2月11日（周四）7天/);
    await world.says('王芳', '确认');
    world.expectSaid('王芳', /^2027年放假安排已启用/);
    expect(await due(`assignment.${counted.no}.qingshan`)).toBe('2027-02-04');
    expect(await due(`assignment.${after.no}.qingshan`)).toBe('2027-02-16');
    expect(world.expectSaid('陈立', '2027年放假安排有变').text).not.toContain(counted.no);
    world.expectSaid('李卫东', after.no);
    expect((await world.thing<HolidayYear>('holiday-year.2027')).version).toBe(2);
    await holidayTick(world);
    expect(await misfiled()).toEqual([]);
  });
});

describe('until it is there', () => {
  test('it is asked for weekly and then daily, and never once it was entered', async () => {
    await world.until(at('2026-12-17 12:00'));
    const asked = () =>
      world.transcript
        .filter(({ text }) => text.includes('2027年放假安排还没有录入'))
        .map((said) => `${said.to} ${world.calendar.dayOf(said.at)}`);
    expect(asked()).toEqual(['王芳 2026-12-14', '王芳 2026-12-15', '王芳 2026-12-16', '王芳 2026-12-17']);
    world.ignoreSoFar();
    await enter();
    await holidayTick(world);
    await world.until(at('2027-01-15 12:00'));
    world.ignoreSoFar();
    expect(asked()).toHaveLength(4);
    await expect(world.thing('holiday-watch.2027')).rejects.toThrow();
  });

  test('a reminder that waits to be spoken is not, when it was entered meanwhile', async () => {
    await world.until(at('2026-12-15 08:50'));
    world.ignoreSoFar();
    await world.away(at('2026-12-15 13:00'));
    await world.settle();
    await enter();
    await world.until(at('2026-12-15 18:00'));
    expect(
      world.transcript.filter(({ at: when, text }) => text.includes('还没有录入') && when > at('2026-12-15 08:00')),
    ).toEqual([]);
  });
});

describe('whoever may not, and what cannot be', () => {
  test('only those who have the right, and only in private', async () => {
    await world.says('陈立', NOTICE_2027);
    world.expectSaid('陈立', '王芳');
    await world.says('王芳', `@值守 ${NOTICE_2027}`, { room: ROOM });
    world.expectSaid(ROOM, '请私聊我说');
    await expect(world.thing('holiday-draft.2027')).rejects.toThrow();
  });

  test('everything that is wrong in one answer, and nothing is kept', async () => {
    await world.says('王芳', NOTICE_2027.replace('共8天', '共7天').replace('6月9日（周三）', '6月31日'));
    const text = world.expectSaid('王芳', /^2027年放假安排有3处不对/).text;
    expect(text).toContain('春节写的是7天，按日期是8天');
    expect(text).toContain('“6月31日”看不出是哪一天');
    expect(text).toContain('没有端午的安排');
    await expect(world.thing('holiday-draft.2027')).rejects.toThrow();
  });

  test('a year that is over, and one whose year nobody can tell', async () => {
    await world.says('王芳', NOTICE_2027.replaceAll('2027', '2025'));
    world.expectSaid('王芳', '只能录入或调整2026年、2027年的');
    const bare = NOTICE_2027.split('\n')
      .slice(3)
      .join('\n')
      .replace(/（[^）]*）/g, '');
    await world.says('王芳', bare);
    world.expectSaid('王芳', '没看到是哪一年的安排');
  });

  test('a contradicting weekday is a question, and a day is put right before it is confirmed', async () => {
    await world.says('王芳', NOTICE_2027.replace('2月20日（周六）上班', '2月20日（周日）上班'));
    world.expectSaid('王芳', '请核对：2月20日（周六）通知写的是周日');
    await world.says('王芳', '2月20日改为不上班，2月13日改为上班');
    const corrected = world.expectSaid('王芳', /^改后的2027年放假安排/).text;
    expect(corrected).toContain('2月13日（周六）');
    expect(corrected).not.toContain('2月20日');
    expect(corrected).not.toContain('请核对');
    await world.says('王芳', '取消');
    world.expectSaid('王芳', '这份放假安排不启用');
    await expect(world.thing('holiday-draft.2027')).rejects.toThrow();
    await expect(world.thing('holiday-year.2027')).rejects.toThrow();
  });

  test('a day without a year is the next one; one that is over stays as it was', async () => {
    await world.says('王芳', '12月26日改为上班');
    world.expectSaid('王芳', /^改后的2026年放假安排[\s\S]*12月26日（周六）/);
    await world.says('王芳', '取消');
    world.expectSaid('王芳', '不启用');
    await world.says('王芳', '2月14日改为不上班');
    world.expectSaid('王芳', '2027年的放假安排还没有录入');
    await world.says('王芳', '调整节假日 2026年2月14日改为不上班');
    world.expectSaid('王芳', '已经过去了');
  });

  test('a day of a year that nobody has entered, and 调整节假日 alone', async () => {
    await world.says('王芳', '调整节假日 2027年2月14日改为上班');
    world.expectSaid('王芳', '2027年的放假安排还没有录入');
    await world.says('王芳', '调整节假日');
    world.expectSaid('王芳', /^放假安排：2026年已录入，2027年待公布/);
  });
});

test('a process that has just started reckons by what was entered', async () => {
  await enter();
  const { office } = await new OfficeCache().get(world.store);
  const { calendar } = holidayPlanningOf(world);
  const current = calendarOf(office, calendar);
  expect([calendar.isAnnounced(2027), current.isAnnounced(2027)]).toEqual([false, true]);
  expect([current.isWorkday('2027-02-20'), current.isWorkday('2027-02-12')]).toEqual([true, false]);
  await holidayTick(world);
});
