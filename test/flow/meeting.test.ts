import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { StoredFile } from '../../domain/message.ts';
import type { Assignment, Task } from '../../domain/tasks/task.ts';
import { zip } from '../bot/files/zip.ts';
import { World } from '../support/world.ts';

const NAME = '全区第一季度安全生产工作会议';

/** Nine points: six for units of the office, two for nobody in particular, one that goes on for ever. */
const SPEECH = [
  `在${NAME}上的讲话`,
  '（2026年1月16日）',
  '同志们：',
  '去年以来，各单位做了大量工作，全区没有发生较大以上事故，成绩来之不易。有的单位隐患台账更新不及时，要引起重视。',
  '一、抓紧抓好当前重点工作',
  '应急局要牵头组织一次加油站和危化品仓库专项检查，2月6日前将检查情况报安委办。公安局要对城区烟花爆竹零售点逐家核查登记。',
  '消防大队要对全区大型商场开展一次消防通道排查，建立问题清单。供销社要在会后5个工作日内完成农资仓库用电线路检修。',
  '各乡镇要对辖区内的自建房出租屋开展一次拉网式排查。粮食局要对粮库熏蒸作业开展一次安全检查。',
  '有关部门要对老旧小区电梯逐台检测并张贴合格标识。',
  '要对全区渡口船舶逐条登记，建立管理台账。',
  '二、健全长效机制',
  '各乡镇要常态化开展安全宣传，持续提升群众安全意识。',
  '同志们，安全生产责任重于泰山，让我们共同努力。',
].join('\n');

const HEAD = `讲话转任务（会议：${NAME}，1月16日）`;

