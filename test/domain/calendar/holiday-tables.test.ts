import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { holidayTables } from '../../../config/holidays.ts';
import { statutoryBreaks } from '../../../domain/calendar/statutory-days.ts';
import { calendar, daysOf } from './office-calendar.ts';

const tableOf = (year: number) => holidayTables().find((table) => table.year === year)!;
const written = (year: number) => tableOf(year).breaks.map(({ name, from, to }) => `${name} ${from} ${to}`);

test('2024 to 2026 are announced, 2027 is not', () => {
  expect(holidayTables().map(({ year, announced }) => [year, announced])).toEqual([
    [2024, true],
    [2025, true],
    [2026, true],
    [2027, false],
  ]);
});

describe('the days off are those of the State Council', () => {
  test('2024', () => {
    expect(written(2024)).toEqual([
      '元旦 2023-12-30 2024-01-01',
      '春节 2024-02-10 2024-02-17',
      '清明节 2024-04-04 2024-04-06',
      '劳动节 2024-05-01 2024-05-05',
      '端午节 2024-06-08 2024-06-10',
      '中秋节 2024-09-15 2024-09-17',
      '国庆节 2024-10-01 2024-10-07',
    ]);
  });

  test('2025', () => {
    expect(written(2025)).toEqual([
      '元旦 2025-01-01 2025-01-01',
      '春节 2025-01-28 2025-02-04',
      '清明节 2025-04-04 2025-04-06',
      '劳动节 2025-05-01 2025-05-05',
      '端午节 2025-05-31 2025-06-02',
      '国庆节、中秋节 2025-10-01 2025-10-08',
    ]);
  });

  test('2026', () => {
    expect(written(2026)).toEqual([
      '元旦 2026-01-01 2026-01-03',
      '春节 2026-02-15 2026-02-23',
      '清明节 2026-04-04 2026-04-06',
      '劳动节 2026-05-01 2026-05-05',
      '端午节 2026-06-19 2026-06-21',
      '中秋节 2026-09-25 2026-09-27',
      '国庆节 2026-10-01 2026-10-07',
    ]);
  });
});

test.each([
  [2024, 8, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
  [2025, 5, ['01-26', '02-08', '04-27', '09-28', '10-11']],
  [2026, 6, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
])('the office works on the make-up days of %i', (year, count, days) => {
  const expected = days.map((day) => `${year}-${day}`);
  expect(tableOf(year).makeUpDays).toEqual(expected);
  expect(expected).toHaveLength(count);
  for (const day of expected) expect([day, calendar.isWorkday(day)]).toEqual([day, true]);
});

// Weekdays minus weekdays off plus make-up days, counted by hand from the published arrangements.
test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, workdays) => {
  expect(daysOf(`${year}-01-01`, `${year}-12-31`).filter(calendar.isWorkday)).toHaveLength(workdays);
});

test('an unannounced table holds exactly the thirteen statutory days', () => {
  expect(tableOf(2027).breaks).toEqual(statutoryBreaks(2027));
  expect(tableOf(2027).makeUpDays).toEqual([]);
  expect(tableOf(2027).breaks.flatMap(({ from, to }) => daysOf(from, to))).toHaveLength(13);
});

test.each([2025, 2026])('the announced arrangement of %i grants every statutory day', (year) => {
  for (const { from, to } of statutoryBreaks(year)) {
    for (const day of daysOf(from, to)) expect([day, calendar.holidayOf(day)?.name]).toEqual([day, expect.any(String)]);
  }
});

describe('a table that an administrator wrote wrongly', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, table: unknown) =>
    writeFileSync(join(folder, name), typeof table === 'string' ? table : JSON.stringify(table));
  const aTable = (changes: object) => ({
    year: 2028,
    announced: false,
    source: '测试',
    breaks: [],
    makeUpDays: [],
    ...changes,
  });

  test('is refused with every file and field that is wrong, all at once', () => {
    put(
      '2028.json',
      aTable({
        makeUpDays: ['2028-01-05', '2029-01-06'],
        breaks: [{ name: '元旦', from: '2028-01-03', to: '2028-01-01' }],
      }),
    );
    put('2029.json', aTable({ year: 2029, makeUpDays: ['2029-02-30'] }));
    put('2030.json', '{ "year": 2030,');
    put('2031.json', aTable({ year: 2032 }));

    const read = () => holidayTables(folder);
    expect(read).toThrow(/2028\.json: makeUpDays\.0: 2028-01-05 is neither Saturday nor Sunday/);
    expect(read).toThrow(/2028\.json: makeUpDays\.1: 2029-01-06 does not belong to 2028/);
    expect(read).toThrow(/2028\.json: breaks\.0\.to: 2028-01-01 lies before 2028-01-03/);
    expect(read).toThrow(/2029\.json: makeUpDays\.0: not a day/);
    expect(read).toThrow(/2030\.json: is not JSON/);
    expect(read).toThrow(/2031\.json: year: 2032 is another year than the file's/);
  });

  test('is refused when it is called announced but lacks a festival', () => {
    put('2028.json', aTable({ announced: true, breaks: [{ name: '元旦', from: '2028-01-01', to: '2028-01-03' }] }));
    expect(() => holidayTables(folder)).toThrow(/an announced year needs 春节/);
  });

  test('is refused when a break overlaps another, or a make-up day lies in one or is listed twice', () => {
    const breaks = [
      { name: '元旦', from: '2027-12-31', to: '2028-01-02' },
      { name: '春节', from: '2028-01-02', to: '2028-01-10' },
    ];
    put('2028.json', aTable({ breaks, makeUpDays: ['2028-01-08', '2028-02-05', '2028-02-05'] }));

    const read = () => holidayTables(folder);
    expect(read).toThrow(/breaks\.1\.from: 2028-01-02 is not after the break before it/);
    expect(read).toThrow(/makeUpDays\.0: 2028-01-08 lies in a break/);
    expect(read).toThrow(/makeUpDays\.2: 2028-02-05 is listed twice/);
  });

  test('is missed when the folder is empty', () => {
    expect(() => holidayTables(folder)).toThrow(/no holiday tables/);
  });
});
