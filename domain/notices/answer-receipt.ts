import type { ThingId } from '../thing.ts';
import type { Receipt } from './notice.ts';

/** Who said it, when it was written, and when it was heard: reminders decided before that are not spoken any more. */
export interface Answer {
  readonly by: ThingId;
  readonly at: Date;
  readonly heardAt: Date;
}

/** 收到, with the time at which it was written; the first one counts. `by` is the person, or the other of an A and B pair. */
export function receive(receipt: Receipt, answer: Answer): Receipt {
  return answered(receipt, 'received', answer);
}

/** 电话核实: somebody telephoned, and the person knows. */
export function notedByPhone(receipt: Receipt, answer: Answer): Receipt {
  return answered(receipt, 'by-phone', answer);
}

function answered(receipt: Receipt, state: Receipt['state'], { by, at, heardAt }: Answer): Receipt {
  if (receipt.state !== 'sent') return receipt;
  return { ...receipt, state, receivedAt: at, receivedBy: by, basisAt: heardAt };
}
