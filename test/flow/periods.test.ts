import { afterEach, describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import type { CheckPlan } from '../../domain/duty/checks/rounds/check-plan.ts';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import { at } from '../support/builders.ts';
import { dutyOf } from '../support/check-shifts.ts';
import { periodsOf, planningOf, tick } from '../support/periods.ts';
import { World } from '../support/world.ts';

const OFFICERS = ['陈立', '赵敏', '马强', '周洁', '孙浩', '钱军'];

async function worldAt(start: string, ...days: readonly string[]): Promise<World> {
  const world = new World(`${start.replace(' ', 'T')}:00+08:00`, { things: dutyOf(...days) });
  await tick(world);
  return world;
}

async function everybodyAnswers(world: World): Promise<void> {
  for (const who of OFFICERS) {
    const { text } = world.expectSaid(who, /点名，请在5分钟内回复数字 \d{2,3}（/);
    await world.says(who, text.match(/数字 (\d{2,3})/)![1]!);
    world.expectSaid(who, '已应答');
  }
}

describe('a day of level A', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('asks at 12:00, 18:00 and 22:00, and the day after the meetings only at 22:00', async () => {
    world = await worldAt('2026-01-24 08:40', '2026-01-24', '2026-01-25', '2026-01-26');
    for (const clock of ['12:00', '18:00', '22:00']) {
      await world.until(at(`2026-01-24 ${clock}`));
      await everybodyAnswers(world);
    }
    await world.until(at('2026-01-25 23:00'));
    world.ignoreSoFar();

    await tick(world);
    await world.until(at('2026-01-26 21:00'));
    world.ignoreSoFar();
    await world.until(at('2026-01-26 22:00'));
    for (const who of OFFICERS) world.expectSaid(who, '请在10分钟内回复数字');
  });

  test('the nights are sealed apart from the week, two draws each, and asked by the ladder of key periods', async () => {
    const days = ['18', '19', '20', '21', '22', '23', '24', '25'].map((day) => `2026-01-${day}`);
    world = await worldAt('2026-01-18 18:00', ...days);
    await tick(world);
    for (const who of ['王芳', '何静']) {
      world.expectSaid(who, '【抽查封存】C0001');
      world.expectSaid(who, '【抽查封存】C0002');
    }
    world.expectSilence();
    const plan = await world.thing<CheckPlan>('check-plan.C0002');
    expect(plan).toMatchObject({ kind: 'night', fromAt: at('2026-01-20 00:00'), toAt: at('2026-01-25 05:30') });
    const { secret } = await world.thing<CheckRounds>('check-rounds.C0002');
    const nights = new Map<string, Set<number>>();
    for (const { at: when } of secret!.plan.checks) {
      expect(world.calendar.clockOf(when) < '05:30').toBe(true);
      const night = nights.get(world.calendar.dayOf(when)) ?? new Set();
      nights.set(world.calendar.dayOf(when), night.add(when.getTime()));
    }
    expect([...nights.keys()].sort()).toEqual(days.slice(2));
    expect(new Set(secret!.plan.checks.map(({ unit }) => unit)).size).toBe(6);

    const [first] = secret!.plan.checks;
    await world.until(first!.at);
    const { ids } = await world.store.collection(checksOn(world.calendar.dayOf(first!.at)));
    const checks = (await world.store.load(ids)).map(({ thing }) => thing as CheckIn);
    const asked = checks.find(({ unit, kind }) => unit === first!.unit && kind === 'random')!;
    expect(asked.ladder.windowMin).toBe(5);
    world.ignoreSoFar();
  });

  test('nights of meetings that were cut short are not asked, and the plan says why', async () => {
    const days = ['18', '19', '20', '21', '22', '23', '24', '25'].map((day) => `2026-01-${day}`);
    world = await worldAt('2026-01-18 18:00', ...days);
    await world.until(at('2026-01-21 23:00'));
    await world.says('王芳', '区两会 1月20日到1月21日');
    world.expectSaid('王芳', '已记：区两会 A级 1月20日（周二）—1月21日（周三）');
    world.ignoreSoFar();
    await world.until(at('2026-01-25 06:00'));
    const { skipped, secret } = await world.thing<CheckRounds>('check-rounds.C0002');
    const late = secret!.plan.checks.filter(({ at: when }) => when > at('2026-01-22 00:00'));
    expect(late.length).toBeGreaterThan(0);
    expect(skipped.map(({ reason }) => reason)).toEqual(late.map(() => '重点时段已结束'));
    const atNight = world.transcript.filter(
      ({ text, at: when }) => /抽查点名/.test(text) && when > at('2026-01-22 00:00'),
    );
    expect(atNight.filter(({ at: when }) => world.calendar.clockOf(when) < '05:30')).toEqual([]);
    world.ignoreSoFar();
  });
});

