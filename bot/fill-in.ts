import type { HeldMessage } from '../domain/decision.ts';
import type { Intent, Meaning } from '../domain/meaning.ts';
import type { Question } from '../domain/question.ts';
import type { CommandContext } from './commands/command.ts';
import { limitOf } from './understand/reread.ts';

/** What a reason may sound like; anything else said meanwhile is its own matter. */
const REASON_LIKE: ReadonlySet<Intent> = new Set(['unknown', 'progress', 'complete', 'not_mine', 'assign', 'amend']);
const DATE_LIKE: ReadonlySet<Intent> = new Set(['unknown', 'amend', 'extend', 'progress', 'complete']);

/** The missing reason or date, said in words of its own after the bot has asked for it. */
export function missingSaid(
  context: CommandContext,
  [latest]: readonly Question[],
): { readonly question: Question; readonly held: HeldMessage } | undefined {
  const { meaning, message } = context;
  if (!latest?.held || meaning.task || message.file) return undefined;
  const { held } = latest;
  const more =
    latest.about === 'reason'
      ? reasonIn(meaning, message.text)
      : latest.about === 'due'
        ? dueIn(context, message.text)
        : undefined;
  return more && { question: latest, held: { ...held, meaning: { ...held.meaning, ...more } } };
}

function reasonIn(meaning: Meaning, text: string): Partial<Meaning> | undefined {
  const isOrder = meaning.intent === 'assign' && Boolean(meaning.units ?? meaning.scope ?? meaning.assignees);
  return REASON_LIKE.has(meaning.intent) && !isOrder ? { reason: text.trim() } : undefined;
}

/** The date, closing of the office where no clock is said, and what stands beside it as the reason. */
function dueIn({ meaning, read }: CommandContext, text: string): Partial<Meaning> | undefined {
  const { time } = meaning;
  const limit = time && limitOf(time);
  if (!DATE_LIKE.has(meaning.intent) || !limit) return undefined;
  const { calendar } = read;
  const dueAt = meaning.dueAt ?? (time.grain === 'day' ? calendar.closing(calendar.dayOf(limit)) : limit);
  const rest = text.replace(time.words, '').replace(/^[\s到至延期，,。、]+|[\s，,。]+$/g, '');
  return { dueAt, ...(rest.length > 1 && { reason: rest }) };
}

/** 高铺镇 in answer to “1 南街镇　2 高铺镇”: which place the one choice has whose words these are. */
export function choiceNamed(text: string, question: Question | undefined): number | undefined {
  const said = text.replace(/[\s，,。.!！吧的]+$/g, '').trim();
  if (said.length < 2 || said.length > 30) return undefined;
  const fits = (question?.choices ?? []).flatMap(({ label, value }, index) =>
    [label, value, label.split(' ')[0]].some((words) => words?.toUpperCase() === said.toUpperCase()) ? [index + 1] : [],
  );
  return fits.length === 1 ? fits[0] : undefined;
}
