import { describe, expect, test } from '@jest/globals';
import { readHolidayNotice } from '../../../bot/understand/holidays/read-notice.ts';
import { judgeNotice, judgeYear } from '../../../domain/holidays/judge-notice.ts';
import { holidayTroublesText } from '../../../domain/wording/holiday-troubles.ts';
import { NOTICE_2027 } from '../../bot/understand/holidays/notices.ts';
import { calendar } from '../../support/builders.ts';

function judged(text: string) {
  const notice = readHolidayNotice(text, [2026, 2027], calendar);
  if (notice === 'no-year') throw new Error('the year was not read');
  return judgeNotice(notice, calendar);
}

/** The notice with one passage written otherwise, which must have been there. */
function but(from: string, to: string) {
  expect(NOTICE_2027).toContain(from);
  return judged(NOTICE_2027.replace(from, to));
}

describe('what cannot be, each named', () => {
  test.each([
    ['五、端午节：6月9日（周三）放假1天，不调休。\n', '', { what: 'missing', names: ['端午'] }],
    [
      '至12日（正月初七、周五）放假调休，共8天',
      '至12日放假调休，共7天',
      { what: 'count', name: '春节', said: 7, counted: 8 },
    ],
    ['6月9日（周三）放假1天', '6月10日（周四）放假1天', { what: 'statutory', name: '端午节', days: ['2027-06-09'] }],
    ['10月9日（周六）上班', '10月8日（周五）上班', { what: 'not-weekend', day: '2027-10-08' }],
    ['2月20日（周六）上班', '2月7日（周日）上班', { what: 'in-break', day: '2027-02-07', name: '春节' }],
    ['9月15日（周三）放假1天', '2028年9月15日放假1天', { what: 'other-year', day: '2028-09-15' }],
    ['6月9日（周三）放假1天', '6月31日放假1天', { what: 'unread', written: '6月31日' }],
    ['10月9日（周六）上班', '9月26日（周日）上班', { what: 'twice', day: '2027-09-26' }],
    ['10月1日（周五）至7日（周四）放假调休，共7天', '10月7日至1日放假调休', { what: 'order', name: '国庆节' }],
    ['9月15日（周三）放假1天，不调休', '9月15日至10月2日放假', { what: 'overlap', names: ['中秋节', '国庆节'] }],
  ])('“%s” written “%s”', (from, to, trouble) => {
    expect(but(from, to).troubles).toContainEqual(trouble);
  });

  test('all of them in one answer of six lines', () => {
    const broken = NOTICE_2027.replace('五、端午节：6月9日（周三）放假1天，不调休。\n', '')
      .replace('共8天', '共7天')
      .replace('10月9日（周六）上班', '10月8日（周五）上班')
      .replace('2月20日（周六）上班', '2月7日（周日）上班')
      .replace('9月15日（周三）放假1天', '9月31日放假1天')
      .replace('5月8日（周六）上班', '2028年5月6日上班');
    const { troubles } = judged(broken);
    expect(troubles.map(({ what }) => what).toSorted()).toEqual(
      ['unread', 'count', 'missing', 'in-break', 'not-weekend', 'other-year'].toSorted(),
    );
    const text = holidayTroublesText(2027, troubles, calendar);
    expect(text.split('\n')).toHaveLength(6);
    for (const word of [
      '6处',
      '没有端午、中秋的安排',
      '“9月31日”',
      '春节写的是7天',
      '10月8日',
      '2月7日',
      '2028年5月6日',
    ])
      expect(text).toContain(word);
  });
});

describe('what a person has to look at', () => {
  test('a weekday that contradicts its date', () => {
    const { troubles, questions } = but('2月20日（周六）上班', '2月20日（周日）上班');
    expect(troubles).toEqual([]);
    expect(questions).toEqual([{ what: 'weekday', day: '2027-02-20', said: 7 }]);
  });

  test('days made up that do not balance those that are off', () => {
    expect(but('1月31日（周日）、2月20日（周六）上班', '2月20日（周六）上班').questions).toEqual([
      { what: 'balance', extra: 5, madeUp: 4 },
    ]);
  });

  test.each([2025, 2026])('the table of %i leaves nothing', (year) => {
    const { troubles, questions } = judgeYear(year, calendar.tableOf(year)!, calendar);
    expect([...troubles, ...questions]).toEqual([]);
  });
});
