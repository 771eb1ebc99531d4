import { type Decision, decide } from '../../../domain/decision.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf, openAssignmentsOf } from '../../../domain/tasks/collections.ts';
import { amendDraft, cancelDraft } from '../../../domain/tasks/draft-task.ts';
import { voidAssignment } from '../../../domain/tasks/rule-assignment.ts';
import { withdrawTask } from '../../../domain/tasks/rule-task.ts';
import { endSeries } from '../../../domain/tasks/series.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task, TaskSeries } from '../../../domain/tasks/task.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { withoutUnits } from './amendment.ts';
import { draftAtPlace, draftsMeant } from './drafts-meant.ts';
import { forEachNumber } from './each-number.ts';
import { confirmQuestion, presentDraft } from './present-draft.ts';
import { isOfDraft, releaseUnit, unitReleased } from './release-units.ts';
import { tellUnit } from './tell-unit.ts';

export default defineCommand({
  intent: 'cancel',
  examples: ['取消', '撤销 T0612 和T0598是同一件事', 'T0633收回，和T0612是同一件事'],

  handle: (context) => forEachNumber(context, cancel),
});

async function cancel(context: CommandContext): Promise<Decision> {
  const unit = unitReleased(context);
  if (unit && !(await isOfDraft(context))) return releaseUnit(context, unit);
  const meant = await draftsMeant(context);
  const one = meant.length > 1 ? draftAtPlace(context.message.text, meant) : undefined;
  const tasks = one ? [one] : meant;
  for (const task of tasks) assertMay(context, task.state === 'draft' ? 'cancel-draft' : 'withdraw', task);
  const [task] = tasks;
  if (task!.state === 'void') throw new Refusal('ALREADY_VOID', { no: task!.no });
  if (task!.state !== 'draft') return withdraw(context, task!);
  if (unit && task!.executors.some((one) => one !== unit))
    return presentDraft(context, amendDraft(task!, withoutUnits([unit], task!)), true);

  const left = meant.filter((draft) => !tasks.includes(draft));
  return decide({
    save: tasks.map((draft) => cancelDraft(draft, context.read.now)),
    say: [answer(context, cancelledText(tasks, left), task!.no)],
    // The others still wait for their 确认.
    drop: context.question && left.length === 0 ? [context.question.id] : [],
    ask: left.length > 0 ? [confirmQuestion(context, left[0]!)] : [],
  });
}

function cancelledText(cancelled: readonly Task[], left: readonly Task[]): string {
  const numbers = (tasks: readonly Task[]) => tasks.map((draft) => draft.no).join('、');
  const rest = left.length > 0 ? `，${numbers(left)}还等确认` : '';
  return `已取消草稿${numbers(cancelled)}${rest}`;
}

/** 撤销: every open part becomes void and each unit is told once. A recurring order ends with it, also when this part of it is over. */
async function withdraw(context: CommandContext, task: Task): Promise<Decision> {
  const { read, meaning, text } = context;
  if (!meaning.reason) throw new Refusal('REASON_NEEDED', { no: task.no, example: `撤销 ${task.no} 重复交办` });

  const known = task.series ? await read.thing<TaskSeries>(task.series) : undefined;
  const series = known?.state === 'running' ? known : undefined;
  if (series && (task.state === 'closed' || task.state === 'archived')) {
    return decide({
      save: [endSeries(series)],
      say: [answer(context, `${task.no}已经办结，此后不再按期下达${await othersText(series, task, context)}`, task.no)],
    });
  }
  const open = (await read.members<Assignment>(assignmentsOf(task.id))).filter(isOpen);
  const ended = series ? `，此后不再按期下达${await othersText(series, task, context)}` : '';
  const told = open.flatMap((assignment) =>
    tellUnit(context, assignment, `${task.no} ${task.title}已撤销，不用再办。原因：${meaning.reason}`),
  );
  return decide({
    save: [
      withdrawTask(task, text.now),
      ...open.map((assignment) => voidAssignment(assignment, text.now)),
      ...(series ? [endSeries(series)] : []),
    ],
    say: [answer(context, `已撤销${task.no}，通知${open.length}家${ended}`, task.no), ...told],
  });
}

/** Issues of the order that are still under way stay so, and whoever ended it must know how to withdraw them too. */
async function othersText({ id, template }: TaskSeries, task: Task, { read }: CommandContext): Promise<string> {
  const units = [...new Set([...template.executors, ...template.leads])];
  const open = await Promise.all(units.map((unit) => read.members<Assignment>(openAssignmentsOf(unit))));
  const ids = [...new Set(open.flat().map((assignment) => assignment.task))].filter((other) => other !== task.id);
  const others = (await read.things<Task>(ids)).filter(({ series }) => series === id).map(({ no }) => no);
  if (others.length === 0) return '';
  return `。${others.sort().join('、')}已经下达，仍在办；也不用办了请说“撤销 ${others[0]} 原因”`;
}
