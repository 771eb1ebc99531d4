import type { HeldMessage } from '../domain/decision.ts';
import type { Intent } from '../domain/meaning.ts';
import { unitsNamed } from '../domain/people/find-units.ts';
import type { Question } from '../domain/question.ts';
import { assignmentId } from '../domain/tasks/collections.ts';
import { type CommandContext, WhichOne } from './commands/command.ts';
import { choiceNamed, missingSaid } from './fill-in.ts';
import { matterNumbers } from './understand/matter-numbers.ts';

/**
 * Joins a message with the question it answers. A choice between matters says the held message again with the matter filled
 * in; a date or a unit said in free words after a question about it becomes an amendment of that draft.
 */
export function answering(context: CommandContext, questions: readonly Question[]): CommandContext {
  const { meaning } = context;
  const practised = practiceAnswered(context, questions);
  if (practised) return practised;
  const more = missingSaid(context, questions);
  if (more) return { ...context, question: more.question, ...heldAgain(more.held, context.message.id) };
  const [latest] = questions;
  const choice = latest?.kinds.includes('choice') ? choiceNamed(context.message.text, latest) : undefined;
  if (choice) return chosen({ ...context, meaning: { ...meaning, intent: 'choose', choice } }, latest);
  const number = numberNamed(context);
  const fitting = number ? questions.filter(({ matter }) => matter.split('.').includes(number)) : questions;

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
  if (meaning.intent === 'ack')
    return withQuestion(
      context,
      fitting.find((question) => question.kinds.includes('ack')),
    );
  if (meaning.intent === 'kit')
    return withQuestion(
      context,
      questions.find((question) => question.kinds.includes('kit')),
    );
  if (meaning.intent === 'decide')
    return withQuestion(context, rulingMeant(fitting.filter((question) => question.kinds.includes('ruling'))));
  if (meaning.intent === 'forward') return withQuestion(context, forwardMeant(context, fitting));
  if (meaning.intent === 'amend' || meaning.intent === 'cancel') {
    return withQuestion(
      context,
      fitting.find((question) => question.kinds.includes('confirm') || question.kinds.includes('slot')),
    );
  }
  const asked = checkAsked(context, questions) ?? phonedAsked(context, questions);
  if (asked) return { ...context, meaning: { ...meaning, intent: 'unknown' }, question: asked };
  // Free words count for what was asked last, if that takes them.
  if (meaning.intent === 'unknown')
    return withQuestion(
      context,
      fitting.slice(0, 1).find((question) => question.kinds.includes('text')),
    );
  if (meaning.intent === 'roster')
    return withQuestion(
      context,
      fitting.find(({ matter }) => matter.startsWith('roster.')),
    );
  return context;
}

/** What nobody else understands, and what sounds like the progress of a task. */
const FREE: ReadonlySet<Intent> = new Set(['unknown', 'progress', 'complete', 'checkin']);

/** 说明 … and 认定 … are about the check-in they were called for; after a leader was asked how things stand, his words are about that. */
function checkAsked({ meaning, message }: CommandContext, questions: readonly Question[]): Question | undefined {
  if (message.room || !FREE.has(meaning.intent) || meaning.task || meaning.code) return undefined;
  const [latest] = questions;
  const about = /^\s*(?:情况)?说明/.test(message.text)
    ? 'explain'
    : /^\s*认定/.test(message.text)
      ? 'rule'
      : 'on-scene';
  const found = questions.find((question) => question.about === about && question.matter.startsWith('check.'));
  return about !== 'on-scene' || found === latest ? found : undefined;
}

/** 龙海 已通知, after the list of those who are to be telephoned. */
function phonedAsked({ meaning, message }: CommandContext, questions: readonly Question[]): Question | undefined {
  if (message.room || !FREE.has(meaning.intent) || meaning.task) return undefined;
  const [latest] = questions;
  return latest?.about === 'phoned' ? latest : undefined;
}

