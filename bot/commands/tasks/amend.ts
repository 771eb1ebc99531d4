import { type Decision, decide } from '../../../domain/decision.ts';
import type { StoredFile } from '../../../domain/message.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { amendDraft } from '../../../domain/tasks/draft-task.ts';
import { requireMore, withFile } from '../../../domain/tasks/rule-task.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { amendmentIn, unitAnswered } from './amendment.ts';
import { tellUnit } from './cancel.ts';
import { draftsMeant } from './drafts-meant.ts';
import { moveDeadline } from './move-deadline.ts';
import { presentDraft } from './present-draft.ts';

export default defineCommand({
  intent: 'amend',
  examples: ['T0612时限改到下周五', '改 T0612 承办 青山镇、南街镇', '改 T0612 要求 每家附两张照片'],

  async handle(context) {
    const [task] = await draftsMeant(context);
    assertMay(context, task!.state === 'draft' ? 'amend-draft' : 'amend-order', task!);
    const answered = task!.state === 'draft' ? unitAnswered(context, task!) : undefined;
    if (answered) return presentDraft(context, answered, true);
    const amendment = amendmentIn(context, context.meaning, task!);
    if (Object.keys(amendment).length === 0) throw new Refusal('NOTHING_CHANGED', { no: task!.no });
    if (task!.state === 'draft') return presentDraft(context, amendDraft(task!, amendment), true);
    if (amendment.file) return attachToOrder(context, task!, amendment.file);
    if (task!.state === 'issued' && amendment.dueAt) return moveDeadline(context, task!, amendment.dueAt);
    if (task!.state === 'issued' && amendment.requirement) return addRequirement(context, task!, amendment.requirement);
    throw new Refusal(task!.state === 'issued' ? 'ONLY_DEADLINE' : 'TASK_CLOSED', { no: task!.no });
  },
});

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
