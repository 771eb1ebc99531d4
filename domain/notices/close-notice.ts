import type { ThingId } from '../thing.ts';
import type { ClosedBecause, Notice, Receipt } from './notice.ts';

/** It is over: receipts that still wait are no longer asked for. */
export function closeNotice(notice: Notice, because: ClosedBecause, at: Date): Notice {
  return { ...notice, state: 'closed', closedAt: at, closedBecause: because };
}

/** 不用再等了, said by a person who says why. */
export function endNotice(notice: Notice, by: ThingId, reason: string, at: Date): Notice {
  return { ...closeNotice(notice, 'said', at), closedBy: by, closedReason: reason };
}

/** Whether it was closed with receipts that still waited, and not all of them have been looked at since. */
export function hasReceiptsToRelease({ state, wanted, closedBecause, released = 0, handedOut }: Notice): boolean {
  return state === 'closed' && wanted && closedBecause !== 'complete' && released < handedOut;
}

/** 未应答 when it ended, and nothing worse: nobody is asked again, and an answer that comes late still counts. */
export function releaseReceipt(receipt: Receipt, at: Date): Receipt {
  return receipt.state === 'sent' ? { ...receipt, state: 'unanswered', basisAt: at } : receipt;
}
