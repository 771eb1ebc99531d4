import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import { isCounted } from '../../domain/duty/checks/check-in.ts';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { takeoverFigures, unattendedMinutes } from '../../domain/duty/unattended.ts';
import { diffOffice } from '../../domain/people/apply-office.ts';
import type { Person, Unit } from '../../domain/people/office.ts';
import type { Trial } from '../../domain/people/trial.ts';
import { at, calendar } from '../support/builders.ts';
import { sampleOffice, World } from '../support/world.ts';

function of(id: string, name: string, title: string, post: 'head' | 'liaison' | 'staff', unit = 'meilin'): Person {
  return {
    ...{ id: `person.${id}`, type: 'person', name, roles: [], phone: '13900000000' },
    tenures: [{ unit: `unit.${unit}`, post, title, fromDay: '2025-01-01' }],
    accounts: [{ contactId: `wx-${id}`, boundAt: at('2025-01-01 00:00'), reachable: true }],
  };
}

const TOWN = [
  of('zhouqiang', '周强', '镇长', 'head'),
  of('xujing', '许静', '应急站站长', 'liaison'),
  of('heyong', '何勇', '科员', 'staff'),
  of('guomin', '郭敏', '科员', 'staff'),
];
const LAKE: Unit = { id: 'unit.yunhu', type: 'unit', name: '云湖镇', aliases: [], kind: 'township', status: 'trial' };
const MEILIN = 'unit.meilin';
const OFFICERS = ['许静', '何勇', '郭敏'];

/** 周强 in charge, the officers in turn, from a day on. */
function roster(fromDay: string, days: number, town = '梅林镇', people = OFFICERS, leader = '周强'): string {
  const rows = Array.from({ length: days }, (_, index) => {
    const [, month, day] = calendar.addDays(fromDay, index).split('-').map(Number);
    return `${month}月${day}日\t${leader}\t${people[index % people.length]}`;
  });
  return [`${town}值班表`, '日期\t带班领导\t值班员', ...rows].join('\n');
}

function officer(day: string): string {
  return `shift.meilin.officer.${day.replaceAll('-', '')}`;
}

