import { decide } from '../../domain/decision.ts';
import { handOverDraft } from '../../domain/tasks/draft-task.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { draftHandedOverText, draftWaitingText } from '../../domain/wording/reminders.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { desk } from './assignment-people.ts';

/** Nobody has confirmed the draft: it becomes the dispatcher's, and stays a draft. */
export const draft = [
  defineReminder<Task>({
    thing: 'task',
    step: 'hand-over-draft',

    async fire(task, context) {
      const handed = handOverDraft(task, context.now);
      const person = owner(task, context);
      if (!person) return decide({ save: [handed] });
      const text =
        person.id === task.assigner ? draftWaitingText(task, context.text) : draftHandedOverText(task, context.text);
      return decide({
        save: [handed],
        say: [{ to: person.id, class: 'L3', text, once: `${context.occurrence}.${person.id}`, about: task.no }],
        ask: [
          {
            conversation: person.id,
            person: person.id,
            matter: task.id,
            about: 'draft',
            kinds: ['confirm'],
            shown: task.version,
            expiresAt: new Date(context.now.getTime() + 30 * 86_400_000),
          },
        ],
      });
    },
  }),
  defineReminder<Task>({
    thing: 'task',
    step: 'draft-waiting',

    async fire(task, context) {
      const person = owner(task, context);
      if (!person) return 'nobody';
      const text = draftWaitingText(task, context.text);
      return decide({
        say: [{ to: person.id, class: 'L3', text, once: `${context.occurrence}.${person.id}`, about: task.no }],
      });
    },
  }),
];

function owner(task: Task, context: ReminderContext) {
  const people = desk(context);
  return people.find((person) => person.id === task.reviewer) ?? people[0];
}
