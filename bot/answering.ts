import type { HeldMessage } from '../domain/decision.ts';
import type { Question } from '../domain/question.ts';
import type { CommandContext } from './commands/command.ts';

/**
 * Joins a message with the question it answers. A choice between matters says the held message again with the matter filled
 * in; a date or a unit said in free words after a question about it becomes an amendment of that draft.
 */
export function answering(context: CommandContext, questions: readonly Question[]): CommandContext {
  const { meaning, message } = context;
  const number = meaning.task ?? message.quote?.text.match(/T\d{4,}/i)?.[0];
  const fitting = number
    ? questions.filter((question) => question.matter.includes(`.${number.toUpperCase()}`))
    : questions;

  if (meaning.intent === 'choose')
    return chosen(
      context,
      questions.find((question) => question.kinds.includes('choice')),
    );
  if (meaning.intent === 'confirm')
    return withQuestion(
      context,
      fitting.find((question) => question.kinds.includes('confirm')),
    );
  if (meaning.intent === 'decide')
    return withQuestion(
      context,
      fitting.find((question) => question.kinds.includes('ruling')),
    );
  if (meaning.intent === 'amend' || meaning.intent === 'cancel') {
    return withQuestion(
      context,
      fitting.find((question) => question.kinds.includes('confirm') || question.kinds.includes('slot')),
    );
  }
  return context;
}

function withQuestion(context: CommandContext, question: Question | undefined): CommandContext {
  return question ? { ...context, question } : context;
}

function chosen(context: CommandContext, question: Question | undefined): CommandContext {
  const { meaning, message } = context;
  const choice = meaning.choice !== undefined ? question?.choices?.[meaning.choice - 1] : undefined;
  if (!question || !choice || !question.held) return withQuestion(context, question);
  return { ...context, question, ...saidAgain(question.held, question.about, choice.value, message.id) };
}

/** The held message under the id of the answer, so that each of the two messages is handled once. */
function saidAgain(
  held: HeldMessage,
  slot: string,
  value: string,
  id: string,
): Pick<CommandContext, 'message' | 'meaning'> {
  return { message: { ...held.message, id }, meaning: { ...held.meaning, [slot]: value } };
}
