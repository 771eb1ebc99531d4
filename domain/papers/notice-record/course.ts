import type { Feedback } from '../../notices/feedback/feedback.ts';
import type { Notice, Receipt } from '../../notices/notice.ts';
import type { ThingId } from '../../thing.ts';
import { momentText } from '../../wording/dates.ts';
import { COURSE, COURSE_HEADINGS, peopleCell, RECORD_SHEETS } from '../../wording/notice-export.ts';
import { whoseText } from '../../wording/notice-feedback.ts';
import type { TextContext } from '../../wording/tasks.ts';
import type { PaperSheet } from '../sheet.ts';

/** One line of what happened to a notice. */
export interface CourseEvent {
  readonly at: Date;
  readonly what: keyof typeof COURSE;
  readonly people: readonly ThingId[];
  readonly words: string;
}

/** What the notice itself tells; `followers` are those that put it right or called it off. */
export function noticeEvents(notice: Notice, followers: readonly Notice[]): CourseEvent[] {
  const { author, createdAt, pendingAt, sentAt, handedOut, lists = [], closedAt, closedBecause, closedBy } = notice;
  const own =
    closedBecause === 'complete' || closedBecause === 'ended' || closedBecause === 'said' ? closedBecause : undefined;
  return [
    { at: createdAt, what: 'written', people: [author], words: notice.text },
    ...(pendingAt ? [{ at: pendingAt, what: 'pending' as const, people: [author], words: '' }] : []),
    ...(sentAt ? [{ at: sentAt, what: 'sent' as const, people: [author], words: `发给${handedOut}人` }] : []),
    ...lists.map(({ at, waiting }) => ({ at, what: 'listed' as const, people: [author], words: `${waiting}人未应答` })),
    ...followers.map(({ id, no, author: by, createdAt: at }) => ({
      ...{ at, people: [by], words: no },
      what: id === notice.liftedBy ? ('lifted' as const) : ('corrected' as const),
    })),
    ...(own && closedAt && notice.wanted
      ? [{ at: closedAt, what: own, people: closedBy ? [closedBy] : [], words: notice.closedReason ?? '' }]
      : []),
  ];
}

/** Answers one by one; who was asked again at the same moment stands in one line. */
export function receiptEvents(receipts: readonly Receipt[]): CourseEvent[] {
  const again = new Map<number, ThingId[]>();
  const answers: CourseEvent[] = [];
  for (const { person, state, receivedAt, receivedBy, askedAgainAt = [] } of receipts) {
    for (const at of askedAgainAt) again.set(at.getTime(), [...(again.get(at.getTime()) ?? []), person]);
    if (!receivedAt || (state !== 'received' && state !== 'by-phone')) continue;
    answers.push({
      at: receivedAt,
      what: state,
      people: [receivedBy ?? person],
      words: receivedBy === person ? '' : person,
    });
  }
  return [
    ...answers,
    ...[...again].map(([at, people]) => ({ at: new Date(at), what: 'asked-again' as const, people, words: '' })),
  ];
}

export function feedbackEvents(feedbacks: readonly Feedback[], text: TextContext): CourseEvent[] {
  return feedbacks.flatMap(({ of, given }) =>
    given.map(({ at, by, words }) => ({
      ...{ at, what: 'feedback' as const, people: [by] },
      words: `${whoseText(of, text)}：${words}`,
    })),
  );
}

/** Events as rows in the order in which they happened; `shown` masks what not everybody may read. */
export function courseRows(
  events: readonly CourseEvent[],
  from: number,
  { text, shown }: { readonly text: TextContext; readonly shown: (words: string) => string },
): string[][] {
  const { calendar, office } = text;
  return events.map(({ at, what, people, words }, index) => [
    String(from + index + 1),
    momentText(at, at, calendar),
    COURSE[what],
    peopleCell(people, text),
    // Of an answer that somebody else gave: for whom.
    shown(office.people.get(words)?.name ?? words),
  ]);
}

export function courseSheet(title: string, subtitle: string, rows: readonly (readonly string[])[]): PaperSheet {
  const widths = [7, 24, 18, 30, 60];
  return {
    name: RECORD_SHEETS.course,
    ...{ title, subtitle, rows, notes: [], orientation: 'landscape', filter: true },
    columns: COURSE_HEADINGS.map((heading, index) => ({
      ...{ heading, width: widths[index]! },
      ...(index === 0 && { centred: true as const }),
    })),
  };
}
