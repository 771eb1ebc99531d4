import { describe, expect, test } from '@jest/globals';
import type { OfficeThing } from '../../domain/people/office.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import { morningLine } from '../../workers/periodic/duty-morning.ts';
import { at } from '../support/builders.ts';
import { aShift } from '../support/shifts.ts';
import { sampleOffice, World } from '../support/world.ts';

/** The office before the chat has shown any of its rooms. */
const UNSEEN: OfficeThing[] = sampleOffice().map((thing) => {
  if (thing.type !== 'room') return thing;
  const { channelId: _channelId, ...room } = thing;
  return room;
});

async function line(things: readonly Thing[], head?: string, office: readonly OfficeThing[] = sampleOffice()) {
  const now = at('2026-01-24 08:20');
  const world = new World(now.toISOString(), { office, things });
  await world.office();
  const { calendar, policy, store } = world;
  const decision = await morningLine(
    new RecordedReading({ store, offices: new OfficeCache(), calendar, policy, now }),
    head,
  );
  return decision?.say[0];
}

const DAY = [
  aShift('2026-01-24', { unit: 'qingshan', people: ['chenli'] }),
  aShift('2026-01-24', { unit: 'qingshan', layer: 'leader', people: ['zhengwei'] }),
  aShift('2026-01-24', { unit: 'anning', layer: 'leader', people: ['liweidong'] }),
  aShift('2026-01-24', { unit: 'nanjie', people: ['zhaomin'] }),
];

describe('the line of the morning', () => {
  test('goes once a day to the room of the whole office, the district first, without telephones', async () => {
    expect(await line(DAY)).toMatchObject({
      to: 'room.zhiban',
      class: 'L1',
      once: 'duty-morning.2026-01-24.room.zhiban',
      text: '今日值班（1月24日（周六）8:30—1月25日（周日）8:30）：安宁区政府带班 李卫东；南街镇 赵敏；青山镇 郑伟/陈立（共3家，均已排班）',
    });
  });

  test('names who has rostered nobody for today, or not for the whole of it', async () => {
    const half = aShift('2026-01-24', { unit: 'gaopu', people: ['zhoujie'], endAt: at('2026-01-24 20:30') });
    const yesterday = aShift('2026-01-23', { unit: 'shiqiao', people: ['maqiang'], endAt: at('2026-01-24 08:00') });
    const said = await line([...DAY, half, yesterday]);
    expect(said?.text).toContain('（共5家，没有排满：高铺镇、石桥乡）');
  });

  test('leaves out whose first roster begins later; who rostered before and will again has a gap', async () => {
    const later = aShift('2026-01-27', { unit: 'gaopu', people: ['zhoujie'] });
    expect((await line([...DAY, later]))?.text).toContain('（共3家，均已排班）');
    expect(await line([later])).toBeUndefined();
    const before = aShift('2025-12-30', { unit: 'gaopu', people: ['zhoujie'] });
    expect((await line([...DAY, before, later]))?.text).toContain('（共4家，没有排满：高铺镇）');
  });

  test('carries the last link of the ledger', async () => {
    expect((await line(DAY, 'abcdef0123456789ffff'))?.text).toMatch(/\n记录校验码 abcdef0123456789$/);
  });

  test('is not said where nobody is rostered, nor before the chat has shown the room', async () => {
    expect(await line([])).toBeUndefined();
    expect(await line([aShift('2026-01-24', { state: 'planned' })])).toBeUndefined();
    expect(await line(DAY, undefined, UNSEEN)).toBeUndefined();
  });
});
