import { type Decision, decide } from '../../domain/decision.ts';
import { awayOn } from '../../domain/duty/absences/read-leaves.ts';
import { closeNotice } from '../../domain/notices/close-notice.ts';
import { answeredReceipts, receiptsByOther, waitingReceipts } from '../../domain/notices/collections.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import { askWhomPhoned, listenerFor } from '../../domain/notices/out-messages.ts';
import { otherOf } from '../../domain/notices/pair.ts';
import { isAtPoint } from '../../domain/notices/post-said.ts';
import { countsWith, unitsToPhone } from '../../domain/notices/vacant-units.ts';
import type { Person } from '../../domain/people/office.ts';
import { currentTenures } from '../../domain/people/posts.ts';
import { isReachable } from '../../domain/people/reach.ts';
import type { Day, ThingId } from '../../domain/thing.ts';
import { type Answered, byOtherLines, unansweredText, type Waiting } from '../../domain/wording/notice-lists.ts';
import { type Counts, completeText, remindText } from '../../domain/wording/notices.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';

/** Names are listed for somebody with a telephone; nobody telephones more people than this. */
const MOST_NAMED = 100;

/** What becomes of the receipts: who has not answered is asked again, the author hears who is missing, and that all are there. */
export const noticeReceipts = [
  defineReminder<Receipt>({
    thing: 'receipt',
    step: 'remind',

    async fire(receipt, { read, office, occurrence, now }) {
      const notice = await read.thing<Notice>(receipt.notice);
      const person = office.people.get(receipt.person);
      if (notice?.state !== 'sent' || !person || !isReachable(person)) return decide({});
      const message = { to: person.id, class: classOf(receipt), text: remindText(notice) };
      const asked: Receipt = { ...receipt, askedAgainAt: [...(receipt.askedAgainAt ?? []), now] };
      return decide({ save: [asked], say: [{ ...message, once: occurrence, about: notice.no, of: receipt.id }] });
    },
  }),
  defineReminder<Notice>({ thing: 'notice', step: 'unanswered', fire: listUnanswered }),
  defineReminder<Notice>({
    thing: 'notice',
    step: LOOK,

    async fire(notice, context) {
      const counts = await countsOf(notice, context);
      const isAll = notice.state === 'sent' && notice.wanted && counts.answered >= counts.total;
      return isAll ? complete(notice, counts, context) : decide({});
    },
  }),
];

function classOf({ urgent }: Notice | Receipt): 'L0' | 'L3' {
  return urgent ? 'L0' : 'L3';
}

async function countsOf(notice: Notice, { read }: ReminderContext): Promise<Counts> {
  return countsWith(notice, await read.count(answeredReceipts(notice.id)));
}

async function complete(notice: Notice, counts: Counts, context: ReminderContext): Promise<Decision> {
  const text = [completeText(notice, counts), ...byOtherLines(await byOther(notice, context))].join('\n');
  return decide({
    save: [closeNotice(notice, 'complete', context.now)],
    say: [{ to: notice.author, class: classOf(notice), text, once: `${notice.id}.complete`, about: notice.no }],
  });
}

async function listUnanswered(notice: Notice, context: ReminderContext): Promise<Decision | 'nobody'> {
  const { read, occurrence, text, now } = context;
  if (notice.state !== 'sent') return decide({});
  const counts = await countsOf(notice, context);
  if (counts.answered >= counts.total) return complete(notice, counts, context);
  const listener = listenerFor(notice, text);
  if (!listener) return 'nobody';

  const missing = await read.count(waitingReceipts(notice.id));
  const receipts = missing <= MOST_NAMED ? await read.members<Receipt>(waitingReceipts(notice.id)) : [];
  const away = notice.urgent ? await awayOn(read.calendar.dayOf(now), read) : new Set<ThingId>();
  const waiting = receipts.flatMap((receipt) => waitingOf(receipt, away, context) ?? []);
  const words = unansweredText(
    notice,
    counts,
    pointsFirst(waiting, read.calendar.dayOf(now)),
    { byOther: await byOther(notice, context), units: unitsToPhone(notice) },
    text,
  );
  const listed: Notice = { ...notice, lists: [...(notice.lists ?? []), { at: now, waiting: missing }] };
  return decide({
    save: [listed],
    say: [{ to: listener.id, class: classOf(notice), text: words, once: occurrence, about: notice.no }],
    ask: [askWhomPhoned(notice, listener.id, now)],
  });
}

/** Whoever watches a point before everybody else. */
function pointsFirst(waiting: readonly Waiting[], day: Day): Waiting[] {
  const isFirst = ({ person }: Waiting) => currentTenures(person, day).some(isAtPoint);
  return [...waiting.filter(isFirst), ...waiting.filter((one) => !isFirst(one))];
}

/** Who is to be telephoned, with the other of the pair, who is asked at the same time. */
function waitingOf(
  { person: id, askOther }: Receipt,
  away: ReadonlySet<ThingId>,
  { office, read, now }: ReminderContext,
): Waiting | undefined {
  const person = office.people.get(id);
  const other = askOther ? otherOf(office, id, read.calendar.dayOf(now)) : undefined;
  if (!person || !other) return person && { person };
  const otherIs = away.has(other.id) ? 'away' : isReachable(other) ? 'asked' : 'unreached';
  return { person, other, otherIs };
}

/** For whom the other of the pair has answered: only read where there is any. */
async function byOther({ id }: Notice, { read, office }: ReminderContext): Promise<Answered[]> {
  if ((await read.count(receiptsByOther(id))) === 0) return [];
  const receipts = await read.members<Receipt>(receiptsByOther(id));
  const known = (person: string | undefined): Person | undefined => office.people.get(person ?? '');
  return receipts.flatMap(({ person: of, receivedBy }) => {
    const [person, by] = [known(of), known(receivedBy)];
    return person && by ? [{ person, by }] : [];
  });
}
