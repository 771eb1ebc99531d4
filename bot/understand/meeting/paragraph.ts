import { judge } from './judge.ts';
import { officesAt } from './office-names.ts';
import { type Assignment, type Carried, forNamed, forNobodyNamed, NOBODY } from './orders.ts';
import { isHeadingSentence, isRunInHeading, type Part } from './outline.ts';
import { unitsInBrackets } from './roles.ts';
import { type Segment, textOf } from './segment.ts';
import { segmentsOf } from './segments.ts';
import type { Paragraph, Sentence } from './sentences.ts';
import { isTold, partAt } from './told.ts';

/** Adds the orders of one paragraph; answers whom the last one was for. */
export function readParagraph(paragraph: Paragraph, under: Part, before: Carried, found: Assignment[]): Carried {
  const brackets = unitsInBrackets(paragraph.text);
  let carried = brackets.units.length > 0 ? { ...brackets, forAll: true } : before;
  let part = under;
  const first = found.length;
  let spokenTo: readonly string[] = [];
  paragraph.sentences.forEach((sentence, index) => {
    const words = wordsOf(sentence);
    const { here, behind } = partAt(words, part);
    part = behind;
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
    spokenTo = addressed(sentence) ?? spokenTo;
    carried = readSentence(sentence, here, spokenTo, carried, found);
  });
  return carried;
}

/** （责任单位：…；完成时限：…） behind the full stop belongs to what stands before it. */
const ONLY_BRACKET = /^\([^)]*(?:单位|部门|时限|责任人)[^)]*\)[。;]?$/;
const LABELS = /^(?:责任|牵头|主责|配合|协办|完成|办理)(?:单位|部门|领导|时限|时间|科室):/;

/** 责任单位：…；完成时限：… on a line of its own names who does what stands above it; `alone` where nothing does. */
export function labelledBehind(words: string, last: Assignment | undefined): Assignment | 'alone' | undefined {
  if (!LABELS.test(words)) return undefined;
  const { units, coop } = unitsInBrackets(words);
  if (!last) return 'alone';
  if (last.kind !== 'implied' || units.length === 0) return { ...last, coop: [...last.coop, ...coop] };
  return { ...last, units, coop, kind: 'hard', why: '原文点名' };
}

function wordsOf({ clauses }: Sentence): string {
  return clauses.map(({ text, mark }) => text + mark).join('');
}

export function namesUnits(sentence: Sentence): boolean {
  return segmentsOf(sentence).some(({ subject }) => subject?.sort === 'units');
}

/** 公安局的同志在不在？: whom 你们 means behind it. */
function addressed({ clauses }: Sentence): readonly string[] | undefined {
  for (const { text } of clauses) {
    const called = CALLED.exec(text)?.[1];
    if (called) return [called];
    const offices = officesAt(text, () => 0);
    if (offices && ADDRESSES.test(text.slice(offices.units.join('、').length))) return offices.units;
  }
  return undefined;
}

const CALLED = /^([\u4e00-\u9fa5]{2,10}?)(?:的(?:同志|负责人))?(?:在不在|来了没有?|到了没有?)/;
const ADDRESSES = /^的?(?:同志|领导|负责人)/;
const TO_YOU = /(?:^|[,;])(?:还?请|麻烦)?你们(?=[去把来要先抓盯负牵自])/;
/** 我到过其中几家: what the speaker tells of himself. */
const SPEAKER =
  /^[^,]{0,14},我(?:还?要|想|再)(?:单独|专门|多|特别|着重)?(?:讲|说|谈)|^(?:其实|所以|说实话)?,?我(?![县市区镇乡局省院校]|要求|建议|希望|请)/;

function readSentence(
  sentence: Sentence,
  part: Part,
  spokenTo: readonly string[],
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
    if (!subject && SPEAKER.test(words)) continue;
    const judgement = judge(segment, words);
    const made = subject
      ? forNamed(segment, judgement, words, part)
      : forNobodyNamed(segment, judgement, part, toYou(segment, spokenTo) ?? carried);
    if (made) found.push(made);
    if (subject && (made || judgement.modal)) carried = { units: [...subject.units, ...segment.alsoLead], coop: [] };
  }
  return carried;
}

function toYou(segment: Segment, units: readonly string[]): Carried | undefined {
  return units.length > 0 && TO_YOU.test(textOf(segment)) ? { units, coop: [], forAll: true } : undefined;
}
