import { describe, expect, test } from '@jest/globals';
import { readHolidayChanges } from '../../../bot/understand/holidays/read-change.ts';
import { changedDays } from '../../../domain/holidays/change-days.ts';
import type { YearDays } from '../../../domain/holidays/holiday-year.ts';
import { calendar } from '../../support/builders.ts';

const YEAR: YearDays = {
  breaks: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-12' },
    { name: '国庆节、中秋节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: ['2027-01-31', '2027-02-20'],
};

function changed(text: string): YearDays {
  const changes = readHolidayChanges(text, 2027);
  if (!changes) throw new Error(`not read: ${text}`);
  return changedDays(YEAR, changes, calendar);
}
const spring = ({ breaks }: YearDays) =>
  breaks.filter(({ name }) => name === '春节').map(({ from, to }) => `${from.slice(5)}…${to.slice(5)}`);

describe('one day put right', () => {
  test.each([
    ['2月20日改为不上班', ['02-05…02-12'], ['2027-01-31']],
    ['2月20日（周六）改为休息', ['02-05…02-12'], ['2027-01-31']],
    ['1月31日、2月20日改为不上班', ['02-05…02-12'], []],
    ['2月21日改为上班', ['02-05…02-12'], ['2027-01-31', '2027-02-20', '2027-02-21']],
    ['2月12日改为上班', ['02-05…02-11'], ['2027-01-31', '2027-02-20']],
    ['2月5日改成上班', ['02-06…02-12'], ['2027-01-31', '2027-02-20']],
    ['2月10日改为上班', ['02-05…02-09', '02-11…02-12'], ['2027-01-31', '2027-02-20']],
    ['2月7日改为上班', ['02-05…02-06', '02-08…02-12'], ['2027-01-31', '2027-02-07', '2027-02-20']],
    ['2月4日改为放假', ['02-04…02-12'], ['2027-01-31', '2027-02-20']],
    ['2月6日改为放假', ['02-05…02-12'], ['2027-01-31', '2027-02-20']],
    ['2月3日至4日改为放假', ['02-05…02-12'], ['2027-01-31', '2027-02-20']],
    ['春节改为2月4日至10日', ['02-04…02-10'], ['2027-01-31', '2027-02-20']],
    ['春节应为2月5日至13日放假，2月20日改为不上班', ['02-05…02-13'], ['2027-01-31']],
  ])('“%s”', (text, breaks, makeUpDays) => {
    const days = changed(text);
    if (text !== '2月3日至4日改为放假') expect(spring(days)).toEqual(breaks);
    expect(days.makeUpDays).toEqual(makeUpDays);
  });

  test('a stretch far from any break is one of its own, and joins the break that it reaches', () => {
    const { breaks } = changed('2月3日至4日改为放假');
    expect(breaks.map(({ name, from, to }) => `${name} ${from.slice(5)}…${to.slice(5)}`)).toContain(
      '临时放假 02-03…02-04',
    );
  });

  test('a break of two festivals keeps both names', () => {
    expect(changed('国庆节改为9月30日至10月7日').breaks.at(-1)).toEqual({
      name: '国庆节、中秋节',
      from: '2027-09-30',
      to: '2027-10-07',
    });
  });

  test.each(['2月30日改为上班', '2月14日改为开会', '2月14日改为不上班，再说', '改为不上班', '春节改为下周'])(
    'half understood is not understood: “%s”',
    (text) => expect(readHolidayChanges(text, 2027)).toBeUndefined(),
  );
});
