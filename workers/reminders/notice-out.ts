import { decide } from '../../domain/decision.ts';
import { closeNotice, releaseReceipt } from '../../domain/notices/close-notice.ts';
import { receiptId } from '../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import { answeredBefore, handOut } from '../../domain/notices/send-notice.ts';
import { isReachable } from '../../domain/people/reach.ts';
import { neverApprovedText, stillWaitsText } from '../../domain/wording/notice-everybody.ts';
import { defineReminder } from '../reminder.ts';

/** Receipts that one commit lets go. */
const MOST_AT_ONCE = 200;

/** A notice to many goes out in parts; a draft that nobody confirmed lapses; one whose receipts stay away ends, and lets go of them. */
export const noticeOut = [
  defineReminder<Notice>({
    thing: 'notice',
    step: 'hand-out',
    fire: async (notice, { now, text, read }) => handOut(notice, now, text, read, await answeredBefore(notice, read)),
  }),
  defineReminder<Notice>({
    thing: 'notice',
    step: 'lapse',

    async fire(notice, { now, occurrence }) {
      const { state, author, no } = notice;
      const told =
        state === 'pending'
          ? [{ to: author, class: 'L2' as const, text: neverApprovedText(notice), once: occurrence, about: no }]
          : [];
      return decide({ save: [closeNotice(notice, 'lapsed', now)], say: told });
    },
  }),
  defineReminder<Notice>({
    thing: 'notice',
    step: 'approval-open',

    async fire(notice, { now, office, occurrence, read }) {
      const { id, author, no } = notice;
      const person = office.people.get(author);
      if (!person || !isReachable(person)) return 'nobody';
      const text = stillWaitsText(notice, read.policy.notices.approvalMinutes);
      return decide({
        say: [{ to: author, class: 'L0', text, once: occurrence, about: no }],
        ask: [
          {
            ...{ conversation: author, person: author, matter: id, about: 'notice', kinds: ['confirm'] },
            expiresAt: new Date(now.getTime() + 86_400_000),
          },
        ],
      });
    },
  }),
  defineReminder<Notice>({
    thing: 'notice',
    step: 'end',
    fire: async (notice, { now }) => decide({ save: [closeNotice(notice, 'ended', now)] }),
  }),
  defineReminder<Notice>({
    thing: 'notice',
    step: 'release',

    async fire(notice, { now, read }) {
      const { no, people, handedOut, released = 0 } = notice;
      const upTo = Math.min(handedOut, released + MOST_AT_ONCE);
      const part = people.slice(released, upTo).map((person) => receiptId(no, person));
      const receipts = await read.things<Receipt>(part);
      const letGo = receipts.flatMap((receipt) => {
        const after = releaseReceipt(receipt, now);
        return after === receipt ? [] : [after];
      });
      return decide({ save: [{ ...notice, released: upTo } as Notice, ...letGo] });
    },
  }),
];
