import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { askApproval, dropEverybody, refusesEverybody } from '../../../domain/notices/everybody.ts';
import { whyNotCorrectable } from '../../../domain/notices/follow-notice.ts';
import { leadersOf } from '../../../domain/notices/leaders.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { outAt, sendNotice } from '../../../domain/notices/send-notice.ts';
import { alreadyOutText, noLeaderText, waitsForLeaderText } from '../../../domain/wording/notice-everybody.ts';
import { notCorrectableText } from '../../../domain/wording/notice-life.ts';
import { sentText } from '../../../domain/wording/notices.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';
import { approvalQuestions, askLeaders } from './approval.ts';
import { assertOwn, noticeAsked } from './notice-meant.ts';

/** 发, said about a notice that waits for it; 不@所有人 where it would wait for a leader. */
export default defineCommand({
  intent: 'confirm',
  matter: 'notice',
  examples: [],

  async handle(context) {
    const { message } = context;
    const notice = await noticeAsked(context);
    assertOwn(context, notice);
    if (notice.state === 'sent' || notice.state === 'closed')
      return reply(context, alreadyOutText(notice.no), notice.no);
    if (refusesEverybody(message.text)) return send(dropEverybody(notice), context);
    if (notice.everybodyIn && !notice.approvedBy) return wait(notice, context);
    return send(notice, context);
  },
});

async function send(notice: Notice, context: CommandContext): Promise<Decision> {
  const { read, text, question, office } = context;
  const { corrects } = notice;
  const first = corrects && (await read.thing<Notice>(corrects));
  const why = first && whyNotCorrectable(first);
  if (why) return reply(context, notCorrectableText(first, why), notice.no);

  const done = decide({
    say: [answer(context, sentText(notice, outAt(notice, read.now, read), text), notice.no)],
    drop: [...(question ? [question.id] : []), ...approvalQuestions(notice, office, read)],
  });
  return merge([done, await sendNotice(notice, read, text)]);
}

/** 待批准: asked once; said again, its author hears for whom it waits. */
function wait(notice: Notice, context: CommandContext): Decision {
  const { read, office, text } = context;
  const pending = notice.state === 'pending' ? notice : askApproval(notice, read.now);
  const leaders = leadersOf(office, read.calendar.dayOf(read.now), notice.author);
  if (leaders.length === 0) return reply(context, noLeaderText(notice), notice.no);
  const asked = notice.state === 'pending' ? decide({}) : askLeaders(pending, leaders, text);
  const own = decide({
    save: [pending],
    say: [
      answer(
        context,
        waitsForLeaderText(
          pending,
          leaders.map(({ id }) => id),
          text,
        ),
        notice.no,
      ),
    ],
    ask: [askSpeaker(context, { about: 'notice', matter: notice.id, kinds: ['confirm'] })],
  });
  return merge([own, asked]);
}
