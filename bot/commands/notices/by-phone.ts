import { type Decision, decide } from '../../../domain/decision.ts';
import { notedByPhone } from '../../../domain/notices/answer-receipt.ts';
import { receiptsByOther, unansweredReceipts, waitingReceipts } from '../../../domain/notices/collections.ts';
import type { Receipt } from '../../../domain/notices/notice.ts';
import { phoneUnits, unitsPhoned, unitsToPhone } from '../../../domain/notices/vacant-units.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { hasAnsweredText, phonedText, stillOnListText, WHO_WAS_PHONED } from '../../../domain/wording/notices.ts';
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
  const inText = (id: string) => message.text.includes(office.people.get(id)?.name ?? ' ');
  const byOther = (await read.members<Receipt>(receiptsByOther(notice.id))).filter(({ person }) => inText(person));
  const named = [...waiting.filter(({ person }) => inText(person)), ...byOther];
  const inName = unitsPhoned(notice, message.text, office);
  const isAll = named.length + inName.length === 0 && ALL.test(message.text);
  const meant = isAll ? waiting : named;
  const units = isAll ? unitsToPhone(notice) : inName;
  const isReached = REACHED.test(message.text) && !NOT_REACHED.test(message.text);
  if (!isReached && NOT_REACHED.test(message.text) && meant.length + units.length > 0 && !isAll)
    return reply(context, stillOnListText(notice, { people: peopleOf(meant), units }, context.text), notice.no);
  if (!isReached || meant.length + units.length === 0) {
    const known = isReached ? notice.people.filter(inText) : [];
    if (known.length > 0) return reply(context, hasAnsweredText(notice, known, context.text), notice.no);
    const isOpen = waiting.length + unitsToPhone(notice).length > 0;
    return isAsked && isOpen ? reply(context, WHO_WAS_PHONED, notice.no) : reply(context, NOT_UNDERSTOOD);
  }

  const left = {
    people: peopleOf(waiting.filter((receipt) => !meant.includes(receipt))),
    units: unitsToPhone(notice).filter((unit) => !units.includes(unit)),
  };
  const text = phonedText(notice, { people: peopleOf(meant), units }, left, context.text);
  return decide({
    save: [
      ...meant.map((receipt) => notedByPhone(receipt, { by: speaker.id, at: message.sentAt, heardAt: read.now })),
      ...(units.length > 0 ? [phoneUnits(notice, units, speaker.id, message.sentAt)] : []),
    ],
    say: [answer(context, text, notice.no)],
    nudge: left.people.length + left.units.length === 0 ? [notice.id] : [],
  });
}

function peopleOf(receipts: readonly Receipt[]): string[] {
  return receipts.map(({ person }) => person);
}
