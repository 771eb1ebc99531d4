import type { PeriodEntry } from '../entry.ts';
import type { PeriodLevel } from '../policy.ts';

function season(id: string, name: string, level: PeriodLevel, asks: string, reads = name): PeriodEntry {
  return { id, name, reads, runs: { how: 'as-read' }, level, asks };
}

const long = (entry: PeriodEntry): PeriodEntry => ({ ...entry, long: true });

/** Seasons of the year; where a region has none of them, nothing runs. */
export const SEASON_PERIODS: readonly PeriodEntry[] = [
  long(season('flood', '汛期', 'B', '24小时防汛值班、巡查，按防指要求零报告')),
  long(season('floodmain', '主汛期', 'B', '24小时防汛值班，加密巡查')),
  season('floodkey', '防汛关键期', 'A', '多数人员在岗到位，夜间抽查'),
  long(season('ice', '凌汛期', 'C', '凌汛巡查')),
  long(season('forest', '森林防火期', 'B', '禁火、巡护、值班')),
  long(season('forest-autumn', '秋季森林防火期', 'B', '禁火、巡护、值班')),
  long(season('forest-danger', '森林高火险期', 'B', '严控野外用火，加密巡护')),
  long(season('heat', '高温', 'C', '户外作业避开高温时段，防暑降温', '高温季节')),
  season('summer', '暑期防溺水和旅游', 'C', '水域巡查、景区安全', '暑期'),
  long(season('winterfire', '冬春火灾防控', 'C', '人员密集场所、高层建筑、九小场所')),
  season('school', '开学季', 'C', '校车、食堂、校园周边'),
];
