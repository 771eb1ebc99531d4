import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { proposeRotation } from '../../../../domain/duty/rotation/propose-rotation.ts';
import { BURDENS, type RotationPerson } from '../../../../domain/duty/rotation/rotation.ts';
import { calendar } from '../../calendar/office-calendar.ts';
import { aMonth, aPerson, crew, DAY_AND_NIGHT, mustKeep, NOTHING, ROUND_THE_CLOCK, THREE_PARTS } from './months.ts';

const propose = (input: Parameters<typeof proposeRotation>[0]) => proposeRotation(input, calendar);
const daysOf = (proposal: ReturnType<typeof propose>, id: string) =>
  proposal.rows.filter(({ person }) => person === `person.${id}`).map(({ day }) => day);

describe('a month among people who are all there', () => {
  const proposal = propose(aMonth(3, crew(8)));

  test('every day has somebody, and nobody has two more than another of anything', () => {
    expect(proposal.rows.every(({ person }) => person)).toBe(true);
    expect(proposal.spreads).toEqual([
      { layer: 'officer', people: 8, spread: { nights: 1, weekends: 1, holidays: 0, total: 1 } },
    ]);
    expect(proposal.notes).toEqual([]);
  });

  test('the figures say what each had before and has after', () => {
    const total = proposal.figures.reduce((sum, { after }) => sum + after.total, 0);
    expect(total).toBe(31);
    expect(proposal.figures.every(({ before }) => before.total === 0)).toBe(true);
    expect(Math.min(...proposal.figures.map(({ shortestRestHours }) => shortestRestHours!))).toBeGreaterThanOrEqual(48);
  });

  test('the same question gets the same answer', () => {
    expect(propose(aMonth(3, crew(8)))).toEqual(proposal);
  });
});

test('a break of seven days is shared by seven people, also where the break began in the month before', () => {
  const october = propose(aMonth(10, crew(7)));
  expect(october.notes).toEqual([]);
  const holidays = october.rows.filter(({ day }) => day <= '2026-10-07').map(({ person }) => person);
  expect(new Set(holidays).size).toBe(7);

  // 元旦 2024 began on 30 December.
  const standing = ['2023-12-30', '2023-12-31'].map((day, index) => ({
    person: `person.p0${index}`,
    layer: 'officer' as const,
    day,
    startAt: calendar.at(day, '08:30'),
    endAt: calendar.at(calendar.addDays(day, 1), '08:30'),
  }));
  const january = propose({ ...aMonth(1, crew(3)), fromDay: '2024-01-01', toDay: '2024-01-31', standing });
  expect(january.rows[0]!.person).toBe('person.p02');
});

test('make-up Saturdays are working days, days of a break are holidays and not weekends', () => {
  const { figures } = propose(aMonth(2, crew(6)));
  const sum = (burden: (typeof BURDENS)[number]) => figures.reduce((all, { after }) => all + after[burden], 0);
  // February 2026: weekends 1, 7, 8 (the 14th and 28th are worked), break from the 15th to the 23rd.
  expect([sum('weekends'), sum('holidays'), sum('total')]).toEqual([3, 9, 28]);
});

test('who is behind in the year gets the weekends, within reason', () => {
  const behind = aPerson('x', { soFar: { nights: 6, weekends: 0, holidays: 2, total: 6 } });
  const others = crew(6, { soFar: { nights: 9, weekends: 3, holidays: 2, total: 9 } });
  const { figures } = propose(aMonth(6, [behind, ...others]));
  const own = figures[0]!.after;
  expect(own.weekends).toBeGreaterThanOrEqual(2);
  expect(own.total - 6).toBeLessThanOrEqual(Math.ceil(30 / 7) + 2);
});

test('a newcomer starts level with the others and catches nothing up', () => {
  const others = crew(5, { soFar: { nights: 36, weekends: 10, holidays: 4, total: 36 } });
  const proposal = propose(aMonth(7, [...others, aPerson('new', { joinedDay: '2026-07-01' })]));
  expect(daysOf(proposal, 'new').length).toBeGreaterThanOrEqual(5);
  expect(daysOf(proposal, 'new').length).toBeLessThanOrEqual(6);
  expect(proposal.notes).toContainEqual({
    what: 'newcomer',
    layer: 'officer',
    person: 'person.new',
    day: '2026-07-01',
  });
});

