import { describe, expect, test } from '@jest/globals';
import { personEvents, unitEvents } from '../../../../domain/duty/feeds/shift-events.ts';
import type { Shift } from '../../../../domain/duty/shift.ts';
import {
  cancelShift,
  moveShift,
  publishShift,
  replacePerson,
  standIn,
  takeOver,
} from '../../../../domain/duty/shift-rules.ts';
import { applySwap, revertSwap } from '../../../../domain/duty/swaps/apply-swap.ts';
import type { Swap } from '../../../../domain/duty/swaps/swap.ts';
import { at, calendar, policy } from '../../../support/builders.ts';
import { aShift } from '../../../support/shifts.ts';
import { anOffice, aPerson, aUnit } from '../../people/builders.ts';

const office = anOffice(
  aUnit('qingshan', '青山镇', { dutyPhone: '0000-6230119' }),
  aPerson('chenli', '陈立', { phone: '13800000101' }),
  aPerson('lvgang', '吕刚'),
  aPerson('zhengwei', '郑伟', { phone: '13800000202' }),
);

const act = (when: string, reason = '有事') => ({ by: 'person.wangfang', at: at(when), reason });
const published = (day: string, fields: Parameters<typeof aShift>[1] = {}) =>
  publishShift({ ...aShift(day, fields), state: 'planned' }, act('2026-01-05 10:00'), policy.duty);
const leader = (day: string) => published(day, { layer: 'leader', people: ['zhengwei'] });

/** The one entry of a shift, as 青山镇's feed has it. */
function inUnit(shift: Shift, ...beside: Shift[]) {
  return unitEvents([shift], [shift, ...beside], office)[0]!;
}

/** The same in somebody's own feed. */
function of(person: string, shift: Shift, ...beside: Shift[]) {
  return personEvents(`person.${person}`, [shift], [shift, ...beside], office)[0];
}

describe('the entry of a shift', () => {
  test('names the post, who sits there and who is in charge; a telephone only of the duty room', () => {
    const event = inUnit(published('2026-01-24'), leader('2026-01-24'));
    expect(event).toMatchObject({
      uid: 'shift.qingshan.officer.20260124',
      summary: '青山镇值班 陈立（带班 郑伟）',
      description: '值班电话 0000-6230119',
      startAt: at('2026-01-24 08:30'),
      endAt: at('2026-01-25 08:30'),
      cancelled: false,
    });
    expect(JSON.stringify(event)).not.toContain('138');
  });

  test('of a leader names who sits there; in the unit feed it stands alone only where no officer does', () => {
    const [officer, led] = [published('2026-01-24'), leader('2026-01-24')];
    expect(of('zhengwei', led, officer)?.summary).toBe('青山镇带班 郑伟（值班 陈立）');
    expect(unitEvents([officer, led], [officer, led], office).map(({ uid }) => uid)).toEqual([officer.id]);
    expect(unitEvents([led], [led], office).map(({ summary }) => summary)).toEqual(['青山镇带班 郑伟']);
    const gone = cancelShift(officer, act('2026-01-20 09:00'));
    expect(unitEvents([gone, led], [gone, led], office).map(({ cancelled }) => cancelled)).toEqual([false, true]);
  });

  test('of a night of the Spring Festival runs over midnight, with its part and without a person', () => {
    const night = published('2026-02-16', {
      ...{ people: [], name: '夜班', startAt: at('2026-02-16 18:00'), endAt: at('2026-02-17 08:30') },
    });
    expect(inUnit(night)).toMatchObject({ summary: '青山镇值班（夜班） 还没有排人', endAt: at('2026-02-17 08:30') });
  });

  test('is not there before it is published', () => {
    const { publishedAt: _, ...draft } = aShift('2026-01-24', { state: 'planned' });
    expect(unitEvents([draft], [draft], office)).toEqual([]);
  });
});

