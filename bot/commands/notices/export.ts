import { type Decision, decide } from '../../../domain/decision.ts';
import { type Paper, paperId } from '../../../domain/papers/paper.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { exportInPrivateText, notYetSentText } from '../../../domain/wording/notice-export.ts';
import { answer, type CommandContext, reply } from '../command.ts';
import { mayHere } from '../rights.ts';
import { noticeOf } from './notice-meant.ts';

/** 导出 N0107: for its author, the leaders and the office; always in private, because it names people. */
export async function exportNotice(context: CommandContext): Promise<Decision> {
  const { meaning, message, speaker, room, read } = context;
  const no = meaning.item!;
  const notice = await noticeOf(no, context);
  const isOwn = notice.author === speaker.id;
  const verdict = mayHere(context, 'export-notice');
  if (!isOwn && !verdict.allowed) throw new Refusal(verdict.refusal, { who: verdict.who ?? '通知发起人' });
  if (!notice.sentAt) return reply(context, notYetSentText(no), no);
  const paper: Paper = {
    id: paperId(message.id),
    type: 'paper',
    ...{ kind: 'notice-record', units: [], notice: notice.id, by: speaker.id, conversation: speaker.id },
    // Its author was given the numbers to telephone anyway.
    phones: isOwn || mayHere(context, 'see-phones').allowed,
    askedAt: read.now,
  };
  return decide({ save: [paper], say: room ? [answer(context, exportInPrivateText(no), no)] : [] });
}
