import { partMark } from '../wording/outbox.ts';

/** Longest mark we ever print: `（999/999）`. */
const MARK_CHARS = 9;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** A cut here ends a sentence (3), a clause (2), or merely tears nothing apart (1). */
interface Cut {
  readonly at: number;
  readonly rank: 1 | 2 | 3;
}

/**
 * Cuts a text into messages of at most `maxChars` UTF-16 units (at least 20), marked 1/2, 2/2. Cuts lie at sentence ends where they
 * can, never inside an emoji, and inside a number or code only where that is longer than a whole message. No character is lost.
 */
export function splitText(text: string, maxChars: number): string[] {
  if (text.length <= maxChars) return [text];

  const pieces = piecesOf(text, maxChars - MARK_CHARS);
  return pieces.map((piece, index) => partMark(index + 1, pieces.length) + piece);
}

function piecesOf(text: string, size: number): string[] {
  const cuts = cutsOf(text, size);
  const pieces: string[] = [];
  let start = 0;
  let next = 0;
  while (start < text.length) {
    const within: Cut[] = [];
    for (; next < cuts.length && cuts[next]!.at <= start + size; next++) within.push(cuts[next]!);
    const end = bestCut(within, start + size / 2);
    pieces.push(text.slice(start, end));
    start = end;
    next = cuts.findIndex((cut) => cut.at > end);
    if (next < 0) break;
  }
  return pieces;
}

/** The last sentence end in the second half, else the last clause, else the last cut; the end of the text beats them all. */
function bestCut(within: readonly Cut[], halfway: number): number {
  const late = within.filter((cut) => cut.at > halfway);
  const last = (rank: number) => late.findLast((cut) => cut.rank >= rank);
  return (last(3) ?? last(2) ?? within.at(-1)!).at;
}

function cutsOf(text: string, size: number): Cut[] {
  const whole = numbersOf(text).filter(({ from, to }) => to - from <= size / 2);
  let next = 0;
  return boundariesOf(text, size).flatMap((at) => {
    while (next < whole.length && whole[next]!.to <= at) next++;
    if (next < whole.length && whole[next]!.from < at) return [];
    return [{ at, rank: at === text.length ? 3 : rankOf(text, at) }];
  });
}

function rankOf(text: string, at: number): Cut['rank'] {
  if (/^[”’』」）)》】]/.test(text.slice(at, at + 1))) return 1;
  const before = text.slice(Math.max(0, at - 3), at);
  if (/[。！？!?；;\n][”’』」）)》】]*$/.test(before)) return 3;
  return /[，,、：: \t][”’』」）)》】]*$/.test(before) ? 2 : 1;
}

/** What must stay whole: `T0612`, `0000-6270119`, `17:30`, `8.5%`, `1月21日`. */
function numbersOf(text: string): { readonly from: number; readonly to: number }[] {
  const found = text.matchAll(/(?:\d+[年月日号时点分])+\d*(?::\d+)?|[0-9A-Za-z]+(?:[.,:/*%-]+[0-9A-Za-z]+)*%?/g);
  return Array.from(found, ({ 0: number, index }) => ({ from: index, to: index + number.length }));
}

/** Characters that nothing joins to what stands before them: ASCII, Chinese characters and their punctuation. */
const PLAIN = '\\n\\x20-\\x7e\\u2010-\\u2027\\u3000-\\u3029\\u4e00-\\u9fff\\uff01-\\uff60';

/** Stretches of plain characters (`请报送`) or of others with the one before, to which they may join (`1\ufe0f\u20e3`). */
const STRETCH = new RegExp(`(?<plain>[${PLAIN}]+(?![^${PLAIN}]))|[${PLAIN}]?[^${PLAIN}]+`, 'g');

/** The end of every grapheme; of every code point in one that is long. Segmenting is slow, so plain stretches go without. */
function boundariesOf(text: string, size: number): number[] {
  return Array.from(text.matchAll(STRETCH)).flatMap(({ 0: stretch, index, groups }) => {
    const graphemesOf = groups?.plain ? [...stretch] : Array.from(graphemes.segment(stretch), ({ segment }) => segment);
    let at = index;
    return graphemesOf
      .flatMap((grapheme) => (grapheme.length <= size / 2 ? [grapheme] : Array.from(grapheme)))
      .map((piece) => {
        at += piece.length;
        return at;
      });
  });
}