/** A Word file of these paragraphs. */
function docx(text: string): Uint8Array {
  const body = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join('');
  return zip({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
}

let world: World;
let drawn: [name: string, bytes: Buffer][];

function begin(start: string): void {
  drawn = [];
  const put = async (bytes: Buffer, name: string): Promise<StoredFile> => {
    drawn.push([name, bytes]);
    return { sha256: String(drawn.length).padStart(64, '0'), name, size: bytes.length, kind: 'file' };
  };
  world = new World(start, { files: { put, get: async () => Buffer.alloc(0) } });
}

/** What is said in answer, without the documents that follow. */
function answered(to: string, pattern: RegExp | string): string {
  const { text } = world.expectSaid(to, pattern);
  expect(text.split('\n').length).toBeLessThanOrEqual(6);
  return text;
}

function expectSheet(to: string, name: string): void {
  world.expectSaid(to, '请查收附件');
  expect(world.expectSaid(to, /^$/).file?.name).toBe(`${name}.xlsx`);
}

async function tasks(): Promise<Task[]> {
  const found: Task[] = [];
  for (let no = 1; no < 30; no++) {
    const id = `task.T${String(no).padStart(4, '0')}`;
    const [one] = await world.store.load([id]);
    if (one?.thing) found.push(one.thing as Task);
  }
  return found;
}

async function meeting(): Promise<Meeting> {
  const { ids } = await world.store.collection('meetings');
  expect(ids).toHaveLength(1);
  return world.thing<Meeting>(ids[0]!);
}

afterEach(() => world.expectSilence());

describe('a speech becomes tasks', () => {
  beforeEach(() => begin('2026-01-19T09:30:00+08:00'));

  async function brings(head = HEAD): Promise<void> {
    await world.says('王芳', `${head}\n${SPEECH}`);
    world.ignoreSoFar();
  }

  test('from the pasted text to the tasks: figures and a table, corrections, the leader’s word', async () => {
    await world.says('王芳', `${HEAD}\n${SPEECH}`);
    const read = answered('王芳', '读出可交办事项9条');
    expect(read).toContain('有单位且具体6条、单位不明确2条、常态职责1条；有明确时限2条');
    expect(read).toContain('“默认”按会后10个工作日（1月30日（周五））');
    expectSheet('王芳', `${NAME}任务清单`);

    await world.says('王芳', '1、3按2月6日，2不要，其余默认');
    const done = answered('王芳', '1、3按2月6日（周五）；2不要');
    expect(done).toContain('其余1条（4）按1月23日（周五）；其余2条（5、6）按1月30日（周五）');
    expect(done).toContain('5条转任务草稿T0001—T0005（等李区长确认后下达）');
    expect(done).toContain('还有单位要明确的2条（7、8）、常态职责1条（9）没定');
    const asked = answered('李卫东', '任务草稿5条，由安委办 王芳整理，请李区长确认');
    expect(asked).toContain('T0001 组织一次加油站');
    expectSheet('李卫东', `${NAME}任务清单`);

    await world.says('王芳', '其余不要时限只列入台账');
    answered('王芳', '其余3条（7—9）列入台账。3条列入“会议部署”台账，每月25日问一次进展');

    await world.says('李卫东', '全部确认');
    world.expectSaid('李卫东', '已下达T0001、T0002、T0003、T0004、T0005');
    world.ignoreSoFar();
    const [first, , , towns] = await tasks();
    expect(first).toMatchObject({ state: 'issued', assigner: 'person.liweidong', reviewer: 'person.wangfang' });
    expect(first!.dueAt).toEqual(new Date('2026-02-06T17:30:00+08:00'));
    expect(first!.text).toBe(
      `会议“${NAME}”（2026-01-16）第6段：应急局要牵头组织一次加油站和危化品仓库专项检查，2月6日前将检查情况报安委办。`,
    );
    expect(towns!.executors).toHaveLength(4);
    expect((await world.thing<Assignment>('assignment.T0004.qingshan')).state).toBe('issued');
    await expect(world.thing(`speech.${(await meeting()).id}`)).rejects.toThrow();
  });

  test('the table opens in a reader: its columns, what was not said stays empty, 须明确 where nobody can be told', async () => {
    await brings();
    const [[name, bytes]] = drawn as [[string, Buffer]];
    expect(name).toBe(`${NAME}任务清单.xlsx`);
    const { sheets } = await readXlsx(bytes);
    const { rows, freezePane, autoFilter } = sheets[0]!;
    expect(rows[2]).toEqual('序号 原文 牵头 配合 事项 时限(原文) 时限(日期) 类型 出处(段) 建议'.split(' '));
    expect(rows).toHaveLength(12);
    expect(rows[3]!.slice(5, 9)).toEqual(['2月6日前', '2026-02-06（周五）', '具体事项', '6']);
    expect(rows[4]!.slice(5, 7)).toEqual(['', '']);
    expect(rows[6]!.slice(5, 7)).toEqual(['会后5个工作日内', '2026-01-23（周五）']);
    expect([rows[9]![2], rows[10]![2]]).toEqual(['有关部门（须明确）', '须明确']);
    expect(freezePane).toMatchObject({ rows: 3 });
    expect(autoFilter).toMatchObject({ range: 'A3:J12' });
  });

  test('a limit that stands on no point is told beside the figures, and on a sheet of its own', async () => {
    await world.says('王芳', `${HEAD}\n${SPEECH.replace('二、', '渡口新桥3月底前通车。\n二、')}`);
    const read = answered('王芳', '有明确时限2条。另有1处时限没有对应任务，见表二。');
    expect(read.split('\n').length).toBeLessThanOrEqual(6);
    world.ignoreSoFar();
    const { sheets } = await readXlsx(drawn[0]![1]);
    expect(sheets.map(({ name }) => name)).toEqual(['任务清单', '未列入的时限']);
    expect(sheets[1]!.rows.slice(2)).toEqual([
      ['序号', '原文', '段落', '时限', '时限(日期)'],
      ['1', '渡口新桥3月底前通车。', '11', '3月底前', '2026-03-31（周二）'],
    ]);
  });

  test('without a day nothing is dated until the day in the text is confirmed', async () => {
    await world.says('王芳', `把这个讲话拆成任务\n${SPEECH}`);
    const read = answered('王芳', '文中写的是1月16日（周五），是这天开的会吗？');
    expect(read).toContain(`“${NAME}”读出可交办事项9条`);
    expectSheet('王芳', `${NAME}任务清单`);
    expect((await meeting()).items.filter(({ limitAt }) => limitAt)).toEqual([]);

    await world.says('王芳', '其余默认');
    answered('王芳', '没有改：“默认”要从会议那天算');
    await world.says('王芳', '确认');
    answered('王芳', '好，会议按1月16日（周五）算，2条时限能换算成日期，表格重发');
    expectSheet('王芳', `${NAME}任务清单`);
    expect((await meeting()).items.filter(({ limitAt }) => limitAt).map(({ no }) => no)).toEqual([1, 4]);

    await world.says('王芳', '会议是1月15日开的');
    answered('王芳', '会议按1月15日（周四）算');
    expectSheet('王芳', `${NAME}任务清单`);
    expect((await meeting()).items[3]!.limitAt).toEqual(new Date('2026-01-22T17:30:00+08:00'));
  });

  test('corrections by number, mixed; what cannot be done is told in the same answer and the others stand', async () => {
    await brings();
    await world.says(
      '王芳',
      '1、25按2月6日，2给教育局，3按2月30日，5给消防大队、公安局，6改为对粮库开展防火检查，形成问题清单',
    );
    const said = answered('王芳', '没有改');
    expect(said).toContain('没有第25条，清单是1—9');
    expect(said).toContain('没有找到单位“教育局”');
    expect(said).toContain('“3按2月30日”');
    expect(said).toContain('5给消防大队、公安局；6改为“对粮库开展防火检查，形成问题清单”');
    expect((await meeting()).decided['1']).toBeUndefined();

    await world.says('王芳', '1-3按2月6日，4的牵头改成应急局，配合供销社，按原文时限，5、6不定期');
    const done = answered('王芳', '6条转任务草稿');
    expect(done).toContain('1—3按2月6日（周五）；4给应急局；4由供销社配合；4按1月23日（周五）；5、6不定时限');
    world.ignoreSoFar();
    const [, , , fourth, fifth, sixth] = await tasks();
    expect(fourth).toMatchObject({ leads: ['unit.yingji'], coops: ['unit.gongxiao'], executors: [] });
    expect(fifth).toMatchObject({ executors: ['unit.xiaofang', 'unit.gongan'], openEnded: true });
    expect(sixth!.title).toBe('对粮库开展防火检查，形成问题清单');
  });

  test('said again it is undone: the draft is changed or cancelled, and what has been handed out is left to its own words', async () => {
    await brings();
    await world.says('王芳', '1、2按2月6日，其余默认');
    world.ignoreSoFar();
    await world.says('王芳', '2按2月9日，3不要');
    answered('王芳', '草稿T0002已跟着改，草稿T0003已取消');
    const [, second, third] = await tasks();
    expect(second).toMatchObject({ dueAt: new Date('2026-02-09T17:30:00+08:00'), version: 2 });
    expect(third!.state).toBe('void');
    expect((await meeting()).decided['3']).toEqual({ course: 'drop' });

    await world.says('李卫东', '确认');
    world.ignoreSoFar();
    await world.says('王芳', '2按2月10日');
    answered('王芳', '没有改：2的任务已经下达，要改请说“改 编号 …”');
    expect((await tasks())[1]!.dueAt).toEqual(new Date('2026-02-09T17:30:00+08:00'));
  });

  test('a limit on a day off stands, and is asked about once', async () => {
    await brings();
    await world.says('王芳', '1按2月21日，其余列入台账');
    const said = answered('王芳', '2月21日（周六）是休息日，要改到2月24日（周二）请说“1按2月24日”，不改不用回');
    expect(said).toContain('1条转任务草稿T0001');
    world.ignoreSoFar();
    await world.says('王芳', '1按2月24日');
    expect(answered('王芳', '1按2月24日（周二）')).not.toContain('休息日');
    expect((await tasks())[0]!.dueAt).toEqual(new Date('2026-02-24T17:30:00+08:00'));
  });

  test('points without a unit get one, and only then become tasks', async () => {
    await brings();
    await world.says('王芳', '其余列入台账');
    world.ignoreSoFar();
    await world.says('王芳', '7按2月6日');
    answered('王芳', '7还没有明确单位，请说“7给某单位”');
    expect(await tasks()).toEqual([]);
    await world.says('王芳', '7给应急局，8给青山镇2月底前');
    const said = answered('王芳', '2条转任务草稿T0001、T0002');
    expect(said).toContain('8按2月28日（周六）');
    world.ignoreSoFar();
    expect(await tasks()).toMatchObject([{ executors: ['unit.yingji'] }, { executors: ['unit.qingshan'] }]);
  });

  test('whoever brought it may issue it himself, and a leader who brings it does', async () => {
    await brings();
    await world.says('王芳', '我来下达');
    answered('王芳', '好，任务由你确认下达');
    await world.says('王芳', '1按2月6日，其余列入台账');
    world.ignoreSoFar();
    await world.says('王芳', '确认');
    world.expectSaid('安宁区安委会成员单位', '已下达T0001');
    world.ignoreSoFar();

    await world.says('李卫东', `${HEAD}\n${SPEECH}`);
    world.ignoreSoFar();
    await world.says('李卫东', '2按2月6日，其余列入台账');
    const { text } = world.expectSaid('李卫东', '1条转任务草稿T0002（请你确认后下达）');
    expect(text).toContain('请李区长确认：回复“全部确认”'.replace('李区长', ''));
    expect((await tasks())[1]).toMatchObject({ assigner: 'person.liweidong', state: 'draft' });
  });

  test('a second list of the same meeting is asked about; another meeting has its own', async () => {
    await brings();
    await world.says('王芳', '1按2月6日');
    world.ignoreSoFar();
    await world.says('王芳', `${HEAD}\n${SPEECH.replace('公安局', '消防大队')}`);
    answered('王芳', '的清单还有8条没定，怎么办？1 用新发的替换　2 接着定原来的');
    await world.says('王芳', '2');
    world.expectSaid('王芳', '读出可交办事项9条');
    world.ignoreSoFar();
    expect((await meeting()).decided['1']).toMatchObject({ course: 'task' });

    await world.says('王芳', `${HEAD}\n${SPEECH.replace('公安局', '消防大队')}`);
    world.ignoreSoFar();
    await world.says('王芳', '1');
    world.expectSaid('王芳', '读出可交办事项9条');
    world.ignoreSoFar();
    const { ids } = await world.store.collection('meetings.open.person.wangfang');
    expect(ids).toHaveLength(1);
    expect((await world.thing<Meeting>(ids[0]!)).items[1]!.leads).toEqual(['消防大队']);
  });

  test('全部不要 and 取消 leave nothing behind', async () => {
    await brings();
    await world.says('王芳', '取消');
    answered('王芳', '这份清单作废，没有下达任何任务');
    expect((await world.store.collection('meetings')).ids).toEqual([]);
    await brings();
    await world.says('王芳', '全部不要');
    answered('王芳', '其余9条（1—9）不要');
    expect((await world.store.collection('meetings')).ids).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  test('words that nobody understands change nothing, and a bare digit is not taken for a correction', async () => {
    await brings();
    const before = await meeting();
    await world.says('王芳', '风大浪急');
    answered('王芳', '没看懂，清单没有改');
    await world.says('王芳', '3');
    world.ignoreSoFar();
    expect((await meeting()).decided).toEqual(before.decided);
  });
});

describe('where the text comes from', () => {
  beforeEach(() => begin('2026-01-19T09:30:00+08:00'));

  test('a Word file with the words beside it; a text file first and then quoted', async () => {
    world.holds('讲话.docx', docx(SPEECH));
    await world.says('王芳', HEAD, { files: ['讲话.docx'] });
    answered('王芳', '读出可交办事项9条');
    world.ignoreSoFar();
    expect((await meeting()).items[0]!.place).toBe(6);

    world.holds('会议讲话.txt', Buffer.from(SPEECH.replaceAll(NAME, '森林防火会')));
    await world.says('王芳', '', { files: ['会议讲话.txt'] });
    await world.fastForward(3, 'hour');
    world.ignoreSoFar();
    const quoted = { from: '王芳', text: '[文件] 会议讲话.txt', mine: false };
    await world.receive({ ...(await asWritten('讲话转任务（1月16日）')), quote: quoted });
    answered('王芳', '“森林防火会”（1月16日（周五））读出可交办事项9条');
    world.ignoreSoFar();
  });

  async function asWritten(text: string) {
    const now = world.now;
    const contact = [...(await world.office()).people.values()].find(({ name }) => name === '王芳')!.accounts[0]!;
    return {
      ...{ id: `q.${text.length}`, sentAt: now, receivedAt: now, kind: 'text' as const, text },
      ...{ from: { contactId: contact.contactId, name: '王芳' }, mentionsMe: false, mentionsAll: false, mentions: [] },
    };
  }

  test('the words first and the text in the next message', async () => {
    await world.says('王芳', HEAD);
    answered('王芳', '请把讲话全文粘贴在“讲话转任务”后面一起发');
    await world.says('王芳', SPEECH);
    answered('王芳', `“${NAME}”（1月16日（周五））读出可交办事项9条`);
    world.ignoreSoFar();
  });

  test('a marked text is refused before anything of it is kept, pasted or in a file', async () => {
    const marked = SPEECH.replace('同志们：', '机密\n同志们：');
    world.holds('讲话.docx', docx(marked));
    await world.says('王芳', HEAD, { files: ['讲话.docx'] });
    answered('王芳', '疑似涉密或内部文件，请立即撤回');
    expect((await world.store.collection('meetings')).ids).toEqual([]);
    expect((await world.store.collection('secrecy-hits')).ids).toHaveLength(1);
  });

  test('nothing in it, a file that cannot be read, and far too much are each told in one line', async () => {
    await world.says('王芳', `讲话转任务\n${'今天的会议开得很好，大家辛苦了，谢谢各位的支持。'.repeat(5)}`);
    answered('王芳', '没有读出可以交办的事项');
    world.holds('讲话.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1]));
    await world.says('王芳', '讲话转任务', { files: ['讲话.doc'] });
    answered('王芳', '讲话稿请发txt、docx或带文字的pdf');
    await world.says('王芳', `讲话转任务\n${'各乡镇要开展一次检查。'.repeat(10_000)}`);
    answered('王芳', '超过100000字，没有读');
    expect((await world.store.collection('meetings')).ids).toEqual([]);
  });

  test('in a room it is sent to the private chat; who gives no orders is sent to the office', async () => {
    await world.says('王芳', `@值守 ${HEAD}\n${SPEECH}`, { room: '安委会成员单位' });
    world.expectSaid('安宁区安委会成员单位', '这句话请私聊我说');
    await world.says('陈立', `${HEAD}\n${SPEECH}`);
    world.expectSaid('陈立', '请联系');
    expect((await world.store.collection('meetings')).ids).toEqual([]);
  });
});

describe('a plan becomes the same list', () => {
  beforeEach(() => begin('2026-01-19T09:30:00+08:00'));

  const PLAN: (string | null)[][] = [
    ['2026年安全生产重点任务分工方案', null, null, null, null, null],
    ['序号', '重点任务', '工作内容', '牵头单位', '配合单位', '完成时限'],
    ['一、消防', null, null, null, null, null],
    ['1', '消防通道治理', '排查大型商场消防通道', '消防大队', '公安局、供销社', '2026年3月31日'],
    ['2', null, '整治占用消防车道', '消防大队\n公安局', null, '2月底前'],
    ['3', '出租屋治理', '逐户登记自建房出租屋', '各乡镇、经开区', '有关部门', '长期坚持'],
    ['4', '校园安全', '检查校园食堂燃气', '教育局', '应急局', null],
    ['5', '电梯安全', '检测老旧电梯', null, null, '尽快'],
  ];

  async function drops(name = '重点任务.xlsx', text = ''): Promise<void> {
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
      { startRow: 2, startCol: 0, endRow: 2, endCol: 5 },
      { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
    ];
    world.holds(name, await writeXlsx({ sheets: [{ name: '分工', rows: PLAN, merges }] }));
    await world.says('王芳', text, { files: [name] });
  }

  test('recognised by its headings: every problem with its row at once, several units in a cell, merged cells', async () => {
    await drops();
    const read = answered('王芳', '读出可交办事项5条');
    expect(read).toContain('要核对的3处：第6行配合单位“有关部门”不在名册；第7行不认识“教育局”；第8行没有写牵头单位');
    expect(read).toContain('会议是哪天开的？');
    world.ignoreSoFar();
    const { items } = await meeting();
    expect(items[0]).toMatchObject({
      quote: '消防通道治理：排查大型商场消防通道',
      leads: ['消防大队'],
      coops: ['公安局', '供销社'],
      limitAt: new Date('2026-03-31T17:30:00+08:00'),
    });
    expect(items[1]).toMatchObject({ quote: '消防通道治理：整治占用消防车道', leads: ['消防大队', '公安局'] });
    expect(items[1]!.limitAt).toBeUndefined();
    expect(items[2]).toMatchObject({ kind: 'standing', leads: ['各乡镇', '经开区'] });

    await world.says('王芳', '1月16日');
    answered('王芳', '会议按1月16日（周五）算，2条时限能换算');
    world.ignoreSoFar();
    expect((await meeting()).items[1]!.limitAt).toEqual(new Date('2026-02-28T17:30:00+08:00'));
    await world.says('王芳', '其余默认');
    answered('王芳', '2条转任务草稿T0001、T0002');
    world.ignoreSoFar();
    const [first] = await tasks();
    expect(first).toMatchObject({ leads: ['unit.xiaofang'], coops: ['unit.gongan', 'unit.gongxiao'] });
    expect(first!.text).toContain('分工方案“重点任务”（2026-01-16）第4行：消防通道治理：排查大型商场消防通道');
  });

  test('a ledger of hazards with a unit to rectify is none; called a plan, a table without its columns is told', async () => {
    const rows = [
      ['隐患内容', '整改责任单位', '整改时限'],
      ['堵塞通道', '青山镇', '2月1日'],
    ];
    world.holds('台账.xlsx', await writeXlsx({ sheets: [{ name: '1', rows }] }));
    await world.says('王芳', '', { files: ['台账.xlsx'] });
    world.holds(
      '甲.xlsx',
      await writeXlsx({
        sheets: [
          {
            name: '1',
            rows: [
              ['甲', '乙'],
              ['丙', '丁'],
            ],
          },
        ],
      }),
    );
    await world.says('王芳', '分工方案', { files: ['甲.xlsx'] });
    answered('王芳', '没有找到“任务”和“责任单位”两栏');
    expect((await world.store.collection('meetings')).ids).toEqual([]);
  });

  test('a plan that somebody without the right sends is left alone', async () => {
    world.holds('方案.xlsx', await writeXlsx({ sheets: [{ name: '1', rows: PLAN }] }));
    await world.says('陈立', '', { files: ['方案.xlsx'] });
    await world.fastForward(5, 'minute');
    world.ignoreSoFar();
    expect((await world.store.collection('meetings')).ids).toEqual([]);
  });
});

describe('the ledger of meetings', () => {
  beforeEach(async () => {
    begin('2026-01-19T09:30:00+08:00');
    await world.says('王芳', `${HEAD}\n${SPEECH}`);
    await world.says('王芳', '1按2月6日，2不要，其余列入台账');
    await world.says('王芳', '其余列入台账');
    world.ignoreSoFar();
  });

  test('会议部署 shows what is open, in private, to whoever may see it', async () => {
    await world.says('何静', '会议部署');
    const seen = answered('何静', '台账7、已转任务1');
    expect(seen).toContain('1 牵头组织一次加油站');
    await world.says('陈立', '会议部署');
    world.expectSaid('陈立', '请联系');
    await world.says('王芳', '导出会议部署');
    answered('王芳', '表格随后发');
    expectSheet('王芳', `${NAME}部署台账`);
    const { sheets } = await readXlsx(drawn.at(-1)![1]);
    const [, , , first, second] = sheets[0]!.rows;
    expect(sheets[0]!.rows[2]!.slice(0, 8)).toEqual(
      '序号 事项 牵头 配合 时限(原文) 时限(日期) 状态 任务编号'.split(' '),
    );
    expect([first![6], first![7], second![0], second![6]]).toEqual(['已转任务', 'T0001', '3', '台账']);
  });

  test('a task that is done is done in the ledger too', async () => {
    const [task] = await tasks();
    await world.save([{ ...task!, state: 'closed', closedAt: world.now } as Task]);
    await world.says('王芳', '会议部署');
    answered('王芳', '台账7、完成1');
  });

  test('once a month on a working day, until all of it is done; answered by number', async () => {
    // The 25th of January 2026 is a Sunday.
    await world.says('李卫东', '取消');
    world.ignoreSoFar();
    await world.until('2026-01-26T08:59:00+08:00');
    world.ignoreSoFar();
    await world.until('2026-01-26T09:10:00+08:00');
    const asked = answered('王芳', '部署台账还有7条没完成，进展如何？');
    expect(asked).toContain('请回复“3已完成，4正在推进”');
    expectSheet('王芳', `${NAME}部署台账`);

    await world.says('王芳', '3已完成，5正在推进，还差两个镇');
    answered('王芳', '好。3完成，5已记进展；台账还有6条');
    expect((await meeting()).decided['5']).toMatchObject({ progress: '正在推进，还差两个镇' });
    await world.until('2026-02-25T08:50:00+08:00');
    world.ignoreSoFar();
    await world.until('2026-02-25T09:10:00+08:00');
    answered('王芳', '部署台账还有6条没完成');
    world.ignoreSoFar();
    await world.says('王芳', '4、5、6、7、8、9都已完成，2已完成');
    answered('王芳', '4—9完成，2不在台账里，没有记；台账已全部完成，不再问');
    await world.until('2026-05-30T10:00:00+08:00');
    expect(world.transcript.filter(({ text }) => text.includes('进展如何'))).toHaveLength(2);
    world.ignoreSoFar();
  });

  test('a list that is left open is asked about the next working day, and once a week after that', async () => {
    begin('2026-02-12T16:00:00+08:00');
    await world.says('王芳', `讲话转任务（会议：节前会，2月12日）\n${SPEECH}`);
    world.ignoreSoFar();
    await world.until('2026-02-13T09:05:00+08:00');
    world.expectSaid('王芳', '“节前会”（2月12日（周四））的任务清单：还有6条没定');
    // Spring Festival is from the 15th to the 23rd; the Saturdays around it are worked.
    await world.until('2026-02-27T23:00:00+08:00');
    expect(world.transcript.filter(({ text }) => text.includes('的任务清单：还有'))).toHaveLength(2);
    world.ignoreSoFar();
    await world.says('王芳', '全部不要');
    world.ignoreSoFar();
    await world.until('2026-04-01T10:00:00+08:00');
  });
});
