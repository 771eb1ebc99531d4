import type { FestivalName, PeriodEntry, Runs } from '../entry.ts';
import type { PeriodLevel } from '../policy.ts';

/** The official break, with so many days before and after it. */
function around(breakOf: FestivalName, days = 0): Runs {
  return {
    how: 'between',
    from: { breakOf, edge: 'first', shift: -days },
    to: { breakOf, edge: 'last', shift: days },
  };
}

function holiday(id: string, name: string, runs: Runs, level: PeriodLevel, asks: string): PeriodEntry {
  return { id, name, runs, level, asks };
}

/** Holidays with days off, and what belongs to 春节. */
export const HOLIDAY_PERIODS: readonly PeriodEntry[] = [
  holiday('newyear', '元旦', around('元旦'), 'B', '领导带班、24小时值班、零报告'),
  holiday('spring', '春节', around('春节'), 'A', '领导带班、24小时值班，每天16:00零报告，夜间抽查'),
  holiday('qingming', '清明', around('清明', 3), 'B', '森林防火、祭祀用火、道路交通'),
  holiday('labour', '劳动节', around('劳动'), 'B', '24小时值班，旅游、道路交通'),
  holiday('dragon', '端午', around('端午'), 'B', '龙舟活动、水上安全'),
  holiday('mid', '中秋', around('中秋'), 'B', '24小时值班，人员密集场所'),
  holiday('national', '国庆', around('国庆'), 'A', '9月20日起节前检查，24小时值班、每天零报告'),
  {
    id: 'fireworks',
    name: '烟花爆竹旺季',
    runs: { how: 'between', from: { lunar: [12, 23], yearsBack: 1 }, to: { lunar: [1, 15] } },
    level: 'B',
    asks: '烟花爆竹储存、销售（下店上宅、前店后宅）、运输、燃放',
  },
  {
    id: 'lantern',
    name: '元宵',
    runs: { how: 'between', from: { lunar: [1, 15], shift: -1 }, to: { lunar: [1, 15], shift: 1 } },
    level: 'B',
    asks: '灯会、人员聚集、烟花燃放',
  },
  {
    id: 'chunyun',
    name: '春运',
    reads: '春运',
    runs: { how: 'as-read' },
    level: 'C',
    asks: '校车、大客车、旅游包车、危货车检查，恶劣天气预案',
  },
  {
    id: 'yearend',
    name: '岁末年初',
    runs: { how: 'between', from: { solar: '12-01', yearsBack: 1 }, to: { lunar: [1, 1], shift: -1 } },
    level: 'C',
    asks: '每周隐患台账，消防、燃气、建筑赶工期',
  },
  {
    id: 'resume',
    name: '复工复产',
    runs: { how: 'between', from: { workAfter: '春节' }, to: { lunar: [1, 15], shift: 10 } },
    level: 'C',
    asks: '复工检查、开工第一课',
  },
];
