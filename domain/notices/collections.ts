import type { ThingId } from '../thing.ts';
import { lastPart } from '../thing.ts';

export function noticeId(no: string): ThingId {
  return `notice.${no}`;
}

export function receiptId(no: string, person: ThingId): ThingId {
  return `receipt.${no}.${lastPart(person)}`;
}

/** Receipts of a notice that wait for an answer: nobody who only wants to know how many reads them. */
export function waitingReceipts(notice: ThingId): string {
  return `receipts.waiting.${notice}`;
}

export function answeredReceipts(notice: ThingId): string {
  return `receipts.answered.${notice}`;
}

/** Receipts that still waited when their notice ended. */
export function unansweredReceipts(notice: ThingId): string {
  return `receipts.unanswered.${notice}`;
}

/** Receipts that the other of an A and B pair has answered; few, and read by name for the list. */
export function receiptsByOther(notice: ThingId): string {
  return `receipts.by-other.${notice}`;
}

/** What a person has not answered yet, for himself or for the other of an A and B pair. */
export function openReceiptsOf(person: ThingId): string {
  return `receipts.open.${person}`;
}
