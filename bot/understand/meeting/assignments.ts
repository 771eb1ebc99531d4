import type { Span } from '../span.ts';
import { beginsAsOrder, commands, hasSanction, isAdverbial, isSo, type Judgement, judge, tellsPast } from './judge.ts';
import {
  isHeading,
  isHeadingSentence,
  isRunInHeading,
  isTitle,
  MARKER,
  type Part,
  partsOf,
  partUnder,
} from './outline.ts';
import { coopIn, unitsInBrackets } from './roles.ts';
import type { MeetingKind } from './row.ts';
import { MODAL, type Segment, segmentsOf, textOf } from './segments.ts';
import { type Paragraph, paragraphsOf, type Sentence } from './sentences.ts';
import { VAGUE } from './unit-words.ts';

/** One order of a speech, with its place in the cleaned text. */
export interface Assignment {
  readonly span: Span;
  readonly units: readonly string[];
  readonly coop: readonly string[];
  /** The words about whom it is for; undefined where they stand elsewhere. */
  readonly named: Span | undefined;
  readonly kind: MeetingKind;
  readonly why: string;
}

/** Whom the last order was for; `everybody` has been said where nobody in particular is meant. */
interface Carried {
  readonly units: readonly string[];
  readonly coop: readonly string[];
  /** Said once for all that follows: above a list, or in a bracket behind it. */
  readonly forAll?: boolean;
}

const NOBODY: Carried = { units: [], coop: [] };

/** The orders of a cleaned speech, in its order. */
export function assignmentsIn(text: string): Assignment[] {
  const paragraphs = paragraphsOf(text);
  const parts = partsOf(paragraphs);
  const outlined = parts.includes('opening');
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
    // 各乡镇要做好以下工作：and the points below it
    const before = listed ? { ...carried, forAll: carried.units.length > 0 } : NOBODY;
    const after = readParagraph(paragraph, parts[index]!, outlined, before, found);
    if (!listed) carried = after;
  });
  return found;
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

function readParagraph(
  paragraph: Paragraph,
  under: Part,
  outlined: boolean,
  before: Carried,
  found: Assignment[],
): Carried {
  const brackets = unitsInBrackets(paragraph.text);
  let carried = brackets.units.length > 0 ? { ...brackets, forAll: true } : before;
  let part = under;
  const first = found.length;
  paragraph.sentences.forEach((sentence, index) => {
    const words = wordsOf(sentence);
    part = partAt(words, part);
    if (index > 0 && isHeadingSentence(words) && !namesUnits(sentence)) {
      carried = NOBODY;
      return;
    }
    if (ONLY_BRACKET.test(words)) {
      const last = found[found.length - 1];
      if (last && found.length > first)
        found[found.length - 1] = { ...last, span: { from: last.span.from, to: sentence.to } };
      return;
    }
    if (isTold(words) || (isRunInHeading(paragraph.sentences, index) && !namesUnits(sentence))) return;
    carried = readSentence(sentence, part, outlined, carried, found);
  });
  return carried;
}

/** （责任单位：…；完成时限：…） behind the full stop belongs to what stands before it. */
const ONLY_BRACKET = /^\([^)]*(?:单位|部门|时限|责任人)[^)]*\)[。;]?$/;

function wordsOf({ clauses }: Sentence): string {
  return clauses.map(({ text, mark }) => text + mark).join('');
}

function namesUnits(sentence: Sentence): boolean {
  return segmentsOf(sentence).some(({ subject }) => subject?.sort === 'units');
}

/** What a web page adds to the text, what a paper says of its reporter. */
const WEB_PAGE =
  /^(?:分送|抄送|主送|出席|列席|参会|记录|整理|校对|印发|签发)[:人]|发布时间|来源:|浏览次数|字号|责任编辑|上一篇|下一篇|当前位置|打印本页|^本报讯|^又讯/;
const SAID_OF_SOMEBODY = /^[^,。:]{0,16}(?:表示|介绍|在发言中)/;

/** 会议指出，… tells, 会议要求，… asks. */
function partAt(words: string, part: Part): Part {
  const opening = /^[^,。]{0,12}会议(认为|指出|听取|传达|审议|通报|强调|要求|议定|决定|明确)/.exec(words);
  if (opening) return /强调|要求|议定|决定|明确/.test(opening[1]!) ? 'tasks' : 'review';
  return isHeadingSentence(words) ? partUnder(words) : part;
}

function isTold(words: string): boolean {
  return (words.length <= 160 && WEB_PAGE.test(words)) || SAID_OF_SOMEBODY.test(words);
}

