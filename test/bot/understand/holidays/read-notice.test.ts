import { describe, expect, test } from '@jest/globals';
import { isHolidayNotice, readHolidayNotice } from '../../../../bot/understand/holidays/read-notice.ts';
import { understand } from '../../../../bot/understand/understand.ts';
import { holidayTables } from '../../../../config/holidays.ts';
import { judgeNotice } from '../../../../domain/holidays/judge-notice.ts';
import type { HolidayNotice } from '../../../../domain/holidays/notice.ts';
import { secrecyMarkIn } from '../../../../domain/secrecy/secrecy-mark.ts';
import { calendar } from '../../../support/builders.ts';
import { NOTICE_2023, NOTICE_2024, NOTICE_2025, NOTICE_2026, NOTICE_2027 } from './notices.ts';

const NEXT = [2026, 2027];

function judged(text: string) {
  const notice = readHolidayNotice(text, NEXT, calendar);
  if (notice === 'no-year') throw new Error('the year was not read');
  return { year: notice.year, source: notice.source, ...judgeNotice(notice, calendar) };
}

describe('the notices of past years, in their own words', () => {
  test.each([
    [2024, NOTICE_2024],
    [2025, NOTICE_2025],
    [2026, NOTICE_2026],
  ])('%i is read as the table that holds', (year, text) => {
    const table = holidayTables().find((one) => one.year === year)!;
    const { days } = judged(text);
    expect(days.makeUpDays).toEqual(table.makeUpDays);
    expect(days.breaks).toEqual(table.breaks);
  });

  test.each([
    [2025, NOTICE_2025],
    [2026, NOTICE_2026],
    [2027, NOTICE_2027],
  ])('%i, of the law that holds today, leaves nothing to be asked', (year, text) => {
    const { troubles, questions, ...read } = judged(text);
    expect({ year: read.year, troubles, questions }).toEqual({ year, troubles: [], questions: [] });
    expect(read.source).toContain(`${year}年`);
  });

  test('a break that begins in the December before is read with its years', () => {
    expect(judged(NOTICE_2023).days.breaks).toEqual([
      { name: '元旦', from: '2022-12-31', to: '2023-01-02' },
      { name: '春节', from: '2023-01-21', to: '2023-01-27' },
      { name: '清明节', from: '2023-04-05', to: '2023-04-05' },
      { name: '劳动节', from: '2023-04-29', to: '2023-05-03' },
      { name: '端午节', from: '2023-06-22', to: '2023-06-24' },
      { name: '中秋节、国庆节', from: '2023-09-29', to: '2023-10-06' },
    ]);
  });

  test.each([NOTICE_2023, NOTICE_2024, NOTICE_2025, NOTICE_2026, NOTICE_2027])(
    'none bears a mark of secrecy',
    (text) => {
      expect(secrecyMarkIn(text)).toBeUndefined();
    },
  );
});

test('the number of the published notice is no mark, any other mark in it is, and so is that number elsewhere', () => {
  expect(NOTICE_2027).toContain('国办发明电');
  expect(secrecyMarkIn(`机密\n${NOTICE_2027}`)).toBe('机密');
  expect(secrecyMarkIn(`${NOTICE_2027}\n安政明电〔2026〕3号`)).toBe('明电');
  expect(secrecyMarkIn('国办发明电〔2026〕9号 关于做好近期工作的通知')).toBe('明电');
});

describe('written otherwise', () => {
  const read = (text: string) => readHolidayNotice(text, NEXT, calendar);
  const breaksOf = (text: string) => judged(text).days;

  test.each([
    ['in one line', (text: string) => text.replace(/\n/g, ' ')],
    ['full width', (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['with a dash for 至', (text: string) => text.replace(/至/g, '—')],
    [
      'with English colons and brackets',
      (text: string) => text.replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')'),
    ],
    ['with 星期 for 周', (text: string) => text.replace(/周/g, '星期')],
    ['with commas in the brackets', (text: string) => text.replace('除夕、周五', '除夕，周五')],
    ['with the traditional form', (text: string) => text.replace('春节', '春節').replace('国庆节', '國慶節')],
  ])('%s it is the same', (_, write) => {
    const written = write(NOTICE_2027);
    expect(written).not.toBe(NOTICE_2027);
    expect(breaksOf(written)).toEqual(breaksOf(NOTICE_2027));
  });

  const untitled = NOTICE_2027.split('\n').slice(3).join('\n');

  test('without its title the weekdays say the year', () => {
    expect((read(untitled) as HolidayNotice).year).toBe(2027);
  });

  test('without title and weekdays nobody knows it', () => {
    expect(read(untitled.replace(/（[^）]*）/g, ''))).toBe('no-year');
  });

  test('what is encouraged is no day off', () => {
    const text = NOTICE_2027.replace('共8天。1月31日', '共8天。鼓励各单位安排职工在2月15日（周一）休息。1月31日');
    expect(text).not.toBe(NOTICE_2027);
    expect(breaksOf(text)).toEqual(breaksOf(NOTICE_2027));
  });
});

describe('which messages are a notice', () => {
  const intent = (text: string) =>
    understand({ text, at: new Date('2026-11-20T10:00:00+08:00'), calendar, addressed: true }).intent;

  test.each([NOTICE_2023, NOTICE_2024, NOTICE_2025, NOTICE_2026, NOTICE_2027])('the real ones', (text) => {
    expect(intent(text)).toBe('holidays');
  });

  test.each([
    '调整节假日',
    '调整节假日 2027年2月14日改为上班',
    '2月14日改为不上班',
    '2月20日（周六）改为不上班。',
    '1月31日、2月20日改为不上班',
    '春节改为2月4日至10日放假',
  ])('“%s”', (text) => expect(intent(text)).toBe('holidays'));

  test.each([
    '2月14日改为我值班',
    '2月14日上班吗',
    '请各单位2月14日前报春节值班表',
    '春节期间放假安排请各单位2月1日前报安委办',
    '春节改到2月4日开会',
    '2月14日改为不上班，2月15日请青山镇报情况',
    'T0612时限改为2月14日',
    '放假',
  ])('not “%s”', (text) => {
    expect(isHolidayNotice(text)).toBe(false);
    expect(intent(text)).not.toBe('holidays');
  });
});
