/**
 * Which letters a pattern cannot do without: every match holds at least one of them. Read from the source of the pattern, so
 * that it stays true whatever becomes of the pattern; what this reader does not know makes it know nothing.
 */

import { SPACES } from './letter-table.ts';

/** UTF-16 units. */
type Letters = ReadonlySet<number>;
/** Undefined where a match may do without any letter, or with too many different ones to tell. */
type Needed = Letters | undefined;

/** Stand in so many messages that needing them tells little. */
const COMMON = new Set(codesOf('0123456789前一报日的月人请了午把天下不到上有个周没在点要大全后中回通安情成收'));
const RANGE_MOST = 64;

/** The letters one of which is in every match; undefined where nothing can be said. */
export function lettersNeeded(pattern: RegExp): Letters | undefined {
  if (pattern.flags.includes('v')) return undefined;
  const reader = new SourceReader(pattern.source, pattern.ignoreCase, pattern.unicode);
  try {
    return reader.alternatives();
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

class Unknown extends Error {}

class SourceReader {
  readonly #source: string;
  readonly #anyCase: boolean;
  readonly #unicode: boolean;
  #at = 0;

  constructor(source: string, anyCase: boolean, unicode: boolean) {
    this.#source = source;
    this.#anyCase = anyCase;
    this.#unicode = unicode;
  }

  /** a|b needs what a or b needs. */
  alternatives(): Needed {
    const all = new Set<number>();
    let known = true;
    do {
      const letters = this.#sequence();
      known &&= letters !== undefined;
      for (const letter of letters ?? []) all.add(letter);
    } while (this.#take('|'));
    return known ? all : undefined;
  }

  /** ab needs what a needs and what b needs; the rarer letters say more. */
  #sequence(): Needed {
    let rarest: Needed;
    while (this.#at < this.#source.length && !this.#sees('|') && !this.#sees(')')) {
      const atom = this.#atom();
      const needed = this.#atLeastOnce() ? atom : undefined;
      if (needed && (!rarest || frequency(needed) < frequency(rarest))) rarest = needed;
    }
    return rarest;
  }

  /** Steps over a quantifier: whether it asks for one at least. */
  #atLeastOnce(): boolean {
    if (!'*+?{'.includes(this.#source[this.#at] ?? ' ')) return true;
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 12));
    this.#at += quantifier?.[0].length ?? 0;
    return !quantifier || quantifier[0][0] === '+' || Number(quantifier[1]) > 0;
  }

  #atom(): Needed {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return this.#class();
    if (this.#take('\\')) return this.#escape();
    if (this.#take('.') || this.#take('^') || this.#take('$')) return undefined;
    return this.#letter();
  }

  /** What is only looked at is not in the match. */
  #group(): Needed {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 24))?.[0] ?? '';
    if (kind === '' && this.#sees('?')) throw new Unknown();
    this.#at += kind.length;
    const inside = this.alternatives();
    if (!this.#take(')')) throw new Unknown();
    return /[=!]$/.test(kind) ? undefined : inside;
  }

  #class(): Needed {
    const letters = new Set<number>();
    const negated = this.#take('^');
    let all = !negated;
    while (!this.#take(']')) {
      if (this.#at >= this.#source.length) throw new Unknown();
      const member = this.#member();
      const isRange = this.#sees('-') && this.#source[this.#at + 1] !== ']';
      const found = isRange ? this.#rangeFrom(member) : member;
      all &&= found !== undefined;
      for (const letter of found ?? []) letters.add(letter);
    }
    return all ? letters : undefined;
  }

  #member(): Needed {
    return this.#take('\\') ? this.#escape() : this.#letter();
  }

  #rangeFrom(first: Needed): Needed {
    this.#at++;
    const last = this.#member();
    if (!first || !last || this.#anyCase) return undefined;
    const [from = 0, to = 0] = [[...first][0], [...last][0]];
    if (first.size > 1 || last.size > 1) return undefined;
    return to - from < RANGE_MOST
      ? new Set(Array.from({ length: to - from + 1 }, (_, step) => from + step))
      : undefined;
  }

  #escape(): Needed {
    const sign = this.#source[this.#at++]!;
    if (sign === 'd') return new Set(codesOf('0123456789'));
    if (sign === 'n') return new Set(codesOf('\n'));
    if (sign === 's') return new Set(codesOf(SPACES));
    if (/[SwWDbB]/.test(sign)) return undefined;
    if (sign === 'p' || sign === 'P') return this.#property();
    if (sign === 'u' || sign === 'x') return this.#coded(sign === 'u' ? 4 : 2);
    if (/[A-Za-z\d]/.test(sign)) throw new Unknown();
    return new Set(codesOf(sign));
  }

  #property(): Needed {
    this.#at = this.#source.indexOf('}', this.#at) + 1;
    return undefined;
  }

  #coded(digits: number): Needed {
    const code = Number.parseInt(this.#source.slice(this.#at, this.#at + digits), 16);
    if (Number.isNaN(code) || (this.#unicode && code >= 0xd800 && code <= 0xdfff)) throw new Unknown();
    this.#at += digits;
    return this.#inAnyCase(String.fromCharCode(code));
  }

  /** Of a letter of two units the first. */
  #letter(): Needed {
    const letter = String.fromCodePoint(this.#source.codePointAt(this.#at)!);
    const units = this.#unicode ? letter.length : 1;
    this.#at += units;
    return this.#inAnyCase(letter[0]!);
  }

  /** Outside of ASCII, and of K and S where Unicode folds more into them, two cases are more than this reader knows. */
  #inAnyCase(letter: string): Needed {
    if (!this.#anyCase || letter.toLowerCase() === letter.toUpperCase()) return new Set(codesOf(letter));
    if (letter > '\x7f' || (this.#unicode && /[ks]/i.test(letter))) return undefined;
    return new Set(codesOf(letter.toLowerCase() + letter.toUpperCase()));
  }

  #sees(sign: string): boolean {
    return this.#source[this.#at] === sign;
  }

  #take(sign: string): boolean {
    const seen = this.#sees(sign);
    if (seen) this.#at++;
    return seen;
  }
}

function frequency(letters: Letters): number {
  let sum = 0;
  for (const letter of letters) sum += COMMON.has(letter) ? 8 : 1;
  return sum;
}

function codesOf(letters: string): number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0));
}
