import { decide } from '../../../domain/decision.ts';
import { answer, defineCommand, reply } from '../command.ts';
import { noticeAsked } from './notice-meant.ts';

/** 取消, said about a notice that has not been sent. */
export default defineCommand({
  intent: 'cancel',
  matter: 'notice',
  examples: [],

  async handle(context) {
    const { question } = context;
    const notice = await noticeAsked(context);
    if (notice.state !== 'draft')
      return reply(context, `${notice.no}已经发出，要解除请说“解除 ${notice.no}”`, notice.no);
    return decide({
      say: [answer(context, `${notice.no}没有发出，已取消`, notice.no)],
      drop: [notice.id, ...(question ? [question.id] : [])],
    });
  },
});
