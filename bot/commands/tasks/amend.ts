import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message, StoredFile } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { amendDraft } from '../../../domain/tasks/draft-task.ts';
import { moveTaskDeadline, requireMore, withFile } from '../../../domain/tasks/rule-task.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { assertAhead, withDue } from '../../../domain/tasks/term.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { amendmentIn } from './amendment.ts';
import { tellUnit } from './cancel.ts';
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
    if (amendment.file) return attachToOrder(context, task!, amendment.file);
    if (task!.state === 'issued' && amendment.dueAt) return moveDeadline(context, task!, amendment.dueAt);
    if (task!.state === 'issued' && amendment.requirement) return addRequirement(context, task!, amendment.requirement);
    throw new Refusal(task!.state === 'issued' ? 'ONLY_DEADLINE' : 'TASK_CLOSED', { no: task!.no });
  },
});

/** A new deadline for every part that is not reported yet, held up or not; each unit is told once, in private. */
async function moveDeadline(context: CommandContext, task: Task, dueAt: Date): Promise<Decision> {
  const { read, office, text } = context;
  assertAhead(dueAt, read.now, read.calendar);
  const all = await read.members<Assignment>(assignmentsOf(task.id));
  const assignments = all.filter(
    (assignment) =>
      isOpen(assignment) && assignment.state !== 'submitted' && assignment.dueAt?.getTime() !== dueAt.getTime(),
  );
  if (assignments.length === 0)
    return reply(context, `${task.no}时限本来就是${dueText(dueAt, text)}，没有变化`, task.no);
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

/** One thing more that is wanted: every unit that still owes its report is told once, in private. */
async function addRequirement(context: CommandContext, task: Task, requirement: string): Promise<Decision> {
  const all = await context.read.members<Assignment>(assignmentsOf(task.id));
  const owing = all.filter((assignment) => isOpen(assignment) && assignment.state !== 'submitted');
  return decide({
    save: [requireMore(task, requirement)],
    say: [
      answer(context, `${task.no}已补充要求“${requirement}”，已通知${owing.length}家`, task.no),
      ...owing.flatMap((assignment) =>
        tellUnit(context, assignment, `${task.no} ${task.title}补充要求：${requirement}`),
      ),
    ],
  });
}

/** A template or attachment that comes after the order: whoever asks for it gets it. */
function attachToOrder(context: CommandContext, task: Task, file: StoredFile): Decision {
  const text = `“${file.name}”已作为${task.no}的附件，各单位私聊我“${task.no} 模板”即可取`;
  return decide({ save: [withFile(task, file)], say: [answer(context, text, task.no)] });
}
