import { defineKind } from '../kind.ts';
import { noticeAgenda, receiptAgenda } from './agenda.ts';
import { isByOther } from './answer-receipt.ts';
import {
  answeredReceipts,
  openReceiptsOf,
  receiptsByOther,
  unansweredReceipts,
  waitingReceipts,
} from './collections.ts';
import { liftableCollections } from './liftable.ts';
import type { Notice, Receipt } from './notice.ts';

export const noticeKind = defineKind<Notice>({
  type: 'notice',
  agenda: noticeAgenda,
  collections: liftableCollections,
  audited: true,
});

export const receiptKind = defineKind<Receipt>({
  type: 'receipt',
  agenda: receiptAgenda,
  collections: receiptCollections,
  audited: true,
});

function receiptCollections(receipt: Receipt): string[] {
  const { notice, person, state, other } = receipt;
  if (state === 'unanswered') return [unansweredReceipts(notice)];
  if (state !== 'sent') return [answeredReceipts(notice), ...(isByOther(receipt) ? [receiptsByOther(notice)] : [])];
  return [waitingReceipts(notice), openReceiptsOf(person), ...(other ? [openReceiptsOf(other)] : [])];
}
