import { decide } from '../../domain/decision.ts';
import { closeNotice } from '../../domain/notices/close-notice.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { handOut } from '../../domain/notices/send-notice.ts';
import { defineReminder } from '../reminder.ts';

/** A notice to many goes out in parts; a draft that nobody confirmed lapses; one whose receipts stay away ends. */
export const noticeOut = [
  defineReminder<Notice>({
    thing: 'notice',
    step: 'hand-out',
    fire: async (notice, { now, text, read }) => handOut(notice, now, text, read),
  }),
  defineReminder<Notice>({
    thing: 'notice',
    step: 'lapse',
    fire: async (notice) => decide({ drop: [notice.id] }),
  }),
  defineReminder<Notice>({
    thing: 'notice',
    step: 'end',
    fire: async (notice, { now }) => decide({ save: [closeNotice(notice, 'ended', now)] }),
  }),
];
