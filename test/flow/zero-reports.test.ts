import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Shift } from '../../domain/duty/shift.ts';
import { zeroReportsOn } from '../../domain/duty/zero-reports/collections.ts';
import { figuresOf } from '../../domain/duty/zero-reports/figures.ts';
import { standingOf, type ZeroReport, zeroReportId } from '../../domain/duty/zero-reports/zero-report.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { OwnPeriod } from '../../domain/periods/own-period.ts';
import type { Period } from '../../domain/periods/period.ts';
import { OfficeCache } from '../../domain/reading.ts';
import type { Day, Thing } from '../../domain/thing.ts';
import { planZeroReports } from '../../workers/periodic/zero-report-planning.ts';
import { planChecks } from '../../workers/plan-checks.ts';
import { secureRandom, sha256 } from '../../workers/secure-random.ts';
import { aDayShift, dutyOf, OFFICERS } from '../support/check-shifts.ts';
import { sampleOffice, World } from '../support/world.ts';

const ROOM = '全区值班群';
const NAMES: Readonly<Record<string, string>> = {
  qingshan: '陈立',
  nanjie: '赵敏',
  shiqiao: '马强',
  gaopu: '周洁',
  jingkai: '孙浩',
  zongzhiban: '钱军',
};
const SIX = [...OFFICERS.map(([unit]) => unit), 'zongzhiban'];

/** Shifts whose own reminders are over: only reports are spoken of. */
const quiet = (...days: readonly Day[]): Shift[] =>
  dutyOf(...days).map((shift) => ({
    ...shift,
    takenOverAt: shift.startAt,
    state: 'on-duty',
    takenOverBy: shift.people[0]!,
  }));

async function plan(world: World): Promise<void> {
  const { store, calendar, policy } = world;
  await planZeroReports({ store, calendar, policy, kinds: KINDS, offices: new OfficeCache(), now: () => world.now });
}

async function worldOn(start: string, things: readonly Thing[] = [], office = sampleOffice()): Promise<World> {
  const world = new World(start, { things, office });
  await world.office();
  await plan(world);
  await plan(world);
  return world;
}

async function reportsOn(world: World, day: Day): Promise<ZeroReport[]> {
  const { ids } = await world.store.collection(zeroReportsOn(day));
  return (await world.store.load(ids)).map(({ thing }) => thing as ZeroReport);
}

const reportOf = (world: World, unit: string, day: Day) => world.thing<ZeroReport>(zeroReportId(`unit.${unit}`, day));

