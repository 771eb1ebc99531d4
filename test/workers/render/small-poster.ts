import type { YearPoster } from '../../../domain/papers/year-poster.ts';

/** The least a poster can hold: two months and two periods. */
export const SMALL_POSTER: YearPoster = {
  year: 2027,
  title: '2027年重点时段图',
  office: '安宁区政府',
  state: '放假安排待公布',
  months: [1, 2].map((month) => ({
    month,
    blanks: month,
    days: [1, 2, 3].map((date) => ({
      day: `2027-0${month}-0${date}`,
      weekday: 1,
      label: date === 1 ? '春节' : '初二',
      labelOf: 'festival',
      ...(date === 1 && { mark: 'off', level: 'A' }),
    })),
  })),
  bands: [
    {
      ...{ name: '春节', level: 'A', long: false, dates: '1月1日—2日（待公布）' },
      stretches: [{ fromDay: '2027-01-01', toDay: '2027-01-02', fromBefore: false, goesOn: false, provisional: true }],
    },
    {
      ...{ name: '汛期', level: 'B', long: true, dates: '2月1日—3日' },
      stretches: [{ fromDay: '2027-02-01', toDay: '2027-02-03', fromBefore: false, goesOn: false, provisional: false }],
    },
  ],
  notes: ['制图：值守　2026年11月22日'],
};
