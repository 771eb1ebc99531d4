import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decide, merge } from '../../domain/decision.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { cancelShift, moveShift } from '../../domain/duty/shift-rules.ts';
import { followChanges } from '../../domain/duty/swaps/follow-changes.ts';
import { KINDS } from '../../domain/kinds.ts';
import { planCommit } from '../../domain/plan-commit.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import { calendar } from '../support/builders.ts';
import { aShift, onDuty } from '../support/shifts.ts';
import { peopleOf, shiftOn, swapWorld, theSwap } from '../support/swap-shifts.ts';
import type { World } from '../support/world.ts';

const ASKED = '换班 1月31日 和吕刚换2月2日';

/** 陈立 asks, and what follows from it has been heard. */
async function filed(world: World): Promise<void> {
  await world.says('陈立', ASKED);
  world.expectSaid('陈立', '换班申请S001');
  world.expectSaid('吕刚', '同意回复“同意S001”');
}

async function consented(world: World): Promise<void> {
  await filed(world);
  await world.says('吕刚', '同意S001');
  world.expectSaid('吕刚', '已报郑伟（郑镇长）批准');
  world.expectSaid('郑伟', '批准回复“批准S001”');
}

describe('a swap', () => {
  let world: World;

  beforeEach(async () => {
    world = await swapWorld('2026-01-28 10:00');
  });
  afterEach(() => world.expectSilence());

  test('is asked for, agreed to, approved; then both shifts have changed hands and everybody reads the days', async () => {
    await world.says('陈立', ASKED);
    const echo = world.expectSaid('陈立', 'S001').text;
    expect(echo).toContain('1月31日（周六）陈立→吕刚；2月2日（周一）吕刚→陈立');
    expect(echo).toContain('已请吕刚确认，吕刚同意后报郑伟（郑镇长）批准。生效前仍由陈立负责');
    const asked = world.expectSaid('吕刚', '陈立提出换班').text;
    expect(asked).toContain('你值1月31日（周六）的班，陈立值你的2月2日（周一）');
    expect(asked).toContain('同意回复“同意S001”');

    await world.says('吕刚', '同意S001');
    world.expectSaid('吕刚', '已记下，S001已报郑伟（郑镇长）批准，生效前仍由陈立负责');
    const laid = world.expectSaid('郑伟', '青山镇值班换班S001').text;
    expect(laid).toContain('双方已同意，规则核对：没有连班，没有空档');
    expect(laid).toContain('批准回复“批准S001”');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.chenli']);

    await world.says('郑伟', '批准S001');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军']) {
      const text = world.expectSaid(who, 'S001生效，值班表已改').text;
      expect(text).toContain('1月31日（周六） 青山镇 吕刚；2月2日（周一） 青山镇 陈立');
    }
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.lvgang']);
    expect(await peopleOf(world, '2026-02-02')).toEqual(['person.chenli']);
    expect(await peopleOf(world, '2026-02-05')).toEqual(['person.chenli']);
    expect(await peopleOf(world, '2026-02-08')).toEqual(['person.lvgang']);
  });

  test('a bare 同意 answers the question that was asked; how it stands can be looked up', async () => {
    await filed(world);
    await world.says('吕刚', '同意');
    world.expectSaid('吕刚', 'S001已报郑伟');
    world.expectSaid('郑伟', '批准S001');
    await world.says('陈立', 'S001');
    world.expectSaid('陈立', '双方已同意，等郑伟（郑镇长）批准');
    await world.says('马强', 'S001');
    world.expectSaid('马强', 'S001');
    await world.says('郑伟', '同意');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军']) world.expectSaid(who, 'S001生效');
  });

  test('the other side says no: nothing changes and both know who serves', async () => {
    await filed(world);
    await world.says('吕刚', '不同意S001 那天要开会');
    for (const who of ['陈立', '吕刚'])
      world.expectSaid(who, '没有同意，不换。1月31日（周六）仍由陈立值班，2月2日（周一）仍由吕刚值班');
    expect((await theSwap(world, 'S001')).state).toBe('declined');
    await world.says('吕刚', '同意S001');
    world.expectSaid('吕刚', 'S001已经了结');
    await world.says('吕刚', '同意');
    world.expectSaid('吕刚', /.*/);
  });

  test('the leader says no, with a reason', async () => {
    await consented(world);
    await world.says('郑伟', '不批准S001 节前人手紧');
    for (const who of ['陈立', '吕刚', '郑伟'])
      world.expectSaid(who, '没有获准（节前人手紧），不换。1月31日（周六）仍由陈立');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.chenli']);
  });

  test('the leader cannot approve before the other has agreed; whose word it is not hears whose it is', async () => {
    await filed(world);
    await world.says('郑伟', '批准S001');
    world.expectSaid('郑伟', 'S001还在等吕刚同意，同意后再批');
    await world.says('马强', '同意S001');
    world.expectSaid('马强', 'S001要由吕刚来答复');
    await world.says('陈立', '同意S001');
    world.expectSaid('陈立', 'S001还在等吕刚同意');
    expect((await theSwap(world, 'S001')).state).toBe('filed');
  });

  test('nobody has answered when the shift begins: it expires, and both hear that the original person stays', async () => {
    await filed(world);
    await world.until('2026-01-31T08:29:00+08:00');
    world.expectSaid('吕刚', '还在等你答复：陈立提出换班');
    world.ignoreSoFar();
    await world.until('2026-01-31T08:31:00+08:00');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, '已过期。1月31日（周六）仍由陈立值班');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.chenli']);
    await world.says('吕刚', '同意S001');
    world.expectSaid('吕刚', 'S001已经了结');
  });

  test('it is withdrawn by who asked, by number or in words, and not by the other', async () => {
    await consented(world);
    await world.says('吕刚', '撤回S001');
    world.expectSaid('吕刚', 'S001要由申请人来答复');
    await world.says('陈立', '取消换班');
    for (const who of ['陈立', '吕刚', '郑伟']) world.expectSaid(who, 'S001已撤回。1月31日（周六）仍由陈立');
    await world.says('郑伟', '批准S001');
    world.expectSaid('郑伟', 'S001已经了结');
    await world.says('陈立', '取消换班');
    world.expectSaid('陈立', '没有等着你办的换班申请');
  });

  test('agreement, approval and withdrawal in other words', async () => {
    await filed(world);
    await world.says('吕刚', '同意换班', { room: '青山镇安全', at: true });
    world.expectSaid('青山镇安全', '已报郑伟');
    world.expectSaid('郑伟', '批准S001');
    await world.says('陈立', 'S001 行不行啊');
    world.expectSaid('陈立', '可以说“同意S001”');
    await world.says('郑伟', '通过S001');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军']) world.expectSaid(who, 'S001生效');

    await world.says('陈立', '换班 2月5日 和吕刚换2月8日');
    world.expectSaid('陈立', 'S002');
    world.expectSaid('吕刚', 'S002');
    await world.says('吕刚', '不能换班，那天要开会');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, 'S002对方没有同意，不换');
    await world.says('陈立', '换班 2月5日 和吕刚换2月8日');
    world.expectSaid('陈立', 'S003');
    world.expectSaid('吕刚', 'S003');
    await world.says('陈立', '我要撤回S003');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, 'S003已撤回');
  });

  test('of two requests that wait a bare 同意 is asked about', async () => {
    await filed(world);
    await world.says('陈立', '2月5日的班请吕刚代');
    world.expectSaid('陈立', 'S002');
    world.expectSaid('吕刚', 'S002');
    await world.says('吕刚', '同意');
    expect(world.expectSaid('吕刚', '答复的是哪一件').text).toMatch(/1 S001.*2 S002/);
    await world.says('吕刚', '2');
    world.expectSaid('吕刚', 'S002已报郑伟');
    world.expectSaid('郑伟', 'S002');
    expect((await theSwap(world, 'S001')).state).toBe('filed');
  });

  test('what is in force is not withdrawn', async () => {
    await consented(world);
    await world.says('郑伟', '批准S001');
    world.ignoreSoFar();
    await world.says('陈立', '撤回S001');
    world.expectSaid('陈立', 'S001已经生效，不能撤回');
  });

  test('a rule that stands against it by the time of the approval stops it; who asked hears why', async () => {
    await consented(world);
    await world.save([aShift('2026-02-01', { people: ['lvgang'] })]);
    world.ignoreSoFar();
    await world.says('郑伟', '批准S001');
    for (const who of ['郑伟', '陈立'])
      world.expectSaid(who, 'S001现在不能生效：吕刚1月31日（周六）与2月1日（周日）的班之间只休息0小时');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.chenli']);
  });
});

