import type { AnswerKind } from '../../domain/decision.ts';

/** What a question of the bot's looks like, and which kinds of answer it takes. */
const ASKED: readonly (readonly [pattern: RegExp, kind: AnswerKind])[] = [
  [/回复\s?["“]?确认/, 'confirm'],
  [/回复[^。\n]{0,6}(?:不?同意|批准)/, 'ruling'],
  [/回复[^。\n]{0,4}通过/, 'ruling'],
  [/回复数字(?!\s?\d{2})|回复\s?["“]?[1①]|(?:^|[\s?？])1[.、．]/, 'choice'],
  [/回复\s?["“]?收到|签收/, 'ack'],
  [/尚未报送|未报送|到期|报送|时限|没有收到|责任人/, 'report'],
];

/** A roll call waits for its code, not for a choice. */
const ROLL_CALL = /回复数字\s?\d{2,3}/;

/**
 * The kinds of answer that the bot waits for: those of the message that is quoted, else those of its open questions.
 * The context only decides what a short answer is for; slots never come from it.
 */
export function expectedKinds(
  quote: { readonly text: string; readonly mine: boolean } | undefined,
  waiting: readonly AnswerKind[],
): ReadonlySet<AnswerKind> {
  if (!quote?.mine) return new Set(waiting);
  if (ROLL_CALL.test(quote.text)) return new Set();
  const asked = ASKED.filter(([pattern]) => pattern.test(quote.text)).map(([, kind]) => kind);
  return new Set(asked.length > 0 ? asked : waiting);
}
