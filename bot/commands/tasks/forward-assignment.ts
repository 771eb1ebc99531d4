import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { assignmentId } from '../../../domain/tasks/collections.ts';
import { handOn } from '../../../domain/tasks/hand-on.ts';
import { voidAssignment } from '../../../domain/tasks/rule-assignment.ts';
import { replaceExecutor } from '../../../domain/tasks/rule-task.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { assignmentText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext } from '../command.ts';

/** The dispatcher has ruled: the old part is void, the new unit gets one of its own with the same deadline, both are told. */
export async function forwardTo(context: CommandContext, assignment: Assignment, to: ThingId): Promise<Decision> {
  const { read, office, text, message } = context;
  const task = await read.thing<Task>(assignment.task);
  const existing = await read.thing<Assignment>(assignmentId(assignment.no, to));
  const fresh =
    existing && existing.state !== 'void' ? undefined : handOn(assignment, to, read.now, read.calendar, read.policy);
  const said = (unit: ThingId, line: string, name: string): Message[] =>
    ownersOf(office, { unit }, read.calendar.dayOf(read.now))
      .slice(0, 1)
      .map((person) => ({
        to: person.id,
        class: 'D',
        text: line,
        once: `${message.id}.${name}`,
        about: assignment.no,
      }));

  return decide({
    save: [
      { ...voidAssignment(assignment, read.now), handedTo: to },
      ...(fresh ? [fresh] : []),
      ...(task ? [replaceExecutor(task, assignment.unit, to)] : []),
    ],
    say: [
      answer(
        context,
        `${assignment.no}已由${unitName(office, assignment.unit)}转给${unitName(office, to)}`,
        assignment.no,
      ),
      ...said(assignment.unit, `${assignment.no}已转给${unitName(office, to)}，你单位不用再办`, 'from'),
      ...(task && fresh
        ? said(to, assignmentText(fresh.dueAt ? { ...task, dueAt: fresh.dueAt } : task, to, text), 'to')
        : []),
    ],
    nudge: [assignment.task],
  });
}
