import { withoutFurniture } from './pdf-furniture.ts';
import { isWide, middle, type PdfLine, type PdfPage } from './pdf-page.ts';

const END_OF_SENTENCE = /[。！？；：!?;:”）)]$/;
const NEW_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,3}[，,、])/;

/** The text of a PDF, one line a paragraph: printed lines are joined again, also across pages. */
export function paragraphsOf(pages: readonly PdfPage[]): string {
  const bodies = withoutFurniture(pages);
  const lines = bodies.flat();
  const shape = shapeOf(bodies);
  let text = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before) text += parted(before, line, shape) ? '\n' : seam(before, line);
    text += line.text;
  });
  return text;
}

interface Shape {
  /** Left edge of the body of text, points. */
  readonly left: number;
  /** Right edge on each page; a page set crosswise is wider than the others. */
  readonly right: ReadonlyMap<PdfLine, number>;
  /** From one line to the next, points. */
  readonly pitch: number;
  /** Whether paragraphs begin two characters further in. */
  readonly indents: boolean;
}

function shapeOf(pages: readonly PdfPage[]): Shape {
  const lines = pages.flat();
  const steps = pages.flatMap((page) => page.slice(1).map((line, at) => page[at]!.bottom - line.bottom));
  const left = lines.map((line) => line.left).sort((a, b) => a - b)[Math.floor(lines.length / 10)] ?? 0;
  const indented = lines.filter((line) => isIndented(line, left) && line.left < left + 3 * line.em);
  return {
    left,
    right: rightEdges(pages),
    pitch: middle(steps.filter((step) => step > 1)) ?? 0,
    indents: indented.length * 20 >= lines.length,
  };
}

/** A page of short lines has the edge of the other pages. */
function rightEdges(pages: readonly PdfPage[]): Map<PdfLine, number> {
  const widest = pages.map((page) => Math.max(0, ...page.map(({ right }) => right)));
  const usual = middle(widest) ?? 0;
  return new Map(pages.flatMap((page, at) => page.map((line) => [line, Math.max(usual, widest[at]!)] as const)));
}

function isIndented(line: PdfLine, left: number): boolean {
  return line.left > left + 1.4 * line.em;
}

/** Whether a paragraph ends between two lines that follow one another. */
function parted(before: PdfLine, line: PdfLine, shape: Shape): boolean {
  // A line may end some characters early, before a word or a mark that was not to be parted from the next one.
  const slack = !shape.indents && END_OF_SENTENCE.test(before.text) ? 1.7 : 3;
  if (before.right < shape.right.get(before)! - slack * before.em) return true;
  if (isIndented(line, shape.left)) return true;
  if (isOfOtherSize(before, line)) return true;
  const step = before.bottom - line.bottom;
  if (step > 1.25 * shape.pitch) return true;
  return !shape.indents && END_OF_SENTENCE.test(before.text) && NEW_ITEM.test(line.text);
}

function isOfOtherSize(before: PdfLine, line: PdfLine): boolean {
  const comparable = [...before.text].some(isWide) && [...line.text].some(isWide);
  return comparable && Math.abs(line.em - before.em) > 0.15 * before.em;
}

/** Words of Latin letters are parted where the line was; Chinese is not. */
function seam(before: PdfLine, line: PdfLine): string {
  return isWide(before.text.at(-1)) || isWide(line.text[0]) ? '' : ' ';
}
