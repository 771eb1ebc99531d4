import type { Span } from '../span.ts';
import type { Part } from './outline.ts';
import { overlap } from './places.ts';
import { MODAL } from './segment.ts';
import { segmentsOf } from './segments.ts';
import type { Clause, Sentence } from './sentences.ts';
import { isTold } from './told.ts';
import { ATTENDS, CITED, DONE, PROBLEM, TIME_PAST } from './told-words.ts';
import { CONCRETE_WORK, FRAMING } from './work-words.ts';

export interface Around {
  readonly part: Part;
  /** Rows of the sentence. */
  readonly rows: readonly Span[];
  /** A heading, or beside another limit: only what is worded as a limit counts. */
  readonly bare: boolean;
  /** Clauses about others: 省安委会要求各市…, 有的乡镇…. */
  readonly others: readonly Clause[];
}

/** Others' words, and what a page says of itself. */
export function isReported(words: string): boolean {
  return isTold(words) || CITED.test(words) || ATTENDS.test(words) || REPORTED.test(words);
}

/** Whether something is asked for by that day. */
export function asks(text: string, span: Span, sentence: Sentence, { part, rows, bare, others }: Around): boolean {
  const at = sentence.clauses.findIndex((one) => overlap(one, span));
  const clause = sentence.clauses[at];
  if (!clause || tellsOnly(clause) || TOLD_OF_THEN.test(text.slice(span.to, span.to + 14))) return false;
  const said = text.slice(span.from, span.to);
  if (AFTER_THIS.test(said) || others.includes(clause)) return false;
  const tasks = part === 'tasks';
  const given = GIVEN.test(text.slice(clause.from, span.from));
  if (tasks && (given || WORDED.test(said))) return true;
  const asked = [clause, sentence.clauses[at + 1]].some((one) => one && MODAL.test(one.text));
  const done = tasks && CONCRETE_WORK.test(text.slice(span.to, clause.to));
  return !bare && (asked || done || rows.some((row) => overlap(row, clause)));
}

/** 3月底前, 三天内, 6月1日至9月30日. */
const WORDED = /(?:前|之内|以内|内|底|止|下班|[到至].+)$/;
/** 我给一个星期. */
const GIVEN = /我(?:只|就|再)?给$/;
/** 散会后请把桌牌放好. */
const AFTER_THIS = /^散?会(?:以|之)?后$/;
/** 统计局反映，…: what somebody else says. */
const REPORTED = /^[^,]{2,12}(?:反映|汇报说|担心|反馈说?),/;

/** What is told of others in a sentence. */
export function aboutOthers(sentence: Sentence): Clause[] {
  return segmentsOf(sentence).flatMap(({ subject, clauses }) =>
    subject?.sort === 'above' || subject?.sort === 'faulted' ? clauses : [],
  );
}

function tellsOnly({ text }: Clause): boolean {
  return [TIME_PAST, DONE, PROBLEM, ANNOUNCED, FRAMING].some((told) => told.test(text));
}

/** 省里将于8月上旬派出督导组: what is going to happen, and nobody's order. */
const ANNOUNCED =
  /将(?:于|在|会|迎来|分|派)|预计|有望|计划(?:于|在)|拟(?:于|在)|即将|还[缺差剩欠]|据气象|预测|主要集中|历来|正值|[到来]我[省市县区镇乡]|下来(?:暗访|看|检查)?$|很难|恐怕|什么$|怎么[办干抓]$|总觉得|反映|觉得/;
/** 停工之前最乱, 春节七天: told of what is so then. */
const TOLD_OF_THEN =
  /^(?:最[^迟晚]|(?:和|、|及)(?:节假日|节日|周末)|施行|[^,;。要]{0,4}要[干做办抓讲说]的|[一二三四五六七八九十\d]+天(?!内|之内|以内)|也不迟|很|一般|往往|还有|那天|[^,;。要把将]{1,10}的(?:占|有|达|超过))/;