describe('before anybody is asked', () => {
  test('a second shift and too short a rest are refused, all reasons at once', async () => {
    const world = await swapWorld('2026-01-28 10:00', [
      aShift('2026-01-31', { unit: 'nanjie', people: ['lvgang'] }),
      aShift('2026-02-03', { people: ['chenli'] }),
    ]);
    await world.says('陈立', ASKED);
    const text = world.expectSaid('陈立', '不能这样换').text;
    expect(text).toContain('吕刚1月31日（周六）已另有南街镇值班');
    expect(text).toContain('陈立2月2日（周一）与2月3日（周二）的班之间只休息0小时');
    world.expectSilence();
  });

  test('a swap in a holiday is warned about when it is late, and goes on', async () => {
    const world = await swapWorld('2026-02-15 10:00', [
      aShift('2026-02-16', { people: ['chenli'] }),
      aShift('2026-02-18', { people: ['lvgang'] }),
    ]);
    await world.says('陈立', '换班 2月16日 和吕刚换2月18日');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, '提示：2月16日（周一）是节假日，换班一般提前2天');
    await world.says('吕刚', '同意');
    world.expectSaid('吕刚', '已记下');
    world.expectSaid('黄志明', '是节假日，换班一般提前2天');
    world.expectSilence();
  });

  test('no such shift, nobody of that name: said so', async () => {
    const world = await swapWorld('2026-01-28 10:00');
    await world.says('陈立', '换班 1月30日 和吕刚换2月2日');
    world.expectSaid('陈立', '没有查到你1月30日（周五）的班');
    await world.says('陈立', '换班 1月31日 和吕刚换2月3日');
    world.expectSaid('陈立', '没有查到吕刚2月3日（周二）的班');
    world.expectSilence();
  });
});

