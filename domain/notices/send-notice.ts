import { type Decision, decide, merge } from '../decision.ts';
import type { AgendaContext } from '../kind.ts';
import type { Message } from '../message.ts';
import type { Reading } from '../reading.ts';
import { followedByText } from '../wording/notice-life.ts';
import type { TextContext } from '../wording/tasks.ts';
import { answeredReceipts, receiptId } from './collections.ts';
import { askFeedback } from './feedback/ask-feedback.ts';
import { feedbacksTo } from './feedback/collections.ts';
import type { Feedback } from './feedback/feedback.ts';
import { followed } from './follow-notice.ts';
import type { Notice, Receipt } from './notice.ts';
import {
  ownRoomMessages,
  type Part,
  privateMessages,
  roomFor,
  roomMessages,
  tellLeaders,
  tellUnreached,
} from './out-messages.ts';
import { ownRoomOf } from './own-rooms.ts';

/** Receipts that one commit writes; the rest follows a second later, by itself. */
const MOST_AT_ONCE = 200;

/** When people will have it: at once, or for what can wait when class D may next be spoken. */
export function outAt({ urgent, sentAt }: Notice, now: Date, { calendar, policy }: AgendaContext): Date {
  if (sentAt && sentAt > now) return sentAt;
  return urgent ? now : calendar.laterInto(now, policy.windows.D);
}

/** What was answered to the notice that a correction puts right. */
export interface Before {
  readonly feedbacks: readonly Feedback[];
  readonly receipts: readonly Receipt[];
}

/** Its first part, and what becomes of the notice that it puts right or calls off. */
export async function sendNotice(notice: Notice, read: Reading, context: TextContext): Promise<Decision> {
  const first = await followed(notice, read);
  const out = handOut(notice, read.now, context, read, await answeredBefore(notice, read));
  if (!first) return out;
  return merge([out, decide({ save: [first], say: tellFirstAuthor(first, notice, context) })]);
}

/** Of a correction that asks for figures: what was answered to the first, and where that is enough who had received it. */
export async function answeredBefore({ corrects, feedback, keepsReceipts }: Notice, read: Reading): Promise<Before> {
  return {
    feedbacks: corrects && feedback ? await read.peekMembers<Feedback>(feedbacksTo(corrects)) : [],
    receipts: corrects && keepsReceipts ? await read.peekMembers<Receipt>(answeredReceipts(corrects)) : [],
  };
}

/** Where somebody else puts it right or calls it off, unless he reads it as one of those it is for. */
function tellFirstAuthor(first: Notice, notice: Notice, context: TextContext): Message[] {
  const { author, people, urgent, id, no } = notice;
  if (first.author === author || people.includes(first.author)) return [];
  const text = followedByText(first, notice, context);
  return [{ to: first.author, class: urgent ? 'L0' : 'D', text, once: `${id}.author`, about: no }];
}

/**
 * Hands out the next part of a notice: a message and a receipt for each person, whose term counts from when it may be spoken.
 * Whoever cannot be written to has a receipt all the same, and is on the list of those to be telephoned at once. `before`: what was
 * answered to the notice that this one corrects.
 */
export function handOut(
  notice: Notice,
  now: Date,
  context: TextContext,
  settings: AgendaContext,
  before: Before = { feedbacks: [], receipts: [] },
): Decision {
  const at = outAt(notice, now, settings);
  const part = partOf(notice, at, settings);
  const handedOut = notice.handedOut + part.people.length;
  const sent: Notice = {
    ...notice,
    state: 'sent',
    sentAt: notice.sentAt ?? at,
    handedOut,
    // What asks for no answer is over once everybody has it.
    ...(!notice.wanted && handedOut === notice.people.length
      ? { state: 'closed' as const, closedAt: now, closedBecause: 'complete' as const }
      : {}),
    handledAt: now,
  };
  const receipts = notice.wanted
    ? part.people.map((person) => keptFrom(before.receipts, receiptFor(notice, person, at, context)))
    : [];
  const window = [part.from, part.from + part.people.length] as const;
  const feedbacks = askFeedback(notice, window, at, {
    ...{ office: context.office, now, calendar: settings.calendar, before: before.feedbacks },
  });
  const unreached = tellUnreached(notice, part, context);
  return decide({
    save: [sent, ...receipts, ...feedbacks],
    say: [
      ...roomMessages(notice, part, context),
      ...privateMessages(notice, part, context),
      ...ownRoomMessages(notice, part, context),
      ...tellLeaders(notice, part, context),
      ...unreached.say,
    ],
    ask: unreached.ask,
    // Where all have answered already nobody else will say a word.
    nudge: before.receipts.length > 0 ? [notice.id] : [],
  });
}

/** Who has received the words that were put right, where that is enough. */
function keptFrom(before: readonly Receipt[], receipt: Receipt): Receipt {
  const known = before.find(({ person }) => person === receipt.person);
  if (!known) return receipt;
  const { state, receivedAt, receivedBy } = known;
  return { ...receipt, state, ...(receivedAt && { receivedAt }), ...(receivedBy && { receivedBy }) };
}

/** A room hears of a notice to many in no more messages than it may have on that day. */
function partOf(notice: Notice, at: Date, { calendar, policy }: AgendaContext): Part {
  const { roomPerWorkday, roomPerDayOff } = policy.budget;
  const messages = Math.max(1, calendar.isWorkday(calendar.dayOf(at)) ? roomPerWorkday : roomPerDayOff);
  const most = roomFor(notice) ? Math.max(MOST_AT_ONCE, Math.ceil(notice.people.length / messages)) : MOST_AT_ONCE;
  return { from: notice.handedOut, people: notice.people.slice(notice.handedOut, notice.handedOut + most) };
}

function receiptFor(notice: Notice, person: string, at: Date, { office, calendar, now }: TextContext): Receipt {
  const { id, no, urgent, ladder } = notice;
  const room = roomFor(notice);
  const also = ownRoomOf(notice, person, office, calendar.dayOf(now));
  const [list] = ladder.list;
  return {
    id: receiptId(no, person),
    type: 'receipt',
    ...{ notice: id, no, person, urgent },
    ...(room && { postedIn: room }),
    ...(also && { alsoIn: also }),
    state: 'sent',
    sentAt: at,
    remind: ladder.remind,
    ...(urgent && list && { askOther: list.replace(/\S+$/, 'ask-other') }),
    handledAt: now,
  };
}
