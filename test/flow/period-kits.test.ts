import { afterEach, describe, expect, test } from '@jest/globals';
import { holidayTables } from '../../config/holidays.ts';
import { createCalendar } from '../../domain/calendar/create-calendar.ts';
import { KIT_SHEETS, type KitSheet } from '../../domain/periods/kits/sheet.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { fileKits } from '../../workers/periodic/kit-planning.ts';
import { filePeriods } from '../../workers/periodic/period-planning.ts';
import { at } from '../support/builders.ts';
import { planningOf } from '../support/periods.ts';
import { sampleOffice, World } from '../support/world.ts';

const COMMITTEE = '安宁区安委会成员单位';

/** A tick of the planners of periods and of kits. */
async function tick(world: World): Promise<void> {
  await world.office();
  await filePeriods(planningOf(world));
  await fileKits(planningOf(world));
  await world.settle();
}

/** Lives until a moment, with a tick of the planners every day. */
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

/** Only the kits of these periods of the catalogue: the others are not observed. */
const only = (...kept: readonly string[]) => ({
  keyPeriods: {
    off: [
      'newyear',
      'spring',
      'fireworks',
      'lantern',
      'chunyun',
      'yearend',
      'resume',
      'npc',
      'winterfire',
      'local2h',
      'dpw',
      'qingming',
      'flood',
      'floodmain',
    ].filter((id) => !kept.includes(id) && id !== 'local2h'),
  },
});

