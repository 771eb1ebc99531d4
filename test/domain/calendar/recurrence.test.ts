import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Recurrence } from '../../../domain/calendar/calendar.ts';
import { parseRecurrence } from '../../../domain/calendar/recurrence-rule.ts';
import { calendar, shanghai, written } from './office-calendar.ts';

const official = (rrule: string, anchorDay?: string): Recurrence =>
  anchorDay === undefined ? { rrule, cal: 'cn-workday' } : { rrule, cal: 'cn-workday', anchorDay };
const next = (recurrence: Recurrence, after: string, count = 3) =>
  calendar.occurrences(recurrence, shanghai(after), count).map(written);

describe('a recurring task comes round', () => {
  test.each([
    [
      '每周五下班前',
      'FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=30',
      '2026-11-25 14:20',
      ['2026-11-27 17:30', '2026-12-04 17:30', '2026-12-11 17:30'],
    ],
    [
      '每周日晚8点',
      'FREQ=WEEKLY;BYDAY=SU;BYHOUR=20;BYMINUTE=0',
      '2026-11-25 14:20',
      ['2026-11-29 20:00', '2026-12-06 20:00', '2026-12-13 20:00'],
    ],
    [
      '每月底',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2026-11-25 14:20',
      ['2026-11-30 17:30', '2026-12-31 17:30', '2027-01-31 17:30'],
    ],
    [
      '每月30日',
      'FREQ=MONTHLY;BYMONTHDAY=30',
      '2027-01-15 09:00',
      ['2027-01-30 17:30', '2027-02-28 17:30', '2027-03-30 17:30'],
    ],
    [
      '每月30日 in a leap year',
      'FREQ=MONTHLY;BYMONTHDAY=30',
      '2028-01-31 09:00',
      ['2028-02-29 17:30', '2028-03-30 17:30', '2028-04-30 17:30'],
    ],
    [
      '每月5日、20日',
      'FREQ=MONTHLY;BYMONTHDAY=5,20;BYHOUR=9',
      '2026-12-10 09:00',
      ['2026-12-20 09:00', '2027-01-05 09:00', '2027-01-20 09:00'],
    ],
    [
      '每月30、31日 in February is one day',
      'FREQ=MONTHLY;BYMONTHDAY=30,31',
      '2026-01-30 18:00',
      ['2026-01-31 17:30', '2026-02-28 17:30', '2026-03-30 17:30'],
    ],
    [
      '每天8点和16点',
      'FREQ=DAILY;BYHOUR=16,8',
      '2026-02-16 08:00',
      ['2026-02-16 16:00', '2026-02-17 08:00', '2026-02-17 16:00'],
    ],
    [
      '每周一三五',
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      '2026-12-30 17:30',
      ['2027-01-01 17:30', '2027-01-04 17:30', '2027-01-06 17:30'],
    ],
    [
      '每月最后一个周五',
      'FREQ=MONTHLY;BYDAY=-1FR',
      '2026-01-30 17:30',
      ['2026-02-27 17:30', '2026-03-27 17:30', '2026-04-24 17:30'],
    ],
    [
      '每月第一个周一',
      'FREQ=MONTHLY;BYDAY=1MO',
      '2026-01-15 10:00',
      ['2026-02-02 17:30', '2026-03-02 17:30', '2026-04-06 17:30'],
    ],
    [
      'a fifth Monday, where there is one',
      'FREQ=MONTHLY;BYDAY=5MO',
      '2026-01-15 10:00',
      ['2026-03-30 17:30', '2026-06-29 17:30', '2026-08-31 17:30'],
    ],
    [
      '每季度末',
      'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
      '2026-06-30 17:30',
      ['2026-09-30 17:30', '2026-12-31 17:30', '2027-03-31 17:30'],
    ],
    [
      '每年6月16日',
      'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16',
      '2026-06-16 17:30',
      ['2027-06-16 17:30', '2028-06-16 17:30', '2029-06-16 17:30'],
    ],
    [
      '每年2月29日',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      '2026-01-15 10:00',
      ['2026-02-28 17:30', '2027-02-28 17:30', '2028-02-29 17:30'],
    ],
    [
      'the first and last Sunday of the year',
      'FREQ=YEARLY;BYDAY=1SU,-1SU',
      '2026-01-15 10:00',
      ['2026-12-27 17:30', '2027-01-03 17:30', '2027-12-26 17:30'],
    ],
    [
      'the first Monday of May',
      'FREQ=YEARLY;BYMONTH=5;BYDAY=1MO',
      '2026-01-15 10:00',
      ['2026-05-04 17:30', '2027-05-03 17:30', '2028-05-01 17:30'],
    ],
    [
      'Friday the thirteenth',
      'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
      '2026-01-15 10:00',
      ['2026-02-13 17:30', '2026-03-13 17:30', '2026-11-13 17:30'],
    ],
    [
      'the second-last day of June',
      'FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=-2',
      '2026-01-15 10:00',
      ['2026-06-29 17:30', '2027-06-29 17:30', '2028-06-29 17:30'],
    ],
    [
      'every day of July',
      'FREQ=DAILY;BYMONTH=7;BYHOUR=8',
      '2026-07-30 09:00',
      ['2026-07-31 08:00', '2027-07-01 08:00', '2027-07-02 08:00'],
    ],
    [
      'the last of several days',
      'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1',
      '2026-01-15 10:00',
      ['2026-01-31 17:30', '2026-02-28 17:30', '2026-03-29 17:30'],
    ],
    [
      '每小时 between eight and ten',
      'FREQ=HOURLY;BYHOUR=8,9,10',
      '2026-01-15 09:00',
      ['2026-01-15 10:00', '2026-01-16 08:00', '2026-01-16 09:00'],
    ],
  ])('%s', (_words, rrule, after, expected) => {
    expect(next({ rrule }, after)).toEqual(expected);
  });

  test('strictly after the moment asked about', () => {
    const fridays = { rrule: 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=30' };
    expect(next(fridays, '2026-11-27 17:29:59.999', 1)).toEqual(['2026-11-27 17:30']);
    expect(next(fridays, '2026-11-27 17:30', 1)).toEqual(['2026-12-04 17:30']);
    expect(next(fridays, '2026-11-27 17:30', 0)).toEqual([]);
  });
});

describe('on the official calendar', () => {
  test.each([
    [
      '每个工作日 goes over Spring Festival and takes the make-up Saturday',
      'FREQ=DAILY;BYHOUR=16',
      '2026-02-13 10:00',
      ['2026-02-13 16:00', '2026-02-14 16:00', '2026-02-24 16:00'],
    ],
    [
      'Monday to Friday means the working days too',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '2026-02-13 10:00',
      ['2026-02-13 17:30', '2026-02-14 17:30', '2026-02-24 17:30'],
    ],
    [
      '每月最后一个工作日',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2026-01-15 10:00',
      ['2026-01-30 17:30', '2026-02-28 17:30', '2026-03-31 17:30'],
    ],
    [
      'the last working day by position',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-15 10:00',
      ['2026-01-30 17:30', '2026-02-28 17:30', '2026-03-31 17:30'],
    ],
    [
      '每月第一个工作日',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      '2026-09-15 10:00',
      ['2026-10-08 17:30', '2026-11-02 17:30', '2026-12-01 17:30'],
    ],
    [
      '每月第5个工作日',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5',
      '2026-09-15 10:00',
      ['2026-10-13 17:30', '2026-11-06 17:30', '2026-12-07 17:30'],
    ],
    [
      '每月25日 moves to the working day before',
      'FREQ=MONTHLY;BYMONTHDAY=25',
      '2026-09-01 10:00',
      ['2026-09-24 17:30', '2026-10-23 17:30', '2026-11-25 17:30'],
    ],
    [
      '每月1日 may move into the month before',
      'FREQ=MONTHLY;BYMONTHDAY=1',
      '2026-09-15 10:00',
      ['2026-09-30 17:30', '2026-10-30 17:30', '2026-12-01 17:30'],
    ],
    [
      '每周五 moves to the working day before',
      'FREQ=WEEKLY;BYDAY=FR',
      '2026-09-20 10:00',
      ['2026-09-24 17:30', '2026-09-30 17:30', '2026-10-09 17:30'],
    ],
    [
      'days that move onto one another are one',
      'FREQ=WEEKLY;BYDAY=FR,SA,SU',
      '2026-03-02 10:00',
      ['2026-03-06 17:30', '2026-03-13 17:30', '2026-03-20 17:30'],
    ],
    [
      'the last working day of the week',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-02-09 10:00',
      ['2026-02-14 17:30', '2026-02-28 17:30', '2026-03-06 17:30'],
    ],
    [
      'the last working day of the year',
      'FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-15 10:00',
      ['2026-12-31 17:30', '2027-12-31 17:30', '2028-12-29 17:30'],
    ],
    [
      'every second working day',
      'FREQ=DAILY;INTERVAL=2',
      '2026-02-12 18:00',
      ['2026-02-14 17:30', '2026-02-25 17:30', '2026-02-27 17:30'],
    ],
  ])('%s', (_words, rrule, after, expected) => {
    expect(next(official(rrule), after)).toEqual(expected);
  });
});

describe('every second week or third month needs somewhere to count from', () => {
  test('which is the week or month of asking', () => {
    expect(next({ rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' }, '2026-03-02 18:00', 2)).toEqual([
      '2026-03-16 17:30',
      '2026-03-30 17:30',
    ]);
    expect(next({ rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' }, '2026-03-02 18:00', 2)).toEqual([
      '2026-03-06 17:30',
      '2026-03-20 17:30',
    ]);
    expect(next({ rrule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31' }, '2026-11-05 10:00', 2)).toEqual([
      '2026-11-30 17:30',
      '2027-02-28 17:30',
    ]);
    expect(next({ rrule: 'FREQ=DAILY;INTERVAL=3;BYHOUR=8' }, '2026-03-02 07:00', 2)).toEqual([
      '2026-03-02 08:00',
      '2026-03-05 08:00',
    ]);
    expect(next({ rrule: 'FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=1' }, '2026-03-02 07:00', 1)).toEqual([
      '2028-03-01 17:30',
    ]);
  });

  test('and a Sunday still belongs to the week that ends with it', () => {
    expect(next({ rrule: 'FREQ=WEEKLY;BYDAY=SU;BYHOUR=20' }, '2026-03-08 09:00', 1)).toEqual(['2026-03-08 20:00']);
    expect(next({ rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' }, '2026-03-08 09:00', 1)).toEqual(['2026-03-16 17:30']);
  });

  test('or an anchor, which a move to the working day before does not disturb', () => {
    const everySecondMonth = official('FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1', '2026-08-01');
    expect(next(everySecondMonth, '2026-08-15 10:00')).toEqual([
      '2026-09-30 17:30',
      '2026-12-01 17:30',
      '2027-02-01 17:30',
    ]);
    expect(next(everySecondMonth, '2026-09-30 17:30', 2)).toEqual(['2026-12-01 17:30', '2027-02-01 17:30']);
  });

  test('an anchor may lie in the future', () => {
    const recurrence = { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', anchorDay: '2026-03-23' };
    expect(next(recurrence, '2026-03-02 18:00', 2)).toEqual(['2026-03-09 17:30', '2026-03-23 17:30']);
  });

  test('a rule without a day takes its day from the anchor', () => {
    expect(next({ rrule: 'FREQ=WEEKLY', anchorDay: '2026-03-04' }, '2026-03-05 10:00', 2)).toEqual([
      '2026-03-11 17:30',
      '2026-03-18 17:30',
    ]);
    expect(next({ rrule: 'FREQ=MONTHLY', anchorDay: '2026-01-31' }, '2026-02-01 10:00', 2)).toEqual([
      '2026-02-28 17:30',
      '2026-03-31 17:30',
    ]);
    expect(next({ rrule: 'FREQ=YEARLY', anchorDay: '2026-03-05' }, '2026-03-06 10:00', 1)).toEqual([
      '2027-03-05 17:30',
    ]);
    expect(next({ rrule: 'FREQ=YEARLY;BYMONTH=9', anchorDay: '2026-03-05' }, '2026-03-06 10:00', 1)).toEqual([
      '2026-09-05 17:30',
    ]);
  });

  test.each([
    'FREQ=HOURLY',
    'FREQ=HOURLY;INTERVAL=2',
    'FREQ=MINUTELY;INTERVAL=30',
    'FREQ=HOURLY;BYMINUTE=0',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY',
    'FREQ=YEARLY',
    'FREQ=YEARLY;BYMONTH=3',
  ])('%s alone names no moment', (rrule) => {
    expect(next({ rrule }, '2026-11-25 14:20')).toEqual([]);
  });

  test('a rule that never falls due ends with the calendar', () => {
    expect(next({ rrule: 'FREQ=DAILY;INTERVAL=7;BYDAY=TU', anchorDay: '2026-01-05' }, '2026-01-15 10:00')).toEqual([]);
    expect(next({ rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1' }, '2098-01-01 10:00')).toEqual([
      '2098-12-31 17:30',
      '2099-12-31 17:30',
    ]);
  });
});

describe('whatever the rule', () => {
  const rules: Recurrence[] = [
    { rrule: 'FREQ=DAILY;BYHOUR=8,16' },
    { rrule: 'FREQ=WEEKLY;BYDAY=MO,SU' },
    { rrule: 'FREQ=MONTHLY;BYMONTHDAY=1,15,30,-1' },
    { rrule: 'FREQ=MONTHLY;BYDAY=1MO,-1FR' },
    { rrule: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=WE', anchorDay: '2026-01-07' },
    official('FREQ=DAILY'),
    official('FREQ=DAILY;INTERVAL=3', '2026-01-05'),
    official('FREQ=WEEKLY;BYDAY=FR,SA,SU'),
    official('FREQ=MONTHLY;BYMONTHDAY=1,2,3,-1'),
    official('FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1', '2026-01-01'),
  ];
  const anyRule = fc.constantFrom(...rules);
  const anyMoment = fc.date({
    min: shanghai('2024-01-01 00:00'),
    max: shanghai('2029-01-01 00:00'),
    noInvalidDate: true,
  });

  test('occurrences lie after the question and ascend, and official ones are working days', () => {
    fc.assert(
      fc.property(anyRule, anyMoment, (rule, after) => {
        const found = calendar.occurrences(rule, after, 8);
        const ascending = [after, ...found].every((at, index, all) => index === 0 || at > all[index - 1]!);
        expect([found.length, ascending]).toEqual([8, true]);
        if (rule.cal) expect(found.every((at) => calendar.isWorkday(calendar.dayOf(at)))).toBe(true);
      }),
    );
  });

  test('asking again from an occurrence goes on with the next, so none is lost and none comes twice', () => {
    fc.assert(
      fc.property(anyRule, anyMoment, (rule, after) => {
        const [first, second, third] = calendar.occurrences(rule, after, 3);
        expect(calendar.occurrences(rule, first!, 2)).toEqual([second, third]);
      }),
    );
  });
});

describe('a rule that cannot be followed is refused with the part that is wrong', () => {
  test.each([
    ['', /part "" is not supported/],
    ['BYDAY=FR', /"BYDAY=FR" lacks FREQ/],
    ['FREQ=SECONDLY', /"FREQ=SECONDLY" is none of/],
    ['FREQ=WEEKLY;BYWEEKNO=20', /"BYWEEKNO=20" is not supported/],
    ['FREQ=WEEKLY;COUNT=3', /"COUNT=3" is not supported/],
    ['FREQ=WEEKLY;BYDAY=XX', /"BYDAY=XX" needs weekdays/],
    ['FREQ=MONTHLY;BYDAY=0FR', /"BYDAY=0FR" needs weekdays/],
    ['FREQ=WEEKLY;BYDAY=1FR', /"BYDAY=1FR" has an ordinal, which FREQ=WEEKLY cannot have/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /"BYMONTHDAY=32" needs numbers from 1 to 31, or negative/],
    ['FREQ=MONTHLY;BYMONTHDAY=0', /"BYMONTHDAY=0"/],
    ['FREQ=MONTHLY;BYMONTHDAY=1,x', /"BYMONTHDAY=1,x"/],
    ['FREQ=WEEKLY;BYMONTHDAY=1', /"BYMONTHDAY=1" cannot stand with FREQ=WEEKLY/],
    ['FREQ=YEARLY;BYMONTH=13', /"BYMONTH=13" needs numbers from 1 to 12/],
    ['FREQ=MONTHLY;BYSETPOS=1', /"BYSETPOS=1" needs BYDAY or BYMONTHDAY/],
    ['FREQ=DAILY;BYHOUR=24', /"BYHOUR=24" needs numbers from 0 to 23/],
    ['FREQ=DAILY;BYMINUTE=30', /"BYMINUTE=30" needs BYHOUR/],
    ['FREQ=DAILY;INTERVAL=0', /"INTERVAL=0"/],
    ['FREQ=DAILY;INTERVAL=1,2', /"INTERVAL=1,2" needs one number/],
    ['FREQ=DAILY;FREQ=WEEKLY', /FREQ is given twice/],
    ['FREQ=DAILY;BYHOUR=', /"BYHOUR=" has no value/],
  ])('%j', (rrule, message) => {
    expect(() => parseRecurrence(rrule)).toThrow(message);
    expect(() => calendar.occurrences({ rrule }, shanghai('2026-01-15 10:00'), 1)).toThrow(RangeError);
  });
});
