import { decide } from '../../../domain/decision.ts';
import type { Message } from '../../../domain/message.ts';
import { ownersOf } from '../../../domain/people/posts.ts';
import { assignmentsOf } from '../../../domain/tasks/collections.ts';
import { isOwed } from '../../../domain/tasks/status.ts';
import type { Assignment } from '../../../domain/tasks/task.ts';
import { personName } from '../../../domain/wording/names.ts';
import { dueText } from '../../../domain/wording/tasks.ts';
import { answer, type CommandContext, defineCommand } from '../command.ts';
import { assertMay, taskMeant } from './which-assignment.ts';

/** 催办: a person asks those who still owe something, each in private, as an ordinary reminder with its windows and budget. */
export default defineCommand({
  intent: 'nudge',
  examples: ['催办 T0612', '催一下T0612没报的'],

  async handle(context) {
    const task = await taskMeant(context);
    assertMay(context, 'chase', task);
    const owed = (await context.read.members<Assignment>(assignmentsOf(task.id))).filter(isOwed);
    const said = owed.flatMap((assignment) => chased(context, assignment));
    const text = owed.length > 0 ? `已私下提醒${task.no}还没有报送的${owed.length}家` : `${task.no}没有欠报的单位`;
    return decide({ say: [answer(context, text, task.no), ...said] });
  },
});

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
