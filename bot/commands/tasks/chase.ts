import { decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentsOf, OPEN_ASSIGNMENTS } from '../../../domain/tasks/collections.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { personName, unitName } from '../../../domain/wording/names.ts';
import { dueText, shortTitle } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand, WhichOne } from '../command.ts';
import { assertMay, mayHere } from '../rights.ts';
import { numberMeant, taskMeant } from './which-assignment.ts';

/** 催办: a person asks those who still owe something, each in private, as an ordinary reminder with its windows and budget. */
export default defineCommand({
  intent: 'nudge',
  examples: ['催办 T0612', '催一下T0612没报的', '催一下高铺镇'],

  async handle(context) {
    const task = await taskToChase(context);
    assertMay(context, 'chase', task);
    const inUnit = unitsNamedIn(context);
    const all = (await context.read.members<Assignment>(assignmentsOf(task.id))).filter(inUnit);
    const owed = all.filter(isOwed);
    const said = owed.flatMap((assignment) => chased(context, assignment));
    return decide({ say: [answer(context, chasedText(context, task, owed), task.no), ...said] });
  },
});

/** The one named or quoted, else the only one of the unit that is owed, else the person is asked. */
async function taskToChase(context: CommandContext): Promise<Task> {
  if (numberMeant(context) || !context.meaning.unit) return taskMeant(context);
  const open = (await context.read.members<Assignment>(OPEN_ASSIGNMENTS)).filter(unitsNamedIn(context));
  const owed = open.filter((one) => isOwed(one) && mayHere(context, 'chase', { thing: one }).allowed);
  const tasks = [...new Map(owed.map((one) => [one.no, one])).values()];
  if (tasks.length > 1) {
    const choices = tasks.slice(0, 9).map(({ no, title }) => ({ label: `${no} ${shortTitle(title)}`, value: no }));
    throw new WhichOne('task', '催的是哪一件？', choices);
  }
  const [only] = tasks;
  if (!only) throw new Refusal('WHICH_MATTER');
  return taskMeant({ ...context, meaning: { ...context.meaning, task: only.no } });
}

function unitsNamedIn({ meaning, office }: CommandContext): (assignment: Assignment) => boolean {
  if (!meaning.unit) return () => true;
  const named = unitsNamed(office, meaning.unit).map(({ id }) => id);
  if (named.length === 0) throw new Refusal('NO_SUCH_UNIT', { unit: meaning.unit });
  return ({ unit }) => named.includes(unit);
}

function chasedText({ meaning, office }: CommandContext, task: Task, owed: readonly Assignment[]): string {
  const [first] = owed;
  if (!first) return meaning.unit ? `${task.no}${meaning.unit}没有欠报` : `${task.no}没有欠报的单位`;
  const whom = meaning.unit && owed.length === 1 ? unitName(office, first.unit) : `还没有报送的${owed.length}家`;
  return `已私下提醒${task.no}${whom}`;
}

function chased(context: CommandContext, assignment: Assignment): Message[] {
  const { office, read, speaker, message, text } = context;
  return ownersOf(office, assignment, read.calendar.dayOf(read.now))
    .slice(0, 1)
    .map((person) => ({
      to: person.id,
      class: 'L3',
      text: `${personName(office, speaker.id)}催办：${assignment.no} ${assignment.title}，时限${dueText(assignment.dueAt, text)}。办完回复“报 ${assignment.no} 内容”，有困难回复“延期 到几号 原因”`,
      once: `${message.id}.${assignment.id}`,
      about: assignment.no,
    }));
}
