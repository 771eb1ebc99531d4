import { defineKind } from '../../kind.ts';
import { feedbackAgenda, feedbackTableAgenda } from './agendas.ts';
import { feedbacksOf, feedbacksTo, feedbackTablesOf, waitingFeedbacks } from './collections.ts';
import type { Feedback, FeedbackTable } from './feedback.ts';

export const feedbackKind = defineKind<Feedback>({
  type: 'feedback',
  agenda: feedbackAgenda,
  collections: ({ notice, of, state }) => [
    feedbacksTo(notice),
    ...(state === 'open' ? [waitingFeedbacks(notice)] : []),
    ...(state === 'over' ? [] : [feedbacksOf(of)]),
  ],
  audited: true,
});

export const feedbackTableKind = defineKind<FeedbackTable>({
  type: 'feedback-table',
  agenda: feedbackTableAgenda,
  collections: ({ author, over }) => (over ? [] : [feedbackTablesOf(author)]),
  audited: true,
});