async function sheetsOf(world: World): Promise<KitSheet[]> {
  const { ids } = await world.store.collection(KIT_SHEETS);
  const sheets = (await world.store.load(ids)).map(({ thing }) => thing as KitSheet);
  return sheets.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

const statesOf = ({ entries }: KitSheet) => entries.map(({ no, state }) => `${no} ${state}`);

/** What units were told of tasks and notices. */
const toUnits = (world: World) => world.transcript.filter(({ to }) => !['王芳', '李卫东', '何静'].includes(to));

describe('the kit of the Spring Festival', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('is put before the dispatcher as drafts, confirmed in part, issued as tasks and reported', async () => {
    world = await worldAt('2026-01-28 08:00', only('spring'));
    await live(world, '2026-01-30 09:20');
    world.ignoreSoFar();
    await world.until(at('2026-01-30 09:40'));
    const { text } = world.expectSaid('王芳', /^春节（2月15日—2月23日）准备事项5条，草稿未下达（今天还要定方案）：/);
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    expect(text).toContain('1.报送春节值班表（各乡镇、各园区、各部门，2月10日（周二）17:00前报台账）');
    expect(text).toContain('工信主管部门须明确');
    expect(text).toContain('5.通知：春节值班和信息报告（各乡镇、各园区、各部门，要回执）');
    expect(text.split('\n').at(-1)).toBe('回复“全部确认”或“确认1、3”，“2不要”，“3改为…”，“预览”');
    expect(toUnits(world)).toEqual([]);

    await world.says('王芳', '确认');
    world.expectSaid('王芳', '要全部下达请回复“全部确认”');
    await world.says('王芳', '预览2');
    world.expectSaid(
      '王芳',
      /^2\.【任务】春节节前安全检查：主要负责同志带队.*承办：青山镇、.*2月12日（周四）17:00前报台账$/,
    );
    await world.says('王芳', '确认9');
    world.expectSaid('王芳', '没有第9条待确认的草稿。待确认的是：1、2、3、4、5');
    expect(toUnits(world)).toEqual([]);

    await world.says('王芳', '确认1、3，2不要');
    world.expectSaid(
      '王芳',
      /^已下达2条：\nT0001 报送春节值班表（11家，2月10日（周二）17:00前）\nT0002 .*（5家，2月11日（周三）17:00前）\n不下达：2\./,
    );
    world.expectSaid(COMMITTEE, /^已下达T0001：报送春节值班表，2月10日（周二）17:00前报安委办 王芳/);
    world.expectSaid(COMMITTEE, /^已下达T0002：/);
    expect(await world.thing<Task>('task.T0001')).toMatchObject({
      state: 'issued',
      assigner: 'person.wangfang',
      reviewer: 'person.wangfang',
    });

    await world.says('王芳', '确认4');
    world.expectSaid('王芳', '第4条没有下达：“工信主管部门”指哪个单位？请说“4改为 单位名称”');
    await world.says('王芳', '4改为 经开区，2月6日前');
    world.expectSaid(
      '王芳',
      '已改：4.企业停产放假安排摸底（经开区，2月6日（周五）17:30前报台账）。还是草稿，下达请回复“确认4”',
    );
    await world.says('王芳', '4改为 火星开发办');
    world.expectSaid('王芳', '“火星开发办”不知道指哪个单位，没有改');
    await world.says('王芳', '4改为 停产企业名单摸底，附联系人');
    world.expectSaid('王芳', '已改：4.停产企业名单摸底（经开区，2月6日（周五）17:30前报台账）');
    await world.says('王芳', '全部确认');
    world.expectSaid(
      '王芳',
      /^已下达2条：\nT0003 停产企业名单摸底（1家，2月6日（周五）17:30前）\nN0001 春节值班和信息报告（11家）$/,
    );
    expect(toUnits(world).filter(({ text: said }) => said.includes('【通知 N0001】春节期间带班领导')).length).toBe(11);
    await world.says('王芳', '全部确认');
    world.ignoreSoFar();

    await world.says('陈立', '报 T0002 青山镇重大隐患2处，已明确盯防责任人');
    world.expectSaid('陈立', 'T0002');
    const report = await world.thing<Assignment>('assignment.T0002.qingshan');
    expect(report.state).toBe('submitted');
    expect((await sheetsOf(world)).map(statesOf)).toEqual([
      ['1 issued', '2 declined', '3 issued', '4 issued', '5 issued'],
    ]);
    world.ignoreSoFar();
  });

  test('stays in drafts while nobody says anything, is asked about once, and lapses with a word to the dispatcher', async () => {
    world = await worldAt('2026-01-29 08:00', only('spring'));
    await live(world, '2026-01-30 09:40');
    world.expectSaid('王芳', '春节（2月15日—2月23日）准备事项5条');
    world.ignoreSoFar();
    await live(world, '2026-02-02 09:40');
    world.expectSaid('王芳', /^春节准备事项还有5条草稿没有确认，没有发给任何单位：/);
    await live(world, '2026-02-04 16:29');
    expect(world.transcript.filter(({ text }) => text.includes('准备事项还有')).length).toBe(1);
    world.ignoreSoFar();
    await live(world, '2026-02-04 16:40');
    world.expectSaid('王芳', /^春节准备事项5条没有确认，已失效，没有发给任何单位：1\.报送春节值班表、/);
    await world.says('王芳', '确认1');
    world.expectSaid('王芳', '没有待确认的准备事项');
    expect(toUnits(world)).toEqual([]);

    // Asked for by name it waits once more, under numbers of its own.
    await world.says('王芳', '春节准备事项');
    world.expectSaid('王芳', /^春节（2月15日—2月23日）准备事项5条，草稿未下达：\n6\.报送春节值班表/);
    await world.says('王芳', '确认8，其余不要');
    world.expectSaid('王芳', '已下达1条：\nT0001 未销号重大隐患节日管控（5家，2月11日（周三）17:00前）');
    world.expectSaid(COMMITTEE, '已下达T0001');
    await live(world, '2026-02-12 10:00');
    expect((await sheetsOf(world)).length).toBe(1);
    world.ignoreSoFar();
  });

  test('is made good after an outage at its lead, once, and planners that come again add nothing', async () => {
    world = await worldAt('2026-01-29 08:00', only('spring'));
    await world.away(at('2026-02-02 10:12'));
    await world.settle();
    world.expectSaid('王芳', /^（补发）春节（2月15日—2月23日）准备事项5条，草稿未下达（今天还要定方案）：/);
    world.ignoreSoFar();
    for (let again = 0; again < 3; again++) await tick(world);
    world.expectSilence();
    expect((await sheetsOf(world)).length).toBe(1);

    // An outage over reminder and lapse: the reminder is still spoken first.
    await world.away(at('2026-02-06 10:00'));
    await world.settle();
    world.expectSaid('王芳', '准备事项还有5条草稿没有确认');
    expect((await sheetsOf(world)).map(statesOf)).toEqual([['1 open', '2 open', '3 open', '4 open', '5 open']]);
    world.ignoreSoFar();
  });

  test('moves with an arrangement of days off that is announced late', async () => {
    world = await worldAt('2027-01-19 08:00', only('spring'));
    await live(world, '2027-01-21 10:00');
    world.expectSaid('王芳', /^春节（2月5日—2月8日）（放假安排待公布）准备事项5条/);
    await world.says('王芳', '确认1');
    world.ignoreSoFar();
    const announced = {
      ...{ year: 2027, announced: true, source: '通知', makeUpDays: ['2027-01-31'] },
      breaks: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '春节', from: '2027-02-04', to: '2027-02-11' },
        { name: '清明', from: '2027-04-03', to: '2027-04-05' },
      ],
    };
    const tables = [...holidayTables().filter(({ year }) => year !== 2027), announced];
    const ground = { ...planningOf(world), calendar: createCalendar(tables, world.policy.office) };
    await filePeriods(ground);
    await fileKits(ground);
    await world.settle();
    const { text } = world.expectSaid('王芳', /^春节的日期已改为2月4日—2月11日\n/);
    expect(text).toMatch(/草稿随之改期，还待确认：2\.春节节前安全检查（各乡镇、各园区、各部门，2月1日（周一）17:00/);
    expect(text).toContain('已下达的不变：T0001 报送春节值班表');
    await fileKits(ground);
    await world.settle();
    world.expectSilence();
  });
});

