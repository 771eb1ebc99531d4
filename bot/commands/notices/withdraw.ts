import { decide } from '../../../domain/decision.ts';
import { closeNotice } from '../../../domain/notices/close-notice.ts';
import { answer, defineCommand, reply } from '../command.ts';
import { approvalQuestions } from './approval.ts';
import { assertOwn, noticeAsked } from './notice-meant.ts';

/** 取消, said about a notice that has not been sent: its number stays on record. */
export default defineCommand({
  intent: 'cancel',
  matter: 'notice',
  examples: [],

  async handle(context) {
    const { question, office, read } = context;
    const notice = await noticeAsked(context);
    assertOwn(context, notice);
    if (notice.state !== 'draft' && notice.state !== 'pending') {
      const text =
        notice.handedOut > 0 ? `${notice.no}已经发出，要解除请说“解除 ${notice.no}”` : `${notice.no}已经取消`;
      return reply(context, text, notice.no);
    }
    return decide({
      save: [closeNotice(notice, 'withdrawn', read.now)],
      say: [answer(context, `${notice.no}没有发出，已取消`, notice.no)],
      drop: [...(question ? [question.id] : []), ...approvalQuestions(notice, office, read)],
    });
  },
});
