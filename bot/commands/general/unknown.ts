import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { assignmentId } from '../../../domain/tasks/collections.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';
import { NOT_UNDERSTOOD } from '../../../domain/wording/general.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import amend from '../tasks/amend.ts';
import { relayQuestion } from '../tasks/relay-question.ts';
import { numberMeant, taskMeant } from '../tasks/which-assignment.ts';

/** Said to the bot and not understood: a question about a task goes on to its reviewer, anything else gets the nearest ways to say it. */
export default defineCommand({
  intent: 'unknown',
  examples: [],

  async handle(context) {
    if (context.message.file && numberMeant(context) && /附件|模板|表样/.test(context.message.text))
      return amend.handle(context);
    const task = await taskAsked(context);
    return task ? relayQuestion(context, task, context.message.text) : reply(context, NOT_UNDERSTOOD);
  },
});

/** The task somebody of one of its units asks about: by number or quote, with a question or the word 模板. */
async function taskAsked(context: CommandContext): Promise<Task | undefined> {
  const no = numberMeant(context);
  if (!no || !/[吗么呢?？]|模板|表样|怎么|什么|哪/.test(context.message.text)) return undefined;
  try {
    const task = await taskMeant(context);
    const units = unitsOf(context.speaker, context.read.calendar.dayOf(context.read.now));
    const own = await context.read.things<Assignment>(units.map((unit) => assignmentId(no, unit)));
    return own.length > 0 ? task : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
