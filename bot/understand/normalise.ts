import { SIMPLIFIED } from './simplified.ts';
import type { Span } from './span.ts';

/** A text made comparable, and the way back: every index of `text` knows which piece of the original it came from. */
export interface Normal {
  readonly text: string;
  readonly original: string;
  /** The piece of the original that `text.slice(from, to)` was made of. */
  spanOf(span: Span): readonly [from: number, to: number];
}

/** Joiners, direction marks, variation selectors: seen by nobody, typed by keyboards. */
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/;

/** What somebody wrote, without the characters nobody sees. */
export function visible(written: string): string {
  return /^[\n\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]*$/.test(written)
    ? written
    : [...written].filter((char) => !ZERO_WIDTH.test(char)).join('');
}

/** NFKC, half width, simplified characters, no zero-width characters. Circled numbers stay: they mark the items of a list. */
export function normalise(original: string): Normal {
  let text = '';
  let copied = 0;
  for (let at = 0; at < original.length; at++) {
    const code = original.charCodeAt(at);
    const plain = PLAIN[code] || learn(code);
    if (plain === SAME) continue;
    if (plain === OTHER) return normaliseUnevenly(original);
    text += original.slice(copied, at) + ONE_FOR_ONE.get(code)!;
    copied = at + 1;
  }
  text = copied === 0 ? original : text + original.slice(copied);
  return { text, original, spanOf: identity };
}

function identity({ from, to }: Span): readonly [from: number, to: number] {
  return [from, to];
}

const SAME = 1;
const REPLACED = 2;
/** Becomes none or several characters, or is half of one. */
const OTHER = 3;

/** What becomes of each UTF-16 unit; 0 where nobody has asked yet. Bounded by the number of units. */
const PLAIN = new Uint8Array(0x10000);
const ONE_FOR_ONE = new Map<number, string>();

function learn(code: number): number {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const char = String.fromCharCode(code);
  const written = surrogate ? '' : normalChar(char);
  const kind = written === char ? SAME : written.length === 1 ? REPLACED : OTHER;
  if (kind === REPLACED) ONE_FOR_ONE.set(code, written);
  PLAIN[code] = kind;
  return kind;
}

/** The same for a text in which lengths change: every character remembers where it began and ended. */
function normaliseUnevenly(original: string): Normal {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const length = original.codePointAt(at)! > 0xffff ? 2 : 1;
    const written = normalChar(length === 1 ? original[at]! : original.slice(at, at + 2));
    for (let i = 0; i < written.length; i++) {
      starts.push(at);
      ends.push(at + length);
    }
    pieces.push(written);
    at += length;
  }
  return { text: pieces.join(''), original, spanOf: mapped(starts, ends, original.length) };
}

function mapped(starts: readonly number[], ends: readonly number[], length: number): Normal['spanOf'] {
  return ({ from, to }) => {
    const start = starts[from] ?? length;
    return [start, to > from ? (ends[to - 1] ?? length) : start];
  };
}

function normalChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return SIMPLIFIED.get(char) ?? char;
  if (code < 0x80) return code === 0x0d ? ' ' : char;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3001 || code === 0x3002 || (code >= 0x2460 && code <= 0x2473)) return char;
  if (ZERO_WIDTH.test(char)) return '';
  if (code === 0x201c || code === 0x201d) return '"';
  return char.normalize('NFKC');
}