describe('what is left open is asked by number', () => {
  let world: World;

  beforeEach(async () => {
    world = await swapWorld('2026-01-28 10:00', [
      aShift('2026-01-31', { name: '白班', endAt: calendar.at('2026-01-31', '20:30') }),
      aShift('2026-01-31', {
        id: `${shiftOn('2026-01-31')}.1`,
        name: '夜班',
        startAt: calendar.at('2026-01-31', '20:30'),
      }),
    ]);
  });
  afterEach(() => world.expectSilence());

  test('which part of the day', async () => {
    await world.says('陈立', '1月31日的班请吕刚代一下，孩子手术');
    const text = world.expectSaid('陈立', '代你的哪一班').text;
    expect(text).toMatch(/1 1月31日（周六）白班.*2 1月31日（周六）夜班/);
    await world.says('陈立', '2');
    expect(world.expectSaid('陈立', '代班申请S001').text).toContain('1月31日（周六）夜班陈立→吕刚');
    expect(world.expectSaid('吕刚', '陈立提出代班').text).toContain('（孩子手术）');
    await world.says('陈立', '2');
    world.expectSaid('陈立', /.*/);
    expect((await theSwap(world, 'S001')).state).toBe('filed');
  });

  test('which part was said; who stands in was not', async () => {
    await world.says('陈立', '周六夜班请人替');
    expect(world.expectSaid('陈立', '1月31日（周六）夜班的班请谁代').text).toContain('1 吕刚');
    await world.says('陈立', '1');
    world.expectSaid('陈立', '代班申请S001：1月31日（周六）夜班陈立→吕刚');
    world.expectSaid('吕刚', '你值1月31日（周六）夜班的班');
  });

  test('nothing was said: which shift, then with whom, then for which', async () => {
    await world.says('陈立', '换班');
    world.expectSaid('陈立', '换你的哪一班');
    await world.says('陈立', '3');
    world.expectSaid('陈立', '2月5日（周四）的班和谁换');
    await world.says('陈立', '1');
    expect(world.expectSaid('陈立', '换吕刚的哪一班').text).toMatch(/1 2月2日.*2 2月8日.*3 不换回，只代班/);
    await world.says('陈立', '2');
    world.expectSaid('陈立', '换班申请S001：2月5日（周四）陈立→吕刚；2月8日（周日）吕刚→陈立');
    world.expectSaid('吕刚', '同意S001');
  });
});