describe('a kit whose lead is over when it becomes known', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('gives a working day at least, says so in the draft, and is issued with that deadline', async () => {
    world = new World('2026-01-16T15:00:00+08:00', { policy: only('local2h') });
    await tick(world);
    const { text } = world.expectSaid('王芳', /^区两会（1月20日—1月25日）准备事项3条，草稿未下达：/);
    expect(text).toContain(
      '1.报送两会值班表（各乡镇、各园区、各部门，1月19日（周一）17:00前报台账，列出已晚，时限从1月16日（周五）算起）',
    );
    await world.says('王芳', '确认1');
    world.expectSaid('王芳', 'T0001 报送两会值班表（11家，1月19日（周一）17:00前）');
    world.ignoreSoFar();
  });

  test('a deadline that a person says is not called counted', async () => {
    world = new World('2026-01-16T15:00:00+08:00', { policy: only('local2h') });
    await tick(world);
    world.ignoreSoFar();
    await world.says('王芳', '1改为 1月20日前');
    expect(world.expectSaid('王芳', '已改：1.报送两会值班表').text).not.toContain('列出已晚');
    world.ignoreSoFar();
  });
});

describe('other kits', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('days that people take back withdraw the drafts, and what units have stays', async () => {
    world = await worldAt('2026-03-02 08:00', only());
    await world.says('王芳', '重大活动 4月20日到4月21日');
    await tick(world);
    await live(world, '2026-04-03 10:00');
    const { text } = world.expectSaid(
      '王芳',
      /^重大活动（4月20日—4月21日）准备事项3条，草稿未下达（今天还要定方案）：/,
    );
    expect(text).toContain('1.重大活动安全方案（承办单位须明确，4月15日（周三）17:00前报文字）');
    world.ignoreSoFar();
    await world.says('王芳', '1改为 经开区');
    world.ignoreSoFar();
    await world.says('王芳', '确认1');
    world.ignoreSoFar();
    await world.says('王芳', '重大活动 4月22日到4月23日');
    world.ignoreSoFar();
    await tick(world);
    const moved = world.expectSaid('王芳', /^重大活动的日期已改为4月22日—4月23日/).text;
    expect(moved).toContain('2.活动现场值守安排（公安机关、消防救援机构、应急管理部门，4月17日（周五）17:00前报台账）');
    expect(moved).toContain('已下达的不变：T0001 重大活动安全方案');

    await world.save([{ ...(await ownEvent(world)), dates: [] } as never]);
    await tick(world);
    world.expectSaid('王芳', /^重大活动已取消\n草稿撤回，没有发给任何单位：2\..*3\..*\n已下达的不变：T0001/s);
    expect((await sheetsOf(world)).map(statesOf)).toEqual([['1 issued', '2 withdrawn', '3 withdrawn']]);
    await tick(world);
    world.ignoreSoFar();
  });

  test('two periods that run together ask once for the same', async () => {
    world = await worldAt('2026-02-09 08:00', only('lantern', 'npc'));
    await live(world, '2026-02-26 12:00');
    const rosters = world.transcript.filter(({ text }) => text.includes('值班表（') && text.includes('草稿未下达'));
    expect(rosters).toHaveLength(1);
    expect(rosters[0]!.text).toMatch(/^(?:元宵|全国两会)（.*）、(?:元宵|全国两会)（.*）准备事项/);
    const entries = (await sheetsOf(world)).flatMap((sheet) => sheet.entries);
    const roster = entries.filter(({ item }) => item.key === 'duty-roster');
    expect(roster.map(({ runs }) => runs.map(({ id }) => id).sort())).toEqual([
      ['period.lantern.2026', 'period.npc.2026'],
    ]);
    world.ignoreSoFar();
  });

  test('a warning brings its drafts at once, at night too, and its end takes them back', async () => {
    world = await worldAt('2026-06-18 21:30');
    await tick(world);
    world.ignoreSoFar();
    await world.says('王芳', '启动 暴雨红色预警');
    const { text } = world.expectSaid('王芳', /^暴雨红色预警（6月18日起）准备事项2条，草稿未下达：/);
    const [first] = text.match(/\d+(?=\.通知：立即上岗)/)!;
    world.ignoreSoFar();
    await world.says('王芳', `确认${first}`);
    world.expectSaid('王芳', '立即上岗（5家）');
    world.ignoreSoFar();
    await world.says('王芳', '解除暴雨红色预警');
    world.expectSaid('王芳', /^暴雨红色预警已解除\n草稿撤回，没有发给任何单位：/);
    world.ignoreSoFar();
  });

  test('what is ahead is told to those who give orders, and to nobody else', async () => {
    world = await worldAt('2026-01-28 08:00', only('spring', 'fireworks'));
    await world.says('王芳', '准备事项');
    world.expectSaid(
      '王芳',
      '今后30天将列给安委办确认的准备事项：\n1月30日（周五） 春节5条\n2月3日（周二） 烟花爆竹旺季3条',
    );
    await world.says('李卫东', '春节的准备事项');
    world.expectSaid('李卫东', /^春节（2月15日—2月23日）准备事项5条：\n1\.报送春节值班表（1月30日（周五）列给安委办）/);
    await world.says('李卫东', '中秋准备事项');
    world.expectSaid('李卫东', /^中秋（9月25日—9月27日）准备事项2条：/);
    await world.says('李卫东', '丰收节准备事项');
    world.expectSaid('李卫东', '不知道“丰收节”是哪个时段');
    await world.says('陈立', '春节准备事项');
    world.expectSaid('陈立', '请联系');
  });

  test('an office that wants none of a kit, or another wording, has it so', async () => {
    const own = { type: 'own-kit' as const, without: [], items: [] };
    const kits = [
      { ...own, id: 'own-kit.fireworks', name: '烟花爆竹旺季', period: 'fireworks', off: true as const },
      {
        ...own,
        id: 'own-kit.spring',
        name: '春节',
        period: 'spring',
        without: ['shutdown-restart', 'major-hazards', 'holiday-check'],
      },
    ];
    world = new World('2026-01-29T08:00:00+08:00', {
      policy: only('spring', 'fireworks'),
      office: [...sampleOffice(), ...kits],
    });
    await tick(world);
    world.ignoreSoFar();
    await live(world, '2026-02-09 18:00');
    const told = world.transcript
      .filter(({ text }) => text.includes('草稿未下达'))
      .map(({ text }) => text.split('，')[0]);
    expect(told).toEqual(['春节（2月15日—2月23日）准备事项2条']);
    world.ignoreSoFar();
    await world.says('王芳', '烟花爆竹旺季准备事项');
    world.expectSaid('王芳', '烟花爆竹旺季没有要单位做的准备事项');
  });

  test('a confirmation at night is handed out in the morning, and says so', async () => {
    world = await worldAt('2026-01-29 08:00', only('spring'));
    await live(world, '2026-01-30 21:00');
    world.ignoreSoFar();
    await world.says('王芳', '确认3');
    world.expectSaid('王芳', /^现在不是下达时间，1月31日（周六）08:30下达1条：\nT0001/);
    world.expectSilence();
    await world.until(at('2026-01-31 08:31'));
    world.expectSaid(COMMITTEE, '已下达T0001');
    world.ignoreSoFar();
  });
});

