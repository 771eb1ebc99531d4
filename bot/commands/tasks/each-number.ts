import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { answer, type CommandContext } from '../command.ts';
import { MISSING } from '../missing.ts';

/**
 * What a message says of several numbers at once (T0603和T0607都验过了) is done for each, and answered in one message. What cannot be
 * done for one of them is said, and done for the others.
 */
export async function forEachNumber(
  context: CommandContext,
  handle: (context: CommandContext) => Promise<Decision>,
): Promise<Decision> {
  const numbers = (context.meaning.tasks ?? []).filter((task): task is string => typeof task === 'string');
  if (numbers.length < 2) return handle(context);

  const decisions: Decision[] = [];
  for (const task of numbers) {
    const one = { ...context, meaning: { ...context.meaning, task, tasks: undefined } };
    try {
      decisions.push(await handle(one));
    } catch (error) {
      // What only misses a word is asked for all of them together.
      if (!(error instanceof Refusal) || MISSING[error.code]) throw error;
      decisions.push(decide({ say: [answer(one, error.text, task)] }));
    }
  }
  const all = merge(decisions);
  const answerOnce = `${context.message.id}.answer`;
  const answers = all.say.filter((message) => message.once === answerOnce);
  const [first] = answers;
  if (!first) return all;
  const others = all.say.filter((message) => message.once !== answerOnce);
  return { ...all, say: [{ ...first, text: answers.map((message) => message.text).join('\n') }, ...others] };
}
