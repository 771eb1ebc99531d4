import { describe, expect, test } from '@jest/globals';
import { FESTIVALS, festivalDay, OFFICIAL_FESTIVALS } from '../../../domain/calendar/festivals.ts';

const all = [...FESTIVALS, ...OFFICIAL_FESTIVALS];
const named = (name: string) => all.find((festival) => festival.name === name || festival.aliases.includes(name))!;

describe('a festival is found in the civil year it is kept in', () => {
  test.each([
    ['除夕', 2026, '2026-02-16'],
    ['除夕', 2027, '2027-02-05'],
    ['小年', 2027, '2027-01-30'],
    ['腊八', 2027, '2027-01-15'],
    ['元宵节', 2026, '2026-03-03'],
    ['端午', 2026, '2026-06-19'],
    ['七夕', 2026, '2026-08-19'],
    ['中秋', 2027, '2027-09-15'],
    ['重阳节', 2026, '2026-10-18'],
    ['清明', 2026, '2026-04-05'],
    ['国庆', 2026, '2026-10-01'],
    ['八一', 2026, '2026-08-01'],
    ['母亲节', 2026, '2026-05-10'],
    ['父亲节', 2026, '2026-06-21'],
    ['国防教育日', 2026, '2026-09-19'],
    ['丰收节', 2026, '2026-09-23'],
  ])('%s of %i is %s', (name, year, day) => {
    expect(festivalDay(named(name), year)).toBe(day);
  });
});

test('a lunar year may leave a civil year without its 腊八', () => {
  const days = [2024, 2025, 2026].map((year) => festivalDay(named('腊八节'), year));

  expect(days).toEqual(['2024-01-18', '2025-01-07', '2026-01-26']);
});

test('no name belongs to two festivals', () => {
  const names = FESTIVALS.flatMap(({ name, aliases }) => [name, ...aliases]);

  expect(new Set(names).size).toBe(names.length);
});
