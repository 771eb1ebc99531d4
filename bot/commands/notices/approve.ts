import { type Decision, decide, merge } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { refuseApproval } from '../../../domain/notices/everybody.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { sendNotice } from '../../../domain/notices/send-notice.ts';
import { personName } from '../../../domain/wording/names.ts';
import {
  agreedByText,
  agreedText,
  notAgreedByText,
  notAgreedText,
  nothingToAgreeText,
} from '../../../domain/wording/notice-everybody.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { assertMay } from '../rights.ts';
import { approvalQuestions } from './approval.ts';
import { noticeAsked } from './notice-meant.ts';

/** 同意 of a leader to @所有人: it goes out. 不同意: its author may send it without. */
export default defineCommand({
  intent: 'decide',
  matter: 'notice',
  examples: ['同意 N0107', '不同意 N0107 夜里不要惊动全群'],

  async handle(context) {
    const notice = await noticeAsked(context);
    assertMay(context, 'approve-everybody');
    if (notice.state !== 'pending') return reply(context, nothingToAgreeText(notice.no), notice.no);
    return context.meaning.approve === true ? agreed(notice, context) : refused(notice, context);
  },
});

async function agreed(notice: Notice, context: CommandContext): Promise<Decision> {
  const { read, speaker, text } = context;
  const approved = { ...notice, approvedBy: speaker.id };
  const told = toAuthor(notice, agreedByText(notice, speaker.id, text), context);
  const done = decide({
    say: [answer(context, agreedText(notice), notice.no), ...told],
    drop: questionsOver(notice, context),
  });
  return merge([done, await sendNotice(approved, read, text)]);
}

function refused(notice: Notice, context: CommandContext): Decision {
  const { read, speaker, text, office, meaning } = context;
  const words = notAgreedByText(notice, speaker.id, meaning.reason ?? '', text);
  return decide({
    save: [refuseApproval(notice, read.now)],
    say: [
      answer(context, notAgreedText(notice, personName(office, notice.author)), notice.no),
      ...toAuthor(notice, words, context),
    ],
    ask: [
      {
        ...{ conversation: notice.author, person: notice.author, matter: notice.id, about: 'notice' },
        kinds: ['confirm'],
        expiresAt: new Date(read.now.getTime() + 86_400_000),
      },
    ],
    drop: questionsOver(notice, context),
  });
}

function toAuthor({ author, id, no }: Notice, words: string, { speaker, message }: CommandContext): Message[] {
  if (author === speaker.id) return [];
  return [{ to: author, class: 'L0', text: words, once: `${id}.ruling.${message.id}`, about: no }];
}

function questionsOver(notice: Notice, { question, office, read }: CommandContext): string[] {
  return [...(question ? [question.id] : []), ...approvalQuestions(notice, office, read)];
}
