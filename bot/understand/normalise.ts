import { SIMPLIFIED } from './simplified.ts';

/** A text made comparable, and the way back: every index of `text` knows which piece of the original it came from. */
export interface Normal {
  readonly text: string;
  readonly original: string;
  /** The piece of the original that `text.slice(from, to)` was made of. */
  spanOf(from: number, to: number): readonly [from: number, to: number];
}

const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/;

/** NFKC, half width, simplified characters, no zero-width characters. Circled numbers stay: they mark the items of a list. */
export function normalise(original: string): Normal {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];

  for (let at = 0; at < original.length; ) {
    const length = original.codePointAt(at)! > 0xffff ? 2 : 1;
    const written = normalChar(original.slice(at, at + length));
    for (let i = 0; i < written.length; i++) {
      starts.push(at);
      ends.push(at + length);
    }
    text += written;
    at += length;
  }

  return {
    text,
    original,
    spanOf: (from, to) =>
      from < to ? [starts[from]!, ends[to - 1]!] : [starts[from] ?? original.length, starts[from] ?? original.length],
  };
}

function normalChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x0d) return ' ';
  if (code < 0x80) return char;
  if (code >= 0x4e00 && code <= 0x9fff) return SIMPLIFIED.get(char) ?? char;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2460 && code <= 0x2473) return char;
  if (ZERO_WIDTH.test(char)) return '';
  if (code === 0x201c || code === 0x201d) return '"';
  return char.normalize('NFKC');
}
