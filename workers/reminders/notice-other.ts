import { decide } from '../../domain/decision.ts';
import { awayOn } from '../../domain/duty/absences/read-leaves.ts';
import { isByOther, receive } from '../../domain/notices/answer-receipt.ts';
import { receiptId } from '../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import { otherOf } from '../../domain/notices/pair.ts';
import { isReachable } from '../../domain/people/reach.ts';
import { askOtherText } from '../../domain/wording/notice-life.ts';
import { defineReminder } from '../reminder.ts';

/**
 * Whoever has not answered an urgent notice by the time of the list: the other of the A and B pair is asked too, once. Who holds no
 * such post, or whose other one is on leave or cannot be written to, is on the list of those to be telephoned, which goes out at the same time.
 */
export const noticeOther = defineReminder<Receipt>({
  thing: 'receipt',
  step: 'ask-other',

  async fire(receipt, { read, office, occurrence, text, now }) {
    const notice = await read.thing<Notice>(receipt.notice);
    const day = read.calendar.dayOf(now);
    const other = otherOf(office, receipt.person, day);
    if (notice?.state !== 'sent' || !other) return decide({});

    const own = await read.thing<Receipt>(receiptId(receipt.no, other.id));
    const spoke = own?.receivedAt && own.receivedBy === other.id && !isByOther(own) ? own.receivedAt : undefined;
    if (spoke) {
      const answered = receive(receipt, { by: other.id, at: spoke, heardAt: now });
      return decide({ save: [answered], nudge: [notice.id] });
    }
    if (!isReachable(other) || (await awayOn(day, read)).has(other.id)) return decide({});

    // Whoever has a receipt of his own is being asked as it is; his word will count for both.
    const words = { to: other.id, class: 'L0' as const, text: askOtherText(notice, receipt.person, text) };
    return decide({
      save: [{ ...receipt, other: other.id } as Receipt],
      say: own?.state === 'sent' ? [] : [{ ...words, once: occurrence, about: notice.no, of: receipt.id }],
    });
  },
});
