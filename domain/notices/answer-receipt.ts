import type { ThingId } from '../thing.ts';
import type { Receipt } from './notice.ts';

/** Who said it, when it was written, and when it was heard: reminders decided before that are not spoken any more. */
export interface Answer {
  readonly by: ThingId;
  readonly at: Date;
  readonly heardAt: Date;
}

/**
 * 收到, with the time at which it was written; the first one counts. `by` is the person, or the other of an A and B pair; what the
 * other one had answered becomes the person's own word once he speaks himself.
 */
export function receive(receipt: Receipt, answer: Answer): Receipt {
  if (isByOther(receipt) && answer.by === receipt.person) return answered(receipt, 'received', answer);
  return isWaiting(receipt) ? answered(receipt, 'received', answer) : receipt;
}

/** 电话核实: somebody telephoned, and the person knows; more than the word of the other of the pair. */
export function notedByPhone(receipt: Receipt, answer: Answer): Receipt {
  return isWaiting(receipt) || isByOther(receipt) ? answered(receipt, 'by-phone', answer) : receipt;
}

/** Whether somebody else of the pair has answered for the person. */
export function isByOther({ state, person, receivedBy }: Receipt): boolean {
  return state === 'received' && receivedBy !== undefined && receivedBy !== person;
}

/** No answer so far, also where nobody waits for one any more. */
function isWaiting({ state }: Receipt): boolean {
  return state === 'sent' || state === 'unanswered';
}

function answered(receipt: Receipt, state: Receipt['state'], { by, at, heardAt }: Answer): Receipt {
  return { ...receipt, state, receivedAt: at, receivedBy: by, basisAt: heardAt };
}
