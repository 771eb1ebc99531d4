import { afterEach, describe, expect, test } from '@jest/globals';
import type { Shift } from '../../domain/duty/shift.ts';
import { anAssignment, aTask, calendar } from '../support/builders.ts';
import { aShift, onDuty } from '../support/shifts.ts';
import { World } from '../support/world.ts';

const LEADERS = [
  aShift('2026-01-23', { layer: 'leader', people: ['zhengwei'] }),
  aShift('2026-01-24', { layer: 'leader', people: ['zhengwei'] }),
  aShift('2026-01-25', { layer: 'leader', people: ['zhengwei'] }),
];
const OUTGOING = onDuty(aShift('2026-01-23', { people: ['lvgang'] }));
const SHIFT = aShift('2026-01-24', { people: ['chenli'] });
const NEXT = aShift('2026-01-25', { people: ['lvgang'] });

describe('the duty officer’s day and night', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  const onTheDay = async (clock: string, ...things: Shift[]) => {
    world = new World('2026-01-23T20:00:00+08:00', {
      things: things.length > 0 ? things : [...LEADERS, OUTGOING, SHIFT],
    });
    await world.until(`2026-01-24T${clock}:00+08:00`);
  };
  const shift = (of: Shift) => world.thing<Shift>(of.id);

  test('reminded, taken over with what was left open, handed over with what is left next', async () => {
    world = new World('2026-01-23T15:00:00+08:00', { things: [...LEADERS, OUTGOING, SHIFT, NEXT] });
    await world.until('2026-01-23T16:00:00+08:00');
    world.expectSaid(
      '陈立',
      '明天你有班：1月24日（周六）8:30—次日8:30 青山镇值班，带班郑伟。换班请在今天17:30前说“换班”',
    );
    world.expectSaid('郑伟', '明天你有班：1月24日（周六）8:30—次日8:30 青山镇带班');

    await world.until('2026-01-24T08:00:00+08:00');
    world.expectSaid('陈立', '8:30起你在青山镇值班，值班电话0000-6230119。到岗后回复“接班”');
    world.expectSaid('郑伟', '请保持电话畅通');
    world.expectSaid('吕刚', '青山镇8:30交班，请说一下交给下一班的事，没有就回复“无”');
    await world.says('吕刚', '①昨晚22:10利民超市群众举报待回访 ②T0611材料今天12:00前报区里');
    world.expectSaid('吕刚', '已记下交班事项2件。下一班接班前仍由你负责');

    await world.until('2026-01-24T08:24:00+08:00');
    await world.says('陈立', '接班');
    const taken = world.expectSaid('陈立', '青山镇已接班 08:24。上一班（吕刚）未完事项2件');
    expect(taken.text).toContain('1. 昨晚22:10利民超市群众举报待回访\n2. T0611材料今天12:00前报区里');
    world.expectSaid('吕刚', '交接完成 08:24，陈立已接班。辛苦了');
    await world.says('陈立', '清楚');
    expect((await shift(SHIFT)).clearAt).toEqual(world.now);
    expect(await shift(OUTGOING)).toMatchObject({ state: 'closed', handedOverTo: 'person.chenli' });

    await world.until('2026-01-24T16:00:00+08:00');
    world.expectSaid('吕刚', '明天你有班：1月25日（周日）');
    world.expectSaid('郑伟', '明天你有班：1月25日（周日）');
    await world.until('2026-01-25T08:00:00+08:00');
    world.expectSaid('吕刚', '到岗后回复“接班”');
    world.expectSaid('郑伟', '请保持电话畅通');
    world.expectSaid('陈立', '请说一下交给下一班的事');
    await world.until('2026-01-25T08:12:00+08:00');
    await world.says('陈立', '利民超市已回访，店主同意30日前搬；其他无');
    world.expectSaid('陈立', '已记下交班事项1件');
    await world.until('2026-01-25T08:27:00+08:00');
    await world.says('吕刚', '接班');
    world.expectSaid('吕刚', '利民超市已回访，店主同意30日前搬');
    world.expectSaid('陈立', '交接完成 08:27，吕刚已接班');
    await world.until('2026-01-25T12:00:00+08:00');
  });

  test('到岗 takes over too, as long as no number is asked for', async () => {
    await onTheDay('08:05', ...LEADERS, SHIFT);
    world.ignoreSoFar();
    await world.says('陈立', '我已到岗');
    world.expectSaid('陈立', '青山镇已接班 08:05');
    await world.says('陈立', '到岗');
    world.expectSaid('陈立', '现在没有等待应答的点名');
  });

  test('nobody comes: the two, then the leader in charge, then the chief duty officer; the outgoing stays responsible', async () => {
    const desk = aShift('2026-01-24', { unit: 'zongzhiban', people: ['baixue'] });
    await onTheDay('08:05', ...LEADERS, OUTGOING, SHIFT, onDuty({ ...desk, handledAt: desk.startAt }));
    world.ignoreSoFar();
    await world.says('吕刚', '无');
    world.expectSaid('吕刚', '已记：没有遗留事项');

    await world.until('2026-01-24T08:40:00+08:00');
    world.expectSaid('陈立', '青山镇值班应于08:30接班，还没有收到你的“接班”');
    world.expectSaid('吕刚', '青山镇下一班陈立还没有接班，接班前仍由你负责');
    await world.until('2026-01-24T08:50:00+08:00');
    world.expectSaid(
      '郑伟',
      /还没有收到接班，现由吕刚继续负责\n请电话核实：值班室0000-6230119，陈立13800000101，吕刚13800000102/,
    );
    await world.until('2026-01-24T09:00:00+08:00');
    world.expectSaid('白雪', '青山镇值班08:30起还没有收到接班');
    expect((await shift(OUTGOING)).handedOverAt).toBeUndefined();

    await world.until('2026-01-24T09:20:00+08:00');
    await world.says('陈立', '已到岗接班');
    world.expectSaid('陈立', '青山镇已接班 09:20。上一班（吕刚）交代：无');
    world.expectSaid('吕刚', '交接完成 09:20');
    world.expectSaid('郑伟', '青山镇值班已由陈立09:20接班，不用再核实');
    world.expectSaid('白雪', '不用再核实');
    await world.until('2026-01-24T15:00:00+08:00');
  });

  test('nobody comes at all: the waiting ends with the shift', async () => {
    await onTheDay('20:00');
    world.ignoreSoFar();
    await world.until('2026-01-25T09:00:00+08:00');
    world.expectSaid('郑伟', '请保持电话畅通');
    world.expectSaid('吕刚', '青山镇值班08:30结束，一直没有收到接班，你的班到此为止');
    expect((await shift(SHIFT)).state).toBe('closed');
    expect((await shift(OUTGOING)).handedOverAt?.toISOString()).toBe('2026-01-25T00:30:00.000Z');
  });

  test('too early is refused with the time, again is no news, and the one who goes is not taken for the one who comes', async () => {
    await onTheDay('07:30');
    world.ignoreSoFar();
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '还没到接班时间，08:00以后再说“接班”');
    await world.until('2026-01-24T08:10:00+08:00');
    world.ignoreSoFar();
    await world.says('吕刚', '接班');
    world.expectSaid('吕刚', '青山镇值班已在1月23日（周五）08:25接班，不用再报');
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '青山镇已接班 08:10。上一班（吕刚）还没有说交班事项，请当面问清');
    world.expectSaid('吕刚', '还有要交代的请说“交班 内容”');
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '已在08:10接班，不用再报');

    await world.says('吕刚', '交班：值班车没油');
    world.expectSaid('吕刚', '已记下交班事项1件，已转告接班的陈立');
    world.expectSaid('陈立', '上一班（吕刚）补充交班事项1件：\n1. 值班车没油');
  });

  test('somebody without a shift is told so', async () => {
    await onTheDay('08:10');
    world.ignoreSoFar();
    await world.says('马强', '接班');
    world.expectSaid('马强', '没有排你的班');
    await world.says('马强', '青山镇接班');
    world.expectSaid('马强', '这一班没有排你');
    await world.says('马强', '交班 无');
    world.expectSaid('马强', '没有排你的班');
  });

  test('another of the unit comes: he stands in until the planned one is there', async () => {
    await onTheDay('08:20');
    world.ignoreSoFar();
    await world.says('黄志明', '青山镇接班');
    world.expectSaid('黄志明', '青山镇已接班 08:20');
    world.expectSaid('吕刚', '黄志明已接班');
    world.expectSaid('陈立', '1月24日（周六）青山镇值班由黄志明8:20到岗接班，原排陈立');
    world.expectSaid('郑伟', '由黄志明8:20到岗接班');
    await world.until('2026-01-24T10:00:00+08:00');
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '青山镇值班10:00起由你在岗，黄志明替到这时为止');
    world.expectSaid('黄志明', '10:00起由陈立在岗，替班到此为止');
  });

  test('where no shift follows the duty ends with the shift', async () => {
    await onTheDay('07:59', OUTGOING);
    await world.until('2026-01-24T08:00:00+08:00');
    world.expectSaid('吕刚', '交给下一班的事');
    await world.until('2026-01-24T12:00:00+08:00');
    world.expectSaid('吕刚', '青山镇值班08:30结束，后面没有排班，你的班到此为止');
    expect(await shift(OUTGOING)).toMatchObject({ state: 'closed', handedOverAt: OUTGOING.endAt });
  });

  test('a night shift over midnight and the end of the month', async () => {
    const day = aShift('2026-01-31', {
      name: '白班',
      people: ['chenli'],
      endAt: calendar.at('2026-01-31', '23:30'),
    });
    const night = aShift('2026-01-31', {
      id: 'shift.qingshan.officer.20260131.1',
      name: '夜班',
      people: ['lvgang'],
      startAt: calendar.at('2026-01-31', '23:30'),
      endAt: calendar.at('2026-02-01', '08:30'),
    });
    const morning = aShift('2026-02-01', { people: ['chenli'] });
    const start = calendar.at('2026-01-31', '22:50');
    const things = [onDuty(day), night, morning].map((one) => ({ ...one, handledAt: start }));
    world = new World(start.toISOString(), { things });

    await world.until('2026-01-31T23:00:00+08:00');
    world.expectSaid('陈立', '青山镇23:30交班');
    world.expectSaid('吕刚', '23:30起你在青山镇值班');
    await world.says('陈立', '水泵没修好');
    world.expectSaid('陈立', '已记下交班事项1件');
    await world.until('2026-02-01T00:10:00+08:00');
    world.expectSaid('吕刚', '青山镇值班应于23:30接班');
    world.expectSaid('陈立', '接班前仍由你负责');
    world.expectSaid('黄志明', '青山镇值班23:30起还没有收到接班');
    world.expectSaid('白雪', '青山镇值班1月31日（周六）23:30起还没有收到接班');
    world.expectSaid('钱军', '还没有收到接班');
    await world.says('吕刚', '接班', { sentAt: calendar.at('2026-02-01', '00:05') });
    world.expectSaid('吕刚', '水泵没修好');
    world.expectSaid('陈立', '交接完成 00:05');
    for (const who of ['黄志明', '白雪', '钱军']) world.expectSaid(who, '不用再核实');
    await world.says('吕刚', '收到');
    expect((await shift(night)).takenOverAt?.toISOString()).toBe('2026-01-31T16:05:00.000Z');

    await world.until('2026-02-01T08:25:00+08:00');
    world.ignoreSoFar();
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '青山镇已接班 08:25');
    world.expectSaid('吕刚', '交接完成 08:25');
  });

  test('after an outage over the start nobody is called out before what was written in it has come in', async () => {
    await onTheDay('07:50');
    world.ignoreSoFar();
    await world.away('2026-01-24T09:15:00+08:00');
    await world.settle();
    world.expectSilence();
    await world.says('陈立', '接班', { sentAt: calendar.at('2026-01-24', '08:24') });
    world.expectSaid('陈立', '青山镇已接班 08:24');
    world.expectSaid('吕刚', '交接完成 08:24');
    expect((await shift(OUTGOING)).handedOverAt?.toISOString()).toBe('2026-01-24T00:24:00.000Z');
    await world.until('2026-01-24T12:00:00+08:00');
  });

  test('where nothing was written in the outage the ladder counts from its end', async () => {
    await onTheDay('07:50');
    world.ignoreSoFar();
    await world.away('2026-01-24T09:15:00+08:00');
    await world.until('2026-01-24T09:24:00+08:00');
    world.expectSilence();
    await world.until('2026-01-24T09:25:00+08:00');
    world.expectSaid('陈立', '还没有收到你的“接班”');
    world.expectSaid('吕刚', '接班前仍由你负责');
    await world.until('2026-01-24T09:35:00+08:00');
    world.expectSaid('郑伟', '青山镇值班08:30起还没有收到接班');
    await world.until('2026-01-24T09:40:00+08:00');
    await world.says('陈立', '接班');
    world.expectSaid('陈立', '青山镇已接班 09:40');
    world.expectSaid('吕刚', '交接完成');
    world.expectSaid('郑伟', '不用再核实');
    await world.until('2026-01-24T12:00:00+08:00');
  });

  test('收到 that may be for a task or for what was left open is asked about', async () => {
    const notesAt = calendar.at('2026-01-24', '07:00');
    const handledAt = calendar.at('2026-01-24', '08:00');
    await onTheDay('08:25', { ...OUTGOING, notes: '水泵没修好', notesAt, openMatters: ['水泵没修好'] }, SHIFT);
    await world.save([aTask({ state: 'issued', issuedAt: handledAt, handledAt }), anAssignment({ handledAt })]);
    await world.says('陈立', '接班');
    world.ignoreSoFar();
    await world.says('陈立', '收到');
    world.expectSaid('陈立', '交班事项请回复“清楚”');
    await world.says('陈立', 'T0612收到');
    world.expectSaid('陈立', 'T0612已签收');
    await world.says('陈立', '收到');
    expect((await shift(SHIFT)).clearAt).toEqual(world.now);
  });

  test('in a room only that it was taken over; what is left open is said in private', async () => {
    const things = [
      { ...OUTGOING, notes: '水泵没修好', notesAt: calendar.at('2026-01-24', '07:00'), openMatters: ['水泵没修好'] },
      SHIFT,
    ];
    await onTheDay('08:25', ...things);
    world.ignoreSoFar();
    await world.says('陈立', '@值守 接班', { room: '全区值班群' });
    expect(world.expectSaid('全区值班群', '青山镇已接班 08:25').text).not.toContain('水泵');
    world.expectSaid('陈立', '水泵没修好');
    world.expectSaid('吕刚', '交接完成');
    await world.says('陈立', '接班', { room: '全区值班群' });
  });
});
