import { lettersNeeded } from './letters-needed.ts';

/** So many gates find room; one more stands open. */
const WORDS = 16;
const MOST = WORDS * 32;
/** The gates that each letter (UTF-16 unit) opens, one bit for each gate; side by side, so that a letter is one place in memory. */
const opened = new Uint32Array(0x10000 * WORDS);
let built = 0;

/**
 * The text that is being read, and the gates that its letters open: it is asked for a hundred patterns. Any other text is looked
 * through each time. What is remembered changes no answer, only how soon it is there.
 */
let current: string | undefined;
const currentLetters = new Uint32Array(WORDS);

/**
 * Patterns are only tried on a text with a letter they cannot do without. Most look for a few rare words, and most messages hold
 * none of them; to see that costs a glance at each letter and no search. Which letters those are is read from the patterns.
 */
export class Gate {
  readonly #patterns: readonly (RegExp | Gated)[];
  /** Where its bit is; -1 where it stands open. Undefined before anybody has asked: reading the patterns is left for then. */
  #word: number | undefined;
  #bit = 0;

  constructor(...patterns: readonly (RegExp | Gated)[]) {
    this.#patterns = patterns;
  }

  /** Whether the text holds a letter without which none of the patterns finds anything. */
  opens(text: string): boolean {
    const word = this.#word ?? this.#build();
    if (word < 0) return true;
    if (text === current) return (currentLetters[word]! & this.#bit) !== 0;
    for (let at = 0; at < text.length; at++)
      if ((opened[text.charCodeAt(at) * WORDS + word]! & this.#bit) !== 0) return true;
    return false;
  }

  #build(): number {
    const needed = this.#patterns.map((each) => lettersNeeded(each instanceof Gated ? each.pattern : each));
    const usable = built < MOST && needed.every((letters) => letters !== undefined);
    const word = usable ? built >> 5 : -1;
    this.#word = word;
    if (!usable) return word;
    this.#bit = 1 << (built & 31);
    built++;
    for (const letters of needed) for (const letter of letters!) opened[letter * WORDS + word]! |= this.#bit;
    // The letters of the current text were looked through before this gate was there.
    current = undefined;
    return word;
  }
}

/** Says which text is to be read now, so that its letters are looked through once. */
export function nowReading(text: string): void {
  if (text === current) return;
  current = text;
  currentLetters.fill(0);
  const used = (built + 31) >> 5;
  for (let at = 0; at < text.length; at++) {
    const row = text.charCodeAt(at) * WORDS;
    for (let word = 0; word < used; word++) currentLetters[word]! |= opened[row + word]!;
  }
}

/** A pattern behind its gate. It finds what the pattern finds, and sooner sees that there is nothing. */
export class Gated {
  readonly pattern: RegExp;
  readonly #gate: Gate;

  constructor(pattern: RegExp) {
    this.pattern = pattern;
    this.#gate = new Gate(pattern);
  }

  opens(text: string): boolean {
    return this.#gate.opens(text);
  }

  test(text: string): boolean {
    return this.#gate.opens(text) && this.pattern.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.#gate.opens(text) ? this.pattern.exec(text) : null;
  }

  /** The text with every match replaced. */
  replaceIn(text: string, by: string | ((match: string) => string)): string {
    if (!this.#gate.opens(text)) return text;
    return typeof by === 'string' ? text.replace(this.pattern, by) : text.replace(this.pattern, by);
  }
}

export function gated(pattern: RegExp): Gated {
  return new Gated(pattern);
}
