import { type Carried, forAll, NOBODY } from './carried.ts';
import type { Limits } from './evidence.ts';
import { judge } from './judge.ts';
import { ONLY_BRACKET, takesLabels } from './labelled.ts';
import { addressed, ledIn, ledWithin } from './led-in.ts';
import { type Assignment, forNamed, forNobodyNamed, spanOf } from './orders.ts';
import { isHeadingSentence, isRunInHeading, isSlogan, MARKER, type Part } from './outline.ts';
import { unitsInBrackets } from './roles.ts';
import { type Segment, textOf } from './segment.ts';
import { segmentsOf } from './segments.ts';
import type { Paragraph, Sentence } from './sentences.ts';
import { sharesLimit, sharesWithin } from './shared-limits.ts';
import { isTold, partAt } from './told.ts';
import { FIELD } from './unit-words.ts';

/** Adds the orders of one paragraph; answers whom the last one was for. */
export function readParagraph(
  paragraph: Paragraph,
  under: Part,
  before: Carried,
  found: Assignment[],
  limits: Limits,
): Carried {
  const brackets = unitsInBrackets(paragraph.text);
  let carried = brackets.units.length > 0 ? { ...brackets, forAll: true } : before;
  let led = carried.forAll ? carried : undefined;
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
    if (index > 0 && takesLabels(words, sentence, paragraph.sentences[index - 1], found)) return;
    if (sharesLimit(sentence, found, first, limits)) return;
    const lead = isTold(words) ? undefined : ledIn(sentence);
    if (lead) {
      carried = forAll(lead);
      led = carried;
      return;
    }
    const within = ledWithin(sentence);
    if (within) led = forAll(within.units);
    if (led && (within || MARKER.test(words))) carried = led;
    const headsPoint = isRunInHeading(paragraph.sentences, index);
    if (isTold(words) || (headsPoint && (isSlogan(words) || !namesUnits(sentence)))) return;
    spokenTo = addressed(sentence) ?? spokenTo;
    const before = found.length;
    carried = readSentence(within?.rest ?? sentence, here, spokenTo, carried, found, limits);
    sharesWithin(sentence, found, before, limits);
  });
  return carried;
}

function wordsOf({ clauses }: Sentence): string {
  return clauses.map(({ text, mark }) => text + mark).join('');
}

export function namesUnits(sentence: Sentence): boolean {
  return segmentsOf(sentence).some(({ subject }) => subject?.sort === 'units');
}

const TO_YOU =
  /(?:^|[,;])(?:还?请|麻烦)?你们(?=[去把来要先抓盯负牵自]|回去|(?:今[天晚]|明[天早]|后天|这[两几]天|[上下]午|马上|赶紧)[^,了过]*[把将去])/;
/** 我到过其中几家: what the speaker tells of himself. */
const SPEAKER =
  /^[^,]{0,14},我(?:(?:还?要|想|再)(?:单独|专门|多|特别|着重)?(?:讲|说|谈)|[把来先也跟])|^(?:其实|所以|说实话)?,?我(?![县市区镇乡局省院校]|要求|建议|希望|请)/;

function readSentence(
  sentence: Sentence,
  part: Part,
  spokenTo: readonly string[],
  before: Carried,
  found: Assignment[],
  limits: Limits,
): Carried {
  const words = wordsOf(sentence);
  let carried = before;
  // how many orders there are where the segment before made one
  let behind: number | undefined;
  for (const segment of segmentsOf(sentence)) {
    const { subject } = segment;
    if (subject && subject.sort !== 'units') {
      carried = NOBODY;
      continue;
    }
    if (!subject && SPEAKER.test(words)) continue;
    const judgement = judge(segment, words);
    const limited = limits.by(spanOf(segment));
    const made = subject
      ? forNamed(segment, judgement, words, part, limited)
      : forNobodyNamed(segment, judgement, part, toYou(segment, spokenTo) ?? carried, limited);
    if (made) add(found, made, subject ? undefined : behind, limits);
    behind = made && !carried.forAll ? found.length : undefined;
    if (subject) carried = carriedBehind(segment, made !== undefined || judgement.modal, carried);
  }
  return carried;
}

/** What a semicolon divides and one limit holds together is one piece of work. */
function add(found: Assignment[], made: Assignment, behind: number | undefined, { by }: Limits): void {
  const last = found[found.length - 1];
  const goesOn = behind !== undefined && last && last.kind !== 'rule' && made.kind !== 'rule';
  if (!goesOn || last.units.length === 0 || (by(last.span) && by(made.span))) found.push(made);
  else
    found[found.length - 1] = { ...last, span: { from: last.span.from, to: made.span.to }, kind: stronger(last, made) };
}

function stronger(one: Assignment, other: Assignment): Assignment['kind'] {
  return one.kind === 'hard' || other.kind === 'hard' ? 'hard' : one.kind;
}

/** Whom a sentence without a unit is for, behind this one. */
function carriedBehind({ subject, alsoLead, head }: Segment, told: boolean, before: Carried): Carried {
  const units = [...subject!.units, ...alsoLead];
  // 各社区：…；…
  if (subject!.rest === '' && head!.mark === ':') return forAll(units);
  if (told) return { units, coop: [] };
  return before.forAll || units.some((unit) => FIELD.test(unit)) ? before : { units, coop: [], spokenOf: true };
}

function toYou(segment: Segment, units: readonly string[]): Carried | undefined {
  return units.length > 0 && TO_YOU.test(textOf(segment)) ? { units, coop: [], forAll: true } : undefined;
}
