import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import type { CommandContext } from '../command.ts';

/** One private line to whoever answers for the assignment. */
export function tellUnit(context: CommandContext, assignment: Assignment, text: string): Message[] {
  const day = context.read.calendar.dayOf(context.read.now);
  return ownersOf(context.office, assignment, day)
    .slice(0, 1)
    .filter((person) => person.id !== context.speaker.id)
    .map((person) => ({
      to: person.id,
      class: 'D',
      text,
      once: `${context.message.id}.${assignment.id}`,
      about: assignment.no,
    }));
}
