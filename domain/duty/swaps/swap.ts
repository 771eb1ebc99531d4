import type { Day, Thing, ThingId } from '../../thing.ts';
import type { Layer } from '../shift.ts';

/**
 * 申请 filed → 对方同意 consented → 批准, which puts it in force. Side ends: 不同意 declined, 不批准 refused, 过期 expired, 撤回
 * withdrawn, and gone where the shift itself went. An emergency is in force from the beginning and still awaits approval.
 */
export type SwapState = 'filed' | 'consented' | 'in-force' | 'declined' | 'refused' | 'expired' | 'withdrawn' | 'gone';

/** 换班 (two shifts exchanged) or 代班 (one shift given away). */
export type SwapKind = 'exchange' | 'give';

/** A shift as the swap knows it: copied, so that its texts and times stay right and a move can be seen. */
export interface SwapShift {
  readonly shift: ThingId;
  readonly day: Day;
  readonly name?: string;
  readonly startAt: Date;
  readonly endAt: Date;
}

/** A word given about a swap; `by` differs from `person` where a manager speaks for somebody. */
export interface Consent {
  readonly person: ThingId;
  readonly by: ThingId;
  readonly at: Date;
}

export interface SwapLadder {
  /** Until the other side has agreed, and then until it is ruled; counted from the start of the shift. */
  readonly untilTaken: readonly string[];
  /** Until an emergency that is in force has been ruled; counted from when it was filed. */
  readonly emergency: readonly string[];
}

/** 换班申请, `swap.S019`. */
export interface Swap extends Thing {
  readonly type: 'swap';
  readonly no: string;
  readonly kind: SwapKind;
  readonly emergency: boolean;
  readonly state: SwapState;
  readonly unit: ThingId;
  readonly layer: Layer;
  readonly filedBy: ThingId;
  readonly filedAt: Date;
  readonly reason?: string;
  /** Whose shift it is now. */
  readonly giver: ThingId;
  readonly taker: ThingId;
  readonly given: SwapShift;
  /** The taker's shift that the giver does instead; exchange only. */
  readonly returned?: SwapShift;
  /** Whose word is still needed; empty from `consented` on. */
  readonly awaits: readonly ThingId[];
  readonly consents: readonly Consent[];
  /** Who may rule, in the order in which they are asked. */
  readonly approvers: readonly ThingId[];
  readonly consentedAt?: Date;
  readonly ruling?: { readonly approved: boolean; readonly by: ThingId; readonly at: Date; readonly reason: string };
  readonly inForceAt?: Date;
  /** An emergency in force that nobody has ruled yet. */
  readonly awaitsRuling?: boolean;
  readonly closedAt?: Date;
  readonly ladder: SwapLadder;
}

export function swapId(no: string): ThingId {
  return `swap.${no}`;
}

/** Something is still expected of somebody. */
export function isOpenSwap({ state, awaitsRuling }: Swap): boolean {
  return state === 'filed' || state === 'consented' || awaitsRuling === true;
}

export function shiftsOfSwap({ given, returned }: Pick<Swap, 'given' | 'returned'>): readonly SwapShift[] {
  return returned ? [given, returned] : [given];
}

/** The moment from which it is too late: the start of the earlier shift. */
export function beginsAt(swap: Pick<Swap, 'given' | 'returned'>): Date {
  return new Date(Math.min(...shiftsOfSwap(swap).map(({ startAt }) => startAt.getTime())));
}

/** The two people of a swap. */
export function partiesOf({ giver, taker }: Pick<Swap, 'giver' | 'taker'>): readonly ThingId[] {
  return [giver, taker];
}
