import { describe, expect, test } from '@jest/globals';
import { stepsAhead, stepsDue } from '../../../domain/agenda.ts';
import { SHIFT_DEFAULTS } from '../../../domain/duty/duty-policy.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { shiftAgenda } from '../../../domain/duty/shift-agenda.ts';
import { publishShift, replacePerson, takeOver } from '../../../domain/duty/shift-rules.ts';
import { agendaContext, at, calendar } from '../../support/builders.ts';
import { aShift } from './swaps/duty-office.ts';

const by = 'person.wangfang';
const drafted = (when: string, other: Partial<Shift> = {}) =>
  aShift('2026-01-24', ['chenli'], { state: 'planned', handledAt: at(when), ...other });
const published = (when: string, other: Partial<Shift> = {}) =>
  publishShift(drafted(when, other), { by, at: at(when), reason: '' }, SHIFT_DEFAULTS);
const written = (shift: Shift) =>
  stepsAhead(shift, shiftAgenda(shift, agendaContext)).map(
    ({ at: when, step }) => `${calendar.dayOf(when)} ${calendar.clockOf(when)} ${step}`,
  );
const MISSING = [
  '2026-01-24 08:40 not-taken-over',
  '2026-01-24 08:50 missing-duty-leader',
  '2026-01-24 09:00 missing-chief-officer',
  '2026-01-25 08:30 end',
];

describe('what a shift waits for', () => {
  test('planned in good time: a week ahead within the windows, the afternoon before, half an hour before', () => {
    // A week before is a Saturday: the reminder moves to Friday.
    expect(written(published('2026-01-05 10:00'))).toEqual([
      '2026-01-16 17:30 duty-ahead',
      '2026-01-23 16:00 duty-tomorrow',
      '2026-01-24 08:00 duty-soon',
      ...MISSING,
    ]);
  });

  test('planned later than that: at once, by day, and not again two hours later', () => {
    expect(written(published('2026-01-20 10:00')).slice(0, 2)).toEqual([
      '2026-01-20 10:01 duty-new',
      '2026-01-23 16:00 duty-tomorrow',
    ]);
    expect(written(published('2026-01-20 22:00'))[0]).toBe('2026-01-21 08:00 duty-new');
    expect(written(published('2026-01-23 15:00')).slice(0, 2)).toEqual([
      '2026-01-23 15:01 duty-new',
      '2026-01-24 08:00 duty-soon',
    ]);
    expect(written(published('2026-01-24 07:50'))[0]).toBe('2026-01-24 08:00 duty-new');
  });

  test('published after it has begun, the ladder counts from then', () => {
    expect(written(published('2026-01-24 10:00'))).toEqual([
      '2026-01-24 10:01 duty-new',
      '2026-01-24 10:10 not-taken-over',
      '2026-01-24 10:20 missing-duty-leader',
      '2026-01-24 10:30 missing-chief-officer',
      '2026-01-25 08:30 end',
    ]);
  });

  test('after an outage over the start the ladder counts from its end, so that what was written in it comes in first', () => {
    const missed = { ...published('2026-01-05 10:00'), handledAt: at('2026-01-24 09:15') };
    expect(written({ ...missed, missingFromAt: at('2026-01-24 09:15') })).toEqual([
      '2026-01-24 09:25 not-taken-over',
      '2026-01-24 09:35 missing-duty-leader',
      '2026-01-24 09:45 missing-chief-officer',
      '2026-01-25 08:30 end',
    ]);
  });

  test('who is put in later hears at once', () => {
    const shift = published('2026-01-05 10:00');
    const change = { from: 'person.chenli', to: 'person.lvgang' };
    const replaced = replacePerson(shift, change, { by, at: at('2026-01-22 09:00'), reason: '出差' });
    expect(replaced.newPeople).toEqual(['person.lvgang']);
    expect(written({ ...replaced, handledAt: at('2026-01-16 17:30') })[0]).toBe('2026-01-22 09:01 duty-new');
  });

  test('taken over it asks once what is left for the next shift, unless that is said; leaders are not chased', () => {
    const shift = published('2026-01-05 10:00');
    const takeover = { by: 'person.chenli', at: at('2026-01-24 08:24'), mayStandIn: false };
    const taken = takeOver(shift, takeover, SHIFT_DEFAULTS, calendar);
    expect(written(taken)).toEqual(['2026-01-25 08:00 handover', '2026-01-25 08:30 end']);
    const { handover: _handover, ...older } = SHIFT_DEFAULTS.shiftLadder;
    expect(written({ ...taken, ladder: older })).toEqual(written(taken));
    expect(written({ ...taken, notesAt: at('2026-01-25 07:00') })).toEqual(['2026-01-25 08:30 end']);
    const leader = published('2026-01-05 10:00', { layer: 'leader' });
    expect(written(leader).filter((line) => /missing|not-taken/.test(line))).toEqual([]);
  });

  test('a draft and a cancelled shift say nothing', () => {
    expect(written(drafted('2026-01-05 10:00'))).toEqual([]);
    expect(written({ ...published('2026-01-05 10:00'), state: 'cancelled' })).toEqual([]);
  });

  test('after an outage only the latest of what still holds is said', () => {
    const shift = published('2026-01-05 10:00');
    const due = (when: string) => stepsDue(shift, shiftAgenda(shift, agendaContext), at(when)).map(({ step }) => step);
    expect(due('2026-01-24 08:10')).toEqual(['duty-soon']);
    expect(due('2026-01-24 08:55')).toEqual(['missing-duty-leader']);
    expect(due('2026-01-25 09:00')).toEqual(['end']);
  });
});

describe('a shift without a person', () => {
  const empty = (when: string) => drafted(when, { people: [], unfilledAt: at(when) });

  test('is spoken of once, a month ahead', () => {
    expect(written(empty('2025-12-01 10:00'))).toEqual(['2025-12-25 09:00 gap-ahead']);
  });

  test('at once where it became empty later than that, and never once it has begun', () => {
    expect(written(empty('2026-01-20 10:00'))).toEqual(['2026-01-20 10:01 gap-ahead']);
    expect(written(empty('2026-01-24 07:00'))).toEqual([]);
    expect(written({ ...empty('2026-01-20 10:00'), handledAt: at('2026-01-20 10:01') })).toEqual([]);
    const shift = empty('2026-01-20 10:00');
    expect(stepsDue(shift, shiftAgenda(shift, agendaContext), at('2026-01-24 08:30'))).toEqual([]);
  });
});
