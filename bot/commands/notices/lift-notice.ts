import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { liftingOf } from '../../../domain/notices/follow-notice.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { sendNotice } from '../../../domain/notices/send-notice.ts';
import { liftTheNewText } from '../../../domain/wording/notice-life.ts';
import { answer, type CommandContext, reply } from '../command.ts';
import { assertOwn, noticeNumber, noticeOf } from './notice-meant.ts';

/** 解除 N0107: everybody who was told hears that it is over. Undefined where no notice is named. */
export async function liftNotice(context: CommandContext): Promise<Decision | undefined> {
  const no = noticeNumber(context);
  if (!no) return undefined;
  const notice = await noticeOf(no, context);
  assertOwn(context, notice);
  return liftThis(notice, `${no}已解除`, context);
}

/** Lifts this one, or says why it need not be; `said` begins the answer. */
export async function liftThis(notice: Notice, said: string, context: CommandContext): Promise<Decision> {
  const { message, read, speaker, text } = context;
  const { no } = notice;
  if (notice.handedOut === 0) return reply(context, `${no}还没有发出，不用解除`, no);
  const { correctedBy } = notice;
  if (correctedBy) return reply(context, liftTheNewText(no, correctedBy), no);
  if (notice.closedBecause === 'lifted') return reply(context, `${no}已经解除`, no);
  if (notice.lifts) return reply(context, `${no}是解除通知，不用再解除`, no);

  const lifting = liftingOf(notice, { no: await read.nextNumber('N'), by: speaker.id, at: message.sentAt });
  const record = notice.kind === 'call' ? `，全程记录可说“导出 ${no}”` : '';
  const done = decide({ say: [answer(context, `${said}，已通知${lifting.people.length}人${record}`, no)] });
  return merge([done, await sendNotice(lifting, read, text)]);
}
