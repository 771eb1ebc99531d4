import { type Decision, decide } from '../../../domain/decision.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { resumeAssignment, suspendAssignment } from '../../../domain/tasks/rule-assignment.ts';
import { resumeTask, suspendTask } from '../../../domain/tasks/rule-task.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { tellUnit } from './tell-unit.ts';
import { taskMeant } from './which-assignment.ts';

/** 暂缓: the clock of every open part stands still until 恢复. */
export const suspend = defineCommand({
  intent: 'suspend',
  examples: ['T0607先暂缓', '暂缓 T0607'],

  async handle(context) {
    const task = await taskMeant(context);
    assertMay(context, 'suspend', task);
    if (task.state !== 'issued') throw new Refusal('NOTHING_PENDING', { no: task.no, unit: '', what: '办理' });
    const why = context.meaning.reason ? `。原因：${context.meaning.reason}` : '';
    const stop = (assignment: Assignment) => suspendAssignment(assignment, context.read.now);
    return changeAll(context, suspendTask(task, context.read.now), stop, '已暂缓', () => `暂缓，恢复前不用报${why}`);
  },
});

export const resume = defineCommand({
  intent: 'resume',
  examples: ['恢复 T0607', 'T0607恢复办理'],

  async handle(context) {
    const { read } = context;
    const task = await taskMeant(context);
    assertMay(context, 'resume', task);
    if (task.state !== 'suspended') throw new Refusal('NOTHING_PENDING', { no: task.no, unit: '', what: '恢复' });
    const go = (assignment: Assignment) => resumeAssignment(assignment, read.now, read.calendar, read.policy);
    return changeAll(context, resumeTask(task, read.now), go, '已恢复', (assignment) =>
      assignment.state === 'submitted'
        ? '恢复办理，你单位已报送，等待审核'
        : `恢复办理，时限${dueText(assignment.dueAt, context.text)}`,
    );
  },
});

async function changeAll(
  context: CommandContext,
  task: Task,
  change: (assignment: Assignment) => Assignment,
  done: string,
  words: (assignment: Assignment) => string,
): Promise<Decision> {
  const open = (await context.read.members<Assignment>(assignmentsOf(task.id))).filter(isOpen).map(change);
  return decide({
    save: [task, ...open],
    say: [
      answer(context, `${task.no}${done}，已通知${open.length}家`, task.no),
      ...open.flatMap((assignment) => tellUnit(context, assignment, `${task.no} ${task.title}${words(assignment)}`)),
    ],
  });
}
