/** What stands on a page of a PDF, in points; y grows upwards. */
export interface PdfChar {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** Put in by the reader where it saw a gap, not by the writer. */
  readonly generated: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** Width of one Chinese character in this line. */
  readonly em: number;
}

export type PdfPage = readonly PdfLine[];

const WIDE = /[\u2e80-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}“”‘’—…·]/u;
/** Some writers print a common character with the code of its radical or of a compatibility form. */
const LOOK_ALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

export function isWide(char: string | undefined): boolean {
  return char !== undefined && WIDE.test(char);
}

/** The lines of a page in the order in which they were written. */
export function linesOf(chars: readonly PdfChar[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let from = 0;
  for (let at = 0; at <= chars.length; at++) {
    if (at < chars.length && !/[\r\n]/.test(chars[at]!.text)) continue;
    const line = lineOf(chars.slice(from, at));
    if (line) lines.push(line);
    from = at + 1;
  }
  return lines;
}

function lineOf(chars: readonly PdfChar[]): PdfLine | undefined {
  const inked = chars.filter(({ text, generated }) => !generated && text.trim() !== '');
  if (inked.length === 0) return undefined;
  const em = middle(inked.filter(({ text }) => isWide(text)).map(({ left, right }) => right - left));
  const [bottom, top] = [Math.min(...inked.map((c) => c.bottom)), Math.max(...inked.map((c) => c.top))];
  return {
    text: textOf(chars, em ?? top - bottom),
    left: Math.min(...inked.map((char) => char.left)),
    right: Math.max(...inked.map((char) => char.right)),
    bottom,
    top,
    em: em ?? top - bottom,
  };
}

/** A justified line is spaced out, and the reader takes that for blanks: between Chinese characters only a wide gap is one. */
function textOf(chars: readonly PdfChar[], em: number): string {
  let text = '';
  chars.forEach((char, at) => {
    const [before, after] = [chars[at - 1], chars[at + 1]];
    const tight = before && after && after.left - before.right < em * 0.8;
    if (char.generated && tight && isWide(before.text) && isWide(after.text)) return;
    text += char.text;
  });
  return text.replace(LOOK_ALIKE, (char) => char.normalize('NFKC')).trim();
}

export function middle(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
