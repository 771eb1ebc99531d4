import {
  claimWaitingText,
  forwardWaitingText,
  reviewWaitingText,
  rulingWaitingText,
} from '../../domain/wording/reminders.ts';
import { reviewerOf } from './assignment-people.ts';
import { defineTelling } from './assignment-tells.ts';

/** Somebody in the office owes the unit an answer: he is reminded, never the unit. */
export const ruling = [
  defineTelling('review-waiting', (assignment, context) => [
    { to: reviewerOf(assignment, context), text: reviewWaitingText(assignment, context.text) },
  ]),
  defineTelling('ruling-waiting', (assignment, context) => [
    { to: reviewerOf(assignment, context), text: rulingWaitingText(assignment, context.text) },
  ]),
  defineTelling('forward-waiting', (assignment, context) => [
    { to: reviewerOf(assignment, context), text: forwardWaitingText(assignment, context.text) },
  ]),
  defineTelling('claim-waiting', (assignment, context) => [
    { to: reviewerOf(assignment, context), text: claimWaitingText(assignment, context.text) },
  ]),
];
