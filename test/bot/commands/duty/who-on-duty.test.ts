import { afterEach, describe, expect, test } from '@jest/globals';
import { shiftId } from '../../../../domain/duty/collections.ts';
import type { Layer, Shift } from '../../../../domain/duty/shift.ts';
import { sampleOffice, World } from '../../../support/world.ts';

const at = (day: string, clock = '08:30') => new Date(`${day}T${clock}:00+08:00`);
const HOUR_MS = 3_600_000;

/** A published shift of 24 hours, or of as many as said. */
function aShift(unit: string, layer: Layer, day: string, people: readonly string[], more: Partial<Shift> = {}): Shift {
  const startAt = more.startAt ?? at(day);
  return {
    ...{ id: shiftId({ unit: `unit.${unit}`, layer, day }, more.name === '夜班' ? 3 : 0), type: 'shift' },
    ...{ unit: `unit.${unit}`, layer, day, startAt, endAt: new Date(startAt.getTime() + 24 * HOUR_MS) },
    people: people.map((person) => `person.${person}`),
    ...{ state: 'published', publishedAt: at('2026-01-05'), basisAt: at('2026-03-01'), ladder: NO_LADDER },
    ...more,
  };
}

const NO_LADDER = { personal: [], missing: [], gap: [], handover: [] } as unknown as NonNullable<Shift['ladder']>;

const QINGSHAN = [
  aShift('qingshan', 'leader', '2026-01-23', ['huangzhiming']),
  aShift('qingshan', 'officer', '2026-01-23', ['lvgang'], {
    ...{ state: 'on-duty', takenOverAt: at('2026-01-23', '08:20'), takenOverBy: 'person.lvgang' },
  }),
  aShift('qingshan', 'leader', '2026-01-24', ['zhengwei']),
  aShift('qingshan', 'officer', '2026-01-24', ['chenli']),
  aShift('qingshan', 'officer', '2026-01-25', []),
];

const OTHERS = [
  ['nanjie', 'zhaomin'],
  ['shiqiao', 'maqiang'],
  ['gaopu', 'zhoujie'],
  ['jingkai', 'sunhao'],
  ['zongzhiban', 'qianjun'],
  ['fangxunban', 'luogang'],
].map(([unit, officer]) => aShift(unit!, 'officer', '2026-01-23', [officer!]));

describe('who is on duty', () => {
  let world: World;
  afterEach(() => world.expectSilence());

  async function worldAt(clock: string, shifts: readonly Shift[] = QINGSHAN, day = '2026-01-24'): Promise<void> {
    world = new World(at(day, clock).toISOString(), { office: sampleOffice(), things: shifts });
    await world.office();
  }

  test('before the hand-over it is who stands there, and who comes; in private with telephones', async () => {
    await worldAt('07:50');
    await world.says('陈立', '今天谁值班');
    const { text } = world.expectSaid('陈立', '1月24日（周六）07:50 青山镇：带班 黄志明；值班 吕刚');
    expect(text).toContain('今天8:30起 青山镇：带班 郑伟；值班 陈立');
    expect(text).toContain('吕刚13800000102');
  });

  test('after it whoever has not been relieved is still named, and who is missing', async () => {
    await worldAt('08:50', QINGSHAN);
    await world.says('陈立', '现在谁值班');
    world.expectSaid('陈立', '青山镇：带班 郑伟；值班 吕刚（陈立未接班）');
  });

  test('a room of one unit is answered about that unit, without telephones even where they are asked for', async () => {
    await worldAt('09:00');
    await world.says('陈立', '@值守 今天谁值班，电话多少', { room: '青山镇安全' });
    const { text } = world.expectSaid('青山镇安全', '青山镇：带班 郑伟');
    expect(text).toContain('电话请私聊我问');
    expect(text).not.toMatch(/138/);
  });

  test('a room of all reads every unit that has a roster in at most six lines', async () => {
    await worldAt('12:00', [...QINGSHAN, ...OTHERS], '2026-01-23');
    await world.says('钱军', '@值守 今天谁值班', { room: '全区值班群' });
    const { text } = world.expectSaid('全区值班群', '1月23日（周五）12:00在班');
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    for (const name of ['吕刚', '赵敏', '马强', '周洁', '孙浩', '钱军', '罗刚']) expect(text).toContain(name);
  });

  test('another unit’s people have no telephones for somebody without the right', async () => {
    await worldAt('09:00');
    await world.says('赵敏', '青山镇今天谁值班');
    expect(world.expectSaid('赵敏', '青山镇：带班 郑伟').text).not.toMatch(/138|0000/);
    await world.says('王芳', '青山镇今天谁值班');
    expect(world.expectSaid('王芳', '青山镇：带班 郑伟').text).toContain('值班室0000-6230119');
  });

  test('a day without a roster, and a shift without a person, say so', async () => {
    await worldAt('09:00');
    await world.says('陈立', '明天谁值班');
    world.expectSaid('陈立', '1月25日（周日） 青山镇：值班 未排人');
    await world.says('陈立', '2月10日谁值班');
    world.expectSaid('陈立', '青山镇2月10日没有已发布的值班表');
    await world.says('王芳', '2月10日谁值班');
    world.expectSaid('王芳', '2月10日（周二）没有已发布的值班表');
    await world.says('王芳', '本周值班');
    world.expectSaid('王芳', '请带上单位问');
  });

  test('one’s own shifts, and those of a colleague', async () => {
    await worldAt('09:00');
    await world.says('陈立', '我的值班');
    world.expectSaid('陈立', '你的班：1月24日（周六）8:30—次日8:30 青山镇值班');
    await world.says('吕刚', '我下周有班吗');
    world.expectSaid('吕刚', '1月26日—2月1日没有你的班');
    await world.says('吕刚', '陈立哪天值班');
    world.expectSaid('吕刚', '陈立的班：1月24日（周六）');
  });

  test('a drafted shift is nobody’s duty', async () => {
    await worldAt('09:00', [aShift('qingshan', 'officer', '2026-01-24', ['chenli'], { state: 'planned' })]);
    await world.says('陈立', '今天谁值班');
    world.expectSaid('陈立', '青山镇1月24日没有已发布的值班表');
    await world.says('陈立', '我的值班');
    world.expectSaid('陈立', '没有你的班');
  });

  test('the night shift alone, where the day is parted', async () => {
    const day = aShift('qingshan', 'officer', '2026-01-26', ['chenli'], {
      name: '白班',
      endAt: at('2026-01-26', '20:30'),
    });
    const night = aShift('qingshan', 'officer', '2026-01-26', ['lvgang'], {
      name: '夜班',
      startAt: at('2026-01-26', '20:30'),
      endAt: at('2026-01-27'),
    });
    await worldAt('09:00', [day, night]);
    await world.says('陈立', '1月26日夜班谁值');
    const { text } = world.expectSaid('陈立', '值班（夜班） 吕刚');
    expect(text.split('\n')[0]).not.toContain('陈立');
  });
});
