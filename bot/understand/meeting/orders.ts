import type { Span } from '../span.ts';
import type { Carried } from './carried.ts';
import { bringsAbout, goesOnTelling } from './evidence.ts';
import {
  beginsAsOrder,
  commands,
  hasSanction,
  isAdverbial,
  isSo,
  type Judgement,
  tellsPast,
  withoutEnd,
  YOU,
} from './judge.ts';
import { kindOf } from './kinds.ts';
import type { Part } from './outline.ts';
import { coopIn, unitsInBrackets } from './roles.ts';
import type { MeetingKind } from './row.ts';
import { MODAL, type Segment, textOf } from './segment.ts';
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
  /** Where its limit is said beside the span: 以上三项月底前完成. */
  readonly limits?: readonly Span[];
}

export function forNamed(
  segment: Segment,
  judgement: Judgement,
  words: string,
  part: Part,
  limited: boolean,
): Assignment | undefined {
  const subject = segment.subject!;
  const told = judgement.modal
    ? (isSo(subject.rest) || tellsPast(toldUpTo(segment))) && !modalLater(segment)
    : !commands(segment, words, part, limited);
  if (!judgement.order || !judgement.matter || told) return undefined;
  if (judgement.weight < 2 && (isForAll(subject.units) || isNarrated(segment, words))) return undefined;
  if (part === 'opening' && judgement.weight < 2) return undefined;
  const { coop, lead } = coopIn(segment, subject.units);
  if (OPENS_LIST.test(textOf(segment))) return undefined;
  const brackets = unitsInBrackets(textOf(segment));
  const units = [...lead, ...segment.alsoLead, ...brackets.units];
  return {
    span: spanOf(segment),
    units,
    coop: [...coop, ...segment.coop, ...brackets.coop],
    named: segment.head && { from: segment.head.from + subject.from, to: segment.head.from + subject.to },
    kind: kindOf(segment, judgement, units, limited),
    why: units.some((unit) => VAGUE.test(unit)) ? '原文点名，但具体是哪些单位需明确' : '原文点名',
  };
}

/** What leads to whom it is for, and how the clause goes on: 前年汛期，李某因擅离堤段被免职. */
function toldUpTo({ clauses, head, subject }: Segment): string {
  const before = clauses.slice(0, clauses.indexOf(head!)).filter(({ text }) => text.length <= 8);
  return `${before.map(({ text }) => text).join()}${subject!.rest}`;
}

/** 各级各部门要提高认识: an appeal to all, unless there is something to do. */
function isForAll(units: readonly string[]): boolean {
  return units.every((unit) =>
    /^(?:各级各?(?:部门|单位)?|各地各?(?:部门|单位)?|各级党委政府|各级领导干部|领导干部)$/.test(unit),
  );
}

/** 这是大家最忙的一段，单位要写总结，孩子要放假: people are told of, and not asked. */
function isNarrated({ subject }: Segment, words: string): boolean {
  return (
    subject!.units.every((unit) => /^(?:单位|企业|学校|部门|商户|群众)$/.test(unit)) &&
    /^[^,]{1,16}(?<![不还但])是[^,]+,/.test(words)
  );
}

/** 校长是第一责任人，每周要带队检查: it goes on to ask. */
function modalLater({ clauses, head }: Segment): boolean {
  return clauses
    .slice(clauses.indexOf(head!) + 1)
    .some(
      ({ text }) =>
        !/^(?:这|那|但是?真要|真要)/.test(text) &&
        ((MODAL.test(text.slice(0, 10)) && !/^不要(?:怪|怕|以为|觉得|埋怨)/.test(text)) || YOU.test(text)),
    );
}

export function forNobodyNamed(
  segment: Segment,
  judgement: Judgement,
  part: Part,
  carried: Carried,
  limited: boolean,
): Assignment | undefined {
  const words = textOf(segment);
  if (FINDS.test(words)) return undefined;
  if (!judgement.order || (tellsPast(limited ? withoutEnd(words) : words) && !judgement.modal)) return undefined;
  const units = carried.units;
  if (OPENS_LIST.test(words)) return undefined;
  if (
    !(carried.forAll && judgement.matter && !judgement.doctrine && words.length > LONGEST_LABEL) &&
    !isOrderForSome(segment, judgement, part, carried, limited)
  )
    return undefined;
  return {
    span: spanOf(segment),
    units,
    coop: carried.coop,
    named: undefined,
    kind: kindOf(segment, judgement, units, limited),
    why: carried.forAll ? '原文点名' : units.length > 0 ? '承前：单位取自上文，请核对' : '原文没有说单位，请明确',
  };
}

/** 会议认为，条件已经成熟，要积极稳妥: what is thought, as long as nobody is named. */
const FINDS = /^(?:[^,]{0,6}会议)?(?:认为|指出)[,:]/;

/** 议定事项： */
const LONGEST_LABEL = 6;

/** 各镇街要做好以下工作：, the work stands below. */
const OPENS_LIST = /(?:以下|如下|下列|下面)[^,;]{0,12}[:]$|(?:[几两二三四五六七八九]|\d)(?:件|项|个|条)[^,;]{0,6}[:]$/;

/** Who is meant is said before, or left out: then only work that can be checked, in a part that asks for work. */
function isOrderForSome(
  segment: Segment,
  judgement: Judgement,
  part: Part,
  carried: Carried,
  limited: boolean,
): boolean {
  if (judgement.rule && hasSanction(textOf(segment))) return true;
  const done = limited && (judgement.modal || judgement.weight > 0 || bringsAbout(textOf(segment)));
  const telling =
    done || (carried.units.length > 0 && (!carried.spokenOf || judgement.modal) && goesOnTelling(textOf(segment)));
  if (judgement.doctrine || (judgement.weight === 0 && !(telling && judgement.matter))) return false;
  const first = segment.clauses.find((clause) => !isAdverbial(clause)) ?? segment.clauses[0]!;
  const last = segment.clauses[segment.clauses.length - 1]!;
  if (last.mark === ',' && !judgement.modal && !telling) return false;
  const ordered = beginsAsOrder(first) || (judgement.rule && judgement.modal) || telling;
  if (carried.units.length === 0) return part === 'tasks' && ordered && (judgement.weight === 2 || done);
  const modalOrStrong = judgement.modal || judgement.weight === 2 || telling;
  return part === 'tasks' ? (ordered || judgement.modal) && modalOrStrong : judgement.modal && judgement.weight === 2;
}

/** The marks at its end belong to it, connectives and numbers at its beginning stay. */
export function spanOf({ clauses }: Segment): Span {
  const last = clauses[clauses.length - 1]!;
  return { from: clauses[0]!.from, to: last.to + (/[。!]/.test(last.mark) ? last.mark.length : 0) };
}