describe('a new unit', () => {
  let world: World;

  async function openAt(moment: string): Promise<void> {
    const lake = [of('baihe', '白荷', '镇长', 'head', 'yunhu'), of('suyun', '苏云', '站长', 'liaison', 'yunhu')];
    world = new World(at(moment).toISOString(), { office: [...sampleOffice(), ...TOWN, LAKE, ...lake] });
  }

  async function publishes(fromDay: string, days: number, who = '许静'): Promise<void> {
    await world.says(who, roster(fromDay, days));
    world.ignoreSoFar();
    await world.says(who, '发布');
  }

  const unit = () => world.thing<Unit>(MEILIN);
  const marked = async (day: string) => (await world.thing<Shift>(officer(day))).trial === true;
  const heard = (who: string) => world.transcript.filter(({ to }) => to === who).map(({ text }) => text);
  const all = (pattern: RegExp) => world.transcript.filter(({ text }) => pattern.test(text));

  beforeEach(() => openAt('2026-01-28 09:30'));
  afterEach(() => world.expectSilence());

  describe('practises once', () => {
    beforeEach(() => publishes('2026-02-01', 28));

    test('when its first roster is published; any sentence answers, and the figures know nothing of it', async () => {
      expect(world.expectSaid('许静', '已发布56班').text).toContain(
        '前7天（到2月7日（周六））试运行：只提醒，不记未应答',
      );
      const asked = world.expectSaid('许静', '第一次练习').text;
      expect(asked).toContain('LX01（练习，不计入任何统计）');
      expect(asked).toContain('1月29日（周四）12:00前');
      await world.says('许静', '今天雨下得挺大');
      world.expectSaid('许静', /^收到，LX01练习结束，不计入任何统计$/);
      await expect(world.thing('practice.LX01')).rejects.toThrow();
      await world.until(at('2026-01-29 23:00'));
      expect(all(/LX01/)).toHaveLength(2);
      expect(world.store.audit.join('\n')).not.toContain('LX01');
      world.ignoreSoFar();
    });

    test.each([
      '收到',
      '好的',
      '明天上午我把材料送过去',
      '1',
      '已完成',
      'LX01',
      '报 LX01 看到了',
      '平安',
      '同意',
      '知道了，谢谢',
    ])('“%s” answers it', async (sentence) => {
      world.ignoreSoFar();
      await world.says('许静', sentence);
      world.expectSaid('许静', '收到，LX01练习结束');
    });

    test('but a request is a request, and the item waits on', async () => {
      world.ignoreSoFar();
      await world.says('许静', '我的值班');
      world.expectSaid('许静', '你的班');
      await world.says('许静', '帮助');
      world.expectSaid('许静', '常用说法');
      expect(await world.thing('practice.LX01')).toBeDefined();
    });

    test('what is real stays real: 收到 and a report are for the task that waits for them', async () => {
      await world.says('王芳', '请梅林镇2月3日前报送值班表');
      await world.says('王芳', '确认');
      world.ignoreSoFar();
      await world.says('许静', '收到');
      world.expectSaid('许静', 'T0001已签收');
      await world.says('许静', '已完成，值班表已经排好');
      expect(heard('许静').at(-1)).toContain('T0001');
      world.ignoreSoFar();
      await world.says('许静', '收到LX01');
      world.expectSaid('许静', '收到，LX01练习结束');
    });

    test('unanswered it is asked for once more, and lapses in silence', async () => {
      await world.until(at('2026-01-29 09:59'));
      world.ignoreSoFar();
      await world.until(at('2026-01-29 10:01'));
      expect(world.expectSaid('许静', 'LX01').text).toContain('12:00前回复我任意一句');
      await world.until(at('2026-01-29 12:01'));
      await expect(world.thing('practice.LX01')).rejects.toThrow();
      await world.says('许静', '今天雨下得挺大');
      expect(heard('许静').at(-1)).not.toContain('练习');
      await world.until(at('2026-01-30 12:00'));
      expect(all(/LX01/)).toHaveLength(2);
      world.ignoreSoFar();
    });

    test('not again with its next roster; another unit has its own number', async () => {
      world.ignoreSoFar();
      await publishes('2026-03-01', 31);
      world.expectSaid('许静', '已发布62班');
      await world.says('苏云', roster('2026-02-01', 5, '云湖镇', ['苏云'], '白荷'));
      world.ignoreSoFar();
      await world.says('苏云', '发布');
      world.expectSaid('苏云', '第一次练习：LX02');
      expect(all(/第一次练习/).map(({ to }) => to)).toEqual(['许静', '苏云']);
      world.ignoreSoFar();
    });
  });

  test('handed in by the dispatcher, its liaison practises all the same; on a Friday until Monday', async () => {
    await openAt('2026-01-30 16:00');
    await publishes('2026-02-01', 28, '王芳');
    world.expectSaid('王芳', '已发布56班');
    expect(world.expectSaid('许静', '第一次练习：LX01').text).toContain('2月2日（周一）12:00前');
    world.ignoreSoFar();
  });

  describe('is on trial for seven days', () => {
    beforeEach(async () => {
      await publishes('2026-02-01', 28);
      await world.says('许静', '收到');
      world.ignoreSoFar();
    });

    test('in which a missing take-over reaches the person alone, and no figure', async () => {
      await world.until(at('2026-02-07 08:00'));
      const before = world.transcript.length;
      await world.until(at('2026-02-07 23:59'));
      const said = world.transcript.slice(before);
      const missing = said.filter(({ text }) => /还没有收到|没有人接班|未接班/.test(text));
      expect(missing.map(({ to }) => to)).toEqual(['许静']);
      expect(said.filter(({ to }) => ['钱军', '王芳', '何静', '李卫东'].includes(to))).toEqual([]);
      const shift = await world.thing<Shift>(officer('2026-02-07'));
      expect(unattendedMinutes([shift], shift.startAt, shift.endAt).get(MEILIN)).toBe(0);
      expect(takeoverFigures([shift], shift.startAt, shift.endAt).all).toBe(0);
      world.ignoreSoFar();
    });

    test('and counts from the midnight after the seventh; both who must know are told once, on the next working day', async () => {
      await world.until(at('2026-02-07 23:59'));
      expect((await unit()).status).toBe('trial');
      await world.until(at('2026-02-08 00:00'));
      expect((await unit()).status).toBe('active');
      expect([await marked('2026-02-07'), await marked('2026-02-08')]).toEqual([true, false]);
      world.ignoreSoFar();
      // Nobody takes over on the eighth day: now the leader in charge hears of it.
      await world.until(at('2026-02-08 08:51'));
      world.expectSaid('周强', '接班');
      await world.until(at('2026-02-09 09:01'));
      for (const who of ['许静', '王芳']) {
        const { text } = world.expectSaid(who, '梅林镇试运行到2月7日（周六）已满');
        expect(text).toContain('2月8日（周日）零时起转为正式运行');
      }
      await world.until(at('2026-02-12 12:00'));
      expect(all(/试运行到2月7日（周六）已满/)).toHaveLength(2);
      world.ignoreSoFar();
    });

    test('a bot that was away at that midnight ends it when it is back, as of then', async () => {
      await world.until(at('2026-02-07 20:00'));
      await world.away(at('2026-02-08 09:30'));
      await world.settle();
      expect((await unit()).status).toBe('active');
      world.ignoreSoFar();
    });

    test('a roll call before that midnight is practice, one after it counts', async () => {
      for (const moment of ['2026-02-07 23:40', '2026-02-08 00:20'])
        await world.save([
          {
            ...{ id: `check-rounds.${moment.slice(-2)}`, type: 'check-rounds', kind: 'random', skipped: [] },
            rounds: [{ at: at(moment), units: [MEILIN] }],
          } as CheckRounds,
        ]);
      await world.until(at('2026-02-07 08:25'));
      await world.says('许静', '接班');
      await world.until(at('2026-02-08 06:00'));
      const checks: CheckIn[] = [];
      for (const day of ['2026-02-07', '2026-02-08']) {
        const { ids } = await world.store.collection(checksOn(day));
        for (const { thing } of await world.store.load(ids)) checks.push(thing as CheckIn);
      }
      const drawn = checks.filter(({ kind }) => kind === 'random');
      expect(drawn.map(({ trial }) => trial)).toEqual([true, false]);
      expect(drawn.map((check) => isCounted(check, world.now))).toEqual([false, true]);
      const practised = world.transcript.filter(
        ({ at: when }) => when < at('2026-02-08 00:20') && when > at('2026-02-07 23:39'),
      );
      expect(new Set(practised.map(({ to }) => to))).toEqual(new Set(['许静']));
      world.ignoreSoFar();
    });

    test('an office file that still says 试运行 does not put it back, but may close it', async () => {
      await world.until(at('2026-02-08 00:00'));
      const written = (await world.office()).units.get(MEILIN)!;
      const { origin: _, ...plain } = written;
      expect(diffOffice([written], [{ ...plain, status: 'trial' }], '2026-02-08')).toEqual([]);
      const [closed] = diffOffice([written], [{ ...plain, status: 'closed' }], '2026-02-08');
      expect(closed).toMatchObject({ kind: 'changed', thing: { status: 'closed' } });
      world.ignoreSoFar();
    });

    test('a dispatcher ends it by word: shifts that have not begun count from then', async () => {
      await world.until(at('2026-02-04 10:00'));
      world.ignoreSoFar();
      await world.says('许静', '梅林镇转正式');
      world.expectSaid('许静', '请联系');
      await world.says('王芳', '梅林镇转正式');
      world.expectSaid('王芳', '梅林镇已转为正式运行');
      world.expectSaid('许静', '梅林镇已转为正式运行');
      expect((await unit()).status).toBe('active');
      expect([await marked('2026-02-04'), await marked('2026-02-05')]).toEqual([true, false]);
      await world.says('王芳', '梅林镇转正式');
      world.expectSaid('王芳', '没有在试运行');
      await world.until(at('2026-02-09 12:00'));
      expect(all(/已满/)).toEqual([]);
      world.ignoreSoFar();
    });

    test('a dispatcher draws it out: the days more are practice, and it ends after them', async () => {
      await world.until(at('2026-02-04 10:00'));
      world.ignoreSoFar();
      await world.says('王芳', '梅林镇试运行到哪天');
      world.expectSaid('王芳', '梅林镇试运行中，到2月7日（周六）为止');
      await world.says('王芳', '梅林镇试运行延长3天');
      world.expectSaid('王芳', '梅林镇试运行到2月10日（周二）');
      world.expectSaid('许静', '梅林镇试运行到2月10日（周二）');
      expect([await marked('2026-02-10'), await marked('2026-02-11')]).toEqual([true, false]);
      await world.says('王芳', '梅林镇试运行到2月9日');
      world.expectSaid('王芳', '到2月9日（周一）');
      world.expectSaid('许静', '到2月9日（周一）');
      expect([await marked('2026-02-09'), await marked('2026-02-10')]).toEqual([true, false]);
      // A roster that comes later does not move what a person has set.
      await publishes('2026-03-01', 31);
      world.ignoreSoFar();
      expect((await world.thing<Trial>('trial.meilin')).untilDay).toBe('2026-02-09');
      await world.until(at('2026-02-09 23:59'));
      expect((await unit()).status).toBe('trial');
      await world.until(at('2026-02-10 00:00'));
      expect((await unit()).status).toBe('active');
      world.ignoreSoFar();
    });

    test('days that cannot be are said so, and nothing changes', async () => {
      await world.until(at('2026-02-04 10:00'));
      world.ignoreSoFar();
      await world.says('王芳', '梅林镇试运行到2月3日');
      world.expectSaid('王芳', /已经过去了|最多延长到/);
      await world.says('王芳', '梅林镇试运行延长60天');
      world.expectSaid('王芳', '试运行最多延长到3月7日（周六）');
      expect((await world.thing<Trial>('trial.meilin')).untilDay).toBe('2026-02-07');
    });

    test('one that counts already may be put on trial again, without practice items', async () => {
      await world.until(at('2026-02-09 12:00'));
      world.ignoreSoFar();
      await world.says('王芳', '梅林镇试运行到2月12日');
      world.expectSaid('王芳', '梅林镇试运行到2月12日（周四）');
      world.expectSaid('许静', '梅林镇试运行到2月12日（周四）');
      expect((await unit()).status).toBe('trial');
      expect([await marked('2026-02-12'), await marked('2026-02-13')]).toEqual([true, false]);
      await world.until(at('2026-02-13 00:00'));
      expect((await unit()).status).toBe('active');
      expect(all(/第一次练习/)).toHaveLength(1);
      world.ignoreSoFar();
    });
  });

  test('whose trial ends in the Spring Festival counts from that midnight, and hears of it after the days off', async () => {
    await openAt('2026-02-12 15:00');
    await publishes('2026-02-13', 16);
    expect(world.expectSaid('许静', '已发布').text).toContain('前7天（到2月19日（周四））试运行');
    world.expectSaid('许静', '2月13日（周五）12:00前');
    await world.until(at('2026-02-20 00:00'));
    expect((await unit()).status).toBe('active');
    await world.until(at('2026-02-24 08:59'));
    expect(all(/已满/)).toEqual([]);
    await world.until(at('2026-02-24 11:00'));
    expect(all(/梅林镇试运行到2月19日（周四）已满/).map(({ to }) => to)).toEqual(
      expect.arrayContaining(['许静', '王芳']),
    );
    world.ignoreSoFar();
  });
});

