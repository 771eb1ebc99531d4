import { describe, expect, test } from '@jest/globals';
import { holidayTables } from '../../../config/holidays.ts';
import { readPolicy } from '../../../config/policy.ts';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';
import { DEFAULT_KEY_PERIODS, keyPeriodsWith } from '../../../domain/calendar/key-periods.ts';
import { CATALOGUE } from '../../../domain/periods/catalogue/index.ts';
import { windowIn } from '../../../domain/periods/window.ts';
import { calendar, policy } from '../../support/builders.ts';

function windowOf(id: string, year: number, settings: unknown = {}, of = calendar): string {
  const entry = CATALOGUE.find((one) => one.id === id)!;
  const window = windowIn(entry, year, { calendar: of, named: keyPeriodsWith(readPolicy(settings).periods) });
  return window ? `${window.fromDay}…${window.toDay}${window.provisional ? ' provisional' : ''}` : 'none';
}

const region = (fields: object) => ({ keyPeriods: fields });

describe('every period has its days', () => {
  test.each([
    ['newyear', 2024, '2023-12-30…2024-01-01'],
    ['newyear', 2026, '2026-01-01…2026-01-03'],
    ['newyear', 2027, '2027-01-01…2027-01-01 provisional'],
    ['yearend', 2024, '2023-12-01…2024-02-09'],
    ['yearend', 2026, '2025-12-01…2026-02-16'],
    ['yearend', 2027, '2026-12-01…2027-02-05'],
    ['yearend', 2028, '2027-12-01…2028-01-25'],
    ['chunyun', 2024, '2024-01-26…2024-03-05'],
    ['chunyun', 2025, '2025-01-14…2025-02-22'],
    ['chunyun', 2026, '2026-02-02…2026-03-13'],
    ['chunyun', 2027, '2027-01-22…2027-03-02'],
    ['chunyun', 2028, '2028-01-11…2028-02-19'],
    ['fireworks', 2026, '2026-02-10…2026-03-03'],
    ['fireworks', 2027, '2027-01-30…2027-02-20'],
    ['fireworks', 2028, '2028-01-19…2028-02-09'],
    // 除夕 was a working day of the arrangement of 2024; it belongs to 春节 all the same.
    ['spring', 2024, '2024-02-09…2024-02-17'],
    ['spring', 2025, '2025-01-28…2025-02-04'],
    ['spring', 2026, '2026-02-15…2026-02-23'],
    ['spring', 2027, '2027-02-05…2027-02-08 provisional'],
    ['spring', 2028, '2028-01-25…2028-01-28 provisional'],
    ['lantern', 2026, '2026-03-02…2026-03-04'],
    ['lantern', 2028, '2028-02-08…2028-02-10'],
    ['resume', 2026, '2026-02-24…2026-03-13'],
    ['resume', 2027, '2027-02-09…2027-03-02 provisional'],
    ['npc', 2026, '2026-03-03…2026-03-12'],
    ['qingming', 2026, '2026-04-01…2026-04-09'],
    ['qingming', 2027, '2027-04-02…2027-04-08 provisional'],
    ['labour', 2026, '2026-05-01…2026-05-05'],
    ['dpw', 2026, '2026-05-11…2026-05-17'],
    ['gaokao', 2026, '2026-06-07…2026-06-10'],
    ['safemonth', 2026, '2026-06-01…2026-06-30'],
    ['dragon', 2026, '2026-06-19…2026-06-21'],
    ['dragon', 2028, '2028-05-28…2028-05-28 provisional'],
    ['floodkey', 2026, '2026-07-16…2026-08-15'],
    ['heat', 2026, '2026-06-01…2026-09-30'],
    ['summer', 2026, '2026-07-01…2026-08-31'],
    ['school', 2026, '2026-08-25…2026-09-10'],
    ['mid', 2026, '2026-09-25…2026-09-27'],
    // 中秋 and 国庆 were one break.
    ['mid', 2025, '2025-10-01…2025-10-08'],
    ['national', 2025, '2025-10-01…2025-10-08'],
    ['national', 2026, '2026-10-01…2026-10-07'],
    ['fire119', 2026, '2026-11-01…2026-11-30'],
    ['winterfire', 2026, '2026-11-01…2027-03-31'],
    ['traffic122', 2026, '2026-12-02…2026-12-02'],
    ['lawweek', 2026, '2026-12-01…2026-12-07'],
    ['flood', 2026, '2026-05-01…2026-09-30'],
    ['forest', 2026, 'none'],
    ['ice', 2026, 'none'],
    ['event', 2026, 'none'],
    ['storm', 2026, 'none'],
  ])('%s of %i: %s', (id, year, expected) => {
    expect(windowOf(id, year)).toBe(expected);
  });

  test.each([
    ['flood', { floodRegion: 'south' }, '2026-04-01…2026-10-31'],
    ['floodmain', { floodRegion: 'south' }, '2026-06-01…2026-08-31'],
    ['flood', { floodRegion: 'north' }, '2026-06-01…2026-09-30'],
    ['floodmain', { floodRegion: 'north' }, '2026-07-01…2026-08-31'],
    ['forest', { forestRegion: 'southwest' }, '2026-12-01…2027-06-15'],
    ['forest-danger', { forestRegion: 'southwest' }, '2026-03-01…2026-05-31'],
    ['forest', { forestRegion: 'northeast' }, '2026-03-15…2026-06-15'],
    ['forest-autumn', { forestRegion: 'northeast' }, '2026-09-15…2026-11-15'],
    ['forest', { forestRegion: 'south' }, '2026-10-01…2027-04-30'],
    ['ice', { iceRegion: 'yellow-river' }, '2026-11-01…2027-03-31'],
    ['ice', { iceRegion: 'songliao' }, '2026-11-01…2027-04-30'],
  ])('%s with %j: %s', (id, keyPeriods, expected) => {
    expect(windowOf(id, 2026, region(keyPeriods))).toBe(expected);
  });

  test("an office's own season goes before that of its region, and decides how texts are read too", () => {
    const settings = { keyPeriods: { floodRegion: 'south' }, periods: { 汛期: { start: '03-15', end: '10-15' } } };
    expect(windowOf('flood', 2026, settings)).toBe('2026-03-15…2026-10-15');
    expect(readPolicy(settings).periods.汛期).toEqual({ start: '03-15', end: '10-15' });
    expect(readPolicy({ keyPeriods: { floodRegion: 'south' } }).periods.汛期).toEqual({ start: '04-01', end: '10-31' });
  });

  test('what rests on an unannounced year moves when the year is announced', () => {
    const announced = {
      ...{ year: 2027, announced: true, source: '通知', makeUpDays: ['2027-02-20'] },
      breaks: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '春节', from: '2027-02-05', to: '2027-02-12' },
      ],
    };
    const tables = [...holidayTables().filter(({ year }) => year !== 2027), announced];
    const later = createCalendar(tables, policy.office);
    expect(windowOf('spring', 2027, {}, later)).toBe('2027-02-05…2027-02-12');
    expect(windowOf('resume', 2027, {}, later)).toBe('2027-02-15…2027-03-02');
    expect(windowOf('chunyun', 2027, {}, later)).toBe(windowOf('chunyun', 2027));
  });
});

