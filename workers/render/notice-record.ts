import { setImmediate as pause } from 'node:timers/promises';
import { receiptId } from '../../domain/notices/collections.ts';
import { feedbacksTo } from '../../domain/notices/feedback/collections.ts';
import type { Feedback } from '../../domain/notices/feedback/feedback.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import {
  type CourseEvent,
  courseRows,
  courseSheet,
  feedbackEvents,
  noticeEvents,
  receiptEvents,
} from '../../domain/papers/notice-record/course.ts';
import { feedbackSheet, noticeSheet } from '../../domain/papers/notice-record/front-sheets.ts';
import { receiptRows, receiptSheet } from '../../domain/papers/notice-record/receipt-rows.ts';
import { withoutPhones } from '../../domain/wording/duty-log.ts';
import { recordSentText, recordTitle } from '../../domain/wording/notice-export.ts';
import { issuedText } from '../../domain/wording/papers.ts';
import type { Renderer } from './renderer.ts';

/** So many people at a time; between them whatever else is due has its turn. */
const AT_ONCE = 250;

/** 全程记录 of a notice: what is read is only printed, so that answers that come meanwhile neither wait for it nor undo it. */
export const noticeRecord: Renderer = {
  kind: 'notice-record',

  async draw(paper, { read, text }) {
    const [notice] = await read.peek<Notice>([paper.notice!]);
    if (!notice?.sentAt) return undefined;
    const shown = (words: string) => (paper.phones ? words : withoutPhones(words));
    const followers = await read.peek<Notice>([notice.correctedBy, notice.liftedBy].flatMap((id) => id ?? []));
    const events: CourseEvent[] = noticeEvents(notice, followers);
    const rows: string[][] = [];
    let answered = 0;
    for (let from = 0; from < notice.people.length; from += AT_ONCE) {
      const people = notice.people.slice(from, from + AT_ONCE);
      const receipts = await read.peek<Receipt>(people.map((person) => receiptId(notice.no, person)));
      rows.push(...receiptRows(notice, [from, people], receipts, { phones: paper.phones, text }));
      events.push(...receiptEvents(receipts));
      answered += receipts.filter(({ state }) => state === 'received' || state === 'by-phone').length;
      await pause();
    }

    const feedbacks = notice.feedback ? await read.peekMembers<Feedback>(feedbacksTo(notice.id)) : [];
    const places = new Map([...(notice.feedback?.units ?? []), ...notice.people].map((id, index) => [id, index]));
    feedbacks.sort((one, other) => (places.get(one.of) ?? 0) - (places.get(other.of) ?? 0));
    events.push(...feedbackEvents(feedbacks, text));
    await pause();

    const context = { text, issued: issuedText(paper, text), shown };
    const title = recordTitle(notice);
    const sheets = [
      noticeSheet(notice, answered, context),
      receiptSheet(title, context.issued, rows),
      feedbackSheet(notice, feedbacks, context),
      courseSheet(title, context.issued, await inOrder(events, context)),
    ];
    return { name: title, text: recordSentText(notice, answered), sheets };
  },
};

async function inOrder(events: CourseEvent[], context: Parameters<typeof courseRows>[2]): Promise<string[][]> {
  const sorted = events.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const rows: string[][] = [];
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    rows.push(...courseRows(sorted.slice(from, from + AT_ONCE), from, context));
    await pause();
  }
  return rows;
}
