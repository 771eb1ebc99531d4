import type { PeriodEntry } from '../entry.ts';
import { PERIODS_BY_PEOPLE } from './by-people.ts';
import { CAMPAIGN_PERIODS } from './campaigns.ts';
import { HOLIDAY_PERIODS } from './holidays.ts';
import { SEASON_PERIODS } from './seasons.ts';

/** Every kind of key period there is. A further one is one entry in one of these lists. */
export const CATALOGUE: readonly PeriodEntry[] = [
  ...HOLIDAY_PERIODS,
  ...CAMPAIGN_PERIODS,
  ...SEASON_PERIODS,
  ...PERIODS_BY_PEOPLE,
];
