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
  const gatedRead: IntentReader = (heard) =>
    gate.opens(heard.text) || heard.whole === '' || unless.some((kind) => heard.expects.has(kind))
      ? read(heard)
      : undefined;
  gates.set(gatedRead, gate);
  return gatedRead;
}

const gates = new WeakMap<IntentReader, Gate>();

/** Readers of which the first that recognises a message decides. */
export class Readers {
  readonly #readers: readonly IntentReader[];
  readonly #gates: readonly (Gate | undefined)[];

  constructor(readers: readonly IntentReader[]) {
    this.#readers = readers;
    this.#gates = readers.map((read) => gates.get(read));
  }

  /** What the first says that says anything. Those whose gate is shut are not asked, unless the bot waits for an answer. */
  read(heard: Heard): Slots | undefined {
    const { text } = heard;
    const askAll = heard.whole === '' || heard.expects.size > 0;
    for (let at = 0; at < this.#readers.length; at++) {
      const gate = this.#gates[at];
      if (!askAll && gate && !gate.opens(text)) continue;
      const slots = this.#readers[at]!(heard);
      if (slots) return slots;
    }
    return undefined;
  }
}