describe('an emergency', () => {
  let world: World;

  beforeEach(async () => {
    const running = onDuty(aShift('2026-01-31'));
    world = await swapWorld('2026-01-31 14:00', [running]);
    await world.says('陈立', '我现在去医院，吕刚替我');
    world.expectSaid('陈立', '应急代班S001已先生效，待郑伟（郑镇长）批准：1月31日（周六）陈立→吕刚');
    world.expectSaid('吕刚', '陈立临时不能值班（去医院），现由你代青山镇1月31日（周六）的班');
    world.expectSaid('郑伟', '应急代班S001：青山镇1月31日（周六）陈立→吕刚（去医院），已先生效，待批准');
    world.expectSaid('钱军', '应急代班S001已先生效');
  });
  afterEach(() => world.expectSilence());

  test('is in force at once, waits for approval and is approved', async () => {
    expect(await world.thing<Shift>(shiftOn('2026-01-31'))).toMatchObject({
      people: ['person.chenli'],
      standIns: [{ person: 'person.lvgang', instead: 'person.chenli', fromAt: world.now }],
    });
    await world.says('郑伟', '批准S001');
    for (const who of ['陈立', '吕刚', '郑伟']) world.expectSaid(who, '应急代班S001已批准');
    expect((await theSwap(world, 'S001')).awaitsRuling).toBeUndefined();
  });

  test('the stand-in cannot come: the original person answers again, and everybody hears it', async () => {
    await world.says('吕刚', '不同意 我在外地');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军']) world.expectSaid(who, '仍由陈立值班');
    const { standIns } = await world.thing<Shift>(shiftOn('2026-01-31'));
    expect(standIns?.[0]?.toAt).toEqual(world.now);
  });

  test('the leader refuses when the stand-in is there: the post is not emptied', async () => {
    await world.says('郑伟', '不批准S001 换黄志明');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军'])
      world.expectSaid(who, '请另行安排人；没有新的安排前1月31日（周六）仍由吕刚值班');
  });

  test('a second request for the same shift is not needed: it has gone over', async () => {
    await world.says('吕刚', '同意S001');
    world.expectSaid('吕刚', '应急代班S001：1月31日（周六）陈立→吕刚。已先生效，等郑伟（郑镇长）批准');
    await world.says('陈立', '撤回S001');
    world.expectSaid('陈立', 'S001已经生效，不能撤回');
  });

  test('nobody rules: the leader is reminded in office hours', async () => {
    await world.until('2026-02-02T09:30:00+08:00');
    world.expectSaid('郑伟', '应急代班S001（1月31日（周六）陈立→吕刚）已生效，还没有批');
    world.ignoreSoFar();
  });
});

describe('an emergency before the shift', () => {
  test('within hours of the start the other is put on the shift; an open request for it is void', async () => {
    const world = await swapWorld('2026-01-30 22:00', [aShift('2026-02-03', { people: ['huangzhiming'] })]);
    await filed(world);
    await world.says('陈立', '我突发急病住院，明天的班请吕刚替');
    world.expectSaid('陈立', '应急代班S002已先生效');
    world.expectSaid('吕刚', '现由你代青山镇1月31日（周六）的班');
    world.expectSaid('郑伟', '应急代班S002');
    world.expectSaid('钱军', '应急代班S002');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, '换班S001（');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.lvgang']);
    expect((await theSwap(world, 'S001')).state).toBe('gone');

    await world.says('郑伟', '不批准S002 另派人');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军']) world.expectSaid(who, '没有获准（另派人），不换');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.chenli']);
    world.expectSilence();
  });

  test('a colleague says it for the one who cannot', async () => {
    const running = onDuty(aShift('2026-01-31'));
    const world = await swapWorld('2026-01-31 14:00', [running, aShift('2026-02-01', { people: ['huangzhiming'] })]);
    await world.says('吕刚', '陈立突发疾病住院，我现在替他值班');
    world.expectSaid('吕刚', '应急代班S001已先生效，待郑伟（郑镇长）批准：1月31日（周六）陈立→吕刚');
    for (const who of ['陈立', '郑伟', '钱军']) world.expectSaid(who, '应急代班S001');
    world.expectSilence();
  });

  test('days ahead it is a request like any other', async () => {
    const world = await swapWorld('2026-01-28 10:00');
    await world.says('陈立', '我住院了，1月31日的班请吕刚替');
    world.expectSaid('陈立', '代班申请S001');
    world.expectSaid('吕刚', '（住院了）');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.chenli']);
    world.expectSilence();
  });
});

