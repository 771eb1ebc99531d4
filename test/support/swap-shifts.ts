import type { Shift } from '../../domain/duty/shift.ts';
import type { Swap } from '../../domain/duty/swaps/swap.ts';
import { aShift } from './shifts.ts';
import { World } from './world.ts';

/** Who sits at 青山镇's post when, in January and February 2026; every day not named is somebody else's. */
const OFFICERS: Readonly<Record<string, string>> = {
  '2026-01-31': 'chenli',
  '2026-02-02': 'lvgang',
  '2026-02-05': 'chenli',
  '2026-02-08': 'lvgang',
};

export const shiftOn = (day: string, layer = 'officer') => `shift.qingshan.${layer}.${day.replaceAll('-', '')}`;

/** 青山镇 with its officers' shifts and 郑伟 in charge on each of the days; times are Shanghai's. */
export async function swapWorld(now: string, more: readonly Shift[] = []): Promise<World> {
  const days = Object.entries(OFFICERS);
  const shifts = days.flatMap(([day, officer]) => [
    aShift(day, { people: [officer] }),
    aShift(day, { layer: 'leader', people: ['zhengwei'] }),
  ]);
  const own = new Set(more.map(({ id }) => id));
  const at = new Date(`${now.replace(' ', 'T')}:00+08:00`);
  // Known for long: what had to be said of them before has been said.
  const all = [...shifts.filter(({ id }) => !own.has(id)), ...more];
  const world = new World(at.toISOString(), { things: all.map((shift) => ({ ...shift, handledAt: at })) });
  await world.settle();
  return world;
}

export function peopleOf(world: World, day: string): Promise<readonly string[]> {
  return world.thing<Shift>(shiftOn(day)).then(({ people }) => people);
}

export function theSwap(world: World, no: string): Promise<Swap> {
  return world.thing<Swap>(`swap.${no}`);
}
