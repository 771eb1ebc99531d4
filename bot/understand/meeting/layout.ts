import type { Span } from '../span.ts';

/** - 3 -, 第3页 共10页, 3/10: what a printer adds to a page. */
const PAGE_NUMBER =
  /^\s*(?:[-—–·•]{0,3}\s*\d{1,3}\s*[-—–·•]{0,3}|第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;
/** What a list item's line begins with: a line like that continues nothing. */
const BEGINS_ITEM =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、是要]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|[①-⑳]|第[一二三四五六七八九十])/;
const ENDS = /[。!?;:"')》】]\s*$/;
const STOPS = /[。!?]"?\s*$/;
const INDENTED = /^[ \t]{2,}/;
/** A running head or foot is short and comes back on page after page. */
const HEAD_LENGTH = 30;
const HEAD_TIMES = 3;
/** Lines of a printed page: so many characters at most, and most of them full. */
const PRINTED = { widest: 60, narrowest: 15, full: 0.5 } as const;

interface Line extends Span {
  readonly words: string;
}

/** What belongs to the page and not to the speech: numbers, running heads, and line ends inside a sentence. */
export function layoutOf(text: string): Span[] {
  const lines = linesOf(text);
  const furniture = furnitureOf(lines);
  const body = lines.filter((line) => line.words.trim() !== '' && !furniture.has(line));
  const width = printedWidth(body);
  const indented = body.some(({ words }) => INDENTED.test(words));
  const spans: Span[] = [...furniture].map(({ from, to }) => ({ from, to }));
  for (let index = 1; index < body.length; index++) {
    const [line, next] = [body[index - 1]!, body[index]!];
    const cut = text.slice(line.to, next.from);
    const acrossPages = furniture.size > 0 && cut.trim() !== '';
    const full = isFull(line, width);
    if ((acrossPages || full) && goesOn(line, next, full, indented)) spans.push({ from: line.to, to: next.from });
  }
  return spans;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    lines.push({ from, to, words: text.slice(from, to) });
    from = to + 1;
  }
  return lines;
}

function furnitureOf(lines: readonly Line[]): Set<Line> {
  const times = new Map<string, number>();
  for (const { words } of lines) {
    const key = words.trim();
    if (key !== '' && key.length <= HEAD_LENGTH) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const repeated = ({ words }: Line) => (times.get(words.trim()) ?? 0) >= HEAD_TIMES && !ENDS.test(words);
  return new Set(lines.filter((line) => PAGE_NUMBER.test(line.words) || repeated(line)));
}

/** The width of the page where the text was broken into lines by one; 0 where every line is a paragraph. */
function printedWidth(lines: readonly Line[]): number {
  if (lines.length < 6) return 0;
  const lengths = lines.map(({ words }) => words.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)]!;
  if (width > PRINTED.widest || width < PRINTED.narrowest) return 0;
  const full = lengths.filter((length) => length >= width - 3 && length <= width + 3).length;
  return full >= lines.length * PRINTED.full ? width : 0;
}

function isFull({ words }: Line, width: number): boolean {
  return width > 0 && words.trimEnd().length >= width - 3;
}

/** A full line is only an end where it stops and the next one is a new paragraph; whether it is, only an indent can tell. */
function goesOn(line: Line, next: Line, full: boolean, indented: boolean): boolean {
  if (BEGINS_ITEM.test(next.words) || line.words.trim().length < PRINTED.narrowest) return false;
  if (full && indented) return !INDENTED.test(next.words);
  return !(full ? STOPS : ENDS).test(line.words);
}
