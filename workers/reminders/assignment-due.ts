import { type Decision, decide } from '../../domain/decision.ts';
import { maySpeakOfOverdue } from '../../domain/tasks/status.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import { later } from '../../domain/tasks/term.ts';
import {
  checkText,
  dueSoonText,
  dueTodayText,
  overdueDeputyText,
  overdueText,
  progressDueText,
  proposeSupervisionText,
  weeklyPageText,
} from '../../domain/wording/reminders.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { deputy, deskAndSupervisors, leadersFor, ownerOf } from './assignment-people.ts';
import { defineTelling, isOnTrial, type Telling, tell } from './assignment-tells.ts';

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
  defineReminder<Assignment>({
    thing: 'assignment',
    step: 'check',
    fire: async (assignment, context) => ask(assignment, context) ?? 'nobody',
  }),
  defineAfterAsking('overdue', (assignment, context) => {
    const owner = ownerOf(assignment, context);
    return [
      { to: owner, text: overdueText(assignment, context.text) },
      { to: deputy(assignment, context), text: overdueDeputyText(assignment, owner[0], context.text) },
    ];
  }),
  defineTelling('progress-due', (assignment, context) => [
    { to: ownerOf(assignment, context), text: progressDueText(assignment, context.text) },
  ]),
  defineReminder<Assignment>({
    thing: 'assignment',
    step: 'weekly-page',

    async fire(assignment, context) {
      if (isOnTrial(assignment, context) || !maySpeakOfOverdue(assignment, context.now)) return decide({});
      const telling = { to: leadersFor(assignment, context), text: weeklyPageText(assignment, context.text) };
      return decide({ say: tell(assignment, 'weekly-page', [telling], context) });
    },
  }),
  defineAfterAsking('propose-supervision', (assignment, context) => [
    { to: deskAndSupervisors(context), text: proposeSupervisionText(assignment, context.text) },
  ]),
];

/** The private question; from a while after it the assignment may be called overdue. Undefined where nobody can be asked. */
function ask(assignment: Assignment, context: ReminderContext): Decision | undefined {
  const telling = { to: ownerOf(assignment, context), text: checkText(assignment, context.text) };
  const say = tell(assignment, 'check', [telling], context);
  // A unit on trial is asked and never called overdue.
  const save = isOnTrial(assignment, context) ? [] : [afterGrace(assignment, context)];
  return say.length > 0 ? decide({ save, say }) : undefined;
}

/**
 * A step that speaks of overdue to others. Whoever was not asked yet, because an outage swallowed the question, is asked
 * first; and after an outage it waits as long, so that replies on their way come in before it.
 */
function defineAfterAsking(
  step: string,
  tellings: (assignment: Assignment, context: ReminderContext) => readonly Telling[],
) {
  return defineReminder<Assignment>({
    thing: 'assignment',
    step,

    async fire(assignment, context) {
      if (isOnTrial(assignment, context)) return decide({});
      if (!assignment.overdueFromAt) {
        const asked = ask(assignment, context);
        if (asked) return asked;
      } else if (context.late) {
        return decide({ save: [afterGrace(assignment, context)] });
      }
      const say = tell(assignment, step, tellings(assignment, context), context);
      return say.length > 0 ? decide({ save: [sinceDeadline(assignment)], say }) : 'nobody';
    },
  });
}

function afterGrace(assignment: Assignment, { now, read }: ReminderContext): Assignment {
  return { ...assignment, overdueFromAt: new Date(now.getTime() + read.policy.tasks.graceMinutes * 60_000) };
}

/** Where nobody could be asked there is nothing to wait for. */
function sinceDeadline(assignment: Assignment): Assignment {
  const { dueAt, termFromAt, overdueFromAt } = assignment;
  return { ...assignment, overdueFromAt: overdueFromAt ?? (termFromAt ? later(dueAt!, termFromAt) : dueAt!) };
}
