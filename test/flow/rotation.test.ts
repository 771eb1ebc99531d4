import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DutyLeave } from '../../domain/duty/absences/leave.ts';
import type { Roster } from '../../domain/duty/roster/roster.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import type { Person } from '../../domain/people/office.ts';
import { aShift } from '../support/shifts.ts';
import { sampleOffice, World } from '../support/world.ts';

const heyong: Person = {
  ...{ id: 'person.heyong', type: 'person', name: '何勇', roles: [], phone: '13900000007' },
  tenures: [{ unit: 'unit.qingshan', post: 'staff', title: '科员', fromDay: '2025-01-01' }],
  accounts: [{ contactId: 'wx-heyong', boundAt: new Date('2025-01-01T00:00:00+08:00'), reachable: true }],
};

const OFFICE = [...sampleOffice(), heyong];
const FEBRUARY = '帮我排一下青山镇2月的班，值班员陈立、吕刚、何勇，带班郑伟、黄志明';

const officerOn = (day: string) => `shift.qingshan.officer.${day.replaceAll('-', '')}`;
const leaderOn = (day: string) => `shift.qingshan.leader.${day.replaceAll('-', '')}`;

function worldAt(now: string, things: readonly Shift[] = []): World {
  const at = new Date(`${now.replace(' ', 'T')}:00+08:00`);
  return new World(at.toISOString(), { office: OFFICE, things: things.map((shift) => ({ ...shift, handledAt: at })) });
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Who serves, in the order of days; `-` for nobody. */
async function served(world: World, first: string, count: number, idOf = officerOn): Promise<string[]> {
  const shifts = await Promise.all(daysFrom(first, count).map((day) => world.thing<Shift>(idOf(day))));
  return shifts.map(({ people }) => people[0] ?? '-');
}

/** The days and the figures of a proposal; short ones come in one message. */
function proposed(world: World, who = '陈立'): string {
  const { text: first } = world.expectSaid(who, /[带值]班：\d+月\d+日/);
  if (first.includes('值班表建议')) return first;
  const { text: figures } = world.expectSaid(who, '值班表建议');
  expect(figures.split('\n').length).toBeLessThanOrEqual(6);
  return `${first}\n${figures}`;
}

const countOf = (people: readonly string[], person: string) =>
  people.filter((one) => one === `person.${person}`).length;

describe('a roster is drawn up in the chat', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  test('the proposal shows the days and everybody’s figures, is put right in words and published by a person', async () => {
    world = worldAt('2026-01-28 09:30');
    await world.says('陈立', FEBRUARY);
    const shown = proposed(world);
    expect(shown).toContain('青山镇值班表建议（2月1日—28日）：已排56班，供审定');
    expect(shown).not.toContain('空缺');
    expect(shown).toMatch(/值班班数·周末·节假日（括号内全年）：陈立\d+·\d·\d（\d+·\d·\d）、吕刚.*何勇/);
    expect(shown).toMatch(/全年最大相差[01]·[01]·[01]/);
    expect(shown).toContain('没有要改的请回复“发布”');

    const { draft } = await world.thing<Roster>('roster.qingshan');
    const was = draft.entries.find((entry) => entry.slot.layer === 'officer' && entry.date === 8)!.people[0]!.name;
    const other = was === '何勇' ? '吕刚' : '何勇';
    await world.says('陈立', `2月9日换${other}`);
    world.expectSaid('陈立', '青山镇值班表建议');
    await world.says('陈立', '发布');
    world.expectSaid('陈立', '青山镇值班表已发布56班，从2月1日（周日）起生效');
    expect((await world.thing<Shift>(officerOn('2026-02-09'))).people).toEqual([
      other === '何勇' ? 'person.heyong' : 'person.lvgang',
    ]);
    await expect(world.thing('roster.qingshan')).rejects.toThrow();
  });

  test('month after month, over Spring Festival, the year stays even and nobody serves two days running', async () => {
    world = worldAt('2026-01-28 09:30');
    await world.says('王芳', '给青山镇排2月值班表，值班员陈立、吕刚、何勇，带班郑伟、黄志明');
    await world.says('王芳', '发布');
    await world.says('王芳', '排青山镇3月值班表');
    await world.says('王芳', '发布');
    world.ignoreSoFar();

    const officers = await served(world, '2026-02-01', 59);
    const leaders = await served(world, '2026-02-01', 59, leaderOn);
    for (const all of [officers, leaders]) {
      expect(all).not.toContain('-');
      for (const [index, person] of all.entries()) expect(person).not.toBe(all[index + 1]);
    }
    const totals = ['chenli', 'lvgang', 'heyong'].map((person) => countOf(officers, person));
    expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(1);
    const break9 = officers.slice(14, 23);
    const inBreak = ['chenli', 'lvgang', 'heyong'].map((person) => countOf(break9, person));
    expect(inBreak).toEqual([3, 3, 3]);
  });

  test('who is away is left out, and a day that nobody can take is named with the reason', async () => {
    world = worldAt('2026-01-28 09:30');
    await world.says('吕刚', '我2月3日到8日休假');
    world.expectSaid('吕刚', '已记：吕刚2月3日（周二）—2月8日（周日）休假');
    await world.says('郑伟', '2月10日到12日出差');
    await world.says('黄志明', '2月11日请假');
    world.ignoreSoFar();
    await world.says('陈立', FEBRUARY);
    const shown = proposed(world);
    expect(shown).toMatch(/11日空缺/);
    expect(shown).toMatch(/2月1[01]日(?:、11日)?带班没有人可排：.*郑伟.*请假.*请补人/);
    expect(shown).toContain('吕刚休假6天，期间不排');

    await world.says('陈立', '2月5日换吕刚');
    expect(world.expectSaid('陈立', '青山镇值班表建议').text).toContain('吕刚2月5日休假，要换人');
    await world.says('陈立', '取消');
    world.expectSaid('陈立', '不发布');
  });

  test('what is published stays; only open days are drawn up, and 重排 draws up what has not begun', async () => {
    const kept = daysFrom('2026-02-01', 10).map((day, index) =>
      aShift(day, { people: [['chenli', 'lvgang', 'heyong'][index % 3]!] }),
    );
    world = worldAt('2026-01-28 09:30', kept);
    await world.says('陈立', '排2月值班表');
    const shown = proposed(world);
    expect(shown).toContain('（2月11日—28日）：已排18班');
    // Nobody was ever in charge on this roster: that layer is not added unasked.
    expect(shown).not.toContain('带班');
    expect(shown).toMatch(/陈立\d·\d·\d（(?:9|10)·/);
    await world.says('陈立', '发布');
    world.ignoreSoFar();
    await world.says('陈立', '排2月值班表');
    world.expectSaid('陈立', '2月1日—28日的班都已经排好并发布');

    await world.until('2026-02-03T10:00:00+08:00');
    world.ignoreSoFar();
    await world.says('陈立', '重排2月值班表');
    expect(proposed(world)).toContain('（2月4日—28日）');
  });

  test('over the end of the month nobody goes on from the last night, and a newcomer pays no debts', async () => {
    const january = daysFrom('2026-01-05', 27).map((day, index) =>
      aShift(day, { people: [['chenli', 'lvgang'][index % 2]!] }),
    );
    world = worldAt('2026-01-29 09:30', january);
    world.ignoreSoFar();
    await world.says('陈立', '排2月值班表，值班员陈立、吕刚、何勇');
    const shown = proposed(world);
    expect(shown).toMatch(/值班：2月1日(?!陈立)/);
    expect(shown).toContain('何勇2月1日起参加，按平均数起算，不补排以前的班');
    const share = Number(/何勇(\d+)·/.exec(shown)![1]);
    expect([9, 10]).toContain(share);
  });

  test('a festival is a span; a month that is over, none at all and three months are said so', async () => {
    world = worldAt('2026-01-28 09:30');
    await world.says('陈立', '给青山镇排春节值班表');
    expect(proposed(world)).toContain('（2月15日—23日）：已排18班');
    await world.says('陈立', '排班');
    world.expectSaid('陈立', '排哪些天的？');
    await world.says('陈立', '排2025年12月值班表');
    world.expectSaid('陈立', '已经过去');
    await world.says('陈立', '排2月1日到8月1日的值班表');
    world.expectSaid('陈立', '一次最多排三个月');
  });

  test('names nobody has, leaders who are none and units of others are refused, and nothing is kept', async () => {
    world = worldAt('2026-01-28 09:30');
    await world.says('陈立', '排2月值班表，值班员陈立、吕岗，带班郑伟');
    world.expectSaid('陈立', '“吕岗”在青山镇没有查到');
    await world.says('陈立', '排2月值班表，值班员陈立、何勇，带班吕刚');
    world.expectSaid('陈立', '吕刚不是负责人，带班要由领导带');
    await world.says('马强', '排青山镇2月值班表');
    world.expectSaid('马强', '这件事请联系');
    await world.says('陈立', '排2月值班表，不排何勇');
    expect(proposed(world)).not.toContain('何勇');
  });
});

