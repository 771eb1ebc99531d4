import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import type { Shift } from '../../domain/duty/shift.ts';
import type { Person } from '../../domain/people/office.ts';
import { sampleOffice, World } from '../support/world.ts';

const FILE = '梅林镇值班表2月.xlsx';

function of(id: string, name: string, title: string, post: 'head' | 'deputy' | 'liaison' | 'staff' = 'staff'): Person {
  return {
    ...{ id: `person.${id}`, type: 'person', name, roles: [], phone: `1390000${String(id.length).padStart(4, '0')}` },
    tenures: [{ unit: 'unit.meilin', post, title, fromDay: '2025-01-01' }],
    accounts: [{ contactId: `wx-${id}`, boundAt: new Date('2025-01-01T00:00:00+08:00'), reachable: true }],
  };
}

const PEOPLE = [
  of('zhouqiang', '周强', '镇长', 'head'),
  of('linfeng', '林峰', '副镇长', 'deputy'),
  of('xujing', '许静', '应急站站长', 'liaison'),
  of('heyong', '何勇', '科员'),
  of('guomin', '郭敏', '科员'),
  of('weiming', '韦明', '科员'),
  of('zhangwei.dangzheng', '张伟', '党政办主任'),
  of('zhangwei.nongye', '张伟', '农业办干部'),
];

const OFFICERS = ['许静', '何勇', '郭敏', '韦明'];

type Row = readonly (string | null)[];

/** 28 days; 张伟 on the 3rd and the 11th, nobody at the post on the 9th. */
function february(changed: Record<number, readonly [leader: string, officer: string | null]> = {}): Row[] {
  const first = { 3: ['周强', '张伟'], 9: ['周强', null], 11: ['周强', '张伟'], ...changed } as typeof changed;
  const rows = Array.from({ length: 28 }, (_, index): Row => {
    const day = index + 1;
    const [leader, officer] = first[day] ?? [day % 2 ? '周强' : '林峰', OFFICERS[index % 4]!];
    return [`2月${day}日`, leader, officer];
  });
  return [['梅林镇2026年2月值班表', null, null], ['日期', '带班领导', '值班员'], ...rows];
}

async function workbook(rows: readonly Row[], name = '2月'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] });
}