describe('the catalogue', () => {
  test('names every period once, and in the table by which texts are read', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
    const all = { floodRegion: 'south', forestRegion: 'southwest', iceRegion: 'songliao' };
    const northeast = { forestRegion: 'northeast' };
    const named = [all, northeast].flatMap((regions) => keyPeriodsWith(readPolicy(region(regions)).periods));
    for (const { reads } of CATALOGUE) if (reads) expect(named.map(({ name }) => name)).toContain(reads);
    const runs = CATALOGUE.filter((entry) => entry.runs.how === 'as-read');
    for (const entry of runs) expect(entry.reads).toBeDefined();
    const unread = DEFAULT_KEY_PERIODS.filter(({ name }) => !CATALOGUE.some(({ reads }) => reads === name));
    expect(unread).toEqual([]);
  });

  test('an unknown id in the settings is refused with its place', () => {
    expect(() => readPolicy(region({ off: ['sprnig'] }))).toThrow(/off/);
    expect(() => readPolicy(region({ levels: { heat: 'D' } }))).toThrow(/levels/);
    expect(() => readPolicy(region({ ladders: { A: { lead: ['-3d inspect'] } } }))).toThrow(/-7d 09:00 inspect/);
    expect(readPolicy(region({ levels: { heat: 'B' }, off: ['summer'] })).keyPeriods.levels.heat).toBe('B');
  });
});