describe('an order to a unit on trial', () => {
  test('is reminded of; nobody above hears, and it is never called overdue while the trial lasts', async () => {
    const lake = [of('baihe', '白荷', '镇长', 'head', 'yunhu'), of('suyun', '苏云', '站长', 'liaison', 'yunhu')];
    const world = new World(at('2026-01-19 09:00').toISOString(), {
      office: [...sampleOffice(), ...TOWN, LAKE, ...lake],
    });
    await world.office();
    await world.says('王芳', '请云湖镇、青山镇1月21日17:30前报送消防检查台账');
    await world.says('王芳', '确认');
    world.ignoreSoFar();
    await world.until(at('2026-01-28 18:00'));
    const about = (name: string) =>
      world.transcript.filter(({ text }) => text.includes(name) && /未签收|还没有|过期|超期|督办/.test(text));
    const toTown = (who: string) => world.transcript.filter(({ to }) => to === who).length;
    expect(toTown('苏云')).toBeGreaterThan(2);
    expect(about('青山镇').length).toBeGreaterThan(0);
    expect(
      world.transcript.filter(
        ({ to, text }) => to !== '苏云' && text.includes('云湖镇') && /过期|超期|督办|电话/.test(text),
      ),
    ).toEqual([]);
    world.ignoreSoFar();
    await world.says('王芳', '逾期');
    const { text } = world.expectSaid('王芳', '青山镇');
    expect(text).not.toContain('云湖镇');
  });
});
