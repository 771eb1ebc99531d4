import { adds, helps, joins, SIGNS, THOSE_BEFORE } from './joining.ts';
import { MARKER } from './outline.ts';
import { MODAL, type Segment } from './segment.ts';
import type { Clause, Sentence } from './sentences.ts';
import { type Subject, subjectOf } from './subject.ts';
import { AT_YOUR_RISK } from './told-words.ts';
import { ADVERBIAL } from './work-words.ts';

/** Cuts a sentence where somebody else is told to do something; what belongs to one unit stays together. */
export function segmentsOf(sentence: Sentence): Segment[] {
  const segments: Segment[] = [];
  let current = opened(segments);
  for (const [index, clause] of sentence.clauses.entries()) {
    const before = sentence.clauses[index - 1];
    const next = sentence.clauses[index + 1];
    const subject = subjectOf(clause.text) ?? calledPlaces(clause, next) ?? ownedTopic(clause, next);
    if (before?.mark === ';' || (current.clauses.length > 0 && isItem(clause))) current = opened(segments);
    if (!subject || (current.subject && (LETS.test(clause.text) || OR_ABOVE.test(clause.text)))) {
      current.clauses.push(clause);
      continue;
    }
    if (current.subject && LABELLED.test(clause.text)) {
      current.clauses.push(clause);
      [current.subject, current.head] = [subject, clause];
      continue;
    }
    if (joins(current, subject, clause)) {
      if (!subject.units.every((unit) => THOSE_BEFORE.test(unit)) && !SIGNS.test(clause.text) && !isItsHead(subject))
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

/** 让每个学生给家长写一封信: what somebody else is to bring about. */
const LETS = /^(?:让|叫)/;
/** 市里跑不下来就跑省里: where it is done. */
const OR_ABOVE = /^[省市县区]里?[^,]{1,6}不[^,]{1,3}就[^,]{1,6}$/;
/** 发改局去跑，局长自己带队: of that bureau. */
const POST =
  /^(?:分管|主要|带班)?(?:副?(?:局长|主任|书记|[县镇乡区]长|[站所院校部队]长|经理)|领导|负责人|负责同志|一把手)$/;

function isItsHead({ units, rest }: Subject): boolean {
  return /^(?:自己|亲自)/.test(rest) && units.every((unit) => POST.test(unit));
}

/** 北岭、沙河，你们两家…: places called by name, each without 镇. */
function calledPlaces({ text, mark }: Clause, next: Clause | undefined): Subject | undefined {
  if (mark !== ',' || !PLACES.test(text) || !next || !YOU_FEW.test(next.text) || /[了过]/.test(next.text))
    return undefined;
  return { from: 0, to: text.length, units: text.split('、'), sort: 'units', by: false, rest: '' };
}

/** 两家医院的老年医学科，12月底前都要开诊: whose it is has to see to it. */
function ownedTopic({ text, mark }: Clause, next: Clause | undefined): Subject | undefined {
  if (mark !== ',' || text.length > 40 || !next || !IS_TO_BE.test(next.text)) return undefined;
  const found = subjectOf(`${text}要`);
  if (found?.sort !== 'units' || !text.slice(found.to).startsWith('的')) return undefined;
  return { ...found, rest: text.slice(found.to) };
}

const IS_TO_BE = /^(?:[^,]{2,14}(?:[前内底末]|之前|以前))?(?:都|也|全部|一律)?(?:要|必须|务必|应当)/;
const PLACES = /^[\u4e00-\u9fa5]{2,5}(?:、[\u4e00-\u9fa5]{2,5}){1,11}$/;
const YOU_FEW = /^你们(?:[两二三四五六七八九十几]|\d{1,2})[家个]/;

/** 责任单位为县水利局: who does what stands before. */
const LABELLED = /^(?:牵头|责任|主责|负责)(?:单位|部门|科室)?的?(?:还?是|为|:)/;

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
  // 我说月底通车，话放出去了，交通局你看着办
  if (AT_YOUR_RISK.test(subject.rest) && current.clauses.length <= 5) return false;
  // 要有地方住、有饭吃，这件事民政局牵头
  if (subject.sort === 'units' && (THIS_MATTER.test(clause.text) || LABELLED.test(clause.text))) return false;
  return (
    subject.sort !== 'units' ||
    current.clauses.some(({ text }) => MODAL.test(text) && !ADVERBIAL.test(text)) ||
    !isTopic(current)
  );
}

const THIS_MATTER = /^(?:这[个块](?=由|交给)|这(?:件|项|个|块|些)?(?:事情?|工作|任务|活|问题)|此(?:事|项工作))/;

/** 上半年, 从12月1日起, 到12月10日: when, and nothing else. */
const ONLY_WHEN =
  /^(?:并|同时|就)?[从自到在于]?[^,把将要的了]{0,10}(?:半年|季度|[月年]底|[上中下]旬|\d[日号]|月份?|周末|[周期拜][一二三四五六日天]|今[天晚]|明[天早]|一早|[早晚]上|[上下]午|起|开始|之内|阶段)$/;

/** A clause that tells what somebody does or has to do, and no mere mention. */
function isSaidOf(subject: Subject, clause: Clause): boolean {
  if (subject.sort !== 'units') return subject.sort !== 'everybody';
  return subject.by || clause.text.length - subject.to >= 2 || clause.mark === ',';
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
    if (last === current.head || last.mark === ';' || !(AT_YOUR_RISK.test(subject.rest) || leadsIn(last, subject)))
      break;
    moved.unshift(current.clauses.pop()!);
  }
  return moved;
}

function leadsIn({ text }: Clause, subject: Subject): boolean {
  if (MODAL.test(text) && !/^凡|^一旦|^如/.test(text)) return false;
  if (ADVERBIAL.test(text)) return true;
  if (/的$|方面$|领域$|[前后时内]$|期间$/.test(text) && text.length <= 40) return true;
  if (ONLY_WHEN.test(text)) return true;
  return subject.by && text.length <= 30;
}
