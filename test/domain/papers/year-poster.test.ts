import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holidayTables } from '../../../config/holidays.ts';
import { lunarDaysIn } from '../../../domain/papers/lunar-days.ts';
import { type YearPoster, yearPoster } from '../../../domain/papers/year-poster.ts';
import type { PosterDay } from '../../../domain/papers/year-poster-months.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { calendar, policy } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

const office = buildOffice(sampleOffice());
const posterOf = (year: number) => yearPoster(year, { calendar, policy, office, madeDay: '2026-11-22' });
const daysOf = ({ months }: YearPoster) => months.flatMap(({ days }) => days);
const marked = (poster: YearPoster, mark: PosterDay['mark']) =>
  daysOf(poster).flatMap((day) => (day.mark === mark ? [day.day] : []));
const dayOf = (poster: YearPoster, day: string) => daysOf(poster).find((one) => one.day === day)!;
const bandOf = ({ bands }: YearPoster, name: string) => bands.find((band) => band.name === name);

describe('the months of a year poster', () => {
  test('mark exactly the days off and make-up days of the announced arrangement', () => {
    const poster = posterOf(2026);
    const table = holidayTables().find(({ year }) => year === 2026)!;
    const off = table.breaks.flatMap(({ from, to }) => {
      const days = [];
      for (let day = from; day <= to; day = calendar.addDays(day, 1)) days.push(day);
      return days;
    });
    expect(marked(poster, 'off')).toEqual(off);
    expect(marked(poster, 'work')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(poster.state).toBeUndefined();
  });

  test('of a year that is not announced mark the statutory days only, and the poster says so', () => {
    const poster = posterOf(2027);
    expect(poster.state).toBe('放假安排待公布');
    expect(poster.notes[0]).toMatch(/^2027年放假调休安排尚未公布/);
    expect(marked(poster, 'work')).toEqual([]);
    expect(marked(poster, 'off')).toEqual([
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01'],
      ...['2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
    ]);
  });

  test('name festivals before solar terms and both before the lunar date', () => {
    const poster = posterOf(2027);
    const labels = ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-19', '2027-04-05', '2027-05-01', '2027-06-09'];
    expect(labels.map((day) => dayOf(poster, day).label)).toEqual([
      '除夕',
      '春节',
      '初二',
      '雨水',
      '清明',
      '劳动节',
      '端午',
    ]);
    expect(dayOf(poster, '2027-02-19').labelOf).toBe('term');
    expect(dayOf(poster, '2027-11-09').label).toBe('消防日');
    // 中秋 of this year is on 1 October.
    expect(dayOf(posterOf(2020), '2020-10-01').label).toBe('中秋国庆');
  });

  test('carry the strictest level of a day, without seasons of many months', () => {
    const poster = posterOf(2026);
    expect(dayOf(poster, '2026-02-17').level).toBe('A');
    // 汛期 is of level B and runs for months; what counts is 安全生产月.
    expect(dayOf(poster, '2026-06-25').level).toBe('C');
    expect(dayOf(poster, '2026-10-20').level).toBeUndefined();
  });

  test('of any year hold each of its days once, under its weekday, with something written under it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2001, max: 2098 }), (year) => {
        const poster = posterOf(year);
        const days = daysOf(poster);
        expect(days.map(({ day }) => day)).toEqual(
          Array.from(days, (_, index) => calendar.addDays(`${year}-01-01`, index)),
        );
        expect(days.at(-1)!.day).toBe(`${year}-12-31`);
        for (const { blanks, days: own } of poster.months) expect(blanks).toBe(own[0]!.weekday - 1);
        expect(days.filter(({ label }) => label === '' || label.includes('undefined'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('lunar dates of a wall calendar', () => {
  test('name the month on its first day, a leap month as such, and begin the year in the middle of one', () => {
    const days = lunarDaysIn(2025, calendar);
    expect(['2025-01-01', '2025-01-29', '2025-07-25', '2025-08-22', '2025-08-23'].map((day) => days.get(day))).toEqual([
      ...['初二', '正月', '闰六月', '廿九', '七月'],
    ]);
    expect(lunarDaysIn(2033, calendar).get('2033-12-22')).toBe('闰冬月');
  });

  test('agree with the calendar on every day of the years of a working life', () => {
    for (let year = 2001; year <= 2060; year++) {
      const days = lunarDaysIn(year, calendar);
      expect(days.get(calendar.lunarDay(year, 1, 1))).toBe('正月');
      expect(days.get(calendar.lunarDay(year, 5, 5))).toBe('初五');
      expect(days.get(calendar.lunarDay(year, 8, 15))).toBe('十五');
    }
  });
});

describe('the overview of a year poster', () => {
  test('has a line for each period, the short ones first, with its days in words', () => {
    const poster = posterOf(2027);
    expect(bandOf(poster, '春节')).toMatchObject({ level: 'A', dates: '2月5日—8日（待公布）', long: false });
    expect(bandOf(poster, '全国交通安全日')!.dates).toBe('12月2日');
    expect(bandOf(poster, '春运')!.dates).toBe('1月22日—3月2日');
    const names = poster.bands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const long = poster.bands.map((band) => band.long);
    expect(long).toEqual(long.toSorted((one, other) => Number(one) - Number(other)));
  });

  test('of a period at both ends of the year has two stretches, cut off where the year ends', () => {
    const band = bandOf(posterOf(2027), '岁末年初')!;
    expect(band.dates).toBe('至2月5日，12月1日起');
    expect(band.stretches.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      ['2027-01-01', '2027-02-05'],
      ['2027-12-01', '2027-12-31'],
    ]);
  });

  test('says which of the office’s own periods have no days yet', () => {
    expect(posterOf(2027).notes.join()).toContain('尚未录入日期：重大活动、区两会');
    expect(posterOf(2026).notes.join()).not.toContain('尚未录入日期');
    expect(bandOf(posterOf(2026), '区两会')).toMatchObject({ level: 'A', dates: '1月20日—25日' });
  });

  test('says at the end of an announced year that the next may reach into it', () => {
    expect(posterOf(2026).notes[0]).toBe('2027年元旦放假调休如涉及2026年12月底，以2027年放假安排为准。');
    expect(posterOf(2025).notes.join()).not.toContain('元旦放假调休');
  });

  test('is refused for years that nobody can say anything about', () => {
    for (const year of [2000, 2099]) expect(() => posterOf(year)).toThrow(RangeError);
    expect(posterOf(2027).office).toBe('安宁区政府');
    expect(posterOf(2027).notes.at(-1)).toBe('制图：值守　2026年11月22日');
  });
});
