import { describe, expect, test } from '@jest/globals';
import type { RosterRow } from '../../../../domain/duty/roster/draft.ts';
import { candidatesFor, mayLead } from '../../../../domain/duty/rotation/candidates.ts';
import { countsOf, groundOf, standingOf } from '../../../../domain/duty/rotation/ground.ts';
import { proposeRotation } from '../../../../domain/duty/rotation/propose-rotation.ts';
import { buildOffice } from '../../../../domain/people/build-office.ts';
import { aShift } from '../../../support/shifts.ts';
import { sampleOffice } from '../../../support/world.ts';
import { calendar } from '../../calendar/office-calendar.ts';
import { aMonth, aPerson, crew, DAY_AND_NIGHT, mustKeep } from './months.ts';

const standing = (day: string, person: string) => ({
  ...{ person, layer: 'officer' as const, day },
  ...{ startAt: calendar.at(day, '08:30'), endAt: calendar.at(calendar.addDays(day, 1), '08:30') },
});

describe('a month among few', () => {
  test.each([2, 3, 9])('two people take turns through month %i, after whoever had the last night', (month) => {
    const first = `2026-${String(month).padStart(2, '0')}-01`;
    const input = aMonth(month, crew(2), { standing: [standing(calendar.addDays(first, -1), 'person.p00')] });
    const proposal = proposeRotation(input, calendar);
    mustKeep(input, proposal);
    expect(proposal.rows.filter(({ person }) => !person)).toEqual([]);
    expect(proposal.rows[0]!.person).toBe('person.p01');
  });

  test('of two, one away: the other takes every second day and no day is doubly empty', () => {
    const [one, other] = crew(2);
    const leaves = [{ fromDay: '2026-02-10', toDay: '2026-02-15', why: '出差' }];
    const input = aMonth(2, [{ ...one!, leaves }, other!]);
    const proposal = proposeRotation(input, calendar);
    mustKeep(input, proposal);
    const open = proposal.rows.filter(({ person }) => !person).map(({ day }) => day);
    expect(open.length).toBeLessThanOrEqual(4);
    for (const day of open) expect(day >= '2026-02-09' && day <= '2026-02-16').toBe(true);
    expect(proposal.notes.filter(({ what }) => what === 'unfilled')).toContainEqual(
      expect.objectContaining({ away: ['person.p00'], resting: ['person.p01'] }),
    );
  });

  test('three people on two shifts a day have no gap either', () => {
    const input = aMonth(3, crew(3), { layers: [{ layer: 'officer', templates: DAY_AND_NIGHT, people: crew(3) }] });
    const proposal = proposeRotation(input, calendar);
    mustKeep(input, proposal);
    expect(proposal.rows.filter(({ person }) => !person)).toEqual([]);
  });
});

test('days that somebody has already are left out, and asked rest from; a shift elsewhere only asks for rest', () => {
  const kept = ['2026-02-10', '2026-02-17'].map((day) => standing(day, 'person.p00'));
  const away = { ...standing('2026-02-20', 'person.p01'), elsewhere: true as const };
  const proposal = proposeRotation(aMonth(2, crew(4), { standing: [...kept, away] }), calendar);
  const on = (day: string) => proposal.rows.filter((row) => row.day === day).map(({ person }) => person);
  expect(proposal.rows).toHaveLength(26);
  expect([on('2026-02-10'), on('2026-02-17')]).toEqual([[], []]);
  for (const day of ['2026-02-09', '2026-02-11', '2026-02-16', '2026-02-18'])
    expect(on(day)).not.toContain('person.p00');
  expect(on('2026-02-20')).not.toEqual(['person.p01']);
  expect(on('2026-02-20')).toHaveLength(1);
});

describe('the figures of a proposal that people have changed', () => {
  const proposal = proposeRotation(aMonth(2, [...crew(3), aPerson('late', { joinedDay: '2026-02-01' })]), calendar);
  const rows: RosterRow[] = proposal.rows.map(({ person, layer, day, startAt, endAt }) => ({
    ...{ layer, day, startAt, endAt, cells: [] },
    people: person ? [person] : [],
  }));

  test('count what stands now, and compare only those who were always there', () => {
    const [first] = rows.filter(({ people }) => people[0] === 'person.p00');
    const changed = rows.map((row) => (row === first ? { ...row, people: ['person.new'] } : row));
    const before = standingOf(groundOf(proposal), rows, calendar);
    const after = standingOf(groundOf(proposal), changed, calendar);
    const total = (standing: typeof before, person: string) =>
      standing.figures.find((one) => one.person === person)?.now.total;
    expect(total(after, 'person.p00')).toBe(total(before, 'person.p00')! - 1);
    expect(total(after, 'person.new')).toBe(1);
    expect(after.spreads[0]!.people).toBe(3);
  });

  test('a holiday that is a weekend counts once, and a make-up Saturday is none', () => {
    const on = (day: string) => countsOf([aShift(day)], calendar);
    expect(on('2026-02-15')).toEqual({ nights: 1, weekends: 0, holidays: 1, total: 1 });
    expect(on('2026-02-14')).toEqual({ nights: 1, weekends: 0, holidays: 0, total: 1 });
    expect(on('2026-02-07')).toEqual({ nights: 1, weekends: 1, holidays: 0, total: 1 });
  });
});

describe('whom a roster is shared out among', () => {
  const office = buildOffice(sampleOffice());
  const asked = { unit: 'unit.qingshan', day: '2026-03-01', shifts: [], office };

  test('by post where there is no roster, those of the last one where there is', () => {
    expect(candidatesFor({ ...asked, layer: 'leader' }).sort()).toEqual(['person.huangzhiming', 'person.zhengwei']);
    expect(candidatesFor({ ...asked, layer: 'officer' }).sort()).toEqual(['person.chenli', 'person.lvgang']);
    const shifts = [aShift('2026-02-27', { people: ['lvgang'] }), aShift('2026-02-28', { people: ['gone'] })];
    expect(candidatesFor({ ...asked, layer: 'officer', shifts })).toEqual(['person.lvgang']);
  });

  test('only who leads may be in charge, or who was', () => {
    const person = (id: string) => office.people.get(id)!;
    expect(mayLead(person('person.zhengwei'), asked)).toBe(true);
    expect(mayLead(person('person.lvgang'), asked)).toBe(false);
    const shifts = [aShift('2026-02-27', { layer: 'leader', people: ['lvgang'] })];
    expect(mayLead(person('person.lvgang'), { ...asked, shifts })).toBe(true);
  });
});
