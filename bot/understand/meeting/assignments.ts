import { type Carried, forAll, NOBODY } from './carried.ts';
import type { Limits } from './evidence.ts';
import { takesLabels } from './labelled.ts';
import { ledIn } from './led-in.ts';
import { sharedAhead } from './limits-ahead.ts';
import type { Assignment } from './orders.ts';
import { goesBelow, isHeading, isTitle, MARKER, numberingOf, partsOf } from './outline.ts';
import { namesUnits, readParagraph } from './paragraph.ts';
import { MODAL } from './segment.ts';
import type { Paragraph } from './sentences.ts';

/** The orders of a cleaned speech, in its order. */
export function assignmentsIn(paragraphs: readonly Paragraph[], limits: Limits): Assignment[] {
  const parts = partsOf(paragraphs);
  const found: Assignment[] = [];
  let carried: Carried = NOBODY;
  // how the points of a list are numbered, while one goes on
  let list: string | undefined;
  let under: Headed | undefined;
  paragraphs.forEach((paragraph, index) => {
    const numbered = numberingOf(paragraph.text);
    list = goesBelow(paragraphs[index - 1]) ? numbered : numbered === list ? list : undefined;
    const listed = list !== undefined;
    const heading = isHeading(paragraph) || isTitle(paragraph);
    if (index < HEAD_LINES && paragraphs.length > 1 && isPaperTitle(paragraph)) return;
    const headed = listed ? undefined : headedBy(paragraph, heading);
    if (headed || endsHeaded(under, numbered, heading)) under = headed;
    if (headed) return;
    if (!listed && !under && heading && !paragraph.sentences.some(namesUnits)) {
      carried = NOBODY;
      return;
    }
    if (takesLabels(paragraph.text, paragraph, paragraphs[index - 1], found)) return;
    // 各乡镇要做好以下工作：and the points below it
    const before = listed ? { ...carried, forAll: carried.units.length > 0 } : carriedUnder(under, paragraph);
    const after = readParagraph(paragraph, parts[index]!, before, found, limits);
    if (!listed) carried = after;
  });
  return sharedAhead(paragraphs, found, limits);
}

/** Units that a heading names for all that stands under it: （一）交通运输局, 三、县市场监管局要抓好的几件事. */
interface Headed {
  readonly units: readonly string[];
  readonly numbered: string | undefined;
}

/** Who speaks stands above a speech too. */
const POST = /(?:[长书记员任委人]|同志)$/;

function headedBy(paragraph: Paragraph, heading: boolean): Headed | undefined {
  const [first, ...others] = paragraph.sentences;
  if (!heading || !first || others.length > 0 || /:$/.test(paragraph.text)) return undefined;
  const units = ledIn(first);
  return units && !units.some((unit) => POST.test(unit)) ? { units, numbered: numberingOf(paragraph.text) } : undefined;
}

/** The next heading of its kind, or of the first level, or any that is not numbered where this one is not. */
function endsHeaded(under: Headed | undefined, numbered: string | undefined, heading: boolean): boolean {
  if (!under) return false;
  if (numbered === undefined) return heading && under.numbered === undefined;
  return numbered === under.numbered || numbered === '一、';
}

function carriedUnder(under: Headed | undefined, { text, sentences }: Paragraph): Carried {
  if (!under) return NOBODY;
  return MARKER.test(text) || sentences.length === 1 ? forAll(under.units) : { units: under.units, coop: [] };
}

/** The title of a paper may name who speaks: 张副县长在…会上的讲话. */
const HEAD_LINES = 4;
const TITLE_ENDS = /(?:讲话|纪要|摘要|发言|工作|会议|通知|方案|提纲|要点|部署会|调度会)(?:\([^)]{1,20}\))?$/;

function isPaperTitle(paragraph: Paragraph): boolean {
  return isTitle(paragraph) && TITLE_ENDS.test(paragraph.text) && !MODAL.test(paragraph.text);
}