async function ownEvent(world: World) {
  const { periods } = await world.office();
  return [...periods.values()].find(({ name }) => name === '重大活动')!;
}

test('a year of a southern county: every sheet on a working day in six lines, nothing to units, no key twice for one run', async () => {
  const world = new World('2026-01-01T00:00:00+08:00', {
    policy: { keyPeriods: { floodRegion: 'south', forestRegion: 'south' } },
  });
  await world.office();
  for (let next = world.now.getTime(); next < at('2027-01-01 00:00').getTime(); next += 86_400_000) {
    await world.until(new Date(next + 300_000));
    await tick(world);
  }
  const told = world.transcript.filter(({ text }) => text.includes('草稿未下达'));
  expect(toUnits(world)).toEqual([]);
  expect(told.length).toBeGreaterThan(20);
  expect(told.length).toBeLessThan(45);
  expect(told.filter(({ at: when }) => !world.calendar.isWorkday(world.calendar.dayOf(when)))).toEqual([]);
  expect(
    told.filter(({ text }) => text.split('\n').length > 6 || text.includes('须明确时限') || text.includes('补发')),
  ).toEqual([]);
  const asked = (await sheetsOf(world)).flatMap(({ entries }) =>
    entries.flatMap(({ item, runs }) => runs.map(({ id }) => `${id} ${item.key}`)),
  );
  expect(asked.filter((one, index) => asked.indexOf(one) < index)).toEqual([]);
}, 120_000);