describe('people on a published shift are changed by who plans it', () => {
  let world: World;
  const says = (who: string, text: string) => world.says(who, text);
  beforeEach(async () => {
    const shifts = ['2026-01-31', '2026-02-02', '2026-02-05', '2026-02-08'].flatMap((day, index) => [
      aShift(day, { people: [index % 2 ? 'lvgang' : 'chenli'] }),
      aShift(day, { layer: 'leader', people: ['zhengwei'] }),
    ]);
    const gap = { ...aShift('2026-02-17', { people: [] }), unfilledAt: new Date('2026-01-28T09:00:00+08:00') };
    world = worldAt('2026-01-28 10:00', [...shifts, gap]);
    await world.settle();
  });
  afterEach(() => world.expectSilence());
  const officers = async (day: string) => (await world.thing<Shift>(officerOn(day))).people;

  test('with the reason, and everybody concerned reads the day', async () => {
    await says('王芳', '1月31日值班改成何勇，陈立出差');
    world.expectSaid('王芳', '青山镇值班表已改：1月31日（周六）值班 陈立→何勇（陈立出差）');
    world.expectSaid('陈立', '1月31日（周六）青山镇值班不再排你，改为何勇（陈立出差，王芳改）');
    world.expectSaid('郑伟', '1月31日（周六）值班 陈立→何勇');
    world.expectSaid('钱军', '1月31日（周六）值班 陈立→何勇');
    await world.fastForward(2, 'minute');
    world.expectSaid('何勇', '给你排了班：1月31日（周六）');
    expect(await officers('2026-01-31')).toEqual(['person.heyong']);
    expect((await world.thing<Shift>(officerOn('2026-01-31'))).history?.at(-1)).toMatchObject({
      ...{ what: 'replaced', by: 'person.wangfang', reason: '陈立出差' },
      ...{ gone: ['person.chenli'], come: ['person.heyong'] },
    });
    world.ignoreSoFar();
    await says('王芳', '1月31日值班改成何勇，陈立出差');
    world.expectSaid('王芳', '已经排了何勇，不用改');
    await says('王芳', '今天谁值班');
    world.expectSaid('王芳', /./);
    await says('陈立', '1月31日青山镇谁值班');
    world.expectSaid('陈立', '值班 何勇');
  });

  test('without a reason nothing is changed until it is given, in the next words', async () => {
    await says('王芳', '2月5日加吕刚值班');
    world.expectSaid('王芳', '改已发布的值班表要写原因，直接回复原因就行');
    expect(await officers('2026-02-05')).toEqual(['person.chenli']);
    await says('王芳', '防汛双岗');
    world.expectSaid('王芳', '2月5日（周四）值班 加吕刚，现为陈立、吕刚（防汛双岗）');
    world.expectSaid('陈立', '加吕刚');
    world.expectSaid('吕刚', '2月5日（周四）青山镇值班排了你，8:30—次日8:30（防汛双岗，王芳排）');
    world.expectSaid('郑伟', '加吕刚');
    world.expectSaid('钱军', '加吕刚');
    expect(await officers('2026-02-05')).toEqual(['person.chenli', 'person.lvgang']);
    await says('王芳', '2月5日值班改成何勇，身体不适');
    world.expectSaid('王芳', '有陈立、吕刚，换下哪一位？');
    await says('王芳', '2月5日值班由陈立改成何勇，陈立身体不适');
    world.ignoreSoFar();
    expect(await officers('2026-02-05')).toEqual(['person.heyong', 'person.lvgang']);
  });

  test('a gap on the first day of Spring Festival is filled without another reason, also where the day is missing', async () => {
    await says('陈立', '2月17日补何勇');
    world.expectSaid('陈立', '2月17日（周二）值班 加何勇（补缺班）');
    world.expectSaid('何勇', '2月17日（周二）青山镇值班排了你');
    world.ignoreSoFar();
    expect(await officers('2026-02-17')).toEqual(['person.heyong']);
    await says('陈立', '2月3日补何勇');
    world.ignoreSoFar();
    expect(await officers('2026-02-03')).toEqual(['person.heyong']);
    await says('陈立', '3月9日补何勇');
    world.expectSaid('陈立', '青山镇3月9日（周一）没有已发布的值班安排');
  });

  test('the open swap of a changed shift is gone, and both hear it', async () => {
    await says('陈立', '换班 1月31日 和吕刚换2月2日');
    world.ignoreSoFar();
    await says('王芳', '1月31日值班改成何勇，陈立出差');
    world.expectSaid('陈立', '这次换班作废');
    world.expectSaid('吕刚', '这次换班作废');
    world.ignoreSoFar();
  });

  test('rules stand against it: another unit, a second shift, leave, one’s own shift, a past day', async () => {
    await says('马强', '2月8日值班改成何勇，有事');
    world.expectSaid('马强', '这件事请联系');
    await says('王芳', '青山镇2月8日值班改成马强，吕刚有事');
    world.expectSaid('王芳', '马强不在青山镇任职');
    await says('吕刚', '2月8日值班改成何勇，有事');
    world.expectSaid('吕刚', '自己的班要换人请说“换班”');
    await world.save([aShift('2026-02-08', { unit: 'nanjie', people: ['heyong'] })]);
    world.ignoreSoFar();
    await says('王芳', '青山镇2月8日值班改成何勇，吕刚有事');
    world.expectSaid('王芳', '何勇2月8日（周日）已另有2月8日（周日）南街镇值班');
    await says('何勇', '2月2日请假');
    world.ignoreSoFar();
    await says('王芳', '2月2日值班改成何勇，吕刚有事');
    world.expectSaid('王芳', '何勇2月2日（周一）请假，能来请先说“销假”');
    await says('王芳', '1月20日值班改成何勇，吕刚有事');
    world.expectSaid('王芳', /已经过去了|没有已发布/);
    expect(await officers('2026-02-08')).toEqual(['person.lvgang']);
  });
});

