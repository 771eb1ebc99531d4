import { type Decision, decide } from '../../domain/decision.ts';
import { answeredReceipts, waitingReceipts } from '../../domain/notices/collections.ts';
import { feedbacksTo, waitingFeedbacks } from '../../domain/notices/feedback/collections.ts';
import type { Feedback, FeedbackTable } from '../../domain/notices/feedback/feedback.ts';
import { missingFields, nextRound } from '../../domain/notices/feedback/give-feedback.ts';
import { isAsking, nextDue } from '../../domain/notices/feedback/rounds.ts';
import type { Notice, Receipt } from '../../domain/notices/notice.ts';
import type { Person } from '../../domain/people/office.ts';
import { holdersOf } from '../../domain/people/posts.ts';
import { isReachable } from '../../domain/people/reach.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import { feedbackPhonesText, feedbackRemindText, feedbackSummaryText } from '../../domain/wording/notice-feedback.ts';
import { defineReminder, LOOK, type ReminderContext } from '../reminder.ts';

/** More are read without holding up whoever answers meanwhile. */
const MOST_WATCHED = 200;
/** A next round writes one thing for each who is asked. */
const MOST_AGAIN = 500;
const HELD_MS = 30 * 60_000;
const HELD_URGENT_MS = 5 * 60_000;

/** Those who owe figures are reminded, the author hears them when they are due, and the next round begins. */
export const noticeFeedback = [
  defineReminder<Feedback>({
    thing: 'feedback',
    step: 'remind',

    async fire(feedback, { read, office, text, occurrence }) {
      const notice = await read.thing<Notice>(feedback.notice);
      if (!notice || !isAsking(notice)) return decide({});
      const person = whoAnswers(feedback, { office, read });
      if (!person || !isReachable(person)) return decide({});
      const missing = missingFields(feedback, notice);
      return decide({
        say: [
          {
            ...{ to: person.id, class: feedback.urgent ? ('L0' as const) : ('L2' as const) },
            text: feedbackRemindText(feedback, missing, text),
            ...{ once: occurrence, about: feedback.no, of: feedback.id },
          },
        ],
      });
    },
  }),
  defineReminder<Feedback>({
    thing: 'feedback',
    step: 'over',
    fire: async (feedback) => saved<Feedback>({ ...feedback, state: 'over' }),
  }),
  defineReminder<FeedbackTable>({ thing: 'feedback-table', step: 'summary', fire: tellFigures }),
  defineReminder<FeedbackTable>({ thing: 'feedback-table', step: 'turn', fire: turn }),
  defineReminder<FeedbackTable>({
    thing: 'feedback-table',
    step: 'over',
    fire: async (table) => saved<FeedbackTable>({ ...table, over: true }),
  }),
  defineReminder<FeedbackTable>({ thing: 'feedback-table', step: LOOK, fire: lookWhetherComplete }),
];

function saved<T extends Thing>(thing: T): Decision {
  return decide({ save: [thing] });
}

/** The unit's liaison where the notice went to him, else the first of its people who can be written to. */
function whoAnswers(
  { of, people }: Feedback,
  { office, read }: Pick<ReminderContext, 'office' | 'read'>,
): Person | undefined {
  const day = read.calendar.dayOf(read.now);
  const told = people.flatMap((id): Person | never[] => office.people.get(id) ?? []);
  const liaisons = office.units.has(of) ? holdersOf(office, of, 'liaison', day) : [];
  const ordered = [...liaisons.filter(({ id }) => people.includes(id)), ...told];
  return ordered.find(isReachable) ?? ordered[0];
}

async function tellFigures(table: FeedbackTable, context: ReminderContext): Promise<Decision> {
  const { read, now, late } = context;
  const notice = await read.thing<Notice>(table.notice);
  if (!notice || !isAsking(notice)) return saved<FeedbackTable>({ ...table, over: true });
  if (late && !table.heldUntilAt) {
    const heldUntilAt = new Date(now.getTime() + (table.urgent ? HELD_URGENT_MS : HELD_MS));
    return saved<FeedbackTable>({ ...table, heldUntilAt });
  }
  return summary(table, notice, context);
}