describe('a warning', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('is started by a person with the right, makes the day one of level A, and ends when a person says so', async () => {
    world = await worldAt('2026-06-18 14:00', '2026-06-18', '2026-06-19', '2026-06-20');
    await world.says('陈立', '启动 暴雨红色预警');
    world.expectSaid('陈立', '请联系安委办王芳');
    await world.says('李卫东', '启动 暴雨橙色预警');
    const started = world.expectSaid('李卫东', '暴雨橙色预警时段已启动（A级）。值班按A级要求：12:00、18:00、22:00点名');
    expect(started.text.split('\n').at(-1)).toBe('结束时说“解除暴雨橙色预警”');
    world.expectSaid('王芳', '李卫东6月18日（周四）14:00启动了暴雨橙色预警时段（A级）');
    await world.says('王芳', '启动暴雨红色预警');
    world.expectSaid('王芳', '由暴雨橙色预警改为暴雨红色预警（A级）');
    await world.says('王芳', '启动暴雨红色预警');
    world.expectSaid('王芳', '暴雨红色预警时段已由王芳');
    expect((await periodsOf(world)).filter(({ warning }) => warning)).toHaveLength(1);

    await tick(world);
    await world.until(at('2026-06-18 18:00'));
    await everybodyAnswers(world);
    await world.says('王芳', '现在是什么时段');
    world.expectSaid('王芳', /^6月18日（周四）重点时段：暴雨红色预警（A级，到解除为止）、/);

    await world.until(at('2026-06-18 21:00'));
    await world.says('陈立', '解除暴雨红色预警');
    world.expectSaid('陈立', '请联系安委办王芳');
    await world.says('王芳', '解除暴雨红色预警');
    world.expectSaid('王芳', '暴雨红色预警时段已结束。值班按平时要求：接班和22:00点名');
    await world.says('王芳', '解除暴雨红色预警');
    world.expectSaid('王芳', '现在没有启动暴雨红色预警时段');
    await tick(world);
    await world.until(at('2026-06-18 22:00'));
    for (const who of OFFICERS) world.expectSaid(who, '请在10分钟内回复数字');
    // 端午 follows: the closing work waits for its end.
    await world.until(at('2026-06-22 12:00'));
    const day = world.transcript.findLast(({ to, text }) => to === '王芳' && text.includes('重点时段提醒'))!;
    expect(world.calendar.dayOf(day.at)).toBe('2026-06-22');
    expect(day.text).toContain('写小结：');
    expect(day.text).toContain('暴雨红色预警');
    world.ignoreSoFar();
  });

  test('lifted between two check-ins stops those that lie ahead at once, before the planner looks again', async () => {
    world = await worldAt('2026-06-24 14:00', '2026-06-24');
    await world.says('王芳', '启动 台风红色预警');
    world.expectSaid('王芳', '台风红色预警时段已启动');
    await tick(world);
    await world.until(at('2026-06-24 17:59'));
    await world.says('王芳', '结束台风红色预警');
    world.expectSaid('王芳', '台风红色预警时段已结束');
    await world.until(at('2026-06-24 21:59'));
  });

  test.each([
    ['启动 暴雨蓝色预警', '暴雨蓝色预警不启动重点时段'],
    ['启动 暴雨预警', '请说明是红色还是橙色'],
    ['启动 地震预警', '请说明是什么预警'],
    ['启动寒潮蓝色预警', '寒潮蓝色预警时段已启动（B级）'],
    ['启动 高温红色预警', '高温红色预警时段已启动（C级）'],
  ])('“%s”: %s', async (said, answer) => {
    world = await worldAt('2026-06-24 14:00');
    await world.says('王芳', said);
    world.expectSaid('王芳', answer);
  });
});

