import { holdersOfRole } from '../../people/find-people.ts';
import type { Office } from '../../people/office.ts';
import { holdersOf } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import { DutyRefusal } from '../duty-refusal.ts';
import type { Shift } from '../shift.ts';
import { whoIsOnDuty } from '../who.ts';
import { beginsAt, isOpenSwap, partiesOf, type Swap, type SwapLadder, type SwapShift, swapId } from './swap.ts';

export interface SwapRequest {
  readonly no: string;
  readonly emergency: boolean;
  readonly filedBy: ThingId;
  readonly giver: ThingId;
  readonly taker: ThingId;
  readonly given: Shift;
  /** Present for 换班, absent for 代班. */
  readonly returned?: Shift;
  readonly reason?: string;
  readonly approvers: readonly ThingId[];
}

/**
 * A new request, checked before by `checkSwap`. Who files it has agreed by doing so. A manager (one of the approvers) who files it
 * for others has approved it, and it is in force once both have agreed. An emergency is in force at once.
 */
export function fileSwap(request: SwapRequest, at: Date, ladder: SwapLadder): Swap {
  const { no, emergency, filedBy, giver, taker, given, returned, reason, approvers } = request;
  const parties = [giver, taker];
  const isManager = approvers.includes(filedBy) && !parties.includes(filedBy);
  const swap: Swap = {
    id: swapId(no),
    type: 'swap',
    no,
    kind: returned ? 'exchange' : 'give',
    emergency,
    state: 'filed',
    unit: given.unit,
    layer: given.layer,
    filedBy,
    filedAt: at,
    ...(reason && { reason }),
    giver,
    taker,
    given: sideOf(given),
    ...(returned && { returned: sideOf(returned) }),
    awaits: emergency ? [] : parties.filter((person) => person !== filedBy),
    consents: parties.includes(filedBy) ? [{ person: filedBy, by: filedBy, at }] : [],
    approvers: approvers.filter((person) => !parties.includes(person)),
    ...(isManager && { ruling: { approved: true, by: filedBy, at, reason: reason ?? '' } }),
    ladder,
  };
  if (!emergency) return settled(swap, at);
  return { ...swap, state: 'in-force', inForceAt: at, ...(!isManager && { awaitsRuling: true }) };
}

/**
 * 同意 or 不同意 of one of the two; a manager may say it for somebody. Whoever has agreed may still say no until the swap is in force;
 * in an emergency the taker may until it is ruled.
 */
export function answerSwap(
  swap: Swap,
  answer: { readonly person: ThingId; readonly by: ThingId; readonly at: Date; readonly agrees: boolean },
): Swap {
  const { person, by, at, agrees } = answer;
  assertInTime(swap, at);
  const isTheirs = partiesOf(swap).includes(person) && (by === person || swap.approvers.includes(by));
  if (!isTheirs) throw new DutyRefusal('SWAP_NOT_YOURS', { no: swap.no, who: '对方' });
  if (!agrees) return closed(swap, 'declined', at);
  if (!swap.awaits.includes(person)) return swap;

  const consents = [...swap.consents, { person, by, at }];
  return settled({ ...swap, consents, awaits: swap.awaits.filter((one) => one !== person), basisAt: at }, at);
}

/** 批准 or 不批准, by one of the approvers. Approval waits until both have agreed; a refusal need not. */
export function ruleSwap(
  swap: Swap,
  ruling: { readonly by: ThingId; readonly at: Date; readonly approved: boolean; readonly reason: string },
): Swap {
  const { by, at, approved } = ruling;
  assertInTime(swap, at);
  if (!swap.approvers.includes(by)) throw new DutyRefusal('SWAP_NOT_YOURS', { no: swap.no, who: '带班领导' });
  if (!approved) return closed({ ...swap, ruling }, 'refused', at);
  if (swap.awaits.length > 0) throw new DutyRefusal('SWAP_WAITS_CONSENT', { no: swap.no, who: '对方' });

  const { awaitsRuling: _awaitsRuling, ...rest } = swap;
  if (swap.state === 'in-force') return { ...rest, ruling, basisAt: at };
  return settled({ ...rest, ruling, basisAt: at }, at);
}

/** 撤回, by who filed it or whose shift it is, as long as nothing has changed hands. */
export function withdrawSwap(swap: Swap, by: ThingId, at: Date): Swap {
  if (!isOpenSwap(swap) || swap.state === 'in-force') throw new DutyRefusal('SWAP_CLOSED', { no: swap.no });
  if (by !== swap.filedBy && by !== swap.giver) throw new DutyRefusal('SWAP_NOT_YOURS', { no: swap.no, who: '申请人' });
  return closed(swap, 'withdrawn', at);
}

/** 过期: the shift begins and not everybody has spoken. The original person stays. What is in force does not expire. */
export function expireSwap(swap: Swap, at: Date): Swap {
  return swap.state === 'filed' || swap.state === 'consented' ? closed(swap, 'expired', at) : swap;
}

/**
 * Who may rule: the leaders on duty when the shift begins, then the unit's deputy and head, then the office's dispatchers; for a
 * leader's own shift the head comes first. Never one of the two themselves.
 */
export function approversOf(
  given: Shift,
  parties: readonly ThingId[],
  shifts: readonly Shift[],
  office: Office,
  day: Day,
): ThingId[] {
  const { unit, layer, startAt } = given;
  const before = new Date(startAt.getTime() - 1);
  const onDuty = whoIsOnDuty(shifts, { unit, layer: 'leader', at: startAt, now: before }).flatMap(
    ({ people }) => people,
  );
  const deputies = holdersOf(office, unit, 'deputy', day).map(({ id }) => id);
  const heads = holdersOf(office, unit, 'head', day).map(({ id }) => id);
  const dispatchers = holdersOfRole(office, 'dispatcher', day).map(({ id }) => id);
  const inOrder = layer === 'leader' ? [...heads, ...deputies] : [...onDuty, ...deputies, ...heads];
  return [...new Set([...inOrder, ...dispatchers])].filter((person) => !parties.includes(person));
}

export function sideOf({ id, day, name, startAt, endAt }: Shift): SwapShift {
  return { shift: id, day, ...(name && { name }), startAt, endAt };
}

export function closed(swap: Swap, state: Swap['state'], at: Date): Swap {
  const { awaitsRuling: _awaitsRuling, ...rest } = swap;
  return { ...rest, state, awaits: [], closedAt: at, basisAt: at };
}

/** What the expiry has not reached yet is too late all the same. */
function assertInTime(swap: Swap, at: Date): void {
  if (!isOpenSwap(swap)) throw new DutyRefusal('SWAP_CLOSED', { no: swap.no });
  if (swap.state !== 'in-force' && at >= beginsAt(swap)) throw new DutyRefusal('SWAP_TOO_LATE', { no: swap.no });
}

/** The state that follows from what has been said so far. */
function settled(swap: Swap, at: Date): Swap {
  if (swap.awaits.length > 0) return swap;
  const agreed: Swap = { ...swap, consentedAt: swap.consentedAt ?? at };
  return agreed.ruling?.approved ? { ...agreed, state: 'in-force', inForceAt: at } : { ...agreed, state: 'consented' };
}
