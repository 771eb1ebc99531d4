import type { Part } from './outline.ts';
import { MARKER } from './outline.ts';
import { bodyOf, MODAL, type Segment, textOf } from './segment.ts';
import type { Clause } from './sentences.ts';
import {
  AT_YOUR_RISK,
  ATTENDS,
  CITED,
  COMMENT,
  DIAGNOSIS,
  DOCTRINE,
  DONE,
  DONE_ALL,
  IS_SO,
  PROBLEM,
  PROMISED,
  RULE,
  SANCTION,
  STRAIGHT,
  TAG,
  THEN_DO,
  TIME_PAST,
  TOLD_ME,
  UNDECIDED,
} from './told-words.ts';
import { ADVERB, ADVERBIAL, ANY_WORK, ATTITUDE, CONCRETE_WORK, FRAMING, STATE, VERB } from './work-words.ts';

/** How much there is to do in a clause: nothing, work in general, work that can be checked. */
export type Weight = 0 | 1 | 2;

export interface Judgement {
  /** Anything to do at all, and not told of others, of a meeting, or asked. */
  readonly order: boolean;
  readonly weight: Weight;
  /** Some clause is more than attitude: for somebody who is named any verb will do. */
  readonly matter: boolean;
  readonly rule: boolean;
  readonly modal: boolean;
  readonly doctrine: boolean;
}

/** What a segment is worth as an order, whoever it is for. */
export function judge(segment: Segment, sentence: string): Judgement {
  const words = textOf(segment);
  const bodies = segment.clauses.map((clause) => bodyOf(clause, segment));
  const weight = Math.max(0, ...bodies.map(weigh)) as Weight;
  const modal = segment.clauses.some((clause, at) => isModal(clause, bodies[at]!, segment));
  const told =
    CITED.test(sentence) ||
    (/^[啊呀]/.test(segment.subject?.rest ?? '') && TOLD_ME.test(sentence)) ||
    ATTENDS.test(words) ||
    UNDECIDED.test(sentence) ||
    (/[?]$/.test(sentence) && !TAG.test(sentence)) ||
    COMMENT.test(words) ||
    DIAGNOSIS.test(words);
  return {
    order: !told,
    weight,
    matter: segment.clauses.some((clause, at) => isMatter(clause, bodies[at]!, segment)),
    rule: RULE.test(words),
    modal,
    doctrine: DOCTRINE.test(unquoted(words)),
  };
}

/** 供电公司的同志也来了，请你们查一查; 财政所小李，你列个表. */
export const YOU = /^(?:还?请|麻烦|就)?你们?(?:[两三几]家)?(?=把|去|要|先|来|给|负责|牵头|盯|抓|看|查|回去|自己)/;

/** Behind the subject, or near the head of a clause that has none of its own: 这样的干部我们要看见 is another's. */
function isModal(clause: Clause, body: string, { head, subject }: Segment): boolean {
  if (clause === head && subject) return MODAL.test(unquoted(subject.rest)) && !STATE.test(body);
  const words = unquoted(body);
  const at = words.search(MODAL);
  if (head && YOU.test(words)) return true;
  return at >= 0 && !STATE.test(words) && !/我们|大家|我(?!县|市|区|镇|乡|局)|你|[说讲问]/.test(words.slice(0, at));
}

/** What stands before whom it is for only says of what. */
function isMatter(clause: Clause, body: string, { clauses, head }: Segment): boolean {
  if (head && clauses.indexOf(clause) < clauses.indexOf(head)) return false;
  if (weigh(body) > 0) return true;
  const leadsOn = ADVERBIAL.test(body) && clause.mark === ',' && !MODAL.test(body);
  if (STATE.test(body)) return false;
  return body.length >= (MODAL.test(body) ? 2 : 3) && !ATTITUDE.test(body) && !FRAMING.test(body) && !leadsOn;
}

/** Result and not work: 确保万无一失, 提高…水平. */
const OUTCOME =
  /^(?:,?切实|进一步|坚决|努力|不断|全力|有效|从而|以)?(?:确保|实现|杜绝|防止|遏制|形成|提高|提升|增强|营造|促进|保障|维护)/;

