import { type Decision, decide } from '../../../domain/decision.ts';
import { notedByPhone } from '../../../domain/notices/answer-receipt.ts';
import { unansweredReceipts, waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Receipt } from '../../../domain/notices/notice.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { phonedText, WHO_WAS_PHONED } from '../../../domain/wording/notices.ts';
import { answer, type Command, type CommandContext, defineCommand, reply } from '../command.ts';
import { noticeAsked } from './notice-meant.ts';

const REACHED = /通知|电话|打通|接通|通了|告知|知道|到岗|已到|联系上/;
const NOT_REACHED = /不通|没通|没接|未接|打不|联系不上|关机|没人|无人/;
const ALL = /都|全部|全/;

/** 龙海 电话已通, 都通知到了: what the list of those who have not answered was for. With the number of a notice it is no progress of a task. */
export const byPhone: readonly Command[] = (['unknown', 'progress', 'complete'] as const).map((intent) =>
  defineCommand({ intent, matter: 'notice', examples: [], handle: noted }),
);

async function noted(context: CommandContext): Promise<Decision> {
  const { message, office, read, speaker, question } = context;
  const notice = await noticeAsked(context);
  const isAsked = question?.about === 'phoned';
  if (!isAsked && notice.author !== speaker.id) return reply(context, NOT_UNDERSTOOD);
  const waiting = [
    ...(await read.members<Receipt>(waitingReceipts(notice.id))),
    ...(await read.members<Receipt>(unansweredReceipts(notice.id))),
  ];
  const named = waiting.filter(({ person }) => message.text.includes(office.people.get(person)?.name ?? ' '));
  const meant = named.length > 0 ? named : ALL.test(message.text) ? waiting : [];
  const isReached = REACHED.test(message.text) && !NOT_REACHED.test(message.text);
  if (!isReached || meant.length === 0)
    return isAsked ? reply(context, WHO_WAS_PHONED, notice.no) : reply(context, NOT_UNDERSTOOD);

  const left = waiting.filter((receipt) => !meant.includes(receipt));
  return decide({
    save: meant.map((receipt) => notedByPhone(receipt, { by: speaker.id, at: message.sentAt, heardAt: read.now })),
    say: [
      answer(
        context,
        phonedText(
          notice,
          meant.length,
          left.map(({ person }) => person),
          context.text,
        ),
        notice.no,
      ),
    ],
    nudge: left.length === 0 ? [notice.id] : [],
  });
}
