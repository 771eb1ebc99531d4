import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { amendDraft } from '../../../domain/tasks/draft-task.ts';
import { moveTaskDeadline } from '../../../domain/tasks/rule-task.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { assertAhead, withDue } from '../../../domain/tasks/term.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { amendmentIn } from './amendment.ts';
import { draftsMeant } from './drafts-meant.ts';
import { presentDraft } from './present-draft.ts';
import { assertMay } from './which-assignment.ts';

export default defineCommand({
  intent: 'amend',
  examples: ['T0612时限改到下周五', '改 T0612 承办 青山镇、南街镇', '改 T0612 要求 每家附两张照片'],

  async handle(context) {
    const [task] = await draftsMeant(context);
    assertMay(context, task!.state === 'draft' ? 'amend-draft' : 'amend-order', task!);
    const amendment = amendmentIn(context, context.meaning);
    if (Object.keys(amendment).length === 0) throw new Refusal('WHICH_MATTER');
    if (task!.state === 'draft') return presentDraft(context, amendDraft(task!, amendment), true);
    if (task!.state !== 'issued' || !amendment.dueAt) throw new Refusal('NOT_A_DRAFT', { no: task!.no });
    return moveDeadline(context, task!, amendment.dueAt);
  },
});

/** A new deadline for every part that is not reported yet, held up or not; each unit is told once, in private. */
async function moveDeadline(context: CommandContext, task: Task, dueAt: Date): Promise<Decision> {
  const { read, office, text } = context;
  assertAhead(dueAt, read.now, read.calendar);
  const all = await read.members<Assignment>(assignmentsOf(task.id));
  const assignments = all.filter((assignment) => isOpen(assignment) && assignment.state !== 'submitted');
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
      moveTaskDeadline(task, dueAt),
      ...assignments.map((assignment) => withDue(assignment, dueAt, read.now, read.policy)),
    ],
    say: [
      answer(context, `${task.no}时限已改为${dueText(dueAt, text)}，已通知${assignments.length}家`, task.no),
      ...told,
    ],
  });
}
