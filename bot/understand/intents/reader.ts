import type { AnswerKind } from '../../../domain/decision.ts';
import type { Meaning } from '../../../domain/meaning.ts';
import { Gate, type Gated } from '../gated.ts';
import type { Heard } from '../heard.ts';

/** An intent with its slots; the times are added for every message alike. */
export type Slots = Omit<Meaning, 'times' | 'time'>;

/** Reads one intent; undefined where the message is something else. Slots come from the message, never from what it quotes. */
export type IntentReader = (heard: Heard) => Slots | undefined;

/**
 * A reader that recognises nothing unless one of the patterns finds something in the message; most messages pass it by without a
 * search; one without words is for all of them. While the bot waits for an answer of a kind in `unless`, other words may do, and it looks at every message.
 */
export function reading(
  patterns: readonly (RegExp | Gated)[],
  read: IntentReader,
  ...unless: readonly AnswerKind[]
): IntentReader {
  const gate = new Gate(...patterns);
  return (heard) =>
    gate.opens(heard.text) || heard.whole === '' || unless.some((kind) => heard.expects.has(kind))
      ? read(heard)
      : undefined;
}