describe('a township hands in its roster', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-28T09:30:00+08:00', { office: [...sampleOffice(), ...PEOPLE] });
  });
  afterEach(() => world.expectSilence());

  async function hands(rows: readonly Row[], who = '许静', file = FILE): Promise<void> {
    world.holds(file, await workbook(rows));
    await world.says(who, '', { files: [file] });
  }

  async function publishesFebruary(): Promise<void> {
    await hands(february());
    await world.says('许静', '党政办的；2月9日补 何勇');
    await world.says('许静', '发布');
    world.ignoreSoFar();
  }

  test('a gap and two of one name are put right in one message, then it is published', async () => {
    await hands(february());
    const read = world.expectSaid('许静', '梅林镇值班表读到28天').text;
    expect(read).toContain('2月9日值班员空缺');
    expect(read).toContain('“张伟”有2个，2月3日、11日是哪位');
    expect(read.split('\n').length).toBeLessThanOrEqual(6);

    await world.says('许静', '党政办的；2月9日补 何勇');
    const ready = world.expectSaid('许静', '回复“发布”').text;
    expect(ready).toContain('何勇2月9日、10日连着值');
    expect(ready).not.toContain('空缺');

    await world.says('许静', '发布');
    const done = world.expectSaid('许静', '梅林镇值班表已发布56班').text;
    expect(done).toContain('前7天（到2月7日（周六））试运行：只提醒，不记未应答');
    const practice = world.expectSaid('许静', '第一次练习：LX01（练习，不计入任何统计）').text;
    expect(practice).toContain('1月29日（周四）12:00前');
    const night = await world.thing<Shift>('shift.meilin.officer.20260209');
    expect(night).toMatchObject({ people: ['person.heyong'], state: 'published' });
    expect(night.trial).toBeUndefined();
    expect((await world.thing<Shift>('shift.meilin.officer.20260203')).people).toEqual(['person.zhangwei.dangzheng']);
    expect((await world.thing<Shift>('shift.meilin.leader.20260207')).trial).toBe(true);
    await expect(world.thing('roster.meilin')).rejects.toThrow();
  });

  test('asked who is on duty, the bot names the same people in private and in the room, whenever it is asked', async () => {
    await publishesFebruary();
    await world.until('2026-02-01T08:40:00+08:00');
    world.ignoreSoFar();
    await world.says('许静', '接班');
    world.ignoreSoFar();
    await world.says('许静', '今天谁值班');
    const own = world.expectSaid('许静', '梅林镇：带班 周强；值班 许静').text;
    expect(own).toMatch(/电话：值班室0000-6280119，周强139/);
    await world.says('陈立', '@值守 今天谁值班', { room: '全区值班群' });
    const seen = world.expectSaid('全区值班群', '梅林镇：带班 周强；值班 许静').text;
    expect(seen).not.toMatch(/139|0000/);
    await world.says('许静', '明天谁值班');
    world.expectSaid('许静', '2月2日（周一） 梅林镇：带班 林峰；值班 何勇');
    await world.says('许静', '2月10日梅林镇谁带班');
    world.expectSaid('许静', '2月10日（周二） 梅林镇：带班 林峰；值班 何勇');
    await world.says('许静', '下周值班');
    expect(world.expectSaid('许静', '梅林镇值班：').text).toMatch(
      /2月2日（周一）带班 林峰；值班 何勇.*2月3日（周二）带班 周强；值班 张伟/,
    );
    await world.says('许静', '我的值班');
    expect(world.expectSaid('许静', '你的班：').text).toContain('2月5日（周四）8:30—次日8:30 梅林镇值班');
    await world.says('陈立', '我下周有班吗');
    world.expectSaid('陈立', '2月2日—8日没有你的班');
    await world.says('陈立', '今天谁值班');
    world.expectSaid('陈立', '青山镇2月1日没有已发布的值班表');
  });

  test('published at short notice, everybody reads of all their shifts in one line', async () => {
    world = new World('2026-01-28T09:30:00+08:00');
    const rows = Array.from({ length: 6 }, (_, index) => `1月${index + 26}日\t郑伟\t${index % 2 ? '陈立' : '吕刚'}`);
    await world.says('陈立', ['青山镇1月值班表', '日期\t带班领导\t值班员', ...rows].join('\n'));
    world.expectSaid('陈立', '没有要改的请回复“发布”');
    await world.says('陈立', '发布');
    world.expectSaid('陈立', '青山镇值班表已发布8班');
    await world.until('2026-01-28T09:35:00+08:00');
    world.expectSaid('郑伟', '给你排了班：1月28日—31日 8:30—次日8:30 青山镇带班，共4班。有冲突请尽快说“换班”');
    world.expectSaid('吕刚', '给你排了班：1月28日、30日 8:30—次日8:30 青山镇值班，共2班');
    world.expectSaid('陈立', '给你排了班：1月29日、31日 8:30—次日8:30 青山镇值班，共2班');
  });

  test('a stranger to the unit may not hand in, answer or publish', async () => {
    await hands(february(), '陈立');
    world.expectSaid('陈立', '这件事请联系安委办王芳办理');
    await hands(february());
    world.ignoreSoFar();
    await world.says('陈立', '发布梅林镇值班表');
    world.expectSaid('陈立', '这件事请联系安委办王芳办理');
    await expect(world.thing('shift.meilin.officer.20260201')).rejects.toThrow();
  });

  test('the dispatcher may hand in for a unit that the file names', async () => {
    await hands(february(), '王芳');
    world.expectSaid('王芳', '梅林镇值班表读到28天');
    await world.says('王芳', '1');
    world.expectSaid('王芳', '回复“发布”');
    await world.says('王芳', '确认');
    world.expectSaid('王芳', '已发布56班');
    world.expectSaid('许静', '第一次练习：LX01');
    expect((await world.thing<Shift>('shift.meilin.officer.20260209')).people).toEqual([]);
  });

  test('a digit answers, words that fit nothing change nothing, and a day that is not there is said', async () => {
    await hands(february());
    world.ignoreSoFar();
    await world.says('许静', '2');
    world.expectSaid('许静', '2月9日值班员空缺');
    await world.says('许静', '2月30日补 何勇');
    world.expectSaid('许静', '“2月30日补 何勇”：这份值班表里没有这一天');
    await world.says('许静', '2月9日补 何勇；那就这样吧');
    world.expectSaid('许静', '“那就这样吧”没看懂，这条都没有改');
    await world.says('许静', '风大浪急');
    world.expectSaid('许静', '“风大浪急”没看懂');
    await world.says('许静', '2月9日值班改陈立');
    expect(world.expectSaid('许静', '“陈立”不是本单位的人，按谁排').text).toContain('1 陈立（青山镇 应急站站长）');
    await world.says('许静', '1');
    world.expectSaid('许静', '回复“发布”');
    await world.says('许静', '取消');
    world.expectSaid('许静', '这份值班表不发布');
    await world.says('许静', '发布值班表');
    world.expectSaid('许静', '没有等着发布的值班表');
  });

  test('a changed roster of the same days changes only what differs, and tells whom it concerns', async () => {
    await publishesFebruary();
    await world.until('2026-02-03T10:00:00+08:00');
    world.ignoreSoFar();
    const changed = february({ 2: ['周强', '韦明'], 9: ['林峰', '何勇'], 20: ['林峰', null], 24: ['周强', '许静'] });
    changed.splice(changed.length - 3, 3);
    await hands(changed);
    world.expectSaid('许静', '“张伟”有2个，2月3日、11日是哪位');
    await world.says('许静', '党政办的');
    const ready = world.expectSaid('许静', '与已发布的比').text;
    expect(ready).toContain('2月20日值班员空缺');
    expect(ready).toContain('与已发布的比：改4班（2月9日、20日、24日）。');
    expect(ready).toContain('2月26日—28日表里没有，仍按已发布的');

    const before = await world.thing<Shift>('shift.meilin.officer.20260215');
    await world.says('许静', '发布');
    world.expectSaid('许静', '梅林镇值班表已更新：改4班');
    world.expectSaid('周强', '2月9日（周一）梅林镇带班不再排你，改为林峰');
    world.expectSaid('林峰', '2月24日（周二）梅林镇带班不再排你，改为周强');
    const lost = world.expectSaid('韦明', '2月20日（周五）梅林镇值班不再排你，还没有定谁接').text;
    expect(lost).toContain('2月24日（周二）梅林镇值班不再排你，改为许静');
    world.expectSaid('许静', '2月24日（周二）梅林镇值班排了你，8:30—次日8:30');
    expect(await world.thing('shift.meilin.officer.20260215')).toEqual(before);
    expect((await world.thing<Shift>('shift.meilin.officer.20260202')).people).toEqual(['person.heyong']);
    expect((await world.thing<Shift>('shift.meilin.officer.20260228')).state).toBe('published');
    expect(await world.thing('shift.meilin.officer.20260220')).toMatchObject({ people: [], state: 'published' });
  });

  test('a day parted anew cancels the old shift, and its people hear so', async () => {
    await publishesFebruary();
    const parted: Row[] = [
      ['梅林镇2月10日—11日值班表', null, null],
      ['日期', '白班', '夜班'],
      ['2月10日', '许静', '郭敏'],
      ['2月11日', '韦明', '许静'],
    ];
    await hands(parted, '许静', '梅林镇值班表（调整）.xlsx');
    expect(world.expectSaid('许静', '与已发布的比').text).toContain('新增4班、取消2班');
    await world.says('许静', '发布');
    world.expectSaid('许静', '已更新：新增4班、取消2班');
    world.expectSaid('何勇', '2月10日（周二）梅林镇值班取消');
    world.expectSaid('张伟', '2月11日（周三）梅林镇值班取消');
    expect((await world.thing<Shift>('shift.meilin.officer.20260210')).state).toBe('cancelled');
    expect((await world.thing<Shift>('shift.meilin.leader.20260210')).state).toBe('published');
    await world.says('许静', '2月10日夜班谁值班');
    world.expectSaid('许静', '值班（夜班） 郭敏');
  });

  test('a roster that nobody publishes goes, and whoever sent it hears so; nothing was published', async () => {
    await hands(february());
    world.ignoreSoFar();
    await world.fastForward(5, 'day');
    world.expectSaid('许静', '1月28日（周三）读的梅林镇值班表一直没有发布，已作废');
    await expect(world.thing('shift.meilin.officer.20260201')).rejects.toThrow();
  });

  test('a longer roster than one commit bears is published to its end', async () => {
    const days = Array.from({ length: 365 }, (_, index) => world.calendar.addDays('2026-02-01', index));
    const rows = days.map((day, index): Row => [day, index % 2 ? '周强' : '林峰', OFFICERS[index % 4]!]);
    await hands([['日期', '带班领导', '值班员'], ...rows]);
    world.ignoreSoFar();
    await world.says('许静', '发布');
    world.expectSaid('许静', '已发布730班');
    await world.fastForward(1, 'minute');
    world.ignoreSoFar();
    expect((await world.thing<Shift>('shift.meilin.officer.20270131')).state).toBe('published');
    await expect(world.thing('roster.meilin')).rejects.toThrow();
  });

  test('in a room only what is said to the bot is read, pasted or in a file', async () => {
    const rows = ['日期 带班领导 值班员 电话', '2月1日 周强 许静 13911112222', '2月2日 林峰 何勇'];
    const table = ['梅林镇值班表', ...rows].join('\n');
    await world.says('许静', table, { room: '全区值班群' });
    await world.says('许静', `@值守 ${table}`, { room: '全区值班群' });
    const { text } = world.expectSaid('全区值班群', '梅林镇值班表读到2天');
    expect(text).toContain('许静的电话和登记的');
    expect(text).not.toMatch(/\d{11}/);
    await world.says('许静', '@值守 发布', { room: '全区值班群' });
    world.expectSaid('全区值班群', '已发布4班');
    world.expectSaid('许静', '第一次练习：LX01');
  });

  test('a swap that is still open goes with the shift that changes hands', async () => {
    await publishesFebruary();
    await world.says('许静', '换班 2月17日 和何勇换2月18日');
    world.ignoreSoFar();
    await hands(february({ 3: ['周强', '何勇'], 11: ['周强', '何勇'], 17: ['周强', '郭敏'], 9: ['周强', '何勇'] }));
    world.ignoreSoFar();
    await world.says('许静', '发布');
    world.expectSaid('许静', '已更新：改3班');
    world.expectSaid('何勇', /作废/);
    world.ignoreSoFar();
  });

  test('a roster that comes with the number of a task, or right after its report, is that report', async () => {
    world.holds(FILE, await workbook(february()));
    await world.says('王芳', '请梅林镇2月3日前报送值班表');
    await world.says('王芳', '确认');
    world.ignoreSoFar();
    await world.says('许静', '报 T0001 值班表已排好', { files: [FILE] });
    expect(world.transcript.at(-1)?.text).not.toContain('读到');
    await world.says('许静', '', { files: [FILE] });
    world.ignoreSoFar();
    await expect(world.thing('roster.meilin')).rejects.toThrow();
  });

  test('a table with another name is recognised by what is in it; one that is none is left alone', async () => {
    await hands(february(), '许静', '新建工作表.xlsx');
    world.expectSaid('许静', '梅林镇值班表读到28天');
    await hands(
      [
        ['点位', '问题', '整改'],
        ['利民超市', '前店后宅', '是'],
        ['宏达木业', '堵塞', '否'],
      ],
      '许静',
      '台账.xlsx',
    );
    await world.says('陈立', '各位注意：\n1、加强值班带班\n2、做好零报告\n3、2月9日前报送');
    world.ignoreSoFar();
    await expect(world.thing('roster.qingshan')).rejects.toThrow();
  });

  test('one sheet of several units: whoever plans them all goes through them one after another', async () => {
    const days = ['2月1日', '2月2日', '2月3日'];
    const rows: Row[] = [
      ['单位', '日期', '带班领导', '值班员'],
      ...days.map((day): Row => ['石桥乡', day, '高翔', '马强']),
      ...days.map((day): Row => ['南街镇', day, '唐海', '赵敏']),
      ...days.map((day): Row => ['青山镇', day, '郑伟', '李不在']),
      ...days.map((day): Row => ['东山镇', day, '某甲', '某乙']),
    ];
    world.holds('值班表.xlsx', await workbook(rows, 'Sheet1'));
    await world.says('王芳', '', { files: ['值班表.xlsx'] });
    const first = world.expectSaid('王芳', '石桥乡值班表读到3天').text;
    expect(first).toContain('同一张表里还有南街镇、青山镇（2家），这家发布后接着核对');
    expect(first).toContain('东山镇的行没有读');
    await world.says('王芳', '发布');
    const second = world.expectSaid('王芳', '石桥乡值班表已发布6班').text;
    expect(second).toContain('南街镇值班表读到3天');
    expect(second).toContain('同一张表里还有青山镇，这家发布后接着核对');
    await world.says('王芳', '发布');
    const third = world.expectSaid('王芳', '南街镇值班表已发布6班').text;
    expect(third).toMatch(/青山镇值班表读到3天[\s\S]*“李不在”不认识/);
    await world.says('王芳', '陈立');
    world.expectSaid('王芳', '没有要改的请回复“发布”');
    await world.says('王芳', '发布');
    world.expectSaid('王芳', '青山镇值班表已发布6班');
    world.ignoreSoFar();
  });

  test('whoever plans one unit only reads the rows of that one', async () => {
    const rows: Row[] = [
      ['单位', '日期', '带班领导', '值班员'],
      ['梅林镇', '2月1日', '周强', '何勇'],
      ['石桥乡', '2月1日', '高翔', '马强'],
    ];
    await hands(rows);
    expect(world.expectSaid('许静', '梅林镇值班表读到1天').text).toContain('石桥乡的行没有读');
    world.ignoreSoFar();
  });
});

