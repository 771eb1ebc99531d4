import { describe, expect, test } from '@jest/globals';
import type { DueItem } from '../../../domain/periods/kits/due-items.ts';
import type { KitItem } from '../../../domain/periods/kits/kit.ts';
import { dueShown } from '../../../domain/periods/kits/late-due.ts';
import { kitDueAt, leadAt } from '../../../domain/periods/kits/place.ts';
import type { KitEntry, KitSheet } from '../../../domain/periods/kits/sheet.ts';
import { reopened } from '../../../domain/periods/kits/show.ts';
import { at, calendar } from '../../support/builders.ts';

const item = (lead: string, due: string): KitItem => ({
  ...{ key: 'duty-roster', kind: 'task', title: '报送值班表', text: '报齐值班表，领导带班', to: ['各乡镇'] },
  ...{ lead, due, result: '台账' },
});

/** An item of a period that begins on a day, shown at a moment. */
function shown(fromDay: string, toDay: string, lead: string, due: string, now: string): string {
  const run = { id: 'period.x.2026', name: '两会', fromDay, toDay, provisional: false };
  const one: KitItem = item(lead, due);
  const dueAt = kitDueAt(one, run, calendar);
  const planned: DueItem = {
    ...{ item: one, runs: [run], leadAt: leadAt(one, run, calendar), isNew: false },
    ...(dueAt && { dueAt }),
  };
  const { dueAt: told, dueFromDay } = dueShown(planned, at(now), calendar);
  return `${told ? `${calendar.dayOf(told)} ${calendar.clockOf(told)}` : 'none'}${dueFromDay ? ` from ${dueFromDay}` : ''}`;
}

describe('the deadline of a draft', () => {
  test.each([
    // 20 to 25 January: the lead is 5 January, the roster due on 16 January 17:00.
    ['on time', '2026-01-05 09:30', '2026-01-16 17:00'],
    ['late, with days to spare', '2026-01-13 11:00', '2026-01-16 17:00'],
    ['late, with one working day left', '2026-01-15 16:00', '2026-01-16 17:00'],
    ['two hours before it', '2026-01-16 15:00', '2026-01-19 17:00 from 2026-01-16'],
    ['a minute before midnight of that day', '2026-01-16 23:59', '2026-01-19 17:00 from 2026-01-16'],
    ['after it, on a day off', '2026-01-17 10:00', '2026-01-19 17:00 from 2026-01-17'],
    ['on the last working day, never less than a working day', '2026-01-19 10:00', '2026-01-20 17:00 from 2026-01-19'],
  ])('%s', (_, now, wanted) => {
    expect(shown('2026-01-20', '2026-01-25', '-15d', '-3d 17:00', now)).toBe(wanted);
  });

  test('before the Spring Festival the term ends on the last working day, which is a Saturday', () => {
    const spring = (now: string) => shown('2026-02-15', '2026-02-23', '-15d', '-5d 17:00', now);
    expect(spring('2026-02-09 10:00')).toBe('2026-02-10 17:00');
    expect(spring('2026-02-10 10:00')).toBe('2026-02-14 17:00 from 2026-02-10');
    // Nothing is left before the holiday: the first working day after it, and a person sees it.
    expect(spring('2026-02-14 10:00')).toBe('2026-02-24 17:00 from 2026-02-14');
  });

  test('what is due in the period counts its own term and no less', () => {
    const during = (now: string) => shown('2026-06-01', '2026-06-30', '-7d', '+5d 12:00', now);
    expect(during('2026-05-28 09:00')).toBe('2026-06-08 12:00');
    expect(shown('2026-06-01', '2026-06-30', '-20d', '-10d 12:00', '2026-05-26 09:00')).toBe(
      '2026-05-29 12:00 from 2026-05-26',
    );
  });

  test('a draft that had lapsed and is asked for again has its term once more', () => {
    const run = { id: 'period.x.2026', name: '两会', fromDay: '2026-01-20', toDay: '2026-01-25', provisional: false };
    const entry: KitEntry = {
      ...{ no: 1, item: item('-15d', '-3d 17:00'), runs: [run], state: 'lapsed' },
      dueAt: at('2026-01-16 17:00'),
    };
    const sheet: KitSheet = {
      ...{ id: 'kit-sheet.2026-01-05', type: 'kit-sheet', shownAt: at('2026-01-05 09:30'), version: 2, urgent: false },
      entries: [entry, { ...entry, no: 2, dueSaid: true }, { ...entry, no: 3, state: 'declined' }],
      keepToDay: '2026-02-15',
    };
    const again = reopened(sheet, [], at('2026-01-16 15:00'), calendar).entries;
    expect(again.map(({ no, state, dueAt, dueFromDay }) => [no, state, dueAt, dueFromDay])).toEqual([
      [4, 'open', at('2026-01-19 17:00'), '2026-01-16'],
      // A person said it: he is asked again when he confirms.
      [5, 'open', at('2026-01-16 17:00'), undefined],
      [3, 'declined', at('2026-01-16 17:00'), undefined],
    ]);
    const early = reopened(sheet, [], at('2026-01-13 15:00'), calendar).entries[0];
    expect(early).toMatchObject({ state: 'open', dueAt: at('2026-01-16 17:00') });
  });

  test('a warning has no late lead: what has passed is left to a person', () => {
    const run = {
      ...{ id: 'period.storm.1', name: '暴雨红色预警', fromDay: '2026-06-18', provisional: false },
      warning: { hazard: '暴雨', startedAt: at('2026-06-18 21:00'), startedBy: 'person.wangfang' },
    };
    const due: DueItem = {
      ...{ item: item('0d', '+1d 12:00'), runs: [run], leadAt: at('2026-06-18 21:00'), isNew: false },
      dueAt: at('2026-06-19 12:00'),
    };
    expect(dueShown(due, at('2026-06-18 21:00'), calendar)).toEqual({ dueAt: at('2026-06-19 12:00') });
    expect(dueShown(due, at('2026-06-19 13:00'), calendar)).toEqual({});
  });
});