describe('the afternoon of a level-A day with six units', () => {
  const DAY = '2026-01-24';
  let world: World;
  const until = (clock: string) => world.until(`${DAY}T${clock}:00+08:00`);

  beforeEach(async () => {
    world = await worldOn(`${DAY}T08:40:00+08:00`, quiet(DAY));
    await until('15:30');
    for (const unit of SIX)
      world.expectSaid(NAMES[unit]!, /1月24日零报告：请报今日情况（16:00前），有事报事，无事回复“平安”$/);
    world.expectSilence();
  });

  afterEach(() => {
    world.expectSilence();
    expect(world.transcript.filter(({ text }) => /漏报|脱岗/.test(text))).toEqual([]);
  });

  async function allClearExcept(...missing: readonly string[]): Promise<void> {
    for (const unit of SIX.filter((one) => !missing.includes(one))) {
      await world.says(NAMES[unit]!, '平安');
      world.expectSaid(NAMES[unit]!, /^已记：.+1月24日零报告 平安 15:\d\d$/);
    }
  }

  test('all report in time: one line to the room at 16:05, two messages to each person', async () => {
    await until('15:52');
    await allClearExcept();
    world.expectSilence();
    await until('16:05');
    expect(world.expectSaid(ROOM, '零报告').text).toBe('1月24日零报告 6/6，均报平安');
    await until('23:59');
    const counts = new Map<string, number>();
    for (const { to } of world.transcript) counts.set(to, (counts.get(to) ?? 0) + 1);
    expect([...counts].sort()).toEqual([[ROOM, 1], ...SIX.map((unit) => [NAMES[unit], 2])].sort());
  });

  test('something happened: the duty officer hears at once, the room a clause, and a correction takes its place', async () => {
    await until('15:40');
    await world.says('陈立', '14点沿河路一棵树倒了，人没事，已清理');
    expect(world.expectSaid('陈立', '已记').text).toBe(
      '已记：青山镇1月24日零报告 “14点沿河路一棵树倒了，人没事，已清理” 15:40，已转告钱军。记错了请回复“更正 平安”',
    );
    expect(world.expectSaid('钱军', '青山镇').text).toBe(
      '青山镇 陈立（13800000101） 15:40零报告：14点沿河路一棵树倒了，人没事，已清理',
    );
    await allClearExcept('qingshan', 'nanjie');
    await world.says('赵敏', '零报告：下午停电两小时，值班电话0000-6240119，已恢复');
    world.expectSaid('赵敏', '已转告钱军');
    world.expectSaid('钱军', '南街镇 赵敏');
    await world.says('赵敏', '平安');
    world.expectSaid('赵敏', '要改为平安请回复“更正 平安”');
    await world.says('赵敏', '更正：下午停电一小时，已恢复');
    world.expectSaid('赵敏', '已更正：南街镇1月24日零报告 “下午停电一小时，已恢复”');
    world.expectSaid('钱军', '零报告更正：下午停电一小时，已恢复');
    await until('16:05');
    expect(world.expectSaid(ROOM, '零报告').text).toBe(
      '1月24日零报告 6/6，南街镇 下午停电一小时，已恢复；青山镇 14点沿河路一棵树倒了，人没事，已清理；其余平安',
    );
    expect((await reportOf(world, 'nanjie', DAY)).given.map(({ words }) => words)).toEqual([
      '下午停电两小时，值班电话0000-6240119，已恢复',
      '下午停电一小时，已恢复',
    ]);
  });

  test('two are silent: asked once more, then listed with their telephones; a late report counts with its own time', async () => {
    await until('15:50');
    await allClearExcept('shiqiao', 'gaopu');
    await until('16:10');
    for (const who of ['马强', '周洁']) world.expectSaid(who, /^还没有收到.+1月24日零报告，有事报事，无事回复“平安”$/);
    world.expectSilence();
    await until('16:20');
    await world.says('周洁', '一切正常');
    world.expectSaid('周洁', '已记：高铺镇1月24日零报告 平安 16:20');
    world.expectSilence();
    await until('16:30');
    expect(world.expectSaid('钱军', '未报').text).toBe(
      [
        '1月24日零报告到16:00未报1家，请电话核实：',
        '石桥乡：值班室0000-6270119，马强13800001102，带班领导高翔13800007788',
        '核实后回复“石桥乡 平安”，有事回复“零报告 石桥乡 情况”',
      ].join('\n'),
    );
    const line = world.expectSaid(ROOM, '零报告').text;
    expect(line).toBe('1月24日零报告 5/6，已报的均平安，还没有到的正在电话核实');
    expect(standingOf(await reportOf(world, 'shiqiao', DAY), world.now)).toBe('missing');

    await until('16:41');
    await world.says('马强', '平安');
    world.expectSaid('马强', '平安 16:41');
    world.expectSaid('钱军', '石桥乡1月24日零报告已收到 16:41：平安，不用再核实');
    expect(figuresOf(await reportsOn(world, DAY))).toMatchObject({ reported: 6, asked: 6, onTime: 4 });
    await until('23:00');
  });

  test('the duty officer collects by telephone; nobody else reports for another unit', async () => {
    await until('15:50');
    await allClearExcept('shiqiao');
    await until('16:30');
    world.ignoreSoFar();
    await world.says('周洁', '石桥乡 平安');
    world.expectSaid('周洁', '石桥乡现在由马强值班，零报告请当班人员报');
    await world.says('何静', '石桥乡 平安');
    world.expectSaid('何静', '石桥乡现在由马强值班');
    await world.says('钱军', '零报告 石桥乡 下午停电，手机没信号');
    expect(world.expectSaid('钱军', '已记').text).toBe(
      '已记：石桥乡1月24日零报告 “下午停电，手机没信号” 16:30。记错了请回复“更正 平安”',
    );
    world.expectSilence();
    expect((await reportOf(world, 'shiqiao', DAY)).given).toMatchObject([{ by: 'person.qianjun', collected: true }]);
    await world.says('王芳', '石桥乡 平安');
    world.expectSaid('王芳', '要改为平安请回复');
    await world.says('王芳', '更正零报告：石桥乡 平安');
    world.expectSaid('王芳', '已更正：石桥乡1月24日零报告 平安 16:30');
    world.expectSaid('钱军', '石桥乡 王芳（13800000002） 16:30零报告更正：平安');
  });

  test('收到 is no report: it is asked again', async () => {
    await world.says('陈立', '收到');
    world.expectSaid('陈立', '你说的是哪一件');
    expect((await reportOf(world, 'qingshan', DAY)).given).toEqual([]);
    await until('15:50');
    await allClearExcept('qingshan');
    await until('16:10');
    world.expectSaid('陈立', '还没有收到青山镇1月24日零报告');
    await world.says('陈立', '平安');
    world.expectSaid('陈立', '平安 16:10');
    world.expectSaid(ROOM, '6/6，均报平安');
  });

  test('who is complete between 16:05 and 16:30 is said then, and once', async () => {
    await until('16:00');
    await world.says('陈立', '平安');
    for (const unit of SIX.slice(1, 5)) await world.says(NAMES[unit]!, '平安');
    world.ignoreSoFar();
    await until('16:07');
    world.expectSilence();
    await world.says('钱军', '平安');
    world.expectSaid('钱军', '16:07');
    expect(world.expectSaid(ROOM, '零报告').text).toBe('1月24日零报告 6/6，均报平安');
    await until('20:00');
    expect(
      (await reportsOn(world, DAY)).filter(
        ({ given }) => given[0]!.at.getTime() === +new Date(`${DAY}T16:00:00+08:00`),
      ),
    ).toHaveLength(5);
    expect(figuresOf(await reportsOn(world, DAY)).onTime).toBe(5);
  });

  test('in a room only what is said to the bot counts, and it is answered in private', async () => {
    await world.says('陈立', '平安', { room: ROOM });
    expect((await reportOf(world, 'qingshan', DAY)).given).toEqual([]);
    await world.says('陈立', '@值守 平安', { room: ROOM });
    world.expectSaid('陈立', '已记：青山镇1月24日零报告 平安');
    await world.says('吕刚', '@值守 平安', { room: ROOM });
    world.expectSaid('吕刚', '已在15:30报过');
    await world.says('黄志明', '南街镇平安');
    world.expectSaid('黄志明', '南街镇现在由赵敏值班');
  });

  test('by quote, also of the one that asked again; words that are no report are told how to give it', async () => {
    const quote = world.transcript.find(({ to }) => to === '孙浩')!;
    await world.says('孙浩', '马上报');
    world.expectSaid('孙浩', '没看懂这是不是今日情况');
    await world.says('孙浩', '收到', { quote });
    world.expectSaid('孙浩', '没看懂这是不是今日情况');
    await world.says('孙浩', '下午水管爆了，正在抢修', { quote });
    world.expectSaid('孙浩', '已记：经开区1月24日零报告 “下午水管爆了，正在抢修”');
    world.expectSaid('钱军', '经开区 孙浩');
  });

  test('零报告情况 and 谁没报平安', async () => {
    await until('15:45');
    await allClearExcept('shiqiao', 'gaopu', 'qingshan');
    await world.says('陈立', '零报告 下午3点利民超市冒烟，已处置');
    world.ignoreSoFar();
    await world.says('王芳', '谁没报平安');
    expect(world.expectSaid('王芳', '零报告').text).toBe(
      '1月24日零报告 4/6\n有情况：青山镇 15:45 下午3点利民超市冒烟，已处置\n还没报（没到截止时间）：高铺镇（周洁）、石桥乡（马强）',
    );
    await until('16:35');
    world.ignoreSoFar();
    await world.says('王芳', '@值守 零报告情况', { room: ROOM });
    expect(world.expectSaid(ROOM, '4/6').text).not.toMatch(/周洁|马强|石桥/);
    world.expectSaid('王芳', '未报：高铺镇（周洁）、石桥乡（马强）');
    await world.says('王芳', '昨天零报告情况');
    world.expectSaid('王芳', '1月23日不要求零报告');
  });
});

