import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { LogEntry } from '../../domain/duty/log/log-entry.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { type FileStore, openFileStore } from '../../store/files/file-store.ts';
import { aShift, onDuty } from '../support/shifts.ts';
import { type Said, World } from '../support/world.ts';

const LEADERS = ['23', '24', '25'].map((day) => aShift(`2026-01-${day}`, { layer: 'leader', people: ['zhengwei'] }));
const SHIFT = onDuty(aShift('2026-01-24', { people: ['chenli'] }));
const NEXT = aShift('2026-01-25', { people: ['lvgang'] });

let dir: string;
let files: FileStore;
let world: World;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhishou-papers-'));
  files = openFileStore(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The file that goes with a text, as a message of its own. */
function fileTo(who: string): Said {
  const said = world.expectSaid(who, /^$/);
  expect(said.file).toBeDefined();
  return said;
}

async function sheetsOf(said: Said) {
  const { sheets } = await readXlsx(await files.get(said.file!.sha256));
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map((cell) => String(cell ?? ''))) }));
}

const entry = (no: string) => world.thing<LogEntry>(`duty-log.${no}`);

beforeEach(() => {
  world = new World('2026-01-24T14:30:00+08:00', { things: [...LEADERS, SHIFT, NEXT], files });
});
afterEach(() => world.expectSilence());

