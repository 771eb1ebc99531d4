import { decide } from '../../../domain/decision.ts';
import { waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import { reachable } from '../../../domain/people/reach.ts';
import { nobodyToRemindText, remindedEnoughText, remindedText } from '../../../domain/wording/notice-life.ts';
import { remindText } from '../../../domain/wording/notices.ts';
import { answer, defineCommand, reply } from '../command.ts';
import { assertMay } from '../rights.ts';
import { noticeNamed } from './notice-meant.ts';

/** Asked so often at most, by the ladder and by people together: then it takes a telephone. */
const MOST_ROUNDS = 3;
/** More are left to the reminders of the ladder. */
const MOST_AT_ONCE = 500;

/** 再提醒 N0107: everybody who has not answered, each in private, within the windows and the budget of a reminder. */
export default defineCommand({
  intent: 'nudge',
  matter: 'notice',
  examples: ['再提醒 N0107', '催一下N0107'],

  async handle(context) {
    const { read, office, speaker, message } = context;
    const notice = await noticeNamed(context);
    if (notice.author !== speaker.id) assertMay(context, 'chase');
    const { id, no, urgent, reminded = 0, ladder } = notice;
    const missing = await read.count(waitingReceipts(id));
    if (notice.state !== 'sent' || missing === 0) return reply(context, nobodyToRemindText(no), no);
    if (ladder.remind.length + reminded >= MOST_ROUNDS || missing > MOST_AT_ONCE)
      return reply(context, remindedEnoughText(no), no);

    const waiting = await read.members<Receipt>(waitingReceipts(id));
    const people = reachable(
      office,
      waiting.map(({ person }) => person),
    );
    const told = waiting.filter(({ person }) => people.some((one) => one.id === person));
    const again: Notice = { ...notice, reminded: reminded + 1 };
    return decide({
      save: [again],
      say: [
        answer(context, remindedText(no, told.length, waiting.length - told.length), no),
        ...told.map((receipt) => ({
          ...{ to: receipt.person, class: urgent ? ('L0' as const) : ('L3' as const), text: remindText(notice) },
          ...{ once: `${message.id}.${receipt.id}`, about: no, of: receipt.id },
        })),
      ],
    });
  },
});