describe('which days, which units, and who is asked', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('an official holiday asks; the week before and after it does not; a day is asked once however many periods run', async () => {
    world = await worldOn('2026-02-14T09:00:00+08:00', quiet('2026-02-14', '2026-02-15'));
    expect(await reportsOn(world, '2026-02-14')).toEqual([]);
    expect(await reportsOn(world, '2026-02-15')).toHaveLength(6);
    world = await worldOn('2026-02-16T09:00:00+08:00', quiet('2026-02-16', '2026-02-17'));
    expect(await reportsOn(world, '2026-02-17')).toHaveLength(6);
    await world.until('2026-02-16T15:30:00+08:00');
    for (const unit of SIX) {
      world.expectSaid(NAMES[unit]!, '2月16日零报告');
      await world.says(NAMES[unit]!, '平安');
      world.expectSaid(NAMES[unit]!, '已记');
    }
    await world.until('2026-02-16T23:00:00+08:00');
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月16日零报告 6/6，均报平安');
    world = await worldOn('2026-02-24T09:00:00+08:00', quiet('2026-02-24'));
    expect(await reportsOn(world, '2026-02-24')).toEqual([]);
  });

  test('three periods over one day: 春节, 烟花爆竹旺季 and 春运 ask once', async () => {
    world = await worldOn('2026-02-17T09:00:00+08:00', quiet('2026-02-17'));
    expect(await reportsOn(world, '2026-02-17')).toHaveLength(6);
    await world.until('2026-02-17T16:00:00+08:00');
    for (const unit of SIX) world.expectSaid(NAMES[unit]!, '2月17日零报告');
    for (const unit of SIX) await world.says(NAMES[unit]!, '平安');
    world.ignoreSoFar();
    await world.until('2026-02-17T16:05:00+08:00');
    world.expectSaid(ROOM, '2月17日零报告 6/6');
  });

  test('planned as rosters come, not for units without anybody, and taken back where the day no longer asks', async () => {
    const day = '2026-02-17';
    world = await worldOn('2026-02-16T16:00:00+08:00', [aDayShift('qingshan', 'chenli', day)]);
    expect((await reportsOn(world, day)).map(({ unit }) => unit)).toEqual(['unit.qingshan']);
    await world.save([{ ...aDayShift('nanjie', 'zhaomin', day), people: [], unfilledAt: world.now } as Shift]);
    await plan(world);
    expect(await reportsOn(world, day)).toHaveLength(1);
    await world.save([aDayShift('nanjie', 'zhaomin', day)]);
    await plan(world);
    expect(await reportsOn(world, day)).toHaveLength(2);

    // 青山镇 loses its shift after the planning: nobody is asked, nobody is listed.
    await world.save([{ ...aDayShift('qingshan', 'chenli', day), state: 'cancelled' } as Shift]);
    await world.until(`${day}T15:30:00+08:00`);
    world.expectSaid('赵敏', '2月17日零报告');
    await world.says('赵敏', '平安');
    world.expectSaid('赵敏', '已记');
    await world.until(`${day}T20:00:00+08:00`);
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月17日零报告 1/1，均报平安');
  });

  test('after a swap between question and answer whoever is on duty answers; another of the unit gets one line', async () => {
    const day = '2026-02-17';
    const [shift] = quiet(day) as [Shift];
    world = await worldOn(`${day}T09:00:00+08:00`, [shift]);
    await world.until(`${day}T15:30:00+08:00`);
    world.expectSaid('陈立', '请报今日情况');
    const standIns = [{ person: 'person.lvgang', instead: 'person.chenli', fromAt: world.now, reason: '临时外出' }];
    await world.until(`${day}T15:35:00+08:00`);
    await world.save([
      { ...shift, people: ['person.xieyu'], standIns: [{ ...standIns[0]!, instead: 'person.xieyu' }] } as Shift,
    ]);
    await world.says('谢宇', '平安');
    world.expectSaid('谢宇', '南街镇现在没有排值班，不用报零报告');
    await world.until(`${day}T16:10:00+08:00`);
    world.expectSaid('吕刚', '还没有收到青山镇2月17日零报告');
    await world.says('吕刚', '平安');
    world.expectSaid('吕刚', '已记：青山镇2月17日零报告 平安 16:10');
    expect((await reportOf(world, 'qingshan', day)).given).toMatchObject([{ by: 'person.lvgang', shift: shift.id }]);
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月17日零报告 1/1，均报平安');
  });

  test('a unit on trial is reminded and answered, never counted, listed or told to the room', async () => {
    const day = '2026-02-17';
    const office = sampleOffice().map((thing) =>
      thing.id === 'unit.gaopu' ? { ...thing, status: 'trial' as const } : thing,
    ) as ReturnType<typeof sampleOffice>;
    const shifts = quiet(day).filter(({ unit }) => ['unit.gaopu', 'unit.nanjie'].includes(unit));
    world = await worldOn(`${day}T09:00:00+08:00`, shifts, office);
    await world.until(`${day}T15:30:00+08:00`);
    world.expectSaid('周洁', /^试运行练习，不计入　高铺镇2月17日零报告/);
    world.expectSaid('赵敏', '请报今日情况');
    await world.says('赵敏', '平安');
    world.expectSaid('赵敏', '已记');
    await world.until(`${day}T16:10:00+08:00`);
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月17日零报告 1/1，均报平安');
    world.expectSaid('周洁', '试运行练习，不计入　还没有收到高铺镇');
    await world.until(`${day}T18:00:00+08:00`);
    world.expectSilence();
    await world.says('周洁', '平安');
    world.expectSaid('周洁', '试运行练习，不计入　已记：高铺镇2月17日零报告 平安 18:00');
  });

  test('somebody on duty who cannot be written to: a person collects by telephone at once', async () => {
    const day = '2026-02-17';
    const office = sampleOffice().map((thing) =>
      thing.id === 'person.maqiang' ? { ...thing, accounts: [] } : thing,
    ) as ReturnType<typeof sampleOffice>;
    const shifts = quiet(day).filter(({ unit }) => ['unit.shiqiao', 'unit.zongzhiban'].includes(unit));
    world = await worldOn(`${day}T09:00:00+08:00`, shifts, office);
    await world.until(`${day}T15:30:00+08:00`);
    world.expectSaid('钱军', '总值班室2月17日零报告');
    expect(world.expectSaid('钱军', '送不到').text).toBe(
      '石桥乡2月17日零报告的提示送不到当班人员，请电话收集：值班室0000-6270119，马强13800001102，带班领导高翔13800007788\n核实后回复“石桥乡 平安”，有事回复“零报告 石桥乡 情况”',
    );
    await world.says('钱军', '平安');
    world.expectSaid('钱军', '已记：总值班室');
    await world.until(`${day}T16:30:00+08:00`);
    world.expectSaid('钱军', /^2月17日零报告有1家因值守中断或联系不上没有问到，不算未报/);
    world.expectSaid(ROOM, '2月17日零报告 1/2，已报的均平安，还没有到的正在电话核实');
    await world.says('钱军', '石桥乡 平安');
    world.expectSaid('钱军', '已记：石桥乡2月17日零报告 平安 16:30');
  });

  test('early on such a day counts, also before anything was planned', async () => {
    const day = '2026-02-17';
    world = new World(`${day}T11:00:00+08:00`, { things: quiet(day).slice(0, 1) });
    await world.says('陈立', '今日平安');
    world.expectSaid('陈立', '已记：青山镇2月17日零报告 平安 11:00');
    await plan(world);
    await world.until(`${day}T16:05:00+08:00`);
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月17日零报告 1/1，均报平安');
  });

  test('on an ordinary day nobody is refused: it is kept with the shift, and what happened is passed on', async () => {
    const day = '2026-01-14';
    world = await worldOn(`${day}T14:20:00+08:00`, quiet(day));
    await world.says('陈立', '平安');
    expect(world.expectSaid('陈立', '不要求').text).toBe('1月14日不要求零报告，青山镇 平安 已记在本班 14:20');
    const report = await reportOf(world, 'qingshan', day);
    expect(report).toMatchObject({ wanted: false, given: [{ shift: 'shift.qingshan.officer.20260114' }] });
    await world.says('陈立', '零报告：学校门口水管爆裂');
    world.expectSaid('陈立', '不要求零报告，青山镇 “学校门口水管爆裂” 已记在本班');
    world.expectSaid('钱军', '学校门口水管爆裂');
    await world.says('王芳', '零报告情况');
    expect(world.expectSaid('王芳', '1月14日').text).toBe('1月14日不要求零报告。已收到：青山镇 14:20 学校门口水管爆裂');
    await world.until(`${day}T23:00:00+08:00`);
    world.expectSilence();
    // Who is not on duty anywhere has nothing to report.
    await world.says('王芳', '平安');
    world.expectSaid('王芳', '安委办现在没有排值班，不用报零报告');
  });

  test('a day that stops asking before the hour is taken back; what was reported stays as a note', async () => {
    const day = '2026-05-16';
    const shifts = quiet(day).slice(0, 2);
    world = await worldOn('2026-05-15T20:00:00+08:00', shifts);
    expect(await reportsOn(world, day)).toHaveLength(2);
    await world.until(`${day}T09:00:00+08:00`);
    await world.says('陈立', '平安');
    world.ignoreSoFar();
    const event = await world.thing<OwnPeriod>('own-period.event');
    await world.save([{ ...event, dates: [{ fromDay: '2026-05-23', toDay: '2026-05-24' }] } as OwnPeriod]);
    await plan(world);
    expect(await reportsOn(world, day)).toMatchObject([{ unit: 'unit.qingshan', wanted: false }]);
    await world.until(`${day}T23:00:00+08:00`);
  });

  test('a warning that a person starts in the morning makes the day ask, and no longer once it is ended', async () => {
    const day = '2026-07-08';
    world = await worldOn(`${day}T09:00:00+08:00`, quiet(day).slice(0, 1));
    expect(await reportsOn(world, day)).toEqual([]);
    const warning = { hazard: '暴雨', startedAt: world.now, startedBy: 'person.luogang' };
    const terms = { name: '暴雨红色预警', aliases: [], level: 'A', long: false, asks: '', provisional: false };
    const started = {
      ...{ id: 'period.warning', type: 'period', ...terms, fromDay: day, state: 'open', warning },
      ladder: world.policy.keyPeriods.ladders.A,
    } as Period;
    await world.save([started]);
    await plan(world);
    expect(await reportsOn(world, day)).toMatchObject([{ unit: 'unit.qingshan', wanted: true }]);
    world.ignoreSoFar();
    await world.save([{ ...started, state: 'closed', warning: { ...warning, endedAt: world.now } } as Period]);
    await plan(world);
    expect(await reportsOn(world, day)).toEqual([]);
  });

  test('the leader in charge and those who speak for a unit may answer; somebody with two posts is asked which', async () => {
    const day = '2026-02-17';
    const shifts = quiet(day).filter(({ unit }) => unit !== 'unit.jingkai');
    const second = { ...aDayShift('jingkai', 'maqiang', day), state: 'on-duty', takenOverAt: world.now } as Shift;
    world = await worldOn(`${day}T09:00:00+08:00`, [...shifts, second]);
    await world.until(`${day}T15:30:00+08:00`);
    world.ignoreSoFar();
    await world.says('高翔', '平安');
    world.expectSaid('高翔', '已记：石桥乡2月17日零报告');
    await world.says('沈国平', '平安');
    world.expectSaid('沈国平', '已记：南街镇2月17日零报告');
    await world.says('马强', '平安');
    world.expectSaid('马强', '已记：经开区2月17日零报告');
    await world.says('马强', '平安');
    expect(world.expectSaid('马强', '哪个单位').text).toMatch(/1 .+　2 .+回复数字/);
    await world.says('马强', '1');
    world.expectSaid('马强', '已在15:30报过，不用再报');
  });

  test('平安 belongs to the report whatever else waits; said once more it may be what is left for the next shift', async () => {
    const day = '2026-02-17';
    const early = { endAt: new Date(`${day}T16:30:00+08:00`) };
    const [shift] = quiet(day).map((one) => ({ ...one, ...early })) as [Shift];
    const next = { ...aDayShift('qingshan', 'lvgang', '2026-02-18'), startAt: early.endAt };
    const desk = quiet(day).find(({ unit }) => unit === 'unit.zongzhiban')!;
    world = await worldOn(`${day}T09:00:00+08:00`, [{ ...shift, handledAt: shift.startAt }, next, desk]);
    await world.until(`${day}T16:02:00+08:00`);
    world.expectSaid('陈立', '请报今日情况');
    world.expectSaid('陈立', '青山镇16:30交班，请说一下交给下一班的事');
    world.ignoreSoFar();
    await world.says('陈立', '平安');
    world.expectSaid('陈立', '已记：青山镇2月17日零报告 平安 16:02');
    await world.says('陈立', '平安');
    world.expectSaid('陈立', '已记：没有遗留事项');
    world.ignoreSoFar();
    expect((await world.thing<Shift>(shift.id)).notes).toBe('平安');
  });
});

