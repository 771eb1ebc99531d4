import type { ThingId } from '../../thing.ts';
import type { Shift } from '../shift.ts';
import { changed, standIn, withPerson } from '../shift-rules.ts';
import type { Swap } from './swap.ts';

type Parties = Pick<Swap, 'giver' | 'taker' | 'given' | 'returned'>;

/**
 * The shifts that a swap coming into force changes, and no others. Nobody is added and nobody lost: each place on a shift goes from
 * one of the two to the other. Where the shift has been taken over (an emergency) the taker stands in from
 * now on; where nobody is there yet, the taker is the one who is to come.
 */
export function applySwap(swap: Swap, shifts: readonly Shift[], at: Date, by: ThingId): Shift[] {
  const { given, returned, giver, taker } = swap;
  const reason = [swap.no, swap.reason].filter(Boolean).join(' ');
  return shifts.flatMap((shift) => {
    if (shift.id === given.shift) return passedOn(shift, giver, taker);
    if (shift.id === returned?.shift) return passedOn(shift, taker, giver);
    return [];
  });

  function passedOn(shift: Shift, from: ThingId, to: ThingId): Shift[] {
    if (!shift.people.includes(from)) return [];
    const act = { by, at, reason };
    if (shift.takenOverAt) return [standIn(shift, { person: to, instead: from }, act)];
    return [changed(withPerson(shift, from, to, at), act, { what: 'swapped', gone: [from], come: [to] })];
  }
}

/**
 * An emergency that the taker declines: the original person answers again, from now on. One that is not approved goes back only as
 * long as the taker has not taken over: a post is not emptied by a ruling, the leader has to name somebody else.
 */
export function revertSwap(swap: Swap, shifts: readonly Shift[], at: Date, by: ThingId): Shift[] {
  const { given, returned, giver, taker } = swap;
  const isServed = shifts.some(({ id, takenOverAt }) => id === given.shift && takenOverAt !== undefined);
  if (swap.state === 'refused' && isServed) return [];
  const act = { by, at, reason: `${swap.no}未获同意` };
  const back = (shift: Shift, from: ThingId, to: ThingId): Shift[] => {
    const standing = shift.standIns?.some((one) => one.person === from && one.instead === to && !one.toAt);
    if (standing) {
      const standIns = shift.standIns!.map((one) =>
        one.person === from && one.instead === to && !one.toAt ? { ...one, toAt: at } : one,
      );
      return [changed({ ...shift, standIns }, act, { what: 'swapped', gone: [from], come: [to] })];
    }
    if (!shift.people.includes(from) || shift.state === 'closed') return [];
    return [changed(withPerson(shift, from, to, at), act, { what: 'swapped', gone: [from], come: [to] })];
  };
  return shifts.flatMap((shift) => {
    if (shift.id === given.shift) return back(shift, taker, giver);
    return shift.id === returned?.shift ? back(shift, giver, taker) : [];
  });
}

/** What a swap that went from one state to another changes in the roster. */
export function shiftsAfter(
  before: Swap | undefined,
  after: Swap,
  shifts: readonly Shift[],
  at: Date,
  by: ThingId,
): Shift[] {
  const was = before?.state === 'in-force';
  const is = after.state === 'in-force';
  if (is && !was) return applySwap(after, shifts, at, by);
  return was && !is ? revertSwap(after, shifts, at, by) : [];
}

/** All shifts as they would be named, whoever has begun or not: for checking. */
export function exchanged({ giver, taker, given, returned }: Parties, shifts: readonly Shift[]): Shift[] {
  const put = (shift: Shift, from: ThingId, to: ThingId) => ({
    ...shift,
    people: shift.people.map((person) => (person === from ? to : person)),
  });
  return shifts.map((shift) => {
    if (shift.id === given.shift) return put(shift, giver, taker);
    return shift.id === returned?.shift ? put(shift, taker, giver) : shift;
  });
}
