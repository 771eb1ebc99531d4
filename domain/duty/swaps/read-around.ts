import type { Reading } from '../../reading.ts';
import type { Day } from '../../thing.ts';
import { leavesOfPeople } from '../absences/read-leaves.ts';
import { shiftsOn, swapsOfShift } from '../collections.ts';
import type { Shift } from '../shift.ts';
import { checkSwap, type SwapVerdict } from './check-swap.ts';
import { type Swap, shiftsOfSwap } from './swap.ts';

/** A shift that begins so many days earlier or later can still stand in the way of one. */
const DAYS_AROUND = 2;

/** The shifts of every unit that begin around these days: people serve in other units than their own too. */
export async function shiftsNear(days: readonly Day[], read: Reading): Promise<Shift[]> {
  const near = new Set<Day>();
  for (const day of days) {
    for (let by = -DAYS_AROUND; by <= DAYS_AROUND; by++) near.add(read.calendar.addDays(day, by));
  }
  return (await Promise.all([...near].sort().map((day) => read.members<Shift>(shiftsOn(day))))).flat();
}

/** What stands against a swap as things are now. `shifts` are those of `shiftsNear` its days. */
export async function verdictOf(
  swap: Parameters<typeof checkSwap>[0],
  shifts: readonly Shift[],
  read: Reading,
): Promise<SwapVerdict> {
  const lists = await Promise.all(shiftsOfSwap(swap).map(({ shift }) => read.members<Swap>(swapsOfShift(shift))));
  return checkSwap(swap, shifts, {
    office: await read.office(),
    calendar: read.calendar,
    policy: read.policy.duty,
    now: read.now,
    leaves: await leavesOfPeople([swap.giver, swap.taker], read),
    // A request that has led to nothing yet gives way when somebody has to leave the post.
    openSwaps: lists.flat().filter((other) => !swap.emergency || other.state === 'in-force'),
  });
}

/** The days on which the shifts of a swap begin. */
export function daysOfSwap(swap: Pick<Swap, 'given' | 'returned'>): Day[] {
  return shiftsOfSwap(swap).map(({ day }) => day);
}