function weigh(body: string): Weight {
  if (FRAMING.test(body) || STATE.test(body) || /^[^,要]{1,8}不是/.test(body)) return 0;
  const concrete = CONCRETE_WORK.test(body);
  if (ATTITUDE.test(body)) return concrete && !/^(?:要|必须)?(?:以|从|用).{1,20}(?:抓|做|推)/.test(body) ? 2 : 0;
  if (OUTCOME.test(body) || (ADVERBIAL.test(body) && !MODAL.test(body) && !/^对|^以/.test(body)))
    return concrete ? 1 : 0;
  if (concrete) return 2;
  return ANY_WORK.test(body) ? 1 : 0;
}

/** 会议研究了…，议定： tells up to there. */
const BEFORE_ASKING = /^[^。]{0,80}?(?:议定|决定|要求|明确)(?:如下|以下事项)?[:,]/;

/** Whether a segment without 要 tells what is to be done, and not what was done or is so. */
export function commands(segment: Segment, sentence: string, part: Part, limited: boolean): boolean {
  const { head, subject } = segment;
  if (part !== 'tasks' || !head || !subject) return false;
  if (isStraight(segment) || isHeldToIt(segment)) return true;
  const words = unquoted(textOf(segment));
  const told = (text: string) => (limited ? withoutEnd(text) : text);
  const said = unquoted(sentence).replace(BEFORE_ASKING, '');
  if (TIME_PAST.test(said) || DONE.test(told(unquoted(head.text)))) return false;
  if ((words.match(DONE_ALL) ?? []).length > 1 || PROBLEM.test(words)) return false;
  return !IS_SO.test(subject.rest) && !DOCTRINE.test(words.replace(APPOINTS, ''));
}

function isStraight(segment: Segment): boolean {
  const { rest } = segment.subject!;
  return AT_YOUR_RISK.test(rest) || (STRAIGHT.test(rest) && !TIME_PAST.test(textOf(segment)));
}

function isHeldToIt({ clauses, head, subject }: Segment): boolean {
  return (
    PROMISED.test(subject!.rest) && clauses.slice(clauses.indexOf(head!) + 1).some(({ text }) => THEN_DO.test(text))
  );
}

/** 住建局是第一责任单位: makes it so. */
const APPOINTS = /[是为][^,]{0,14}(?:责任|牵头|主责|承办)(?:单位|部门)(?=[,。;]|$)/;

/** 五一之前把试验做了: 了 at the end of what has a limit tells nothing. */
export function withoutEnd(words: string): string {
  return words.replace(/(?<!完|好|齐)了(?=[,。;!]|$)/g, '');
}

/** 4月5日前建立回收点. */
const LIMIT_FIRST = /^[^,]{1,14}?(?:[前内]|之前|以前)(?=[\u4e00-\u9fa5])/;

/** A clause that begins as an order does: 要, 切实, 排查. */
export function beginsAsOrder(clause: Clause): boolean {
  const body = clause.text
    .replace(MARKER, '')
    .replace(LIMIT_FIRST, '')
    .replace(/^(?:同时|此外|另外|并且?|尤其|特别是|而且|因此|所以|还|也|另外),?/, '');
  return (
    /^(?:还|也|都|更|首先|今年|明年|[上下]半年|[一二三四]季度|[本下]个?月|年内|近期|当前|接下来|这段时间|下一步|下阶段)?(?:要|必须|务必|应|须|不得|严禁|一律|切实)/.test(
      body,
    ) ||
    PAPER_FIRST.test(body) ||
    ADVERB.test(body) ||
    VERB.test(body)
  );
}

/** 清退名单抄送交警大队, 名单25日前报安委办: the paper first, and where it goes. */
const PAPER_FIRST = /^[^,要是的]{2,16}(?:抄送|报送?|分送|送|交|汇总)(?:到|给|至|我|[县市区镇局]|安委|党政|办)/;

export function isAdverbial({ text }: Clause): boolean {
  return ADVERBIAL.test(text.replace(MARKER, '')) && !MODAL.test(text);
}

export function hasSanction(words: string): boolean {
  return SANCTION.test(words);
}

export function tellsPast(words: string): boolean {
  return DONE.test(unquoted(words)) || TIME_PAST.test(unquoted(words));
}

export function isSo(rest: string): boolean {
  return IS_SO.test(rest);
}

/** 听好了 tells nothing. */
function unquoted(words: string): string {
  return words.replace(/"[^"]*"/g, '""').replace(/(?:听好|听着|注意|记住|记好|记着|拜托)了/g, '');
}
