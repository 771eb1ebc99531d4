import { describe, expect, test } from '@jest/globals';
import {
  actingLevel,
  type DutyTerms,
  highestLevel,
  ladderUnder,
  nightDraws,
  setChecks,
} from '../../../../domain/duty/checks/set-checks.ts';
import { calendar } from '../../../support/builders.ts';
import { policy } from './draw-terms.ts';

const ORDINARY: DutyTerms = { levels: [], holiday: false, warning: false };
const clocks = (terms: Partial<DutyTerms>, starts?: readonly string[]) =>
  setChecks('2026-01-24', { ...ORDINARY, ...terms }, policy, calendar, starts).map(
    ({ at, kind }) => `${calendar.clockOf(at)}${kind === 'takeover' ? ' 接班' : ''}`,
  );

describe('set check-ins of a day', () => {
  test.each([
    ['an ordinary day', {}, ['08:30 接班', '22:00']],
    ['level A', { levels: ['A'] }, ['08:30 接班', '12:00', '18:00', '22:00']],
    ['level A beside two others', { levels: ['C', 'A', 'B'] }, ['08:30 接班', '12:00', '18:00', '22:00']],
    ['level B on a day off', { levels: ['B'], holiday: true }, ['08:30 接班', '22:00']],
    ['level C', { levels: ['C'] }, ['08:30 接班', '22:00']],
  ] as const)('%s', (_, terms, expected) => expect(clocks(terms)).toEqual(expected));

  test('a clock that is a hand-over anyway is not asked for twice', () => {
    expect(clocks({ levels: ['A'] }, ['06:00', '14:00', '22:00'])).toEqual([
      '06:00 接班',
      '12:00',
      '14:00 接班',
      '18:00',
      '22:00 接班',
    ]);
  });
});

describe('against burden', () => {
  test.each([
    ['two long seasons of level B', ['B', 'B'], false, false, 0, 10],
    ['a season on a day off', ['B'], true, false, 1, 5],
    ['a season while a warning is in force', ['B'], false, true, 1, 5],
    ['a day off outside all periods', [], true, false, 0, 10],
    ['level C under a warning', ['C'], false, true, 0, 10],
    ['level A', ['A', 'B'], false, false, 2, 5],
  ] as const)('%s', (_, levels, holiday, warning, draws, windowMin) => {
    const terms = { levels, holiday, warning };
    expect(nightDraws(terms, policy)).toBe(draws);
    expect(ladderUnder(terms, policy).windowMin).toBe(windowMin);
  });

  test('the strictest of several levels counts, once', () => {
    expect(highestLevel(['C', 'B'])).toBe('B');
    expect(highestLevel([])).toBe('ordinary');
    expect(actingLevel({ ...ORDINARY, levels: ['B'] })).toBe('ordinary');
  });
});
