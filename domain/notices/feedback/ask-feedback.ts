import type { Calendar } from '../../calendar/calendar.ts';
import type { Office } from '../../people/office.ts';
import { belongsTo } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import type { Notice } from '../notice.ts';
import type { NoticePolicy } from '../policy.ts';
import { feedbackId, feedbackTableId } from './collections.ts';
import type { Feedback, FeedbackSaid, FeedbackTable } from './feedback.ts';
import { keepGiven } from './keep-given.ts';
import { firstDue } from './rounds.ts';

/** Who is asked: each unit for all of its people, and each person who belongs to none of the units. */
function respondents(
  people: readonly ThingId[],
  units: readonly ThingId[],
  office: Office,
  day: Day,
): ReadonlyMap<ThingId, readonly ThingId[]> {
  const found = new Map<ThingId, ThingId[]>();
  for (const id of people) {
    const person = office.people.get(id);
    const unit = person && units.find((one) => belongsTo(person, one, day));
    found.set(unit ?? id, [...(found.get(unit ?? id) ?? []), id]);
  }
  return found;
}

/** A draft that asks for it too: of each unit that has somebody among its people. */
export function asking(
  notice: Notice,
  said: FeedbackSaid | undefined,
  units: readonly ThingId[],
  { office, day, policy }: { readonly office: Office; readonly day: Day; readonly policy: NoticePolicy },
): Notice {
  if (!said) return notice;
  const asked = respondents(notice.people, units, office, day);
  const { remind, urgentRemind } = policy.feedback;
  const own = units.filter((unit) => asked.has(unit));
  return { ...notice, feedback: { ...said, units: own, remind: notice.urgent ? urgentRemind : remind } };
}

/** Handed out with a notice from the `from`th to the `to`th of its people: the feedback of those whose first addressee is among them. */
export function askFeedback(
  notice: Notice,
  [from, to]: readonly [from: number, to: number],
  at: Date,
  {
    office,
    now,
    calendar,
    before = [],
  }: {
    readonly office: Office;
    readonly now: Date;
    readonly calendar: Calendar;
    readonly before?: readonly Feedback[];
  },
): (Feedback | FeedbackTable)[] {
  const { id, no, author, urgent, feedback: asked, people } = notice;
  if (!asked) return [];
  const dueAt = firstDue(asked, at, calendar);
  const common = { notice: id, no, urgent, round: 1, ...(dueAt && { dueAt }), handledAt: now };
  const part = new Set(people.slice(from, to));
  const feedbacks = [...respondents(people, asked.units, office, calendar.dayOf(at))]
    .filter(([, [first]]) => part.has(first!))
    .map(
      ([of, own]): Feedback =>
        keepGiven(
          {
            ...common,
            ...{ id: feedbackId(no, of), type: 'feedback', of, people: own, state: 'open', askedAt: at },
            ...{ remind: asked.remind, given: [] },
          },
          before.find((one) => one.of === of),
          notice,
        ),
    );
  const table: FeedbackTable = {
    ...common,
    ...{ id: feedbackTableId(no), type: 'feedback-table', author, startedAt: at },
  };
  return from === 0 ? [table, ...feedbacks] : feedbacks;
}