describe('the ladder of the office', () => {
  test('other clocks hold for what is filed from then on; what was filed keeps its own', async () => {
    const day = '2026-02-17';
    const things = quiet(day).slice(0, 1);
    const world = new World('2026-02-16T20:00:00+08:00', { things });
    await world.office();
    await plan(world);
    const earlier = { hint: '10:00', due: '10:30', summary: '10:35', again: '10:40', list: '11:00' };
    const changed = { ...world.policy, zeroReports: { ...world.policy.zeroReports, ...earlier } };
    const next = quiet(day).slice(1, 2);
    await world.save(next);
    const { store, calendar } = world;
    const offices = new OfficeCache();
    await planZeroReports({ store, calendar, policy: changed, kinds: KINDS, offices, now: () => world.now });
    await world.until(`${day}T10:00:00+08:00`);
    world.expectSaid('赵敏', '南街镇2月17日零报告：请报今日情况（10:30前）');
    world.expectSilence();
    await world.says('赵敏', '平安');
    world.ignoreSoFar();
    await world.until(`${day}T15:30:00+08:00`);
    world.expectSaid('陈立', '青山镇2月17日零报告：请报今日情况（16:00前）');
    world.expectSilence();
  });
});

describe('midnight, the end of a month, and outages', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('after midnight 平安 is for the day before as long as that is awaited; the month ends between', async () => {
    // 4月30日 ends before a holiday that begins on 5月1日; of the two days only the second asks.
    const shifts = quiet('2026-04-30', '2026-05-01', '2026-05-02').filter(({ unit }) => unit === 'unit.qingshan');
    const handed = shifts.map((shift) => ({ ...shift, handedOverAt: shift.endAt, state: 'closed' }) as Shift);
    world = await worldOn('2026-04-30T23:00:00+08:00', handed);
    expect(await reportsOn(world, '2026-04-30')).toEqual([]);
    expect((await reportsOn(world, '2026-05-01')).map(({ id }) => id)).toEqual(['zero-report.qingshan.20260501']);
    await world.until('2026-05-01T16:30:00+08:00');
    await plan(world);
    world.expectSaid('陈立', '青山镇5月1日零报告');
    world.expectSaid('陈立', '还没有收到');
    for (const who of ['钱军', '白雪']) world.expectSaid(who, '5月1日零报告到16:00未报1家');
    world.expectSaid(ROOM, '5月1日零报告 0/1，还没有到的正在电话核实');
    await world.until('2026-05-02T00:10:00+08:00');
    await world.says('陈立', '平安');
    world.expectSaid('陈立', '已记：青山镇5月1日零报告 平安 00:10');
    for (const who of ['钱军', '白雪'])
      await world.until('2026-05-02T08:00:00+08:00').then(() => world.expectSaid(who, '不用再核实'));
    await world.until('2026-05-02T09:00:00+08:00');
    await world.says('陈立', '平安');
    world.expectSaid('陈立', '已记：青山镇5月2日零报告 平安 09:00');
    await world.until('2026-05-02T16:05:00+08:00');
    world.expectSaid(ROOM, '5月2日零报告 1/1');
  });

  test('over question and deadline: asked late, nobody is missing, answers of that time count with their own time', async () => {
    const day = '2026-02-17';
    world = await worldOn(`${day}T09:00:00+08:00`, quiet(day));
    await world.until(`${day}T15:20:00+08:00`);
    await world.away(`${day}T17:10:00+08:00`);
    await world.settle();
    for (const unit of SIX) world.expectSaid(NAMES[unit]!, /^（补发）.*2月17日零报告：请报今日情况，有事/);
    world.expectSilence();
    await world.says('陈立', '平安', { sentAt: new Date(`${day}T15:45:00+08:00`) });
    world.expectSaid('陈立', '平安 15:45');
    for (const unit of ['nanjie', 'gaopu', 'zongzhiban']) await world.says(NAMES[unit]!, '平安');
    world.ignoreSoFar();
    await world.until(`${day}T17:39:00+08:00`);
    world.expectSilence();
    await world.until(`${day}T17:40:00+08:00`);
    const list = world.expectSaid('钱军', '零报告').text;
    expect(list).toMatch(/^2月17日零报告有2家因值守中断或联系不上没有问到，不算未报/);
    expect(list).not.toContain('未报2家');
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月17日零报告 4/4，均报平安，另有2家因值守中断没有问到，不计');
    const reports = await reportsOn(world, day);
    expect(reports.filter((one) => standingOf(one, world.now) === 'missing')).toEqual([]);
    expect(figuresOf(reports)).toMatchObject({ reported: 4, asked: 4, onTime: 1, excused: 2 });
    await world.until(`${day}T23:59:00+08:00`);
  });

  test('until the next day: nothing is asked or said of yesterday any more', async () => {
    const day = '2026-02-17';
    world = await worldOn(`${day}T09:00:00+08:00`, quiet(day));
    await world.until(`${day}T15:00:00+08:00`);
    await world.away('2026-02-18T09:00:00+08:00');
    await world.settle();
    expect(world.transcript.filter(({ text }) => text.includes('零报告'))).toEqual([]);
    world.ignoreSoFar();
    const reports = await reportsOn(world, day);
    expect(reports.map((one) => standingOf(one, world.now))).toEqual(SIX.map(() => 'not-asked'));
    expect(figuresOf(reports)).toMatchObject({ reported: 0, asked: 0, excused: 6 });
  });

  test('the chat goes away after the question: the list waits for answers that are on their way', async () => {
    const day = '2026-02-17';
    world = await worldOn(`${day}T09:00:00+08:00`, quiet(day).slice(0, 2));
    await world.until(`${day}T15:35:00+08:00`);
    world.ignoreSoFar();
    await world.chatBecomes('offline');
    await world.until(`${day}T16:50:00+08:00`);
    await world.chatBecomes('online');
    await world.says('陈立', '平安', { sentAt: new Date(`${day}T15:50:00+08:00`) });
    await world.says('赵敏', '平安', { sentAt: new Date(`${day}T15:51:00+08:00`) });
    world.expectSaid('陈立', '平安 15:50');
    world.expectSaid('赵敏', '平安 15:51');
    await world.until(`${day}T17:30:00+08:00`);
    expect(world.expectSaid(ROOM, '零报告').text).toBe('2月17日零报告 2/2，均报平安');
    expect(world.transcript.filter(({ text }) => /未报|没有问到/.test(text))).toEqual([]);
  });

  test('the chat is away while everything else runs: the question never got out, and nobody is missing', async () => {
    const day = '2026-02-17';
    world = await worldOn(
      `${day}T09:00:00+08:00`,
      quiet(day).filter(({ unit }) => unit !== 'unit.zongzhiban'),
    );
    await world.chatBecomes('offline');
    await world.until(`${day}T17:20:00+08:00`);
    expect(world.transcript).toEqual([]);
    await world.chatBecomes('online');
    await world.until(`${day}T17:23:00+08:00`);
    for (const unit of SIX.slice(0, 5)) world.expectSaid(NAMES[unit]!, /零报告：请报今日情况/);
    for (const who of ['钱军', '白雪']) world.expectSaid(who, /5家因值守中断或联系不上没有问到，不算未报/);
    world.ignoreSoFar();
    expect((await reportsOn(world, day)).filter((one) => standingOf(one, world.now) === 'missing')).toEqual([]);
  });
});