describe('what becomes of it', () => {
  const shift = published('2026-01-31');

  test('cancelled, it stays as cancelled, for the unit and for whoever had it', () => {
    const gone = cancelShift(shift, act('2026-01-28 09:00'));
    for (const [before, after] of [
      [inUnit(shift), inUnit(gone)],
      [of('chenli', shift)!, of('chenli', gone)!],
    ] as const) {
      expect(after).toMatchObject({ uid: before.uid, cancelled: true, changedAt: at('2026-01-28 09:00') });
      expect(after.sequence).toBeGreaterThan(before.sequence);
    }
  });

  test('published again after it was cancelled, it is the same entry with a greater number', () => {
    const gone = cancelShift(shift, act('2026-01-28 09:00'));
    const again = publishShift({ ...gone, state: 'planned' }, act('2026-01-29 09:00'), policy.duty);
    expect(inUnit(again)).toMatchObject({ uid: inUnit(shift).uid, cancelled: false });
    expect(inUnit(again).sequence).toBeGreaterThan(inUnit(gone).sequence);
  });

  test('moved, it is the same entry at another time', () => {
    const to = { day: '2026-02-01', startAt: at('2026-02-01 08:30'), endAt: at('2026-02-02 08:30') };
    const moved = moveShift(shift, to, act('2026-01-28 09:00'));
    expect(inUnit(moved)).toMatchObject({ uid: inUnit(shift).uid, startAt: to.startAt, endAt: to.endAt });
    expect(inUnit(moved).sequence).toBeGreaterThan(inUnit(shift).sequence);
  });

  test('swapped, it goes from one calendar to the other, and back with a greater number each time', () => {
    const swap = { no: 'S019', giver: 'person.chenli', taker: 'person.lvgang', given: { shift: shift.id } } as Swap;
    const swapped = applySwap(swap, [shift], at('2026-01-28 10:00'), 'person.zhengwei')[0]!;
    expect(of('chenli', swapped)).toMatchObject({ cancelled: true, uid: of('chenli', shift)!.uid });
    expect(of('lvgang', swapped)).toMatchObject({ cancelled: false, summary: '青山镇值班 吕刚' });
    expect(of('lvgang', shift)).toBeUndefined();

    const back = revertSwap(swap, [swapped], at('2026-01-29 10:00'), 'person.zhengwei')[0]!;
    expect(of('chenli', back)).toMatchObject({ cancelled: false });
    expect(of('lvgang', back)).toMatchObject({ cancelled: true });
    const numbers = [shift, swapped, back].map((one) => of('chenli', one)!.sequence);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  });

  test('another person in charge shows in it, with a greater number', () => {
    const led = leader('2026-01-31');
    const other = replacePerson(led, { from: 'person.zhengwei', to: 'person.lvgang' }, act('2026-01-28 09:00'));
    expect(inUnit(shift, other).summary).toBe('青山镇值班 陈立（带班 吕刚）');
    expect(inUnit(shift, other).sequence).toBeGreaterThan(inUnit(shift, led).sequence);
    const none = cancelShift(other, act('2026-01-29 09:00'));
    expect(inUnit(shift, none).summary).toBe('青山镇值班 陈立');
    expect(inUnit(shift, none).sequence).toBeGreaterThan(inUnit(shift, other).sequence);
  });

  test('somebody who stands in has it until the person planned comes after all', () => {
    const stood = standIn(shift, { person: 'person.lvgang', instead: 'person.chenli' }, act('2026-01-31 09:00'));
    expect(of('lvgang', stood)).toMatchObject({ cancelled: false, summary: '青山镇值班 吕刚' });
    expect(of('chenli', stood)).toMatchObject({ cancelled: true });

    const terms = { by: 'person.chenli', at: at('2026-01-31 11:00'), mayStandIn: true };
    const back = takeOver(stood, terms, policy.duty, calendar);
    expect(of('chenli', back)).toMatchObject({ cancelled: false, changedAt: terms.at });
    expect(of('lvgang', back)).toMatchObject({ cancelled: true });
    expect(of('chenli', back)!.sequence).toBeGreaterThan(of('chenli', stood)!.sequence);
  });
});