describe('what people enter and ask', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('the list of a day, on an ordinary day and on one of many periods', async () => {
    world = await worldAt('2026-02-10 09:30');
    world.ignoreSoFar();
    await world.says('陈立', '重点时段');
    const list = world.expectSaid('陈立', '2月10日（周二）重点时段：烟花爆竹旺季（B级，到3月3日）');
    expect(list.text).toContain('值班按平时要求');
    expect(list.text).toContain('接下来：春节 A级 2月15日（周日）—2月23日（周一）');
    expect(list.text.split('\n').length).toBeLessThanOrEqual(6);
    await world.says('陈立', '2月16日是什么重点时段');
    expect(world.expectSaid('陈立', '2月16日（周一）重点时段：春节').text).toContain('夜间抽查每晚2次，每天零报告');
    await world.says('陈立', '明天起有哪些时段');
    world.expectSaid('陈立', '2月11日（周三）重点时段');
  });

  test('days of its own are entered, moved and refused where nobody has the right or the calendar knows them', async () => {
    world = await worldAt('2026-03-16 10:00');
    world.ignoreSoFar();
    await world.says('陈立', '区两会 4月20日到4月22日');
    world.expectSaid('陈立', '请联系安委办王芳');
    await world.says('王芳', '重点时段 采茶节 4月20日到4月22日');
    world.expectSaid('王芳', '请带上级别再说一次');
    await world.says('王芳', '重点时段 采茶节 4月20日到4月22日 B级');
    world.expectSaid('王芳', '已记：采茶节 B级 4月20日（周一）—4月22日（周三）。还有35天');
    await world.says('王芳', '重点时段 春运 4月20日到4月22日');
    world.expectSaid('王芳', '“春运”的日期由历法和放假安排算出');
    await world.says('王芳', '重大活动 4月25日');
    world.expectSaid('王芳', '已记：重大活动 A级 4月25日（周六）');
    await world.says('王芳', '重大活动 3月20日');
    world.expectSaid('王芳', '3月20日（周五）。还有4天。请现在就办：安排检查、收值班表、定方案');
    await tick(world);
    const own = async (name: string) => (await periodsOf(world)).filter((period) => period.name === name);
    expect(await own('采茶节')).toMatchObject([{ fromDay: '2026-04-20', state: 'planned' }]);

    await world.says('王芳', '重点时段 采茶节 4月21日到4月23日');
    world.expectSaid('王芳', '已记：采茶节 B级 4月21日（周二）—4月23日（周四）');
    await tick(world);
    expect(await own('采茶节')).toMatchObject([{ fromDay: '2026-04-21', toDay: '2026-04-23' }]);
    world.ignoreSoFar();
    await world.until(at('2026-04-14 18:00'));
    world.expectSaid('王芳', /安排检查、收值班表：采茶节 B级 4月21日/);
    world.ignoreSoFar();
  });

  test('a change of what the office observes ends what runs and takes back what has not begun', async () => {
    world = await worldAt('2026-06-10 09:30');
    const off = ['safemonth', 'dragon'];
    const policy = { ...world.policy, keyPeriods: { ...world.policy.keyPeriods, off } };
    const { filePeriods } = await import('../../workers/periodic/period-planning.ts');
    await filePeriods({ ...planningOf(world), policy });
    const left = new Map((await periodsOf(world)).map((period) => [period.id, period.state]));
    expect(left.get('period.safemonth.2026')).toBe('closed');
    expect(left.has('period.dragon.2026')).toBe(false);
    expect(left.get('period.flood.2026')).toBe('open');
    world.ignoreSoFar();
  });
});