describe('what people hear on a whole level-A day', () => {
  test('of zero reports two messages each and one line for the room; all in all it is counted and printed', async () => {
    const day = '2026-01-24';
    const before = quiet('2026-01-23').map((shift) => ({ ...shift, handledAt: new Date('2026-01-24T07:50:00+08:00') }));
    const world = await worldOn('2026-01-24T07:50:00+08:00', [
      ...before,
      ...[day, '2026-01-25']
        .flatMap((one) => dutyOf(one))
        .map((shift) => ({ ...shift, handledAt: before[0]!.handledAt })),
    ]);
    const { store, calendar, policy } = world;
    const context = { store, calendar, policy, kinds: KINDS, offices: new OfficeCache(), now: () => world.now };
    await planChecks({ ...context, random: secureRandom, sha256 });

    const answered = new Set<string>();
    const answers = async () => {
      for (const { to, text, at } of world.transcript.slice(answered.size)) {
        answered.add(`${answered.size} ${to}`);
        const code = /回复数字 (\d+)/.exec(text)?.[1];
        if (code) await world.says(to, code);
        else if (text.includes('到岗后回复“接班”')) await world.says(to, '接班');
        else if (text.includes('没有就回复“无”')) await world.says(to, '无');
        else if (text.includes('无事回复“平安”')) await world.says(to, '平安');
        expect(at <= world.now).toBe(true);
      }
    };
    for (let minutes = 0; minutes < 25 * 60; minutes += 5) {
      await world.fastForward(5, 'minute');
      await answers();
    }
    const perPerson = new Map<string, { all: number; zero: number }>();
    for (const { to, text } of world.transcript) {
      const { all, zero } = perPerson.get(to) ?? { all: 0, zero: 0 };
      perPerson.set(to, { all: all + 1, zero: zero + (text.includes('零报告') ? 1 : 0) });
    }
    for (const unit of SIX) expect(perPerson.get(NAMES[unit]!)!.zero).toBe(2);
    expect(perPerson.get(ROOM)).toEqual({ all: 1, zero: 1 });
    expect([...perPerson.values()].reduce((sum, { zero }) => sum + zero, 0)).toBe(13);
    const lines = [...perPerson].map(([who, { all, zero }]) => `${who} ${all}（零报告${zero}）`);
    process.stdout.write(`a level-A day, messages per person: ${lines.join('，')}\n`);
  }, 60_000);
});
