import { adds, helps, joins, SIGNS, THOSE_BEFORE } from './joining.ts';
import { MARKER } from './outline.ts';
import { MODAL, type Segment } from './segment.ts';
import type { Clause, Sentence } from './sentences.ts';
import { type Subject, subjectOf } from './subject.ts';
import { ADVERBIAL } from './work-words.ts';

/** Cuts a sentence where somebody else is told to do something; what belongs to one unit stays together. */
export function segmentsOf(sentence: Sentence): Segment[] {
  const segments: Segment[] = [];
  let current = opened(segments);
  for (const [index, clause] of sentence.clauses.entries()) {
    const before = sentence.clauses[index - 1];
    const subject = subjectOf(clause.text);
    if (before?.mark === ';' || (current.clauses.length > 0 && isItem(clause))) current = opened(segments);
    if (!subject) {
      current.clauses.push(clause);
      continue;
    }
    if (joins(current, subject, clause)) {
      if (!subject.units.every((unit) => THOSE_BEFORE.test(unit)) && !SIGNS.test(clause.text))
        (helps(subject, clause) ? current.coop : current.alsoLead).push(...subject.units);
      current.clauses.push(clause);
      continue;
    }
    if (adds(current, subject)) {
      current.coop.push(...subject.units);
      current.clauses.push(clause);
      continue;
    }
    if (beginsAnew(current, subject, clause)) {
      const moved = leadingIn(current, subject);
      current = opened(segments);
      current.clauses.push(...moved);
    }
    current.clauses.push(clause);
    if (!current.subject) {
      current.subject = subject;
      current.head = clause;
    }
  }
  return segments.filter(({ clauses }) => clauses.length > 0);
}

function opened(segments: Segment[]): Segment {
  const segment: Segment = { clauses: [], coop: [], alsoLead: [] };
  segments.push(segment);
  return segment;
}

/** 二是…, （2）… in the middle of a sentence. */
function isItem({ text }: Clause): boolean {
  return text.length >= 12 && MARKER.test(text) && !/^(?:首先|其次|最后)/.test(text);
}

function beginsAnew(current: Segment, subject: Subject, clause: Clause): boolean {
  if (current.clauses.length === 0) return false;
  if (current.subject) return subject.sort !== 'units' || subject.units.length > 0 ? isSaidOf(subject, clause) : false;
  // 要有地方住、有饭吃，这件事民政局牵头
  if (subject.sort === 'units' && THIS_MATTER.test(clause.text)) return false;
  return (
    subject.sort !== 'units' ||
    current.clauses.some(({ text }) => MODAL.test(text) && !ADVERBIAL.test(text)) ||
    !isTopic(current)
  );
}

const THIS_MATTER = /^(?:这[个块](?=由|交给)|这(?:件|项|个|块|些)?(?:事情?|工作|任务|活|问题)|此(?:事|项工作))/;

/** A clause that tells what somebody does or has to do, and no mere mention. */
function isSaidOf(subject: Subject, clause: Clause): boolean {
  if (subject.sort !== 'units') return subject.sort !== 'everybody';
  return clause.text.length - subject.to >= 2 || clause.mark === ',';
}

/** What an order is about, said before whom it is for: 景区停车场的疏导，由交警负责. */
function isTopic({ clauses }: Segment): boolean {
  return clauses.every(({ text }) => text.length <= 60 && !/[了]|正是|就是|才能/.test(text));
}

/** 对…的企业, 4月底前, 按照…: goes with what follows. */
function leadingIn(current: Segment, subject: Subject): Clause[] {
  const moved: Clause[] = [];
  while (current.clauses.length > (current.subject ? 1 : 0)) {
    const last = current.clauses[current.clauses.length - 1]!;
    if (last === current.head || last.mark === ';' || !leadsIn(last, subject)) break;
    moved.unshift(current.clauses.pop()!);
  }
  return moved;
}

function leadsIn({ text }: Clause, subject: Subject): boolean {
  if (MODAL.test(text) && !/^凡|^一旦|^如/.test(text)) return false;
  if (ADVERBIAL.test(text)) return true;
  if (/的$|方面$|领域$|[前后时内]$|期间$/.test(text) && text.length <= 40) return true;
  return subject.by && text.length <= 30;
}
