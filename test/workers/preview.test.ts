import { describe, expect, test } from '@jest/globals';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { seriesFrom } from '../../domain/tasks/series.ts';
import { preview } from '../../workers/preview.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { anAssignment, aTask, at, calendar, policy } from '../support/builders.ts';
import { Firing } from './firing.ts';

function previewOf(firing: Firing, from: string, to: string) {
  const { store } = firing;
  return preview(at(from), at(to), {
    store,
    wakes: store,
    offices: new OfficeCache(),
    kinds: KINDS,
    calendar,
    policy,
    reminderFor,
  });
}

const written = (rows: Awaited<ReturnType<typeof previewOf>>) =>
  rows.map(
    (row) => `${calendar.dayOf(row.at).slice(5)} ${calendar.clockOf(row.at)} ${row.class} ${row.to} ${row.step}`,
  );

describe('a preview', () => {
  test('is what would be said if nobody answered anything, the question before what follows it', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    expect(written(await previewOf(firing, '2026-01-15 10:15', '2026-01-31 00:00'))).toEqual([
      '01-15 14:30 L3 陈立 nudge',
      '01-15 16:30 L3 陈立 nudge',
      '01-16 09:00 L3 郑伟 deputy',
      '01-19 09:00 L3 王芳 office',
      '01-20 09:00 L3 陈立 due-soon',
      '01-21 09:00 L2 陈立 due-today',
      '01-21 15:30 L2 陈立 due-today',
      '01-21 18:00 L2 陈立 check',
      '01-22 09:00 L3 陈立 overdue',
      '01-22 09:00 L3 郑伟 overdue',
      '01-26 09:00 L3 何静 propose-supervision',
      '01-26 09:00 L3 王芳 propose-supervision',
    ]);
  });

  test('says the same as what then happens', async () => {
    const firing = await Firing.at(
      '2026-01-15 10:15',
      anAssignment(),
      aTask({ id: 'task.T0613', no: 'T0613', createdAt: at('2026-01-15 10:15'), handledAt: at('2026-01-15 10:15') }),
    );
    const rows = await previewOf(firing, '2026-01-15 10:15', '2026-03-15 00:00');
    await firing.until('2026-03-15 00:00');
    const heard = firing.heard().map(({ at: when, text }) => `${when} ${text}`);
    expect(
      rows.map((row) => `${calendar.dayOf(row.at).slice(5)} ${calendar.clockOf(row.at)} ${row.text}`).sort(),
    ).toEqual(heard.sort());
  });

  test('holds what has not been handed out yet, and leaves out what lies before or after', async () => {
    const task = aTask({
      state: 'issued',
      issuedAt: at('2026-01-15 10:15'),
      dueAt: at('2026-01-23 17:30'),
      recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=FR' },
    });
    const firing = await Firing.at('2026-01-15 10:15', seriesFrom(task, calendar)!);
    const rows = await previewOf(firing, '2026-02-01 00:00', '2026-02-07 00:00');
    expect(written(rows)).toContain('02-03 09:00 D 安委会成员单位 issue-next');
    expect(written(rows)).toContain('02-05 09:00 L3 陈立 due-soon');
    for (const row of rows) expect(row.at >= at('2026-02-01 00:00') && row.at <= at('2026-02-07 00:00')).toBe(true);
    expect(rows.find((row) => row.step === 'issue-next')).toMatchObject({ room: '安委会成员单位', about: 'T0002' });
  });

  test('changes nothing and says nothing', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    const before = await firing.store.load(['assignment.T0612.qingshan']);
    await previewOf(firing, '2026-01-15 10:15', '2027-01-31 00:00');
    expect(await firing.store.load(['assignment.T0612.qingshan'])).toEqual(before);
    expect(firing.store.outbox.said).toEqual([]);
    expect(await firing.store.nextWakeMs()).toBe(at('2026-01-15 14:30').getTime());
  });
});
