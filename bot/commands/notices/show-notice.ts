import type { Decision } from '../../../domain/decision.ts';
import { answeredReceipts, unansweredReceipts, waitingReceipts } from '../../../domain/notices/collections.ts';
import { feedbacksTo } from '../../../domain/notices/feedback/collections.ts';
import type { Feedback } from '../../../domain/notices/feedback/feedback.ts';
import type { Receipt } from '../../../domain/notices/notice.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { feedbackShownText } from '../../../domain/wording/notice-feedback.ts';
import { noticeShownText } from '../../../domain/wording/notice-shown.ts';
import { type CommandContext, reply } from '../command.ts';
import { mayHere } from '../rights.ts';
import { noticeNumber, noticeOf } from './notice-meant.ts';

/** 未签收 N0107, N0107: how many have answered, and who has not. Undefined where no notice is named. */
export async function showNotice(context: CommandContext): Promise<Decision | undefined> {
  const no = noticeNumber(context);
  if (!no) return undefined;
  const { read, speaker, text } = context;
  const notice = await noticeOf(no, context);
  const isOwn = notice.author === speaker.id;
  if (!isOwn && !mayHere(context, 'query-any').allowed) throw new Refusal('NOT_ALLOWED', { who: '通知发起人' });
  const answered = await read.count(answeredReceipts(notice.id));
  const waiting = await read.members<Receipt>(waitingReceipts(notice.id));
  const unanswered = await read.members<Receipt>(unansweredReceipts(notice.id));
  const missing = [...waiting, ...unanswered].map(({ person }) => person);
  const places = new Map([...(notice.feedback?.units ?? []), ...notice.people].map((id, index) => [id, index]));
  const given = notice.feedback ? await read.peekMembers<Feedback>(feedbacksTo(notice.id)) : [];
  const feedbacks = given.toSorted((one, other) => (places.get(one.of) ?? 0) - (places.get(other.of) ?? 0));
  const figures = feedbacks.length > 0 ? [feedbackShownText(feedbacks, notice, text)] : [];
  return reply(context, [noticeShownText(notice, { answered, missing }, text), ...figures].join('\n'), no);
}
