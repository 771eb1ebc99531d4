import {
  checkText,
  dueSoonText,
  dueTodayText,
  overdueDeputyText,
  overdueText,
  proposeSupervisionText,
} from '../../domain/wording/reminders.ts';
import { deputy, deskAndSupervisors, ownerOf } from './assignment-people.ts';
import { defineTelling } from './assignment-tells.ts';

/** Around the deadline: before it, on its day, and after it first a private question to the unit alone. */
export const due = [
  defineTelling('halfway', (assignment, context) => [
    { to: ownerOf(assignment, context), text: dueSoonText(assignment, context.text) },
  ]),
  defineTelling('due-soon', (assignment, context) => [
    { to: ownerOf(assignment, context), text: dueSoonText(assignment, context.text) },
  ]),
  defineTelling('due-today', (assignment, context) => [
    { to: ownerOf(assignment, context), text: dueTodayText(assignment, context.text) },
  ]),
  defineTelling('check', (assignment, context) => [
    { to: ownerOf(assignment, context), text: checkText(assignment, context.text) },
  ]),
  defineTelling('overdue', (assignment, context) => [
    { to: ownerOf(assignment, context), text: overdueText(assignment, context.text) },
    { to: deputy(assignment, context), text: overdueDeputyText(assignment, context.text) },
  ]),
  defineTelling('propose-supervision', (assignment, context) => [
    { to: deskAndSupervisors(context), text: proposeSupervisionText(assignment, context.text) },
  ]),
];
