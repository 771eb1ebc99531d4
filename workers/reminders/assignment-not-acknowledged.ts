import { nudgeDeputyText, nudgeText, phoneListText, unacknowledgedText } from '../../domain/wording/reminders.ts';
import { deputy, desk, everybodyOf, ownerAndStandIn, ownerOf } from './assignment-people.ts';
import { defineTelling, defineTellingAbove } from './assignment-tells.ts';

/** Nobody has said 收到 yet: the liaison, then the deputy in charge, then the office. */
export const notAcknowledged = [
  defineTelling('nudge', (assignment, context) => [
    { to: ownerOf(assignment, context), text: nudgeText(assignment, context.text) },
  ]),
  defineTellingAbove('deputy', (assignment, context) => [
    {
      to: deputy(assignment, context),
      text: nudgeDeputyText(assignment, ownerOf(assignment, context)[0], context.text),
    },
  ]),
  defineTellingAbove('office', (assignment, context) => [
    { to: desk(context).slice(0, 1), text: unacknowledgedText(assignment, context.text) },
  ]),

  defineTelling('nudge-urgent', (assignment, context) => [
    { to: ownerOf(assignment, context), text: nudgeText(assignment, context.text) },
  ]),
  defineTelling('nudge-stand-in', (assignment, context) => [
    { to: ownerAndStandIn(assignment, context), text: nudgeText(assignment, context.text) },
  ]),
  defineTellingAbove('phone-list', (assignment, context) => [
    {
      to: desk(context).slice(0, 1),
      text: phoneListText(assignment, everybodyOf(assignment, context).slice(0, 4), context.text),
    },
  ]),
];