test('who comes in the middle of the month has half of it', () => {
  const proposal = propose(aMonth(7, [...crew(5), aPerson('new', { joinedDay: '2026-07-17' })]));
  expect(daysOf(proposal, 'new').length).toBeGreaterThanOrEqual(2);
  expect(daysOf(proposal, 'new').length).toBeLessThanOrEqual(3);
});

test('who was away for months starts level again, who was away for a week makes up for it', () => {
  const soFar = { nights: 25, weekends: 7, holidays: 3, total: 25 };
  const long = aPerson('long', {
    soFar: NOTHING,
    leaves: [{ fromDay: '2026-01-01', toDay: '2026-05-31', why: '产假' }],
  });
  const proposal = propose(aMonth(6, [...crew(5, { soFar }), long]));
  expect(daysOf(proposal, 'long').length).toBe(5);

  const short = aPerson('short', {
    soFar: { nights: 23, weekends: 7, holidays: 3, total: 23 },
    leaves: [{ fromDay: '2026-05-11', toDay: '2026-05-17', why: '休假' }],
  });
  expect(daysOf(propose(aMonth(6, [...crew(5, { soFar }), short])), 'short').length).toBeGreaterThanOrEqual(6);
});

test('says who cannot serve, where nobody is left, and what that does to the others', () => {
  const leave = (fromDay: string, toDay: string) => ({ leaves: [{ fromDay, toDay, why: '培训' }] });
  const people = [aPerson('a', leave('2026-06-10', '2026-06-12')), aPerson('b', leave('2026-06-01', '2026-06-30'))];
  const proposal = propose(aMonth(6, people));
  const unfilled = proposal.notes.find(({ what }) => what === 'unfilled');
  expect(unfilled).toMatchObject({ layer: 'officer' });
  // Alone one can serve every other day at most, and not around the training.
  expect(proposal.rows.filter(({ person }) => person).length).toBe(13);
  expect(proposal.notes).toContainEqual({
    what: 'away',
    layer: 'officer',
    person: 'person.b',
    days: 30,
    why: '培训',
  });
});

test('leaders are on call: alone one leads every day, of several nobody leads twice running', () => {
  const led = (people: readonly RotationPerson[]) =>
    propose(aMonth(6, [], { layers: [{ layer: 'leader', templates: ROUND_THE_CLOCK, people }] }));
  expect(led(crew(1)).rows.filter(({ person }) => !person)).toEqual([]);
  const again = (size: number) => {
    const turns = led(crew(size)).rows.map(({ person }) => person);
    return turns.filter((person, index) => person === turns[index - 1]).length;
  };
  expect([again(2), again(4)]).toEqual([0, 0]);
});

test('who is not called at night has a share of the other shifts, and no more of them for that', () => {
  const spared = aPerson('spared', { noNights: [{ fromDay: '2026-03-01', toDay: '2026-12-31', why: '孕期' }] });
  const input = aMonth(4, [...crew(6), spared], {
    layers: [{ layer: 'officer', templates: DAY_AND_NIGHT, people: [...crew(6), spared] }],
  });
  const proposal = propose(input);
  const own = proposal.figures.at(-1)!.after;
  expect(own.nights).toBe(0);
  expect(own.total).toBeGreaterThanOrEqual(4);
  expect(own.total).toBeLessThanOrEqual(5);
});

test('wishes are kept where that costs nobody anything', () => {
  const wishes = [
    { day: '2026-03-14', want: 'off' as const },
    { day: '2026-03-18', want: 'on' as const },
  ];
  const proposal = propose(aMonth(3, [aPerson('w', { wishes }), ...crew(7)]));
  expect(daysOf(proposal, 'w')).toContain('2026-03-18');
  expect(daysOf(proposal, 'w')).not.toContain('2026-03-14');
  expect(daysOf(proposal, 'w')).not.toContain('2026-03-13');
  expect(proposal.spreads[0]!.spread.total).toBeLessThanOrEqual(1);
});

test('somebody of both layers is never in both at once', () => {
  const people = crew(6);
  const input = aMonth(5, people, {
    layers: [
      { layer: 'leader', templates: ROUND_THE_CLOCK, people: people.slice(0, 4) },
      { layer: 'officer', templates: DAY_AND_NIGHT, people },
    ],
  });
  const proposal = propose(input);
  expect(() => mustKeep(input, proposal)).not.toThrow();
  expect(proposal.notes.filter(({ what }) => what === 'unfilled')).toEqual([]);
});

