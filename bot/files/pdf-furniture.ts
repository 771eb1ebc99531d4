import { middle, type PdfLine, type PdfPage } from './pdf-page.ts';

/** “3”, “— 3 —”, “第3页”, “第 3 页 共 10 页”, “3/10”. */
const PAGE_NUMBER = /^(?:第?\d{1,4}页?|第?\d{1,4}页?[/,，]?共?\d{1,4}页?)$/;
const ORNAMENT = /[\s—–\-―－·•~]/g;
/** A heading of two lines and a page number; what lies deeper is text. */
const DEEPEST = 3;

/**
 * The pages without their numbers, and without the lines that stand apart from the text in the same place of several
 * pages. A line of the text that happens to stand at the edge of pages again and again stays.
 */
export function withoutFurniture(pages: readonly PdfPage[]): PdfLine[][] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const edges = [...fromEdge(page, 'top').slice(0, DEEPEST), ...fromEdge(page, 'bottom').slice(0, DEEPEST)];
    for (const key of new Set(edges.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const isRepeated = (line: PdfLine) => {
    const times = seen.get(keyOf(line)) ?? 0;
    return times > 1 && times * 3 >= pages.length;
  };
  const pitch = middle(pages.flatMap((page) => page.slice(1).map((line, at) => stepTo(page[at]!, line)))) ?? 0;
  const isFurniture = (line: PdfLine, next: PdfLine | undefined) => {
    const hints = [isRepeated(line), standsApart(line, next, pitch), isNumberOfPage(line)];
    return hints.filter(Boolean).length > 1 || isOrnate(line);
  };
  return pages.map((page) => {
    const gone = new Set([...peeled(page, 'top', isFurniture), ...peeled(page, 'bottom', isFurniture)]);
    return page.filter((line) => !gone.has(line));
  });
}

type End = 'top' | 'bottom';

function fromEdge(page: PdfPage, end: End): PdfLine[] {
  return [...page].sort((a, b) => (end === 'top' ? b.top - a.top : a.bottom - b.bottom));
}

/** From the edge inwards, up to the first line that belongs to the text. */
function peeled(page: PdfPage, end: End, isFurniture: (line: PdfLine, next?: PdfLine) => boolean): PdfLine[] {
  const lines = fromEdge(page, end);
  const first = lines.findIndex((line, at) => at === DEEPEST || !isFurniture(line, lines[at + 1]));
  return first < 0 ? lines : lines.slice(0, first);
}

function standsApart(line: PdfLine, next: PdfLine | undefined, pitch: number): boolean {
  if (!next) return true;
  const [size, nextSize] = [line.top - line.bottom, next.top - next.bottom];
  return stepTo(line, next) > 1.25 * pitch || Math.abs(size - nextSize) > 0.1 * nextSize;
}

function stepTo(line: PdfLine, next: PdfLine): number {
  return Math.abs(line.bottom - next.bottom);
}

function isNumberOfPage({ text }: PdfLine): boolean {
  return PAGE_NUMBER.test(text.replace(ORNAMENT, ''));
}

/** “— 3 —” and “第3页” say themselves what they are; a bare number may be a word of the text. */
function isOrnate(line: PdfLine): boolean {
  return isNumberOfPage(line) && /[^\d\s]/.test(line.text);
}

/** Digits count as equal, since a heading may hold the page's number; so do places less than some points apart. */
function keyOf({ text, bottom }: PdfLine): string {
  return `${Math.round(bottom / 6)} ${text.replace(/\s/g, '').replace(/\d{1,4}/g, '#')}`;
}
