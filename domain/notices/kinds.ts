import { defineKind } from '../kind.ts';
import { noticeAgenda, receiptAgenda } from './agenda.ts';
import { answeredReceipts, openReceiptsOf, waitingReceipts } from './collections.ts';
import type { Notice, Receipt } from './notice.ts';

export const noticeKind = defineKind<Notice>({
  type: 'notice',
  agenda: noticeAgenda,
  collections: () => [],
  audited: true,
});

export const receiptKind = defineKind<Receipt>({
  type: 'receipt',
  agenda: receiptAgenda,
  collections: ({ notice, person, state }) =>
    state === 'sent' ? [waitingReceipts(notice), openReceiptsOf(person)] : [answeredReceipts(notice)],
  audited: true,
});