describe('who is away', () => {
  let world: World;
  beforeEach(async () => {
    const shifts = ['2026-01-31', '2026-02-02', '2026-02-05', '2026-02-08'].flatMap((day, index) => [
      aShift(day, { people: [index % 2 ? 'lvgang' : 'chenli'] }),
      aShift(day, { layer: 'leader', people: ['zhengwei'] }),
    ]);
    world = worldAt('2026-01-28 10:00', shifts);
    await world.settle();
  });
  afterEach(() => world.expectSilence());

  test('who plans hears which shifts want somebody else, and again the day before', async () => {
    await world.says('吕刚', '我2月2日到8日出差');
    world.expectSaid(
      '吕刚',
      '其间你有班，要换人：2月2日（周一）青山镇值班、2月8日（周日）青山镇值班。换好之前仍由你负责',
    );
    world.ignoreSoFar();
    await world.says('何勇', '我2月5日请假');
    world.expectSaid('何勇', '已记：何勇2月5日（周四）请假');
    await world.says('黄志明', '我2月5日请假');
    world.expectSaid('黄志明', '已记');
    await world.until('2026-02-01T15:59:00+08:00');
    world.ignoreSoFar();
    await world.until('2026-02-01T16:01:00+08:00');
    world.expectSaid('吕刚', /你有班/);
    world.expectSaid('郑伟', /你有班/);
    const again = world.expectSaid('陈立', '吕刚2月2日（周一）—2月8日（周日）出差，其间有班，要换人').text;
    expect(again).toContain('换人请说“2月2日值班改成某某，吕刚出差”');
  });

  test('somebody who plans nothing says it, and the liaison hears of it at once', async () => {
    await world.save([aShift('2026-02-10', { people: ['heyong'] })]);
    world.ignoreSoFar();
    await world.says('何勇', '2月10日请假');
    world.expectSaid('何勇', '请说“换班”，已告知排班人员');
    world.expectSaid('陈立', '何勇2月10日（周二）请假，其间有班，要换人：2月10日（周二）青山镇值班');
    await world.says('马强', '何勇2月11日请假');
    world.expectSaid('马强', '这件事请联系');
    await world.says('陈立', '何勇2月11日请假');
    world.expectSaid('陈立', '已记：何勇2月11日（周三）请假');
    world.expectSaid('何勇', '陈立登记了何勇2月11日（周三）请假');
  });

  test('a stand-in on leave is refused; after 销假 he may', async () => {
    await world.says('何勇', '2月5日到6日请假');
    world.ignoreSoFar();
    await world.says('陈立', '2月5日的班请何勇代');
    world.expectSaid('陈立', '不能这样换：何勇2月5日（周四）请假或出差，能来请先说“销假”');
    await world.says('何勇', '销假');
    world.expectSaid('何勇', '已销假：何勇2月5日（周四）—2月6日（周五）请假，全部取消');
    await world.says('何勇', '销假');
    world.expectSaid('何勇', '没有查到你登记的请假');
    await world.says('陈立', '2月5日的班请何勇代');
    world.expectSaid('陈立', 'S001');
    world.expectSaid('何勇', 'S001');
  });

  test('back early, the days before stay on record', async () => {
    await world.says('何勇', '1月30日到2月12日休年假');
    world.ignoreSoFar();
    await world.until('2026-01-31T08:00:00+08:00');
    await world.says('何勇', '2月1日销假');
    world.expectSaid('何勇', '已销假：何勇年假到1月31日（周六）为止，原到2月12日（周四）');
    expect(await world.thing<DutyLeave>('leave.heyong.20260130')).toMatchObject({ toDay: '2026-01-31' });
    world.ignoreSoFar();
  });

  test('the morning on which a night ends is no day of leave; days without an end, past days and no days are asked about', async () => {
    await world.says('陈立', '2月1日请假');
    const noted = world.expectSaid('陈立', '已记：陈立2月1日（周日）请假').text;
    expect(noted).not.toContain('要换人');
    await world.says('吕刚', '请假');
    world.expectSaid('吕刚', '请说几号到几号');
    await world.says('吕刚', '我2月3日起休产假');
    world.expectSaid('吕刚', '从2月3日起到几号？');
  });

  test('a leader on leave is passed over when nobody has taken over', async () => {
    await world.says('郑伟', '1月31日请假');
    world.ignoreSoFar();
    await world.until('2026-01-31T08:51:00+08:00');
    world.expectSaid('黄志明', '8:30');
    const leaders = world.transcript.filter(({ to, text }) => to === '郑伟' && text.includes('还没有收到接班'));
    expect(leaders).toEqual([]);
    world.ignoreSoFar();
  });
});
