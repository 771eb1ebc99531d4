import { afterEach, describe, expect, test } from '@jest/globals';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import type { Thing } from '../../domain/thing.ts';
import { at } from '../support/builders.ts';
import { aDayShift } from '../support/check-shifts.ts';
import { World } from '../support/world.ts';

const ID = 'shift.shiqiao.officer.20260126';

/** 石桥乡 with 马强 at the post, 高翔 in charge and 龙海 in reserve. */
function manned(fields: Partial<Shift> = {}): Thing[] {
  const officer = {
    ...aDayShift('shiqiao', 'maqiang', '2026-01-26'),
    reserve: ['person.longhai'],
    handledAt: at('2026-01-26 08:30'),
    ...fields,
  };
  return [
    officer,
    aDayShift('shiqiao', 'gaoxiang', '2026-01-26', 'leader'),
    aDayShift('zongzhiban', 'qianjun', '2026-01-26'),
  ] as Thing[];
}

describe('whoever is in reserve', () => {
  let world: World;

  async function begin(start: string, things: readonly Thing[]): Promise<void> {
    world = new World(start, { things });
    await world.office();
  }

  afterEach(() => world.expectSilence());

  test('is published with the roster, reads of it the day before, and stands in the answer to who is on duty', async () => {
    await begin('2026-01-24T09:00:00+08:00', []);
    const rows = ['日期 带班领导 值班员 备班', '1月26日 高翔 马强 龙海', '1月27日 高翔 龙海 马强'];
    await world.says('马强', ['石桥乡值班表', ...rows].join('\n'));
    world.expectSaid('马强', '备班2人，值班员没到岗或没应答时通知');
    await world.says('马强', '发布');
    world.expectSaid('马强', '已发布4班');
    world.ignoreSoFar();
    expect((await world.thing<Shift>(ID)).reserve).toEqual(['person.longhai']);

    await world.until('2026-01-25T17:00:00+08:00');
    world.expectSaid('龙海', '明天你备班：1月26日（周一）石桥乡，不用到岗，请保持电话畅通');
    world.ignoreSoFar();
    await world.until('2026-01-26T08:20:00+08:00');
    world.ignoreSoFar();
    await world.says('马强', '接班');
    world.ignoreSoFar();
    await world.says('王芳', '今天石桥乡谁值班');
    world.expectSaid('王芳', '值班 马强，备班 龙海');

    await world.says(
      '马强',
      ['石桥乡值班表', '日期 带班领导 值班员', '1月26日 高翔 马强', '1月27日 高翔 龙海'].join('\n'),
    );
    world.expectSaid('马强', '改1班');
    await world.says('马强', '发布');
    world.expectSaid('马强', '已更新：改1班');
    expect((await world.thing<Shift>('shift.shiqiao.officer.20260127')).reserve).toBeUndefined();
  });

  test('is called when nobody has taken over for half an hour, comes, and has the post', async () => {
    await begin('2026-01-26T08:31:00+08:00', manned());
    await world.until('2026-01-26T08:59:00+08:00');
    world.ignoreSoFar();
    await world.until('2026-01-26T09:00:00+08:00');
    world.expectSaid('龙海', '石桥乡值班08:30起还没有人接班。你是今天的备班，请马上到值班室，到岗后回复“接班”');
    world.expectSaid('钱军', '石桥乡');
    await world.until('2026-01-26T09:20:00+08:00');
    await world.says('龙海', '接班');
    world.expectSaid('龙海', '石桥乡已接班');
    world.ignoreSoFar();
    expect(await world.thing<Shift>(ID)).toMatchObject({ takenOverBy: 'person.longhai', state: 'on-duty' });
  });

  test('comes: who was called for the chief officer on leave hears so, and the one on leave nothing at all', async () => {
    const leave = {
      ...{ id: 'leave.qianjun.20260126', type: 'leave', person: 'person.qianjun', why: '出差' },
      ...{ fromDay: '2026-01-26', toDay: '2026-01-27', filedBy: 'person.qianjun' },
      ...{ filedAt: at('2026-01-25 09:00'), handledAt: at('2026-01-25 17:00') },
    } as Thing;
    await begin('2026-01-26T08:31:00+08:00', [...manned(), leave]);
    await world.until('2026-01-26T09:05:00+08:00');
    world.expectSaid('白雪', '石桥乡');
    world.ignoreSoFar();
    await world.says('龙海', '接班');
    world.expectSaid('白雪', '由龙海09:05接班，不用再核实');
    expect(world.transcript.some(({ to, text }) => to === '钱军' && text.includes('石桥乡'))).toBe(false);
    world.ignoreSoFar();
  });

  test('is called after the leader in charge when a check-in stays without an answer, and before the head', async () => {
    const rounds: CheckRounds = {
      ...{ id: 'check-rounds.test', type: 'check-rounds', kind: 'random', skipped: [] },
      rounds: [{ at: at('2026-01-26 15:13'), units: ['unit.shiqiao'] }],
    };
    const taken = { state: 'on-duty', takenOverAt: at('2026-01-26 08:30'), takenOverBy: 'person.maqiang' } as const;
    await begin('2026-01-26T15:10:00+08:00', [...manned(taken), rounds as Thing]);
    await world.until('2026-01-26T15:29:00+08:00');
    world.expectSaid('高翔', '请在15分钟内回复现场情况');
    world.ignoreSoFar();
    await world.until('2026-01-26T15:33:00+08:00');
    world.expectSaid(
      '龙海',
      /石桥乡值班员马强自15:13起两次点名未应答.*你是今天的备班，请马上到值班室，到岗后回复“已到岗”/,
    );
    await world.until('2026-01-26T15:40:00+08:00');
    await world.says('龙海', '已到岗');
    world.expectSaid('龙海', '已记：石桥乡15:40起由龙海在岗，马强待说明');
    for (const who of ['高翔', '钱军']) world.expectSaid(who, '石桥乡15:40起由龙海在岗，不用再核实或到场');
    await world.until('2026-01-26T16:30:00+08:00');
    expect(await world.thing<Shift>(ID)).toMatchObject({ standIns: [{ person: 'person.longhai' }] });
  });

  test('a unit without anybody in reserve skips the rung in silence', async () => {
    await begin('2026-01-26T08:31:00+08:00', manned({ reserve: [] }));
    await world.until('2026-01-26T08:59:00+08:00');
    world.ignoreSoFar();
    await world.until('2026-01-26T09:05:00+08:00');
    world.expectSaid('钱军', '石桥乡');
  });
});
