import { type Decision, decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf, openAssignmentsOf } from '../../../domain/tasks/collections.ts';
import { cancelDraft } from '../../../domain/tasks/draft-task.ts';
import { voidAssignment } from '../../../domain/tasks/rule-assignment.ts';
import { withdrawTask } from '../../../domain/tasks/rule-task.ts';
import { endSeries } from '../../../domain/tasks/series.ts';
import { isOpen } from '../../../domain/tasks/status.ts';
import type { Assignment, Task, TaskSeries } from '../../../domain/tasks/task.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay } from '../rights.ts';
import { draftsMeant } from './drafts-meant.ts';
import { forEachNumber } from './each-number.ts';

export default defineCommand({
  intent: 'cancel',
  examples: ['取消', '撤销 T0612 和T0598是同一件事', 'T0633收回，和T0612是同一件事'],

  handle: (context) => forEachNumber(context, cancel),
});

async function cancel(context: CommandContext): Promise<Decision> {
  const tasks = await draftsMeant(context);
  for (const task of tasks) assertMay(context, task.state === 'draft' ? 'cancel-draft' : 'withdraw', task);
  const [task] = tasks;
  if (task!.state === 'void') throw new Refusal('ALREADY_VOID', { no: task!.no });
  if (task!.state !== 'draft') return withdraw(context, task!);

  return decide({
    save: tasks.map((draft) => cancelDraft(draft, context.read.now)),
    say: [answer(context, `已取消草稿${tasks.map((draft) => draft.no).join('、')}`, task!.no)],
    drop: context.question ? [context.question.id] : [],
  });
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