describe('arranged by others', () => {
  test('whoever stands in may offer it; the other agrees', async () => {
    const world = await swapWorld('2026-01-28 10:00');
    await world.says('吕刚', '1月31日陈立的班我替');
    world.expectSaid('吕刚', '代班申请S001：1月31日（周六）陈立→吕刚');
    world.expectSaid('陈立', '吕刚值你的');
    world.expectSilence();
  });

  test('吕刚代陈立 names who comes and who goes', async () => {
    const world = await swapWorld('2026-01-28 10:00');
    await world.says('王芳', '代班：1月31日 吕刚代陈立 原因：培训');
    world.expectSaid('王芳', '代班申请S001：1月31日（周六）陈立→吕刚');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, '王芳提出代班');
    world.expectSilence();
  });

  test('a manager files it with a reason, has approved it, and may speak for one of the two', async () => {
    const world = await swapWorld('2026-01-28 10:00');
    await world.says('郑伟', '陈立1月31日的班由吕刚代');
    world.expectSaid('郑伟', '改值班表请补一句原因');
    await world.says('郑伟', '陈立1月31日的班由吕刚代，原因：陈立外出培训');
    world.expectSaid('郑伟', '已请陈立、吕刚确认，陈立、吕刚同意后即生效');
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, '郑伟提出代班');
    await world.says('吕刚', '同意');
    world.expectSaid('吕刚', '还在等陈立同意');
    await world.says('郑伟', '同意S001 代陈立');
    for (const who of ['陈立', '吕刚', '郑伟', '钱军'])
      world.expectSaid(who, 'S001生效，值班表已改：1月31日（周六） 青山镇 吕刚');
    expect(await peopleOf(world, '2026-01-31')).toEqual(['person.lvgang']);
    world.expectSilence();
  });

  test('somebody of another unit may not', async () => {
    const world = await swapWorld('2026-01-28 10:00');
    await world.says('马强', '陈立1月31日的班由吕刚代，原因：陈立外出培训');
    world.expectSaid('马强', /安委办|权/);
    world.expectSilence();
  });
});

describe('the shift changes by other means', () => {
  let world: World;

  beforeEach(async () => {
    world = await swapWorld('2026-01-28 10:00');
    await filed(world);
  });
  afterEach(() => world.expectSilence());

  async function saved(change: (shift: Shift) => Shift): Promise<void> {
    const before = await world.thing<Shift>(shiftOn('2026-01-31'));
    const after = { ...change(before), handledAt: world.now };
    const { store, policy, now } = world;
    const read = new RecordedReading({ store, offices: new OfficeCache(), calendar, policy, now });
    const decision = merge([decide({ save: [after] }), await followChanges([{ before, after }], read)]);
    const batch = await planCommit(decision, read, { system: 'test' }, { kinds: KINDS, calendar, policy });
    expect((await store.commit(batch)).kind).toBe('done');
    await world.settle();
  }

  const act = { by: 'person.wangfang', at: new Date('2026-01-28T02:00:00Z'), reason: '值班表调整' };

  test('it is cancelled: both are told that the request is void', async () => {
    await saved((shift) => cancelShift(shift, act));
    for (const who of ['陈立', '吕刚']) world.expectSaid(who, '已取消或换了人，这次换班作废');
    await world.says('吕刚', '同意S001');
    world.expectSaid('吕刚', 'S001已经了结');
  });

  test('it is moved: the request moves, and who has not answered is asked about the new day', async () => {
    const to = {
      day: '2026-01-30',
      startAt: calendar.at('2026-01-30', '08:30'),
      endAt: calendar.at('2026-01-31', '08:30'),
    };
    await saved((shift) => moveShift(shift, to, act));
    world.expectSaid('陈立', '跟着改为：1月30日（周五）陈立→吕刚');
    expect(world.expectSaid('吕刚', '值班表有调整').text).toContain('你值1月30日（周五）的班');
    await world.says('吕刚', '同意');
    world.expectSaid('吕刚', '已报郑伟');
    world.expectSaid('郑伟', '1月30日（周五）陈立→吕刚');
  });
});