function readSentence(
  sentence: Sentence,
  part: Part,
  outlined: boolean,
  before: Carried,
  found: Assignment[],
): Carried {
  const words = wordsOf(sentence);
  let carried = before;
  for (const segment of segmentsOf(sentence)) {
    const { subject } = segment;
    if (subject && subject.sort !== 'units') {
      carried = NOBODY;
      continue;
    }
    const judgement = judge(segment, words);
    const made = subject
      ? forNamed(segment, judgement, words, part, outlined)
      : forNobodyNamed(segment, judgement, part, carried);
    if (made) found.push(made);
    if (subject && (made || judgement.modal)) carried = { units: [...subject.units, ...segment.alsoLead], coop: [] };
  }
  return carried;
}

function forNamed(
  segment: Segment,
  judgement: Judgement,
  words: string,
  part: Part,
  outlined: boolean,
): Assignment | undefined {
  const subject = segment.subject!;
  const told = judgement.modal ? isSo(subject.rest) && !modalLater(segment) : !commands(segment, words, part, outlined);
  if (!judgement.order || !judgement.matter || told) return undefined;
  if (part === 'opening' && judgement.weight < 2) return undefined;
  const { coop, lead } = coopIn(segment, subject.units);
  if (OPENS_LIST.test(textOf(segment))) return undefined;
  const brackets = unitsInBrackets(textOf(segment));
  const units = [...lead, ...segment.alsoLead, ...brackets.units];
  const kind = judgement.rule ? 'rule' : judgement.weight === 2 ? 'hard' : 'standing';
  return {
    span: spanOf(segment),
    units,
    coop: [...coop, ...segment.coop, ...brackets.coop],
    named: segment.head && { from: segment.head.from + subject.from, to: segment.head.from + subject.to },
    kind,
    why: units.some((unit) => VAGUE.test(unit)) ? '原文点名，但具体是哪些单位需明确' : '原文点名',
  };
}

/** 校长是第一责任人，每周要带队检查: it goes on to ask. */
function modalLater({ clauses, head }: Segment): boolean {
  return clauses.slice(clauses.indexOf(head!) + 1).some(({ text }) => MODAL.test(text.slice(0, 10)));
}

function forNobodyNamed(segment: Segment, judgement: Judgement, part: Part, carried: Carried): Assignment | undefined {
  const words = textOf(segment);
  if (!judgement.order || (tellsPast(words) && !judgement.modal)) return undefined;
  const units = carried.units;
  if (OPENS_LIST.test(words)) return undefined;
  if (
    !(carried.forAll && judgement.matter && !judgement.doctrine) &&
    !isOrderForSome(segment, judgement, part, carried)
  )
    return undefined;
  const kind = judgement.rule ? 'rule' : units.length === 0 ? 'implied' : judgement.weight === 2 ? 'hard' : 'standing';
  return {
    span: spanOf(segment),
    units,
    coop: carried.coop,
    named: undefined,
    kind,
    why: carried.forAll ? '原文点名' : units.length > 0 ? '承前：单位取自上文，请核对' : '原文没有说单位，请明确',
  };
}

/** 各镇街要做好以下工作：, the work stands below. */
const OPENS_LIST = /(?:以下|如下|下列|下面)[^,;]{0,12}[:]$/;

/** Who is meant is said before, or left out: then only work that can be checked, in a part that asks for work. */
function isOrderForSome(segment: Segment, judgement: Judgement, part: Part, carried: Carried): boolean {
  if (judgement.rule && hasSanction(textOf(segment))) return true;
  if (judgement.doctrine || judgement.weight === 0) return false;
  const first = segment.clauses.find((clause) => !isAdverbial(clause)) ?? segment.clauses[0]!;
  const last = segment.clauses[segment.clauses.length - 1]!;
  if (last.mark === ',' && !judgement.modal) return false;
  const ordered = beginsAsOrder(first) || (judgement.rule && judgement.modal);
  if (carried.units.length === 0) return part === 'tasks' && ordered && judgement.weight === 2;
  const modalOrStrong = judgement.modal || judgement.weight === 2;
  return part === 'tasks' ? (ordered || judgement.modal) && modalOrStrong : judgement.modal && judgement.weight === 2;
}

/** The marks at its end belong to it, connectives and numbers at its beginning stay. */
function spanOf({ clauses }: Segment): Span {
  const last = clauses[clauses.length - 1]!;
  return { from: clauses[0]!.from, to: last.to + (/[。!]/.test(last.mark) ? last.mark.length : 0) };
}
