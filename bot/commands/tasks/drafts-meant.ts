import { Refusal } from '../../../domain/refusal.ts';
import { draftsOf, draftsOfBatch, OPEN_DRAFTS, taskId } from '../../../domain/tasks/collections.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { shortTitle } from '../../../domain/wording/tasks.ts';
import { type CommandContext, WhichOne } from '../command.ts';
import { numberMeant } from './which-assignment.ts';

/** The draft, or the drafts of one message, that the speaker means: number or quote > the question > the only one that waits for him. */
export async function draftsMeant(context: CommandContext): Promise<Task[]> {
  const no = numberMeant(context);
  const said = no ? await named(context, no) : undefined;
  // A question that still stands about a draft somebody else has dealt with meanwhile says nothing about this answer.
  const asked = no !== undefined && numberMeant({ ...context, question: undefined }) === undefined;
  if (said && (!asked || said.state === 'draft')) return withBatch(context, said, !context.meaning.task);

  const own = await context.read.members<Task>(draftsOf(context.speaker.id));
  const handedOver = (await context.read.members<Task>(OPEN_DRAFTS)).filter(
    (task) => task.handedOverAt && task.reviewer === context.speaker.id,
  );
  const drafts = [...new Map([...own, ...handedOver].map((task) => [task.id, task])).values()];
  if (drafts.length === 0) throw new Refusal('WHICH_MATTER');
  if (drafts.length > 1 && !sameBatch(drafts)) {
    throw new WhichOne(
      'task',
      '是哪一件？',
      drafts.slice(0, 9).map((task) => ({ label: `${task.no} ${shortTitle(task.title)}`, value: task.no })),
    );
  }
  return drafts;
}

async function named(context: CommandContext, no: string): Promise<Task> {
  const task = await context.read.thing<Task>(taskId(no));
  if (!task) throw new Refusal('NO_SUCH_MATTER', { no });
  return task;
}

/** A number said aloud means that one task; a quote or a question means everything that was echoed together. */
async function withBatch(context: CommandContext, task: Task, together: boolean): Promise<Task[]> {
  if (!together || !task.batch) return [task];
  const drafts = await context.read.members<Task>(draftsOfBatch(task.batch));
  return drafts.length > 0 ? drafts : [task];
}

function sameBatch(drafts: readonly Task[]): boolean {
  return drafts[0]!.batch !== undefined && drafts.every((task) => task.batch === drafts[0]!.batch);
}

const ORDINAL = /第\s?([一二三四五六七八九]|[1-9])\s?[条件项个]/;

/** 第二条 of several orders that were echoed together, in the order of the echo; undefined where no place is named. */
export function draftAtPlace(text: string, drafts: readonly Task[]): Task | undefined {
  const place = ORDINAL.exec(text)?.[1];
  if (!place) return undefined;
  const index = '一二三四五六七八九'.indexOf(place) + 1 || Number(place);
  return drafts.toSorted((a, b) => a.no.localeCompare(b.no))[index - 1];
}