describe('the duty log', () => {
  test('a call is written down with its five elements; what was done is added to the last entry', async () => {
    await world.says('陈立', '来电 县应急局 李明 0000-8812345：通知明天降温，做好防冻');
    world.expectSaid(
      '陈立',
      '已记J001 14:30来电 县应急局 李明 0000-8812345：通知明天降温，做好防冻\n办理后请说“处理 …”，领导有批示请说“批示 …”',
    );
    await world.says('陈立', '批示 请各村通知到户');
    world.expectSaid('陈立', '批示：请各村通知到户');
    await world.says('陈立', '处理 已电话通知12个村');
    world.expectSaid('陈立', /已记J001.*\n处理：已电话通知12个村/);

    expect(await entry('J001')).toMatchObject({
      ...{ unit: 'unit.qingshan', shift: SHIFT.id, kind: 'call', cameAt: new Date('2026-01-24T14:30:00+08:00') },
      caller: { unit: '县应急局', name: '李明', phone: '0000-8812345' },
      ...{ content: '通知明天降温，做好防冻', recorder: 'person.chenli' },
      instructions: [{ words: '请各村通知到户', by: 'person.chenli' }],
      handling: [{ words: '已电话通知12个村' }],
    });
  });

  test('what is missing is asked once and may be left empty', async () => {
    await world.says('陈立', '来电 县应急局：通知明天降温');
    world.expectSaid('陈立', '还缺来电人姓名、电话，知道请补一句，不知道不用回');
    await world.says('陈立', '李明 0000-8812345');
    world.expectSaid('陈立', '已记J001 14:30来电 县应急局 李明 0000-8812345：通知明天降温');

    await world.says('陈立', '来电 群众 13812345678：利民超市门口占道');
    world.expectSaid('陈立', /已记J002 14:30来电 群众 13812345678：利民超市门口占道\n办理后/);
    await world.says('陈立', '来电 村民：断路了');
    world.expectSaid('陈立', '还缺来电人电话');
    await world.says('陈立', '不知道');
    world.expectSaid('陈立', '好的，J003这一项空着');
    expect((await entry('J003')).caller).toEqual({ name: '村民' });

    await world.says('陈立', '来电');
    world.expectSaid('陈立', '请把来电内容一起说，例如“来电 县应急局');
  });

  test('nothing is lost where only the caller was said, and nothing made up where the answer is none', async () => {
    await world.says('陈立', '来电 县应急局 李明 0000-8812345');
    world.expectSaid('陈立', /J001 14:30来电 县应急局 李明 0000-8812345：（内容待补）\n还缺来电内容，请接着说/);
    await world.says('陈立', '明早8点前报防冻情况');
    world.expectSaid('陈立', 'J001 14:30来电 县应急局 李明 0000-8812345：明早8点前报防冻情况');

    await world.says('陈立', '来文：关于做好防冻工作的通知');
    world.expectSaid('陈立', '还缺来文单位');
    await world.says('陈立', '食堂今天吃什么');
    world.expectSaid('陈立', '没看懂要补什么，J002没有改动。请说“J002 补充 …”');
    await world.says('陈立', 'J002 补充 县应急局');
    world.expectSaid('陈立', 'J002 14:30来文 县应急局：关于做好防冻工作的通知');
    await world.says('陈立', 'J002 更正 关于做好防汛工作的通知');
    world.expectSaid('陈立', '更正为：关于做好防汛工作的通知');
    expect((await entry('J002')).corrections).toMatchObject([{ words: '关于做好防冻工作的通知' }]);
  });

  test('an entry belongs to the shift that was on when it came in; what is open is handed over beside the notes', async () => {
    await world.says('陈立', '记录 14:20 群众反映南街路灯不亮，已转城管');
    world.expectSaid('陈立', '已记J001 14:20记录：群众反映南街路灯不亮\n处理：已转城管');
    await world.says('陈立', '记录 14:25 群众反映利民超市占道');
    world.expectSaid('陈立', 'J002');
    await world.says('陈立', '记录 20:00 巡查一遍，正常', { sentAt: new Date('2026-01-24T20:01:00+08:00') });
    world.expectSaid('陈立', /J003.*20:00记录：巡查一遍，正常$/);

    await world.until('2026-01-25T08:10:00+08:00');
    world.ignoreSoFar();
    await world.says('陈立', '交班：值班车没油');
    world.expectSaid('陈立', '已记下交班事项1件');
    await world.until('2026-01-25T08:25:00+08:00');
    await world.says('吕刚', '接班');
    world.expectSaid(
      '吕刚',
      /上一班（陈立）未完事项2件：\n1\. 值班车没油\n2\. J002 1月24日（周六）14:25记录：群众反映利民超市占道\n/,
    );
    world.expectSaid('陈立', '交接完成 08:25');
    expect((await world.thing<Shift>(SHIFT.id)).openMatters).toHaveLength(2);

    await world.says('陈立', '记录 08:15 县里来电话催报表');
    world.expectSaid('陈立', 'J004');
    expect((await entry('J004')).shift).toBe(SHIFT.id);
    await world.says('吕刚', 'J002 已到场处理');
    world.expectSaid('吕刚', '处理：已到场处理');
    await world.says('吕刚', '今天的值班记录');
    const list = world.expectSaid('吕刚', '青山镇今天的值班记录1条');
    expect(list.text).toContain('J004 08:15记录：县里来电话催报表');
  });

  test('numbers of citizens are full only for whoever is on duty; a room reads no content', async () => {
    await world.says('陈立', '来电 群众 王大爷 13812345678：井盖坏了');
    world.ignoreSoFar();
    await world.says('陈立', 'J001');
    world.expectSaid('陈立', '13812345678');
    await world.says('王芳', 'J001');
    expect(world.expectSaid('王芳', 'J001').text).toContain('138****5678');
    await world.says('陈立', '@值守 值班记录', { room: '青山镇' });
    world.expectSaid('青山镇', '值班记录里有群众信息，已私发给你');
    world.expectSaid('陈立', 'J001');
    await world.says('陈立', '@值守 记录 群众反映路灯不亮', { room: '青山镇' });
    world.expectSaid('青山镇', '已记J002');
    await world.says('马强', 'J001');
    world.expectSaid('马强', '青山镇的值班记录只给本单位和安委办看');
    await world.says('马强', 'J001 处理 已看');
    world.expectSaid('马强', '青山镇的值班记录只给本单位和安委办看');
    await world.says('吕刚', '来电 县应急局：催报表');
    world.expectSaid('吕刚', '值班记录由当班的人来记，青山镇现在是陈立。是你在值班请先说“接班”');
    await world.says('陈立', '处理 J099 好了');
    world.expectSaid('陈立', '没有找到值班记录J099');
  });

  test('which entry is meant is asked where the last one is settled and several wait', async () => {
    for (const words of ['记录 群众反映路灯不亮', '记录 群众反映井盖坏了', '记录 群众反映占道，已劝离']) {
      await world.says('陈立', words);
    }
    world.ignoreSoFar();
    await world.says('陈立', '处理：已派人');
    world.expectSaid('陈立', /处理的是哪一条值班记录？[\s\S]*J001[\s\S]*J002/);
    await world.says('陈立', '2');
    world.expectSaid('陈立', /已记J002.*\n处理：已派人/);
  });

  test('an entry by mistake is voided with a reason: it stays in the log and counts for nothing', async () => {
    await world.says('陈立', '来电 县应急局 李明 0000-8812345：通知明天降温');
    await world.says('陈立', '来电 县应急局 李明 0000-8812345：通知明天降温');
    world.ignoreSoFar();
    await world.says('马强', '作废 J002 重复');
    world.expectSaid('马强', '只给本单位');
    expect((await entry('J002')).voided).toBeUndefined();
    await world.says('陈立', 'J002作废，记重复了');
    world.expectSaid('陈立', 'J002已作废（记重复了），仍留在值班记录里备查，不计条数');
    await world.says('陈立', 'J002 处理 已回复');
    world.expectSaid('陈立', 'J002已作废');
    expect((await entry('J002')).handling).toEqual([]);
    await world.says('陈立', '今天的值班记录');
    const { text } = world.expectSaid('陈立', '今天的值班记录1条，待处理1条');
    expect(text).toContain('（已作废）');
    await world.says('陈立', '导出1月值班记录');
    world.expectSaid('陈立', '青山镇2026年1月值班记录表');
    const [record, log] = await sheetsOf(fileTo('陈立'));
    expect(JSON.stringify(record!.rows)).toContain('来电1：J001');
    expect(log!.rows.at(-1)).toContain('作废：记重复了');
  });

  test('what sounds like an incident is not left to the log', async () => {
    await world.says('陈立', '来电 群众 13812345678：恒兴砖厂坍塌，2人被压');
    world.expectSaid('陈立', '像是突发事件：请先按规定立即报告，不等记录');
  });
});

