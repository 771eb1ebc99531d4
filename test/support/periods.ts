import { KINDS } from '../../domain/kinds.ts';
import { PERIODS, type Period } from '../../domain/periods/period.ts';
import { runsBetween } from '../../domain/periods/runs.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { filePeriods } from '../../workers/periodic/period-planning.ts';
import { planChecks } from '../../workers/plan-checks.ts';
import { secureRandom, sha256 } from '../../workers/secure-random.ts';
import { calendar } from './builders.ts';
import type { World } from './world.ts';

/** What the planners' ticks work on. */
export function planningOf(world: World) {
  return {
    ...{ store: world.store, kinds: KINDS, offices: new OfficeCache(), calendar: world.calendar },
    ...{ policy: world.policy, now: () => world.now, random: secureRandom, sha256 },
  };
}

/** A tick of both planners. */
export async function tick(world: World): Promise<void> {
  await world.office();
  await filePeriods(planningOf(world));
  await planChecks(planningOf(world));
  await world.settle();
}

/** Periods that are ahead, running, or have closing work left. */
export async function periodsOf(world: World): Promise<Period[]> {
  const { ids } = await world.store.collection(PERIODS);
  return (await world.store.load(ids)).map(({ thing }) => thing as Period);
}

/** Periods that should be open and are not, and the other way round. */
export async function wrongOn(day: string, world: World): Promise<string[]> {
  const { periods } = await world.office();
  const terms = { calendar, policy: world.policy, own: periods.values() };
  const wanted = runsBetween(day, day, terms).map(({ id }) => id);
  const open = (await periodsOf(world)).filter(({ state }) => state === 'open').map(({ id }) => id);
  return [
    ...wanted.filter((id) => !open.includes(id)).map((id) => `${day} ${id} is not open`),
    ...open.filter((id) => !wanted.includes(id)).map((id) => `${day} ${id} is not closed`),
  ];
}