/** Figures, and beside them whom to telephone. */
async function summary(table: FeedbackTable, notice: Notice, context: ReminderContext): Promise<Decision> {
  const { read, office, text, now } = context;
  const { round, dueAt } = table;
  const feedbacks = await inOrder(notice, read);
  const missing = feedbacks.filter((feedback) => missingFields(feedback, notice, round).length > 0);
  const nextAt =
    dueAt && feedbacks.length <= MOST_AGAIN ? nextDue(notice.feedback!, dueAt, now, read.calendar) : undefined;
  const receipts = await receiptFigures(notice, read);
  const figures = { notice, round, feedbacks, receipts, ...(nextAt && { nextAt }) };
  const author = office.people.get(notice.author);
  const base = { to: notice.author, class: table.urgent ? ('L0' as const) : ('L2' as const), about: notice.no };
  const once = `${table.id}.${round}.${missing.length === 0 ? 'complete' : 'due'}`;
  const phones = missing.map((feedback) => {
    const person = whoAnswers(feedback, context);
    return { of: feedback.of, ...(person && { person }) };
  });
  const lines = [
    feedbackSummaryText(figures, text),
    ...(missing.length > 0 ? [feedbackPhonesText(phones, notice.feedback!.fields, text)] : []),
  ];
  const known: FeedbackTable = {
    ...table,
    toldRound: round,
    ...(missing.length === 0 && { completeRound: round }),
  };
  return decide({
    save: [known],
    say: author ? [{ ...base, text: lines.join('\n'), once }] : [],
  });
}

/** The last answer came after the figures were told, or nobody had said by when: they are told once more. */
async function lookWhetherComplete(table: FeedbackTable, context: ReminderContext): Promise<Decision> {
  const { read } = context;
  const isDue = table.dueAt === undefined || table.toldRound === table.round;
  if (table.over || !isDue || table.completeRound === table.round) return decide({});
  if ((await read.count(waitingFeedbacks(table.notice))) > 0) return decide({});
  const notice = await read.thing<Notice>(table.notice);
  const isOut = notice !== undefined && notice.handedOut === notice.people.length;
  return notice && isOut && isAsking(notice) ? summary(table, notice, context) : decide({});
}

/** Everybody is asked anew, as long as the notice is not lifted and the text says so. */
async function turn(table: FeedbackTable, { read, now }: ReminderContext): Promise<Decision> {
  const notice = await read.thing<Notice>(table.notice);
  const asked = notice?.feedback;
  const dueAt = notice && asked && isAsking(notice) ? nextDue(asked, table.dueAt!, now, read.calendar) : undefined;
  const { heldUntilAt: _, ...free } = table;
  if (!notice || !dueAt) return decide({ save: [free] });
  const feedbacks = await read.members<Feedback>(feedbacksTo(notice.id));
  if (feedbacks.length > MOST_AGAIN) return decide({ save: [free] });
  const round = table.round + 1;
  const next: FeedbackTable = { ...free, round, dueAt };
  return decide({ save: [next, ...feedbacks.map((feedback) => nextRound(feedback, round, dueAt))] });
}

async function inOrder(notice: Notice, read: Reading): Promise<Feedback[]> {
  const collection = feedbacksTo(notice.id);
  const few = (await read.count(collection)) <= MOST_WATCHED;
  const found = few ? await read.members<Feedback>(collection) : await read.peekMembers<Feedback>(collection);
  const places = new Map([...notice.feedback!.units, ...notice.people].map((id, index) => [id, index]));
  return found.toSorted((one, other) => (places.get(one.of) ?? 0) - (places.get(other.of) ?? 0));
}

async function receiptFigures(notice: Notice, read: Reading) {
  const total = notice.people.length;
  const waiting = await read.count(waitingReceipts(notice.id));
  const answered = notice.wanted ? Math.min(total - waiting, await read.count(answeredReceipts(notice.id))) : 0;
  const told = notice.kind === 'call' ? await read.peekMembers<Receipt>(answeredReceipts(notice.id)) : [];
  return { answered, byPhone: told.filter(({ state }) => state === 'by-phone').length, total };
}