describe('documents that are asked for', () => {
  test('the hand-over sheet of the shift that is on, with numbers in full for whoever is on duty', async () => {
    await world.says('陈立', '来电 县应急局 李明 0000-8812345：通知明天降温');
    world.ignoreSoFar();
    await world.says('陈立', '交接班表');
    world.expectSaid('陈立', '青山镇1月24日交接班表，请查收附件');
    const said = fileTo('陈立');
    expect(said.file?.name).toBe('青山镇1月24日交接班表.xlsx');
    const [sheet] = await sheetsOf(said);
    const value = (label: string) => sheet!.rows.find(([name]) => name === label)?.[1];
    expect(value('值班员（交班）')).toBe('陈立');
    expect(value('带班领导')).toBe('郑伟');
    expect(value('接班时间')).toBe('8:25');
    expect(value('接班人')).toBe('吕刚');
    expect(value('来电来文')).toBe(
      'J001 1月24日（周六）14:30来电 县应急局 李明 0000-8812345：通知明天降温\n　　处理：待处理',
    );
  });

  test('the register of a month, by its unit and by the office; another unit is refused', async () => {
    await world.says('陈立', '来电 群众 13812345678：井盖坏了');
    world.ignoreSoFar();
    await world.says('陈立', '导出1月值班记录');
    world.expectSaid('陈立', '青山镇2026年1月值班记录表：值班记录1条，请查收附件');
    const [record, log] = await sheetsOf(fileTo('陈立'));
    expect(record!.rows[0]![0]).toBe('青山镇2026年1月值班记录表');
    expect(record!.rows[3]!.slice(0, 4)).toEqual(['1月23日（周五）', '8:30—次日8:30', '郑伟', '没有排班']);
    expect(record!.rows[4]!.slice(0, 5)).toEqual(['1月24日（周六）', '8:30—次日8:30', '郑伟', '陈立', '8:25']);
    expect(log!.rows.flat().join()).toContain('138****5678');

    await world.says('王芳', '导出 青山镇 值班月报 1月');
    world.expectSaid('王芳', '青山镇2026年1月值班记录表');
    fileTo('王芳');
    await world.says('马强', '青山镇1月值班月报');
    world.expectSaid('马强', '青山镇的值班记录表只给本单位和安委办，请联系该单位');
    await world.says('陈立', '导出2025年11月值班月报');
    world.expectSaid('陈立', '青山镇2025年11月没有已发布的值班表');
    await world.says('陈立', '1月和2月值班月报');
    world.expectSaid('陈立', '请一次说一个月');
  });

  test('a roster goes to the room of its unit, a register only to the person', async () => {
    await world.says('陈立', '@值守 青山镇1月值班表', { room: '青山镇' });
    world.expectSaid('青山镇', '青山镇2026年1月值班表');
    fileTo('青山镇');
    await world.says('陈立', '@值守 导出1月值班记录', { room: '青山镇' });
    world.expectSaid('青山镇', '值班记录表私发给你');
    world.expectSaid('陈立', '青山镇2026年1月值班记录表');
    fileTo('陈立');
  });

  test('unit and month are asked only where they are not clear', async () => {
    await world.save([onDuty(aShift('2026-01-24', { unit: 'shiqiao', people: ['maqiang'] })), aShift('2026-02-01')]);
    await world.says('王芳', '导出1月值班记录');
    world.expectSaid('王芳', /要哪个单位的？[\s\S]*青山镇[\s\S]*石桥乡/);
    await world.says('王芳', '2');
    world.expectSaid('王芳', '石桥乡2026年1月值班记录表');
    fileTo('王芳');
    await world.says('王芳', '导出全区1月值班记录');
    world.expectSaid('王芳', '青山镇、石桥乡2026年1月值班记录表');
    expect(await sheetsOf(fileTo('王芳'))).toHaveLength(2);
    await world.says('陈立', '导出值班表');
    world.expectSaid('陈立', /要哪个月的？[\s\S]*2026年1月[\s\S]*2026年2月/);
    await world.says('陈立', '2');
    world.expectSaid('陈立', '青山镇2026年2月值班表');
    fileTo('陈立');
    await world.says('陈立', '导出值班月报');
    world.expectSaid('陈立', '青山镇2026年1月值班记录表');
    fileTo('陈立');
  });
});
