import { decide } from '../../../domain/decision.ts';
import { notedByPhone } from '../../../domain/notices/answer-receipt.ts';
import { waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Receipt } from '../../../domain/notices/notice.ts';
import { phonedText, WHO_WAS_PHONED } from '../../../domain/wording/notices.ts';
import { answer, defineCommand, reply } from '../command.ts';
import { noticeAsked } from './notice-meant.ts';

const REACHED = /通知|电话|打通|接通|通了|告知|知道|到岗|已到|联系上/;
const NOT_REACHED = /不通|没通|没接|未接|打不|联系不上|关机|没人|无人/;
const ALL = /都|全部|全/;

/** 龙海 电话已通, 都通知到了: what the list of those who have not answered was for. */
export default defineCommand({
  intent: 'unknown',
  matter: 'notice',
  examples: [],

  async handle(context) {
    const { message, office, read, speaker } = context;
    const notice = await noticeAsked(context);
    const waiting = await read.members<Receipt>(waitingReceipts(notice.id));
    const named = waiting.filter(({ person }) => message.text.includes(office.people.get(person)?.name ?? ' '));
    const meant = named.length > 0 ? named : ALL.test(message.text) ? waiting : [];
    const isReached = REACHED.test(message.text) && !NOT_REACHED.test(message.text);
    if (!isReached || meant.length === 0) return reply(context, WHO_WAS_PHONED, notice.no);

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
  },
});
