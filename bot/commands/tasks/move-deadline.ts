import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { moveTaskDeadline } from '../../../domain/tasks/rule-task.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { assertAhead, withDue } from '../../../domain/tasks/term.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, reply } from '../command.ts';
import { dueSaidIn } from './due-said.ts';

/**
 * A new deadline for every part that is not reported yet, held up or not, or for those of `units` alone; each unit is told
 * once, in private. Refuses a moment that has passed.
 */
export async function moveDeadline(
  context: CommandContext,
  task: Task,
  dueAt: Date,
  units?: readonly ThingId[],
): Promise<Decision> {
  const { read, office, text } = context;
  assertAhead(dueAt, read.now, read.calendar);
  const all = await read.members<Assignment>(assignmentsOf(task.id));
  const assignments = all.filter(
    (assignment) =>
      (!units || units.includes(assignment.unit)) &&
      isOpen(assignment) &&
      assignment.state !== 'submitted' &&
      assignment.dueAt?.getTime() !== dueAt.getTime(),
  );
  if (assignments.length === 0)
    return reply(context, `${task.no}时限本来就是${dueText(dueAt, text)}，没有变化`, task.no);

  const dueSaid = dueSaidIn(context, context.meaning, dueAt);
  const day = read.calendar.dayOf(read.now);
  const told = assignments.flatMap((assignment): Message[] =>
    ownersOf(office, assignment, day)
      .slice(0, 1)
      .map((person) => ({
        to: person.id,
        class: 'D',
        text: `${task.no} ${task.title}时限改为${dueText(dueAt, text)}，原时限${dueText(assignment.dueAt, text)}仍记录在案`,
        once: `${context.message.id}.${assignment.id}`,
        about: task.no,
      })),
  );
  return decide({
    save: [
      ...(units ? [] : [moveTaskDeadline(task, dueAt, dueSaid)]),
      ...assignments.map((assignment) => ({
        ...withDue(assignment, dueAt, read.now, read.policy),
        ...(dueSaid && { dueSaid }),
      })),
    ],
    say: [
      answer(context, `${task.no}时限已改为${dueText(dueAt, text)}，已通知${assignments.length}家`, task.no),
      ...told,
    ],
  });
}
