import { type Decision, merge } from '../../../domain/decision.ts';
import type { CommandContext } from '../command.ts';

/** What a message says of several numbers at once (T0603和T0607都验过了) is done for each, and answered in one message. */
export async function forEachNumber(
  context: CommandContext,
  handle: (context: CommandContext) => Promise<Decision>,
): Promise<Decision> {
  const numbers = (context.meaning.tasks ?? []).filter((task): task is string => typeof task === 'string');
  if (numbers.length < 2) return handle(context);

  const decisions = [];
  for (const task of numbers) {
    decisions.push(await handle({ ...context, meaning: { ...context.meaning, task, tasks: undefined } }));
  }
  const all = merge(decisions);
  const answerOnce = `${context.message.id}.answer`;
  const answers = all.say.filter((message) => message.once === answerOnce);
  const [first] = answers;
  if (!first) return all;
  const others = all.say.filter((message) => message.once !== answerOnce);
  return { ...all, say: [{ ...first, text: answers.map((message) => message.text).join('\n') }, ...others] };
}
