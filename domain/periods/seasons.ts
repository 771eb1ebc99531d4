import type { KeyPeriodRule } from '../calendar/key-periods.ts';
import type { FloodRegion, ForestRegion, IceRegion, PeriodPolicy } from './policy.ts';

type Seasons = Readonly<Record<string, KeyPeriodRule>>;

const season = (start: string, end: string): KeyPeriodRule => ({ start, end });

/** 南方（长江、珠江、太湖）入汛早，北方（黄河、淮河、海河、松辽）入汛晚。 */
const FLOOD: Readonly<Record<FloodRegion, Seasons>> = {
  country: {},
  south: { 汛期: season('04-01', '10-31'), 主汛期: season('06-01', '08-31') },
  north: { 汛期: season('06-01', '09-30'), 主汛期: season('07-01', '08-31') },
};

/** 《森林防火条例》第二十三条: the season is set by the local government; these are what most of a region has set. */
const FOREST: Readonly<Record<ForestRegion, Seasons>> = {
  none: {},
  southwest: { 森林防火期: season('12-01', '06-15'), 森林高火险期: season('03-01', '05-31') },
  northeast: { 森林防火期: season('03-15', '06-15'), 秋季森林防火期: season('09-15', '11-15') },
  south: { 森林防火期: season('10-01', '04-30') },
};

const ICE: Readonly<Record<IceRegion, Seasons>> = {
  none: {},
  'yellow-river': { 凌汛期: season('11-01', '03-31') },
  songliao: { 凌汛期: season('11-01', '04-30') },
};

/** Seasons that follow from where the office lies, by the name that texts use: they decide both how 汛期前 is read and when 汛期 runs. */
export function seasonsOf({ floodRegion, forestRegion, iceRegion }: PeriodPolicy): Seasons {
  return { ...FLOOD[floodRegion], ...FOREST[forestRegion], ...ICE[iceRegion] };
}
