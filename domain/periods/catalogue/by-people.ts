import type { PeriodEntry } from '../entry.ts';

/** What no calendar knows: people enter its days every year, or start and end it. */
export const PERIODS_BY_PEOPLE: readonly PeriodEntry[] = [
  {
    id: 'local2h',
    name: '省市县两会',
    runs: { how: 'entered' },
    level: 'A',
    asks: '会前报齐值班表，每天零报告',
    known: /两会$|人代会$|政协会$|党代会$/,
  },
  {
    id: 'ethnic',
    name: '州庆等地方节日',
    runs: { how: 'entered' },
    level: 'B',
    asks: '人员聚集、交通疏导',
    known: /州庆$|[县区市]庆$|三月三$|火把节$|泼水节$/,
  },
  {
    id: 'exam',
    name: '中考',
    runs: { how: 'entered' },
    level: 'C',
    asks: '供电、交通、噪声、人员聚集',
    known: /中考$/,
  },
  {
    id: 'event',
    name: '重大活动',
    runs: { how: 'entered' },
    level: 'A',
    asks: '活动方案、现场值守，人员密集和交通',
    known: /重大活动$/,
  },
  {
    id: 'storm',
    name: '台风暴雨预警',
    runs: { how: 'warning' },
    level: 'A',
    asks: '叫应到人，每小时报数',
    known: /^(?:台风|暴雨|强降雨|山洪|洪水|地质灾害)(?:红|橙)色?预警$/,
  },
  {
    id: 'cold',
    name: '寒潮和低温雨雪冰冻',
    runs: { how: 'warning' },
    level: 'B',
    asks: '道路、供电、供水、燃气，防一氧化碳中毒',
    known: /^(?:寒潮|低温|低温雨雪冰冻|暴雪|大雪|雨雪|冰冻|道路结冰|霜冻)(?:[红橙黄蓝]色?)?预警$/,
  },
  {
    id: 'heatwave',
    name: '高温预警',
    runs: { how: 'warning' },
    level: 'C',
    asks: '37至40℃户外作业不超过6小时并避开最热3小时，40℃以上停止户外作业',
    known: /^高温(?:[红橙黄]色?)?预警$/,
  },
];
