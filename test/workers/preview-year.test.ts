import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import { planZeroReports } from '../../workers/periodic/zero-report-planning.ts';
import { type PreviewRow, preview } from '../../workers/preview.ts';
import { PREVIEW_PLANNERS } from '../../workers/preview-planners.ts';
import { PreviewQueue } from '../../workers/preview-queue.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { at, calendar, policy } from '../support/builders.ts';
import { dutyOf } from '../support/check-shifts.ts';
import { sampleOffice } from '../support/world.ts';
import { Firing } from './firing.ts';

const terms = { calendar, policy, kinds: KINDS };

async function office(start: string, ...things: readonly Thing[]): Promise<Firing> {
  return Firing.at(start, ...sampleOffice(), ...things);
}

function previewOf({ store, now }: Firing, from: string, to: string, planners?: typeof PREVIEW_PLANNERS) {
  const ground = { ...terms, store, wakes: store, offices: new OfficeCache(), reminderFor };
  return preview(at(from), at(to), { ...ground, ...(planners && { planned: { from: now, planners } }) });
}

const on = (rows: readonly PreviewRow[], day: string, clock: string) =>
  rows.filter((row) => calendar.dayOf(row.at) === day && calendar.clockOf(row.at) === clock);

/** Shifts whose own reminders are over: only reports are spoken of. */
const served = (day: string) =>
  dutyOf(day).map((shift) => ({
    ...shift,
    ...{ state: 'on-duty' as const, takenOverAt: shift.startAt, takenOverBy: shift.people[0]! },
  }));

describe('a preview of the zero reports of a day', () => {
  const DAY = '2026-01-24';

  test.each(['filed already', 'to be filed'])('%s: nobody answers, and the list names them as asked', async (state) => {
    const firing = await office(`${DAY} 08:40`, ...served(DAY));
    if (state === 'filed already')
      await planZeroReports({ ...terms, store: firing.store, offices: new OfficeCache(), now: () => firing.now });
    const planners = state === 'to be filed' ? PREVIEW_PLANNERS : undefined;
    const rows = await previewOf(firing, `${DAY} 08:40`, `${DAY} 23:00`, planners);
    expect(on(rows, DAY, '15:30').filter(({ text }) => text.includes('请报今日情况')).length).toBe(6);
    expect(on(rows, DAY, '16:10').length).toBe(6);
    const lists = on(rows, DAY, '16:30').filter(({ step }) => step === 'list');
    expect(lists.map(({ text }) => text).join('\n')).toMatch(/青山镇/);
    expect(rows.filter(({ text }) => text.includes('没有问到'))).toEqual([]);
  });
});

describe('a preview of a year', () => {
  test('of an office that was never started shows what the calendar brings', async () => {
    const firing = await office('2026-11-22 10:00');
    const rows = await previewOf(firing, '2026-12-01 00:00', '2027-11-30 23:59', PREVIEW_PLANNERS);
    const told = (day: string, clock: string) => on(rows, day, clock).map(({ text }) => text);
    expect(told('2027-01-21', '09:30').join()).toMatch(
      /春节（2月5日—2月8日）（放假安排待公布）准备事项5条，草稿未下达（今天还要定方案）/,
    );
    expect(told('2026-12-30', '09:00').join()).toContain('元旦 B级 2027年1月1日（周五）（放假安排待公布）');
    expect(told('2027-07-01', '09:00').concat(told('2027-07-01', '09:30')).join()).toMatch(
      /定方案.*防汛关键期|防汛关键期.*定方案/,
    );
    const collected = rows.filter(({ text }) => /【通知 N\d+】本周/.test(text));
    expect(collected.every(({ at: when }) => calendar.clockOf(when) === '15:00')).toBe(true);
    const asked = collected.map(({ at: when, to }) => `${calendar.dayOf(when)} ${to}`);
    expect(asked.length).toBeGreaterThan(200);
    expect(new Set(asked).size).toBe(asked.length);
    expect(rows.filter((row) => !calendar.isWorkday(calendar.dayOf(row.at))).map(({ text }) => text)).toEqual([]);
    const said = rows.map(({ at: when, to, text }) => `${when.getTime()} ${to} ${text}`);
    expect(new Set(said).size).toBe(said.length);
    expect(rows.map((row) => row.at.getTime())).toEqual(rows.map((row) => row.at.getTime()).toSorted((a, b) => a - b));
  });

  test('leaves the store as it was', async () => {
    const firing = await office('2026-11-22 10:00');
    const before = await firing.store.nextWakeMs();
    await previewOf(firing, '2026-12-01 00:00', '2027-01-31 00:00', PREVIEW_PLANNERS);
    expect(await firing.store.nextWakeMs()).toBe(before);
    expect(await firing.store.collection('periods')).toMatchObject({ ids: [] });
    expect(firing.store.outbox.said).toEqual([]);
  });
});

describe('the queue of wakes', () => {
  test('gives them in the order of time, each thing once, as it was last filed', () => {
    const filing = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.option(fc.integer({ min: 0, max: 9 })),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(filing, { maxLength: 40 }), (filings) => {
        const queue = new PreviewQueue();
        const wanted = new Map<string, number>();
        for (const [id, atMs, forward] of filings) {
          if (forward && atMs !== null) {
            queue.lower(id, atMs);
            wanted.set(id, Math.min(atMs, wanted.get(id) ?? Number.POSITIVE_INFINITY));
          } else {
            queue.file(id, atMs);
            if (atMs === null) wanted.delete(id);
            else wanted.set(id, atMs);
          }
        }
        const taken = [];
        for (let wake = queue.take(); wake; wake = queue.take()) taken.push([wake.id, wake.atMs]);
        expect(taken).toEqual([...wanted].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)));
        expect(queue.first()).toBeUndefined();
      }),
    );
  });
});
