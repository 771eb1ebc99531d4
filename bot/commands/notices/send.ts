import { decide, merge } from '../../../domain/decision.ts';
import { handOut, outAt } from '../../../domain/notices/send-notice.ts';
import { sentText } from '../../../domain/wording/notices.ts';
import { answer, defineCommand, reply } from '../command.ts';
import { noticeAsked } from './notice-meant.ts';

/** 发, said about a notice that waits for it. */
export default defineCommand({
  intent: 'confirm',
  matter: 'notice',
  examples: [],

  async handle(context) {
    const { read, text, question } = context;
    const notice = await noticeAsked(context);
    if (notice.state !== 'draft') return reply(context, `${notice.no}已经发出，不用再确认`, notice.no);
    const out = handOut(notice, read.now, text, read);
    const done = decide({
      say: [answer(context, sentText(notice, outAt(notice, read.now, read), text), notice.no)],
      drop: question ? [question.id] : [],
    });
    return merge([done, out]);
  },
});
