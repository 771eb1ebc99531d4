import { type Assignment, NOBODY } from './orders.ts';
import { isHeading, isTitle, MARKER, partsOf } from './outline.ts';
import { labelledBehind, namesUnits, readParagraph } from './paragraph.ts';
import { MODAL } from './segment.ts';
import { type Paragraph, paragraphsOf } from './sentences.ts';

/** The orders of a cleaned speech, in its order. */
export function assignmentsIn(text: string): Assignment[] {
  const paragraphs = paragraphsOf(text);
  const parts = partsOf(paragraphs);
  const found: Assignment[] = [];
  let carried = NOBODY;
  // how the points of a list are numbered, while one goes on
  let list: string | undefined;
  paragraphs.forEach((paragraph, index) => {
    const numbered = numberingOf(paragraph.text);
    list = goesBelow(paragraphs[index - 1]) ? numbered : numbered === list ? list : undefined;
    const listed = list !== undefined;
    if (!listed && (isHeading(paragraph) || isTitle(paragraph)) && !paragraph.sentences.some(namesUnits)) {
      carried = NOBODY;
      return;
    }
    if (index < HEAD_LINES && paragraphs.length > 1 && isPaperTitle(paragraph)) return;
    const labelled = labelledBehind(paragraph.text, found[found.length - 1]);
    if (labelled) {
      if (labelled !== 'alone')
        found[found.length - 1] = { ...labelled, span: { from: labelled.span.from, to: paragraph.to } };
      return;
    }
    // 各乡镇要做好以下工作：and the points below it
    const before = listed ? { ...carried, forAll: carried.units.length > 0 } : NOBODY;
    const after = readParagraph(paragraph, parts[index]!, before, found);
    if (!listed) carried = after;
  });
  return found;
}

/** The title of a paper may name who speaks: 张副县长在…会上的讲话. */
const HEAD_LINES = 4;
const TITLE_ENDS = /(?:讲话|纪要|摘要|发言|工作|会议|通知|方案|提纲|要点|部署会|调度会)(?:\([^)]{1,20}\))?$/;

function isPaperTitle(paragraph: Paragraph): boolean {
  return isTitle(paragraph) && TITLE_ENDS.test(paragraph.text) && !MODAL.test(paragraph.text);
}

/** (二) and (三) are numbered alike; undefined for what is not numbered. */
function numberingOf(text: string): string | undefined {
  return MARKER.exec(text)?.[0]
    .replace(/[一二三四五六七八九十]+/, '一')
    .replace(/\d+/, '1')
    .replace(/[①-⑳]/, '①');
}

function goesBelow(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && /:$/.test(paragraph.text);
}
