import { MARKER } from './outline.ts';
import type { Clause, Sentence } from './sentences.ts';
import { type Subject, subjectOf } from './subject.ts';
import { ADVERBIAL } from './work-words.ts';

/** Clauses of one sentence that go together: one subject and what it is to do. */
export interface Segment {
  readonly clauses: Clause[];
  subject?: Subject;
  /** The clause with the subject. */
  head?: Clause;
  readonly coop: string[];
  readonly alsoLead: string[];
}

/** 要 and its like; not 主要, 要求. */
export const MODAL =
  /(?<![重主首只需想正将摘纪概简提纲扼次])要(?![求点素害闻件塞道么挟领义]|不是)|必须|务必|应当|(?<![适反相响对效供呼])应(?=[将把在于由及按对加做落组建制严立当坚]|急管理部门)|(?<![必])须(?!知)|需要?(?!求|的)|不得|不准|不许|不允许|严禁|禁止|一律|切实|切不可|绝不|决不|谁也不|没有商量/;

const LEADS = /牵头|负责|负总责|主抓|为主/;
/** What is said of those who only take part. */
const TAKES_PART = /配合|参与|参加|协助|协同|按(?:照)?(?:各自)?职责(?:分工)?|各司其职|各负其责|跟着|支持/;
const TAKES_HOLD = /^(?:要|也要)?(?:具体抓|具体落实|抓落实|具体负责|具体实施)/;

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
        (TAKES_PART.test(clause.text) ? current.coop : current.alsoLead).push(...subject.units);
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

/** 由A牵头，B、C配合: one piece of work. */
function joins(current: Segment, subject: Subject, { text }: Clause): boolean {
  if (!current.subject || subject.sort !== 'units') return false;
  if (current.subject.sort !== 'units') return false;
  // 预报有暴雨的，城建股…，人防股…: the condition holds for both. 两个股长 are those before.
  if (subject.units.every((unit) => THOSE_BEFORE.test(unit)) || isCondition(current.clauses[0]!)) return true;
  const led = current.clauses.some((clause) => LEADS.test(clause.text));
  const takesPart = TAKES_PART.test(subject.rest) && subject.rest.length <= 24;
  if (takesPart && (led || current.subject.units.length > 0))
    return led || /^.{0,6}(?:配合|参与|参加|协助|跟着|各抽|支持)/.test(subject.rest);
  // 村镇股管乡下，房管股管城区
  if (subject.rest.length <= 8 && current.subject.rest.length <= 8 && !MODAL.test(text + current.head!.text) && !led)
    return true;
  return (led && TAKES_HOLD.test(subject.rest)) || (subject.by && SIGNS.test(text));
}

/** 报告由主要负责人签字: how it is done, and not by whom. */
const SIGNS = /由[^,]{2,18}(?:签字|签名|签发|审定|审批|作说明)/;
const THOSE_BEFORE = /^(?:[两三四几]个|[两三四几]家|双方|各方|你们)/;

function isCondition(clause: Clause): boolean {
  return (
    clause.mark === ',' &&
    clause.text.length <= 60 &&
    /^(?:凡|一旦|遇|如|预报)|的$/.test(clause.text) &&
    !MODAL.test(clause.text.replace(/一律/, ''))
  );
}

function beginsAnew(current: Segment, subject: Subject, clause: Clause): boolean {
  if (current.clauses.length === 0) return false;
  if (current.subject) return subject.sort !== 'units' || subject.units.length > 0 ? isSaidOf(subject, clause) : false;
  return (
    subject.sort !== 'units' ||
    current.clauses.some(({ text }) => MODAL.test(text) && !ADVERBIAL.test(text)) ||
    !isTopic(current)
  );
}

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

export function textOf({ clauses }: Segment): string {
  return clauses.map(({ text, mark }) => text + mark).join('');
}

/** A clause without the subject and what numbers it. */
export function bodyOf(clause: Clause, { head, subject }: Segment): string {
  if (clause !== head || !subject) return clause.text.replace(MARKER, '');
  return clause.text.slice(0, subject.from).replace(MARKER, '') + clause.text.slice(subject.to);
}
