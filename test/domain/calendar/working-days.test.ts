import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';
import { calendar, daysOf, officeHours } from './office-calendar.ts';

const anyDay = fc.integer({ min: 400, max: 36_000 }).map((days) => calendar.addDays('2000-01-01', days));
const anyWorkday = anyDay.map((day) => calendar.addWorkdays(day, 1));
const someWorkdays = fc.integer({ min: -250, max: 250 });

describe('working days are counted without the day of asking', () => {
  test.each([
    ['2026-09-30', 5, '2026-10-13', 'across National Day and the working Saturday'],
    ['2026-06-17', 3, '2026-06-23', 'across Dragon Boat'],
    ['2025-01-24', 2, '2025-01-27', 'over the working Sunday 26 January'],
    ['2026-11-21', 10, '2026-12-04', 'from a Saturday'],
    ['2026-02-13', 1, '2026-02-14', 'the Saturday before Spring Festival is worked'],
    ['2026-02-14', 1, '2026-02-24', 'across Spring Festival'],
    ['2026-02-18', 1, '2026-02-24', 'from within Spring Festival'],
    ['2026-02-18', -1, '2026-02-14', 'back out of Spring Festival'],
    ['2026-02-24', -2, '2026-02-13', 'back across Spring Festival'],
    ['2024-02-09', 1, '2024-02-18', 'New Year’s Eve 2024 was worked; the Sunday after the break too'],
    ['2025-12-31', 1, '2026-01-04', 'across New Year into a working Sunday'],
    ['2026-01-04', -1, '2025-12-31', 'and back'],
    ['2026-12-31', 1, '2027-01-04', 'into a year that is not announced'],
    ['2026-06-20', 0, '2026-06-20', 'none at all'],
  ])('%s and %i is %s: %s', (day, workdays, expected) => {
    expect(calendar.addWorkdays(day, workdays)).toBe(expected);
  });
});

describe('a year that is not announced', () => {
  test('has New Year’s Day off, which a library without data calls a working day', () => {
    for (const year of [2000, 2020, 2027, 2028, 2035, 2099]) {
      expect([year, calendar.isAnnounced(year)]).toEqual([year, false]);
      expect([year, calendar.isWorkday(`${year}-01-01`)]).toEqual([year, false]);
      expect([year, calendar.holidayOf(`${year}-01-01`)?.name]).toEqual([year, '元旦']);
    }
  });

  test('has the thirteen statutory days, Saturdays and Sundays off and no make-up days', () => {
    const statutory = [
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01'],
      ...['2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
    ];
    for (const day of daysOf('2027-01-01', '2027-12-31')) {
      const expected = calendar.weekday(day) < 6 && !statutory.includes(day);
      expect([day, calendar.isWorkday(day)]).toEqual([day, expected]);
    }
  });

  test('answers the same whether the statutory days come from a table or from the law', () => {
    const withoutTables = createCalendar([], officeHours);
    for (const day of daysOf('2027-01-01', '2027-12-31')) {
      expect([day, withoutTables.isWorkday(day)]).toEqual([day, calendar.isWorkday(day)]);
    }
  });

  test('becomes announced with its table', () => {
    const breaks = [{ name: '元旦', from: '2027-12-31', to: '2028-01-02' }];
    const announced = createCalendar(
      [{ year: 2028, announced: true, source: '测试', breaks, makeUpDays: ['2027-12-26'] }],
      officeHours,
    );
    expect(announced.isAnnounced(2028)).toBe(true);
    expect(announced.isWorkday('2027-12-31')).toBe(false); // a Friday of the year before
    expect(announced.isWorkday('2027-12-26')).toBe(true); // a Sunday of the year before
    expect(announced.holidayOf('2027-12-31')?.name).toBe('元旦');
    expect(announced.nextHoliday('2027-12-01')).toEqual(breaks[0]);
  });

  test('has an answer for every day of the century', () => {
    for (let year = 2000; year <= 2099; year++) {
      const workdays = calendar.workdaysBetween(`${year}-01-01`, `${year}-12-31`);
      expect(workdays).toBeGreaterThan(245);
      expect(workdays).toBeLessThan(257);
    }
  });
});

describe('breaks', () => {
  test.each([
    ['2026-02-15', '春节'],
    ['2026-02-23', '春节'],
    ['2025-10-06', '国庆节、中秋节'],
    ['2023-12-31', '元旦'],
    ['2027-09-15', '中秋节'],
    ['2028-10-03', '国庆节、中秋节'], // Mid-Autumn falls on the third day of National Day
    ['2036-10-04', '国庆节、中秋节'], // and here on the day after
    ['2031-10-01', '国庆节、中秋节'],
  ])('%s belongs to %s', (day, name) => {
    expect(calendar.holidayOf(day)?.name).toBe(name);
  });

  test('a make-up day, a plain weekend and a working day belong to none', () => {
    for (const day of ['2026-02-14', '2026-03-07', '2026-03-05']) expect(calendar.holidayOf(day)).toBeUndefined();
  });

  test.each([
    ['2026-01-15', '春节', '2026-02-15'],
    ['2026-02-14', '春节', '2026-02-15'],
    ['2026-02-15', '清明节', '2026-04-04'],
    ['2026-09-24', '中秋节', '2026-09-25'],
    ['2026-10-01', '元旦', '2027-01-01'],
    ['2023-12-01', '元旦', '2023-12-30'],
    ['2027-12-31', '元旦', '2028-01-01'],
    ['2028-05-01', '端午节', '2028-05-28'],
    ['2099-12-31', '元旦', '2100-01-01'],
  ])('after %s comes %s on %s', (day, name, from) => {
    expect(calendar.nextHoliday(day)).toMatchObject({ name, from });
  });

  test('two tables for one year are refused', () => {
    const table = { year: 2026, announced: true, source: '测试', breaks: [], makeUpDays: [] };
    expect(() => createCalendar([table, table], officeHours)).toThrow(/two holiday tables/);
  });
});

describe('counting forth and back', () => {
  test('undoes itself on working days', () => {
    fc.assert(
      fc.property(anyWorkday, someWorkdays, (day, workdays) => {
        expect(calendar.addWorkdays(calendar.addWorkdays(day, workdays), -workdays)).toBe(day);
      }),
    );
  });

  test('always lands on a working day, and is what lies between', () => {
    fc.assert(
      fc.property(anyDay, someWorkdays, (day, workdays) => {
        const reached = calendar.addWorkdays(day, workdays);
        if (workdays !== 0) expect(calendar.isWorkday(reached)).toBe(true);
        expect(calendar.workdaysBetween(day, reached)).toBe(workdays);
      }),
    );
  });

  test('never goes backwards as days or numbers grow', () => {
    fc.assert(
      fc.property(anyDay, someWorkdays, fc.nat({ max: 40 }), (day, workdays, more) => {
        expect(calendar.addWorkdays(day, workdays + more) >= calendar.addWorkdays(day, workdays)).toBe(true);
        const later = calendar.addDays(day, more);
        expect(calendar.addWorkdays(later, workdays) >= calendar.addWorkdays(day, workdays)).toBe(true);
      }),
    );
  });

  test('agrees with counting day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 500 }), (a, days) => {
        const b = calendar.addDays(a, days);
        const counted = daysOf(a, b).slice(1).filter(calendar.isWorkday).length;
        expect(calendar.workdaysBetween(a, b)).toBe(counted);
      }),
      { numRuns: 40 },
    );
  });
});
