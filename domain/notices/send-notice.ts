import { type Decision, decide } from '../decision.ts';
import type { AgendaContext } from '../kind.ts';
import type { Address, Message } from '../message.ts';
import { reachable } from '../people/reach.ts';
import type { ThingId } from '../thing.ts';
import { noticeText } from '../wording/notices.ts';
import type { TextContext } from '../wording/tasks.ts';
import { receiptId } from './collections.ts';
import type { Notice, Receipt } from './notice.ts';

/** Receipts that one commit writes; the rest follows a second later, by itself. */
const MOST_AT_ONCE = 200;

/** When people will have it: at once, or for what can wait when class D may next be spoken. */
export function outAt({ urgent, sentAt }: Notice, now: Date, { calendar, policy }: AgendaContext): Date {
  if (sentAt && sentAt > now) return sentAt;
  return urgent ? now : calendar.laterInto(now, policy.windows.D);
}

/**
 * Hands out the next part of a notice: a private message and a receipt for each person, whose term counts from when it may be
 * spoken. Whoever cannot be written to has a receipt all the same, and stands on the list of those to be telephoned.
 */
export function handOut(notice: Notice, now: Date, context: TextContext, settings: AgendaContext): Decision {
  const at = outAt(notice, now, settings);
  const part = notice.people.slice(notice.handedOut, notice.handedOut + MOST_AT_ONCE);
  const handedOut = notice.handedOut + part.length;
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
  const receipts = notice.wanted ? part.map((person) => receiptFor(notice, person, at, now)) : [];
  const reached = reachable(context.office, part).map(({ id }) => id);
  const say = notice.postedIn
    ? [messageTo(notice, notice.postedIn, context, reached)]
    : reached.map((person) => messageTo(notice, person, context));
  return decide({ save: [sent, ...receipts], say });
}

function receiptFor({ id, no, urgent, ladder, postedIn }: Notice, person: string, at: Date, now: Date): Receipt {
  return {
    id: receiptId(no, person),
    type: 'receipt',
    ...{ notice: id, no, person, urgent },
    ...(postedIn && { postedIn }),
    state: 'sent',
    sentAt: at,
    remind: ladder.remind,
    handledAt: now,
  };
}

function messageTo(notice: Notice, to: Address, context: TextContext, mentions?: readonly ThingId[]): Message {
  return {
    to,
    class: notice.urgent ? 'L0' : 'D',
    text: noticeText(notice, context),
    once: `${notice.id}.out.${to}`,
    about: notice.no,
    ...(mentions && { mentions }),
  };
}
