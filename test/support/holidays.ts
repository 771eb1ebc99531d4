import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { planHolidays } from '../../workers/periodic/holiday-planning.ts';
import { filePeriods } from '../../workers/periodic/period-planning.ts';
import type { World } from './world.ts';

/** What the workers' ticks work on; a process that has just started knows nothing of before. */
export function holidayPlanningOf(world: World) {
  return {
    ...{ store: world.store, wakes: world.store, kinds: KINDS, offices: new OfficeCache() },
    ...{ calendar: world.calendar, policy: world.policy, now: () => world.now },
  };
}

/** A tick of the planners that a new arrangement concerns. */
export async function holidayTick(world: World): Promise<void> {
  await world.office();
  await planHolidays(holidayPlanningOf(world));
  await filePeriods(holidayPlanningOf(world));
  await world.settle();
}
