import { type Decision, decide } from '../../../domain/decision.ts';
import type { StoredFile } from '../../../domain/message.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { amendDraft, doubtDue } from '../../../domain/tasks/draft-task.ts';
import { requireMore, withFile } from '../../../domain/tasks/rule-task.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { amendmentIn, unitAnswered } from './amendment.ts';
import { draftAtPlace, draftsMeant } from './drafts-meant.ts';
import { moveDeadline } from './move-deadline.ts';
import { presentAmong } from './present-draft.ts';
import { duePoints } from './read-order.ts';
import { tellUnit } from './tell-unit.ts';

export default defineCommand({
  intent: 'amend',
  examples: ['T0612时限改到下周五', '改 T0612 承办 青山镇、南街镇', '改 T0612 要求 每家附两张照片'],

  async handle(context) {
    const drafts = await draftsMeant(context);
    const task = oneOf(context, drafts);
    assertMay(context, task.state === 'draft' ? 'amend-draft' : 'amend-order', task);
    if (task.state === 'draft') return presentAmong(context, drafts, task, changedDraft(context, task));
    const amendment = amendmentIn(context, context.meaning, task);
    if (Object.keys(amendment).length === 0) throw nothingSaid(task);
    if (amendment.file) return attachToOrder(context, task, amendment.file);
    if (task.state === 'issued' && amendment.dueAt) return moveDeadline(context, task, amendment.dueAt);
    if (task.state === 'issued' && amendment.requirement) return addRequirement(context, task, amendment.requirement);
    throw new Refusal(task.state === 'issued' ? 'ONLY_DEADLINE' : 'TASK_CLOSED', { no: task.no });
  },
});

/** Of several orders that were echoed together the one that was asked about, else the one whose place is named. */
function oneOf({ question, message }: CommandContext, drafts: readonly Task[]): Task {
  const asked = question?.about === 'draft' ? undefined : drafts.find(({ id }) => id === question?.matter);
  const one = drafts.length === 1 ? drafts[0] : (asked ?? draftAtPlace(message.text, drafts));
  if (!one) throw new Refusal('WHICH_DRAFT', { count: String(drafts.length), no: drafts.at(-1)!.no });
  return one;
}

function changedDraft(context: CommandContext, task: Task): Task {
  const answered = unitAnswered(context, task);
  if (answered) return answered;
  const amendment = amendmentIn(context, context.meaning, task);
  if (Object.keys(amendment).length > 0) return amendDraft(task, amendment);
  if (context.meaning.ask?.about !== 'due') throw nothingSaid(task);
  // 时限改到12月中旬前后
  return doubtDue(task, duePoints(context, context.meaning, undefined));
}

function nothingSaid({ no }: Task): Refusal {
  return new Refusal('NOTHING_CHANGED', { no });
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
