import type { Decision } from '../../../domain/decision.ts';
import { answeredReceipts, waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Receipt } from '../../../domain/notices/notice.ts';
import { may } from '../../../domain/people/rights.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { noticeShownText } from '../../../domain/wording/notices.ts';
import { type CommandContext, reply } from '../command.ts';
import { noticeNumber, noticeOf } from './notice-meant.ts';

/** 未签收 N0107, N0107: how many have answered, and who has not. Undefined where no notice is named. */
export async function showNotice(context: CommandContext): Promise<Decision | undefined> {
  const no = noticeNumber(context);
  if (!no) return undefined;
  const { office, read, room, speaker, text } = context;
  const notice = await noticeOf(no, context);
  const day = read.calendar.dayOf(read.now);
  const verdict = may({ person: speaker, right: 'query-any', ...(room && { room }), office, day });
  if (!verdict.allowed && notice.author !== speaker.id) throw new Refusal('NOT_ALLOWED', { who: '通知发起人' });
  const answered = await read.count(answeredReceipts(notice.id));
  const waiting = await read.members<Receipt>(waitingReceipts(notice.id));
  return reply(
    context,
    noticeShownText(
      notice,
      answered,
      waiting.map(({ person }) => person),
      text,
    ),
    no,
  );
}