test('a span without days or without people is no error', () => {
  expect(propose({ ...aMonth(3, crew(3)), toDay: '2026-02-28' }).rows).toEqual([]);
  const nobody = propose(aMonth(3, []));
  expect(nobody.rows).toHaveLength(31);
  expect(nobody.notes[0]).toMatchObject({ what: 'unfilled' });
});

const day = fc.integer({ min: 0, max: 30 }).map((days) => calendar.addDays('2026-10-01', days));
const stretch = fc.tuple(day, fc.integer({ min: 0, max: 9 })).map(([fromDay, length]) => ({
  fromDay,
  toDay: calendar.addDays(fromDay, length),
  why: '休假',
}));
const count = fc.integer({ min: 0, max: 4 });
const somebody: fc.Arbitrary<Omit<RotationPerson, 'person'>> = fc.record(
  {
    soFar: fc.record({ nights: count, weekends: count, holidays: count, total: count }),
    leaves: fc.array(stretch, { maxLength: 2 }),
    noNights: fc.array(stretch, { maxLength: 1 }),
    joinedDay: day,
    leftDay: day,
    wishes: fc.array(fc.record({ day, want: fc.constantFrom('off' as const, 'on' as const) }), { maxLength: 3 }),
  },
  { requiredKeys: ['soFar'] },
);
const templates = fc.constantFrom(ROUND_THE_CLOCK, DAY_AND_NIGHT);

test('whoever is there and whoever is not, the rules are kept', () => {
  fc.assert(
    fc.property(fc.array(somebody, { maxLength: 9 }), templates, fc.boolean(), (found, parts, both) => {
      const people = found.map((one, index) => ({ person: `person.p${index}`, ...one }));
      const officers = { layer: 'officer' as const, templates: parts, people };
      const leaders = { layer: 'leader' as const, templates: ROUND_THE_CLOCK, people: people.slice(0, 3) };
      const input = { ...aMonth(10, []), toDay: '2026-10-14', layers: both ? [leaders, officers] : [officers] };
      mustKeep(input, propose(input));
    }),
    { numRuns: 15 },
  );
});

test('whoever is always there is treated alike: nights, weekends, holidays and the total differ by one at most', () => {
  const crews = fc.integer({ min: 4, max: 16 });
  const months = fc.integer({ min: 1, max: 12 });
  const kinds = fc.constantFrom(ROUND_THE_CLOCK, DAY_AND_NIGHT, THREE_PARTS);
  fc.assert(
    fc.property(crews, months, kinds, (size, month, parts) => {
      const people = crew(size);
      const input = aMonth(month, people, { layers: [{ layer: 'officer', templates: parts, people }] });
      const { spreads, notes } = propose(input);
      if (size < 2 * parts.length) return;
      expect(notes.filter(({ what }) => what === 'unfilled' || what === 'uneven')).toEqual([]);
      for (const burden of BURDENS) expect(spreads[0]!.spread[burden]).toBeLessThanOrEqual(1);
    }),
    { numRuns: 25 },
  );
});

test('nothing stays empty that can be filled: small rosters are compared with trying everything', () => {
  const few = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(few, (awayOn) => {
      const people = awayOn.map((days, index) =>
        aPerson(`p${index}`, {
          leaves: days.map((offset) => {
            const off = calendar.addDays('2026-03-02', offset);
            return { fromDay: off, toDay: off, why: '休假' };
          }),
        }),
      );
      const input = { ...aMonth(3, people), fromDay: '2026-03-02', toDay: '2026-03-07' };
      const empty = propose(input).rows.filter(({ person }) => !person).length;
      const may = (person: number, offset: number) =>
        !awayOn[person]!.includes(offset) && !awayOn[person]!.includes(offset + 1);
      expect(empty).toBe(fewestEmpty(6, people.length, may, 0, -1));
    }),
    { numRuns: 60 },
  );
});

/** Tries every roster of 24-hour shifts: nobody two days running. */
function fewestEmpty(
  days: number,
  people: number,
  may: (person: number, offset: number) => boolean,
  offset: number,
  last: number,
): number {
  if (offset === days) return 0;
  const choices = Array.from({ length: people }, (_, person) => person).filter(
    (one) => one !== last && may(one, offset),
  );
  const filled = choices.map((person) => fewestEmpty(days, people, may, offset + 1, person));
  return Math.min(1 + fewestEmpty(days, people, may, offset + 1, -1), ...filled);
}
