import { type Decision, decide } from '../../domain/decision.ts';
import { closeNotice } from '../../domain/notices/close-notice.ts';
import { answeredReceipts, waitingReceipts } from '../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import type { Person } from '../../domain/people/office.ts';
import { isReachable } from '../../domain/people/reach.ts';
import { type Counts, completeText, remindText, unansweredText } from '../../domain/wording/notices.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';

/** Names are listed for somebody with a telephone; nobody telephones more people than this. */
const MOST_NAMED = 100;
/** So long the author's words in private are taken for what the telephone brought. */
const ASKED_HOURS = 12;

/** What becomes of the receipts: who has not answered is asked again, the author hears who is missing, and that all are there. */
export const noticeReceipts = [
  defineReminder<Receipt>({
    thing: 'receipt',
    step: 'remind',

    async fire(receipt, { read, office, occurrence }) {
      const notice = await read.thing<Notice>(receipt.notice);
      const person = office.people.get(receipt.person);
      if (notice?.state !== 'sent' || !person || !isReachable(person)) return decide({});
      const message = {
        to: person.id,
        class: receipt.urgent ? ('L0' as const) : ('L3' as const),
        text: remindText(notice),
      };
      return decide({ say: [{ ...message, once: occurrence, about: notice.no, of: receipt.id }] });
    },
  }),
  defineReminder<Notice>({ thing: 'notice', step: 'unanswered', fire: listUnanswered }),
  defineReminder<Notice>({
    thing: 'notice',
    step: LOOK,

    async fire(notice, context) {
      const counts = await countsOf(notice, context);
      const isAll = notice.state === 'sent' && notice.wanted && counts.answered >= notice.people.length;
      return isAll ? complete(notice, counts, context) : decide({});
    },
  }),
];

async function countsOf({ id, people }: Notice, { read }: ReminderContext): Promise<Counts> {
  return { answered: await read.count(answeredReceipts(id)), total: people.length };
}

function complete(notice: Notice, counts: Counts, { now }: ReminderContext): Decision {
  return decide({
    save: [closeNotice(notice, 'complete', now)],
    say: [
      {
        ...{
          to: notice.author,
          class: notice.urgent ? ('L0' as const) : ('L3' as const),
          text: completeText(notice, counts),
        },
        ...{ once: `${notice.id}.complete`, about: notice.no },
      },
    ],
  });
}

async function listUnanswered(notice: Notice, context: ReminderContext): Promise<Decision | 'nobody'> {
  const { read, office, occurrence, text } = context;
  if (notice.state !== 'sent') return decide({});
  const counts = await countsOf(notice, context);
  if (counts.answered >= notice.people.length) return complete(notice, counts, context);
  const author = office.people.get(notice.author);
  if (!author || !isReachable(author)) return 'nobody';

  const missing = await read.count(waitingReceipts(notice.id));
  const receipts = missing <= MOST_NAMED ? await read.members<Receipt>(waitingReceipts(notice.id)) : [];
  const people = receipts.flatMap(({ person }): Person | never[] => office.people.get(person) ?? []);
  return decide({
    say: [
      {
        ...{ to: author.id, class: notice.urgent ? ('L0' as const) : ('L3' as const) },
        text: unansweredText(notice, counts, people, text),
        ...{ once: occurrence, about: notice.no },
      },
    ],
    ask: [
      {
        ...{ conversation: author.id, person: author.id, matter: notice.id, about: 'phoned', kinds: ['text'] },
        expiresAt: new Date(read.now.getTime() + ASKED_HOURS * 3_600_000),
      },
    ],
  });
}