/** What may be real after a practice item: the command that takes it looks whether anything waits for it. */
const PERHAPS_REAL: ReadonlySet<Intent> = new Set(['ack', 'progress', 'complete', 'reported_elsewhere', 'zero_report']);
/** What means something only as the answer to another question. */
const ANSWERS: ReadonlySet<Intent> = new Set(['confirm', 'choose', 'decide', 'amend']);

/** 第一次练习 is answered, in private, by all that bears its number and by any sentence that asks for nothing else. */
function practiceAnswered(context: CommandContext, questions: readonly Question[]): CommandContext | undefined {
  const { meaning, message, speaker } = context;
  const question = message.room ? undefined : questions.find(({ about }) => about === 'practice');
  if (!question) return undefined;
  const answered: CommandContext = { ...context, meaning: { ...meaning, intent: 'unknown' }, question };
  const number = numberNamed(context) ?? matterNumbers(message.text)[0]?.no;
  if (number) return question.matter.endsWith(`.${number}`) ? answered : undefined;
  if (question !== questions[0]) return undefined;

  if (PERHAPS_REAL.has(meaning.intent)) return questions.length === 1 ? { ...context, question } : undefined;
  if (ANSWERS.has(meaning.intent)) return questions.length === 1 ? answered : undefined;
  const isNoOrder = meaning.intent === 'assign' && speaker.roles.length === 0;
  return meaning.intent === 'unknown' || isNoOrder ? answered : undefined;
}

/** Whose number begins so is a thing of that type; only those for which other commands answer than for tasks. */
const TYPE_OF: Readonly<Record<string, string>> = { S: 'swap', N: 'notice' };

/** 同意换班, 取消代班: said without a number, also where the question was put elsewhere. */
const SWAP_BY_NAME = /换班|代班|替班/;

/** Type of the thing a message is about: of the number it names or quotes, else of the question that it answers. */
export function matterOf(context: CommandContext): string | undefined {
  if (context.meaning.what === 'zero_reports') return 'zero-report';
  const no = numberNamed(context) ?? matterNumbers(context.message.text)[0]?.no;
  if (!no && SWAP_BY_NAME.test(context.message.text)) return 'swap';
  return TYPE_OF[no?.[0] ?? ''] ?? context.question?.matter.split('.')[0];
}

/** The number of a matter that a message says, else the one that it quotes. */
function numberNamed({ meaning, message }: CommandContext): string | undefined {
  const said = meaning.task ?? meaning.item ?? matterNumbers(message.quote?.text ?? '')[0]?.no;
  return said?.toUpperCase();
}

/**
 * Which of the rulings that wait a bare 同意 gives: the one asked for last, as long as all of them are of one kind. 同意 that may
 * be for an extension, for a swap or for @所有人 is asked about.
 */
function rulingMeant(waiting: readonly Question[]): Question | undefined {
  const types = new Set(waiting.map(({ matter }) => /^(?:swap|notice)(?=\.)/.exec(matter)?.[0] ?? 'task'));
  const numbers = [...new Set(waiting.flatMap(({ matter }) => matterNumbers(matter).map(({ no }) => no)))];
  if (types.size > 1 && numbers.length > 1) {
    throw new WhichOne(
      'task',
      '答复的是哪一件？',
      numbers.slice(0, 9).map((no) => ({ label: no, value: no })),
    );
  }
  return waiting[0];
}

/** 转给供销社 rules on the only part that waits to be given to somebody else; of several the command asks which. */
function forwardMeant({ office, meaning }: CommandContext, fitting: readonly Question[]): Question | undefined {
  const named = meaning.unit === undefined ? undefined : unitsNamed(office, meaning.unit);
  const waiting = fitting.filter(
    ({ about, matter }) =>
      about === 'forward' && (!named || named.some(({ id }) => matter === assignmentId(matter.split('.')[1]!, id))),
  );
  return waiting.length === 1 ? waiting[0] : undefined;
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
  return heldAgain({ ...held, meaning: { ...held.meaning, [slot]: value } }, id);
}

function heldAgain({ message, meaning }: HeldMessage, id: string): Pick<CommandContext, 'message' | 'meaning'> {
  return { message: { ...message, id }, meaning };
}
