import { describe, expect, test } from '@jest/globals';
import { BURDENS } from '../../../../domain/duty/rotation/rotation.ts';
import { aPerson, DAY_AND_NIGHT, mustKeep, ROUND_THE_CLOCK, THREE_PARTS, year } from './months.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${String(index).padStart(2, '0')}`);

describe('a year, month after month', () => {
  test.each([
    ['24-hour shifts', 5, ROUND_THE_CLOCK],
    ['24-hour shifts', 13, ROUND_THE_CLOCK],
    ['day and night', 7, DAY_AND_NIGHT],
    ['three parts of the day', 9, THREE_PARTS],
  ])('%s among %i people stay even in every month', (_, count, templates) => {
    const months = year((_month, soFar) => ids(count).map((id) => aPerson(id, { soFar: soFar(id) })), templates);
    for (const { input, proposal } of months) {
      mustKeep(input, proposal);
      for (const burden of BURDENS) expect(proposal.spreads[0]!.spread[burden]).toBeLessThanOrEqual(1);
    }
  });

  test('with leave here and there the year ends even, and nobody is overloaded on the way', () => {
    const away: Record<string, [string, string]> = {
      p00: ['2026-02-10', '2026-02-20'],
      p01: ['2026-04-06', '2026-04-17'],
      p03: ['2026-07-01', '2026-07-14'],
      p04: ['2026-08-03', '2026-08-12'],
    };
    const months = year(
      (_month, soFar) =>
        ids(8).map((id) =>
          aPerson(id, {
            soFar: soFar(id),
            ...(away[id] && { leaves: [{ fromDay: away[id][0], toDay: away[id][1], why: '休假' }] }),
          }),
        ),
      ROUND_THE_CLOCK,
    );
    for (const { proposal } of months) {
      const loads = proposal.figures.map(({ before, after }) => after.total - before.total);
      expect(Math.max(...loads)).toBeLessThanOrEqual(6);
    }
    const last = months.at(-1)!.proposal.figures.map(({ after }) => after);
    for (const burden of BURDENS) {
      const counts = last.map((after) => after[burden]);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  test('who joins in July serves as much as the others from then on, not more', () => {
    const months = year(
      (month, soFar) => [
        ...ids(6).map((id) => aPerson(id, { soFar: soFar(id) })),
        ...(month >= 7 ? [aPerson('new', { soFar: soFar('new'), joinedDay: '2026-07-01' })] : []),
      ],
      ROUND_THE_CLOCK,
    );
    const served = (id: string, burden: (typeof BURDENS)[number]) => {
      const of = (month: number) =>
        months[month]!.proposal.figures.find(({ person }) => person === `person.${id}`)!.after[burden];
      return id === 'new' ? of(11) : of(11) - of(5);
    };
    for (const burden of BURDENS) {
      const others = ids(6).map((id) => served(id, burden));
      expect(served('new', burden)).toBeGreaterThanOrEqual(Math.min(...others) - 1);
      expect(served('new', burden)).toBeLessThanOrEqual(Math.max(...others) + 1);
    }
  });
});
