import { decide } from '../../domain/decision.ts';
import type { Message } from '../../domain/message.ts';
import type { Person } from '../../domain/people/office.ts';
import { STEP_CLASS } from '../../domain/tasks/assignment-agenda.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';

/** One line to one person, or to each of several. */
export interface Telling {
  readonly to: readonly Person[];
  readonly text: string;
}

/** An assignment's step that only tells people something; in which class, `STEP_CLASS` says. */
export function defineTelling(
  step: string,
  tellings: (assignment: Assignment, context: ReminderContext) => readonly Telling[],
) {
  return defineReminder<Assignment>({
    thing: 'assignment',
    step,

    async fire(assignment, context) {
      const say = tell(assignment, step, tellings(assignment, context), context);
      return say.length > 0 ? decide({ say }) : 'nobody';
    },
  });
}

/** A step that those above the unit hear of: nobody does while the unit is on trial. */
export function defineTellingAbove(
  step: string,
  tellings: (assignment: Assignment, context: ReminderContext) => readonly Telling[],
) {
  const telling = defineTelling(step, tellings);
  return defineReminder<Assignment>({
    thing: 'assignment',
    step,
    fire: async (assignment, context) =>
      isOnTrial(assignment, context) ? decide({}) : telling.fire(assignment, context),
  });
}

/** 试运行: reminded, never counted. */
export function isOnTrial({ unit }: Assignment, { office }: ReminderContext): boolean {
  return office.units.get(unit)?.status === 'trial';
}

/** The messages of a step; one that would mislead after a moment lapses then, and the assigner hears of it. */
export function tell(
  assignment: Assignment,
  step: string,
  tellings: readonly Telling[],
  { occurrence, step: { untilAt } }: ReminderContext,
): Message[] {
  const messageClass = STEP_CLASS[step] ?? 'L3';
  return tellings.flatMap(({ to, text }) =>
    to.map((person) => ({
      to: person.id,
      class: messageClass,
      text,
      once: `${occurrence}.${person.id}`,
      about: assignment.no,
      of: assignment.id,
      ...(untilAt && { notAfterAt: untilAt, lapseTo: assignment.assigner }),
      ...(messageClass === 'D' && { urgent: true }),
    })),
  );
}
