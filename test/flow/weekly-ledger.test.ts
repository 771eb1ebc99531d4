import { afterEach, describe, expect, test } from '@jest/globals';
import { holidayTables } from '../../config/holidays.ts';
import { createCalendar } from '../../domain/calendar/create-calendar.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { fridayOf } from '../../domain/periods/weekly/week.ts';
import type { WeeklyAsk } from '../../domain/periods/weekly/weekly-ask.ts';
import { fileKits } from '../../workers/periodic/kit-planning.ts';
import { filePeriods } from '../../workers/periodic/period-planning.ts';
import { fileWeeks } from '../../workers/periodic/weekly-planning.ts';
import { at } from '../support/builders.ts';
import { planningOf } from '../support/periods.ts';
import { World } from '../support/world.ts';

/** A tick of the planners of periods and of weeks. */
async function tick(world: World): Promise<void> {
  await world.office();
  await filePeriods(planningOf(world));
  await fileWeeks(planningOf(world));
  await world.settle();
}

async function live(world: World, until: string): Promise<void> {
  for (let next = world.now.getTime() + 86_400_000; next < at(until).getTime(); next += 86_400_000) {
    await world.until(new Date(next));
    await tick(world);
  }
  await world.until(at(until));
}

async function worldAt(start: string, policy: object = {}): Promise<World> {
  const world = new World(`${start.replace(' ', 'T')}:00+08:00`, { policy });
  await tick(world);
  world.ignoreSoFar();
  return world;
}

const asksIn = (world: World) =>
  world.transcript.filter(({ text }) => /【通知 N\d+】本周(?:隐患台账|工作进展)/.test(text));

