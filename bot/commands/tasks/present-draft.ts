import type { Ask } from '../../../domain/decision.ts';
import { type Decision, decide } from '../../../domain/decision.ts';
import { blocksIssue } from '../../../domain/tasks/issue-task.ts';
import type { OpenPoint, Task } from '../../../domain/tasks/task.ts';
import { personName } from '../../../domain/wording/names.ts';
import { draftText, leftOpenText, openPointText } from '../../../domain/wording/tasks.ts';
import { answer, askSpeaker, type CommandContext } from '../command.ts';

const MOST_QUESTIONS = 2;

/** Shows a draft as it is now and asks for what comes next: an open point (two at most), else the confirmation. */
export function presentDraft(context: CommandContext, task: Task, changed: boolean): Decision {
  const point = task.openPoints[0];
  if (point && task.asked < MOST_QUESTIONS) return askPoint(context, task, point);
  if (task.openPoints.some(blocksIssue)) return leaveToDispatcher(context, task);

  return decide({
    save: [task],
    say: [answer(context, draftText(shownTo(context, task), context.text, changed), task.no)],
    ask: confirmQuestions(context, task),
  });
}

/** In private it is whoever reads it that is asked to confirm; in a room whoever gave the order. */
function shownTo({ room, speaker }: CommandContext, task: Task): Task {
  return room ? task : { ...task, assigner: speaker.id };
}

/** Whoever gave the order has seen in its room what somebody else has made of it, and confirms that. */
function confirmQuestions(context: CommandContext, task: Task): Ask[] {
  const own = confirmQuestion(context, task);
  const seenToo = context.room?.id === task.room && task.room !== undefined && task.assigner !== context.speaker.id;
  return seenToo ? [own, { ...own, person: task.assigner }] : [own];
}

function askPoint(context: CommandContext, task: Task, point: OpenPoint): Decision {
  const asked = { ...task, asked: task.asked + 1 };
  const text =
    point.about === 'day-off' ? draftText(task, context.text, false, point) : openPointText(task, point, context.text);
  const question = askSpeaker(context, {
    about: point.about,
    matter: task.id,
    kinds: ['slot', 'choice', ...(blocksIssue(point) ? [] : (['confirm'] as const))],
    choices: point.choices,
    shown: task.version,
  });
  return decide({ save: [asked], say: [answer(context, text, task.no)], ask: [question] });
}

function leaveToDispatcher(context: CommandContext, task: Task): Decision {
  const desk = personName(context.office, task.reviewer);
  return decide({ save: [task], say: [answer(context, leftOpenText(task, desk), task.no)] });
}

/** Several orders of one message are echoed together and confirmed by one word. */
export function presentBatch(context: CommandContext, tasks: readonly Task[]): Decision {
  const open = tasks.find((task) => task.openPoints.some(blocksIssue));
  if (open) {
    const decision = presentDraft(context, open, false);
    return { ...decision, save: [...tasks.filter((task) => task !== open), ...decision.save] };
  }
  return batchShown(context, tasks, tasks, '已记为');
}

/** A changed draft as it is now, together with those that one 确认 hands out with it. */
export function presentAmong(context: CommandContext, drafts: readonly Task[], old: Task, changed: Task): Decision {
  const tasks = drafts.map((draft) => (draft === old ? changed : draft));
  const isOpen = tasks.some((task) => task.openPoints.length > 0);
  return tasks.length === 1 || isOpen
    ? presentDraft(context, changed, true)
    : batchShown(context, tasks, [changed], '已改，');
}

function batchShown(context: CommandContext, tasks: readonly Task[], save: readonly Task[], head: string): Decision {
  return decide({
    save,
    say: [answer(context, batchText(context, tasks, head), tasks[0]!.no)],
    ask: [confirmQuestion(context, tasks[0]!)],
  });
}

function batchText(context: CommandContext, tasks: readonly Task[], head: string): string {
  const lines = tasks.map((task) => {
    const [, ...rest] = draftText(task, context.text).split('\n');
    return rest.filter((line) => !line.startsWith('要求')).join('　');
  });
  return [`${head}${tasks.length}件任务草稿，请确认（回复“确认”全部下达，或说“改 编号 …”）`, ...lines].join('\n');
}

export function confirmQuestion(context: CommandContext, task: Task): Ask {
  return askSpeaker(context, {
    about: 'draft',
    matter: task.id,
    kinds: ['confirm'],
    shown: task.version,
    hours: 24 * 30,
  });
}