describe('a mangled roster is answered in one message', () => {
  let world: World;

  beforeEach(() => {
    world = new World('2026-01-28T09:30:00+08:00', { office: [...sampleOffice(), ...PEOPLE] });
  });
  afterEach(() => world.expectSilence());

  const HEAD: Row = ['日期', '带班领导', '值班员'];
  const MANGLED: readonly (readonly [what: string, rows: readonly Row[], said: RegExp])[] = [
    ['a gap', [HEAD, ['2月1日', '周强', '许静'], ['2月2日', '周强', null]], /2月2日值班员空缺/],
    ['a day that is missing', [HEAD, ['2月1日', '周强', '许静'], ['2月3日', '林峰', '何勇']], /2月2日带班、值班员空缺/],
    ['a double booking', [HEAD, ['2月1日', '周强', '周强'], ['2月2日', '林峰', '何勇']], /周强2月1日排了两个班/],
    ['an unknown name', [HEAD, ['2月1日', '周强', '何永'], ['2月2日', '林峰', '许静']], /“何永”不认识，是谁/],
    ['two of one name', [HEAD, ['2月1日', '周强', '张伟'], ['2月2日', '林峰', '许静']], /“张伟”有2个/],
    [
      'somebody of another unit',
      [HEAD, ['2月1日', '周强', '赵敏'], ['2月2日', '林峰', '许静']],
      /“赵敏”不是本单位的人/,
    ],
    [
      'a wrong weekday',
      [HEAD, ['2月1日（周三）', '周强', '许静'], ['2月2日', '林峰', '何勇']],
      /2月1日写成周三，应是周日/,
    ],
    ['a day that never comes', [HEAD, ['2月28日', '周强', '许静'], ['2月30日', '林峰', '何勇']], /没有这一天/],
    ['a day written twice', [HEAD, ['2月1日', '周强', '许静'], ['2月1日', '周强', '何勇']], /2月1日写了2次，按哪一处/],
    ['days that are over', [HEAD, ['1月1日', '周强', '许静'], ['1月29日', '林峰', '何勇']], /1月1日已经过去/],
    [
      'words in place of a name',
      [HEAD, ['2月1日', '周强', '详见通知附件一安排'], ['2月2日', '林峰', '何勇']],
      /没看懂/,
    ],
    [
      'no roster at all',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      /没有从里面找到值班表/,
    ],
    [
      'people in reserve, and numbers that nobody has registered',
      [
        ['日期', '带班领导', '值班员', '电话', '备班'],
        ['2月1日', '周强', '许静', '13911112222', '郭敏'],
        ['2月2日', '林峰', '何勇', null, '韦明'],
      ],
      /备班2人，值班员没到岗或没应答时通知/,
    ],
  ];

  test.each(MANGLED)('%s', async (_, rows, said) => {
    world.holds('值班表.xlsx', await workbook(rows, '值班'));
    await world.says('许静', '', { files: ['值班表.xlsx'] });
    const { text } = world.expectSaid('许静', said);
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    expect(text).not.toContain('undefined');
  });

  test.each([
    ['empty', new Uint8Array(), /文件是空的/],
    ['cut off', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), /文件打不开/],
    ['old Excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /旧版Excel/],
  ])('%s', async (_, bytes, said) => {
    world.holds('值班表.xlsx', bytes);
    await world.says('许静', '', { files: ['值班表.xlsx'] });
    world.expectSaid('许静', said);
  });
});
