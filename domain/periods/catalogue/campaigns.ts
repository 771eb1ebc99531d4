import type { MonthDay, PeriodEntry } from '../entry.ts';

const fixed = (from: MonthDay, to: MonthDay) => ({ how: 'between', from: { solar: from }, to: { solar: to } }) as const;

/** Meetings, examinations and campaigns on fixed days. */
export const CAMPAIGN_PERIODS: readonly PeriodEntry[] = [
  {
    id: 'npc',
    name: '全国两会',
    reads: '全国两会',
    // The roster and the daily report begin the day before the meetings that texts mean.
    runs: fixed('03-03', '03-12'),
    level: 'A',
    asks: '3月3日前报值班表，每周隐患台账，每天零报告',
  },
  {
    id: 'dpw',
    name: '防灾减灾周',
    reads: '防灾减灾周',
    runs: { how: 'as-read' },
    level: 'C',
    asks: '宣传、演练',
  },
  {
    id: 'gaokao',
    name: '高考',
    reads: '高考',
    runs: { how: 'as-read' },
    level: 'C',
    asks: '供电、交通、噪声、人员聚集',
  },
  {
    id: 'safemonth',
    name: '安全生产月',
    reads: '安全生产月',
    runs: { how: 'as-read' },
    level: 'C',
    asks: '“五进”活动、演练周，6月16日宣传咨询日',
  },
  {
    id: 'fire119',
    name: '消防宣传月',
    reads: '消防宣传月',
    runs: { how: 'as-read' },
    level: 'C',
    asks: '宣传、演练，11月9日消防日',
  },
  { id: 'traffic122', name: '全国交通安全日', runs: fixed('12-02', '12-02'), level: 'C', asks: '交通安全宣传' },
  {
    id: 'lawweek',
    name: '安全生产法宣传周',
    reads: '安全生产法宣传周',
    runs: { how: 'as-read' },
    level: 'C',
    asks: '安全生产法宣传',
  },
];