describe('what units report every week', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('is asked once of each, answered in a line, and told to the dispatcher with the numbers of those who are missing', async () => {
    world = await worldAt('2026-03-02 08:00');
    await live(world, '2026-03-05 09:30');
    const { text } = world.transcript.findLast(({ to }) => to === '王芳')!;
    expect(text).toContain('值守今天通知单位报隐患台账（3月6日（周五）报齐）：全国两会\n值守今天通知单位报进展（');
    world.ignoreSoFar();

    // 春运, 复工复产 and 全国两会 make one question.
    await world.until(at('2026-03-05 15:00'));
    expect(asksIn(world)).toHaveLength(11);
    expect(new Set(asksIn(world).map(({ to }) => to)).size).toBe(11);
    world.expectSaid(
      '陈立',
      '【通知 N0001】本周隐患台账和工作进展（春运、全国两会、复工复产）：请在3月6日（周五）12:00前回复“本周台账 ……，本周进展 ……”，没有新增回复“本周无新增”（安委办 王芳）',
    );
    world.ignoreSoFar();

    await world.says('陈立', '本周台账 排查30处，新增隐患2处，已整改1处');
    world.expectSaid('陈立', /^N0001已记青山镇：台账排查30处.*，谢谢$/);
    await world.says('陈立', '进展：在建工地已摸排完');
    world.expectSaid('陈立', 'N0001已记青山镇：');
    await world.says('马强', '本周无新增');
    world.expectSaid('马强', 'N0001已记石桥乡的反馈，谢谢');
    await world.says('周洁', '排查在建工地6处，没有发现问题', { quote: asksIn(world)[0]! });
    world.expectSaid('周洁', 'N0001已记高铺镇的反馈，谢谢');
    for (const told of [
      '本周台账 利民超市消防通道堵塞，已整改',
      '隐患台账：危化品泄漏1起，已处置',
      '本周台账 请各村周五前再查一遍，目前无新增',
    ]) {
      await world.says('梁斌', told);
      world.expectSaid('梁斌', 'N0001已记公安局：台账');
    }
    await world.says('赵敏', '本周台账什么时候交');
    world.ignoreSoFar();

    await world.until(at('2026-03-06 11:00'));
    for (const who of ['赵敏', '孙浩', '刘峰', '石磊', '苏梅', '韩松', '罗刚'])
      world.expectSaid(who, /还没有看到.*的反馈（隐患台账、工作进展）。请在12:00前直接回复$/);
    world.expectSilence();
    await world.says('孙浩', '无新增');
    world.expectSaid('孙浩', 'N0001已记经开区的反馈');
    await world.until(at('2026-03-06 12:00'));
    const summary = world.expectSaid('王芳', /^N0001 反馈5\/11：青山镇 本周台账 排查30处/).text;
    expect(summary).toContain(
      '进展：在建工地已摸排完；石桥乡 本周无新增；高铺镇 排查在建工地6处，没有发现问题；经开区 无新增',
    );
    expect(summary).toContain('；未报：南街镇、');
    expect(summary).toMatch(/未报的电话：南街镇 赵敏138\d{8} 值班0000-6240119；/);
    expect(summary).toContain('问到的请回复“南街镇 本周台账 ……”');

    // What the telephone brought, and an answer that comes late.
    await world.says('王芳', '南街镇 本周无新增');
    world.expectSaid('王芳', 'N0001已记南街镇的反馈');
    await world.says('刘峰', '本周台账 检查企业8家，问题3个');
    world.expectSaid('刘峰', 'N0001已记应急局');
    await live(world, '2026-03-09 12:00');
    expect(asksIn(world)).toHaveLength(11);
    world.ignoreSoFar();
  });

  test('a unit that has a task open says 本周 before its answer, or it is its report', async () => {
    world = await worldAt('2026-03-02 08:00');
    await live(world, '2026-03-05 15:10');
    await world.says('王芳', '@值守 请青山镇3月13日前报加油站排查台账', { room: '安委会成员单位' });
    await world.says('王芳', '@值守 确认', { room: '安委会成员单位' });
    world.ignoreSoFar();
    await world.says('陈立', '进展 已排查8家');
    expect(world.expectSaid('陈立', 'T0001').text).not.toContain('N0001');
    await world.says('陈立', '本周进展 已排查8家');
    world.expectSaid('陈立', 'N0001已记青山镇：进展已排查8家');
    await world.says('陈立', 'N0001 台账 排查8家');
    world.expectSaid('陈立', 'N0001已记青山镇');
    world.ignoreSoFar();
  });

  test('two planners and a restart ask once; a dispatcher may lift it', async () => {
    world = await worldAt('2026-03-02 08:00');
    await live(world, '2026-03-05 14:59');
    for (let again = 0; again < 3; again++) await tick(world);
    await world.until(at('2026-03-05 15:01'));
    for (let again = 0; again < 3; again++) await tick(world);
    expect(asksIn(world)).toHaveLength(11);
    world.ignoreSoFar();
    await world.says('王芳', '解除 N0001');
    world.expectSaid('王芳', 'N0001已解除，已通知11人');
    world.ignoreSoFar();
    await live(world, '2026-03-06 14:00');
    world.ignoreSoFar();
    expect(world.transcript.filter(({ text }) => text.includes('还没有看到'))).toEqual([]);
  });

  test('an outage over the asking: asked late while there is time, else the dispatcher hears that nobody was', async () => {
    world = await worldAt('2026-03-05 08:00');
    world.ignoreSoFar();
    await world.away(at('2026-03-05 18:00'));
    await world.settle();
    expect(asksIn(world)).toHaveLength(11);
    world.ignoreSoFar();

    world = await worldAt('2026-03-05 08:00');
    world.ignoreSoFar();
    await world.away(at('2026-03-06 11:20'));
    await world.settle();
    expect(asksIn(world)).toEqual([]);
    world.expectSaid(
      '王芳',
      '值守掉线，没有向各单位收本周隐患台账和工作进展（3月6日（周五）12:00前）。还要收请自行发通知',
    );
    world.ignoreSoFar();
    await live(world, '2026-03-06 13:00');
    world.expectSilence();
  });

  test('a Friday that is a day off: due on Thursday, asked on Wednesday, and nothing in the week of the Spring Festival', async () => {
    world = await worldAt('2026-12-28 08:00');
    await live(world, '2026-12-31 12:00');
    const [first] = asksIn(world);
    expect(first?.at).toEqual(at('2026-12-30 15:00'));
    expect(first?.text).toContain('本周工作进展（岁末年初）：请在12月31日（周四）12:00前回复“本周进展 ……”');
    expect(world.expectSaid('王芳', /^N0001 反馈0\/11；未报：/).at).toEqual(at('2026-12-31 12:00'));
    world.ignoreSoFar();

    world = await worldAt('2026-02-11 08:00');
    await live(world, '2026-02-27 12:01');
    const days = [...new Set(asksIn(world).map(({ at: when }) => world.calendar.dayOf(when)))];
    expect(days).toEqual(['2026-02-12', '2026-02-26']);
    world.ignoreSoFar();
  });

  test('a Friday that becomes a day off moves both days; a period that is taken back asks for nothing', async () => {
    world = await worldAt('2026-12-20 08:00');
    await world.until(at('2026-12-27 08:00'));
    const announced = {
      ...{ year: 2027, announced: true, source: '通知', makeUpDays: ['2027-01-03'] },
      breaks: [
        { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
        { name: '春节', from: '2027-02-04', to: '2027-02-11' },
      ],
    };
    const first = () => world.thing<WeeklyAsk>('weekly-ask.2027-01-01');
    await tick(world);
    expect(await first()).toMatchObject({ askDay: '2026-12-30', dueDay: '2026-12-31' });
    const tables = [...holidayTables().filter(({ year }) => year !== 2027), announced];
    const later = { ...planningOf(world), calendar: createCalendar(tables, world.policy.office) };
    await filePeriods(later);
    await fileWeeks(later);
    expect(await first()).toMatchObject({ askDay: '2026-12-29', dueDay: '2026-12-30' });

    const off = ['yearend', 'newyear', 'fireworks', 'chunyun'];
    const none = { ...later, policy: { ...world.policy, keyPeriods: { ...world.policy.keyPeriods, off } } };
    await filePeriods(none);
    await fileWeeks(none);
    await expect(first()).rejects.toThrow('there is no');
    world.ignoreSoFar();
  });

  test('a word of the settings that names nobody, and a unit without a liaison, are told to the dispatcher', async () => {
    world = await worldAt('2026-03-02 08:00', {
      keyPeriods: { weekly: { to: ['石桥乡', '总值班室', '火星办', '各园区'] } },
    });
    await live(world, '2026-03-05 15:01');
    expect(asksIn(world).map(({ to }) => to)).toEqual(expect.arrayContaining(['马强', '孙浩']));
    world.expectSaid('王芳', /^N0001没有发给.*“火星办”（不知道指哪些单位，请改设置）$/);
    world.ignoreSoFar();
  });

  test('nothing weekly where the settings say so, and only those the settings name', async () => {
    const quiet = { weekly: 'none' };
    world = await worldAt('2026-03-02 08:00', { keyPeriods: { ladders: { A: quiet, C: quiet } } });
    await live(world, '2026-03-06 18:00');
    expect(asksIn(world)).toEqual([]);

    world = await worldAt('2026-03-02 08:00', { keyPeriods: { weekly: { to: ['各乡镇'], ask: '10:30' } } });
    await live(world, '2026-03-05 10:31');
    expect(
      asksIn(world)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['周洁', '赵敏', '陈立', '马强'].sort());
    const { feedback } = await world.thing<Notice>('notice.N0001');
    expect(feedback?.units).toHaveLength(4);
    world.ignoreSoFar();
  });
});

