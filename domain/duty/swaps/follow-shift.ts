import type { ThingId } from '../../thing.ts';
import type { Shift } from '../shift.ts';
import { isOpenSwap, partiesOf, type Swap } from './swap.ts';
import { closed, sideOf } from './swap-rules.ts';

export interface Followed {
  readonly swap: Swap;
  readonly what: 'moved' | 'gone' | 'nothing';
  /** Who has to hear of it. */
  readonly tell: readonly ThingId[];
}

/**
 * What becomes of a swap when one of its shifts changes by other means. If the shift moves, the swap moves and what was said about
 * it stands; both hear the new day and may still say no. If it disappears, or is no longer of who gave it, the swap is gone and both
 * hear that too. A swap that is closed is left alone; of one in force only the memory of the day moves.
 */
export function followShift(swap: Swap, old: Shift, now: Shift | undefined, at: Date): Followed {
  const side = [swap.given, swap.returned].find((one) => one?.shift === old.id);
  const running = isOpenSwap(swap) || swap.state === 'in-force';
  if (!side || !running) return { swap, what: 'nothing', tell: [] };

  const holder = side === swap.given ? swap.giver : swap.taker;
  const vanished = !now || now.state === 'cancelled';
  const changedHands = swap.state !== 'in-force' && now !== undefined && !now.people.includes(holder);
  if (vanished || changedHands) {
    // Of a swap in force the shifts have changed hands already: the other half of it stands.
    const gone = swap.state === 'in-force' ? swap : closed(swap, 'gone', at);
    return { swap: gone, what: 'gone', tell: concerned(swap) };
  }
  const moved = now.startAt.getTime() !== side.startAt.getTime() || now.endAt.getTime() !== side.endAt.getTime();
  if (!moved && now.day === side.day) return { swap, what: 'nothing', tell: [] };

  const to = sideOf(now);
  const after: Swap = { ...swap, ...(side === swap.given ? { given: to } : { returned: to }), basisAt: at };
  return { swap: after, what: 'moved', tell: concerned(swap) };
}

function concerned(swap: Swap): ThingId[] {
  return [...new Set([...partiesOf(swap), ...(swap.ruling ? [swap.ruling.by] : [])])];
}