const SOUTH = { keyPeriods: { floodRegion: 'south', forestRegion: 'south' } };
const NORTH = { keyPeriods: { floodRegion: 'north', forestRegion: 'northeast', iceRegion: 'yellow-river' } };

/** What 重点时段提醒 says is to be prepared, and what a sheet of drafts is for: by the names of the periods. */
const preparedIn = (text: string) =>
  [...text.matchAll(/(?:定方案|安排检查、收值班表|提前准备|值班表收齐公示)：([^\n]*)/g)].flatMap(([, of]) =>
    of!.split('；').map((one) => one.split(' ')[0]!),
  );
const draftedIn = (text: string) =>
  text
    .split('准备事项')[0]!
    .replace(/^（补发）/, '')
    .split('、')
    .map((one) => one.split('（')[0]!);

describe.each([
  ['southern', SOUTH],
  ['northern', NORTH],
])('a year of a %s county in which nobody answers', (_, settings) => {
  test('one asking a week and unit, nothing on days off, and no period twice a day to the dispatcher', async () => {
    const year = new World('2026-01-01T00:00:00+08:00', { policy: settings });
    await year.office();
    for (let next = year.now.getTime(); next < at('2027-01-01 00:00').getTime(); next += 86_400_000) {
      await year.until(new Date(next + 300_000));
      await filePeriods(planningOf(year));
      await fileKits(planningOf(year));
      await fileWeeks(planningOf(year));
      await year.settle();
    }
    await year.until(at('2027-01-01 00:00'));
    const { calendar, transcript } = year;
    expect(transcript.filter(({ at: when }) => !calendar.isWorkday(calendar.dayOf(when)))).toEqual([]);
    expect(transcript.filter(({ text }) => text.includes('补发') || text.split('\n').length > 6)).toEqual([]);

    const asks = asksIn(year).map(({ at: when, to }) => `${fridayOf(calendar.dayOf(when), calendar)} ${to}`);
    const weeks = new Set(asks.map((one) => one.slice(0, 10)));
    expect(new Set(asks).size).toBe(asks.length);
    expect(asks.length).toBe(weeks.size * 11);
    expect(weeks.size).toBeGreaterThan(25);
    expect(weeks.size).toBeLessThan(45);
    expect(asksIn(year).every(({ at: when }) => calendar.clockOf(when) === '15:00')).toBe(true);
    const summaries = transcript.filter(({ to, text }) => to === '王芳' && /^N\d+ 反馈0\/11/.test(text));
    expect(summaries.length).toBe(weeks.size);

    const days = new Map<string, string[]>();
    for (const { to, text, at: when } of transcript.filter((said) => said.to === '王芳')) {
      const names = text.startsWith('重点时段提醒')
        ? preparedIn(text)
        : text.includes('草稿未下达')
          ? draftedIn(text)
          : [];
      const key = `${calendar.dayOf(when)} ${to}`;
      days.set(key, [...(days.get(key) ?? []), ...new Set(names)]);
    }
    const twice = [...days].filter(([, names]) => new Set(names).size < names.length);
    expect(twice).toEqual([]);
  }, 180_000);
});
