import type { KitAmendment, KitChoice, KitReply } from '../../../domain/periods/kits/reply.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading } from './reader.ts';

const MOST = 200;
/** 1、3 · 1-3 · 1和3. */
const LIST = '([\\d①-⑩、和与及至到 -]{1,40})';
const YES = '(?:确认|同意|下达|要)';
const NO = '(?:不要|不用|不下达|不发|去掉|删掉|删除|取消)';
const SHOW = '(?:预览|看看?|查看|全文|内容)';
const ALL = '(?:全部|全都|都|所有|统统)';
const REST = '(?:其余|其他|其它|剩下|剩余)的?';
const UNIT = '(?:条|项|个|件)?(?:的|都)?';

/** What a clause does with which of the drafts: 全部确认, 确认1、3, 2不要, 其余不要, 预览2. */
const CHOICES: readonly (readonly [KitChoice['does'], string])[] = [
  ['decline', NO],
  ['confirm', YES],
  ['show', SHOW],
];
const FORMS = CHOICES.map(([does, words]) => ({
  does,
  all: new RegExp(`^(?:${ALL}${words}|${words}(?:全部|所有)(?:的)?)了?$`),
  rest: new RegExp(`^${REST}(?:都|全部)?${words}了?$`),
  before: new RegExp(`^${words}第?${LIST}${UNIT}了?$`),
  after: new RegExp(`^第?${LIST}${UNIT}${words}了?$`),
}));
/** 3改为 …, 第3条改成…. */
const AMENDED =
  /^[\s,。]*(?:把|将)?第?\s?(\d{1,2})\s?(?:条|项|个)?(?:的)?(?:时限|承办|单位|内容)?\s?(?:改为|改成|改到|改)[\s:,]*/;
/** What belongs to a unit or a deadline and says nothing else. */
const AROUND = /承办单位|承办|责任单位|单位|时限|期限|截止|之前|以前|前|由|请|给|办理|负责|报|[\s,、。;:和与及]/g;
/** Named as sets are, whether or not the office has one of that name. */
const NUMBERS_ONLY = /^[\d①-⑩、和与及至到 -]{1,40}$/;

/** Answers to the drafts of a key period; nothing is read so unless they wait. */
export const kitReply: IntentReader = (heard) => {
  const { expects, whole } = heard;
  if (!expects.has('kit') || whole.length > MOST || whole === '') return undefined;
  const amended = amendmentOf(heard);
  if (amended) return { intent: 'kit', kit: [amended] };
  if (/^(?:确认|下达|同意|可以)(?:了|吧)?$/.test(whole) && isForKits(heard)) return { intent: 'kit', kit: [] };

  const clauses = clausesOf(whole);
  const replies = clauses.map(choiceOf);
  return replies.every((reply) => reply !== undefined)
    ? { intent: 'kit', kit: replies as readonly KitReply[] }
    : undefined;
};

/** A bare 确认 may be for a draft of a task, or for what is quoted. */
function isForKits({ expects, input: { quote } }: Heard): boolean {
  return quote ? quote.text.includes('准备事项') : !expects.has('confirm');
}

/** 确认1、3，2不要 are two clauses; in 确认1，3 and 1，3确认 the comma belongs to the list. */
function clausesOf(whole: string): string[] {
  const clauses: string[] = [];
  let isList = false;
  for (const part of whole.split(/[,;。\n]/).map((clause) => clause.trim())) {
    if (part === '') continue;
    const isNumber = NUMBERS_ONLY.test(part);
    if (clauses.length > 0 && (isNumber || isList)) clauses.push(`${clauses.pop()}、${part}`);
    else clauses.push(part);
    isList = isNumber && (clauses.length === 1 || isList) && NUMBERS_ONLY.test(clauses.at(-1)!);
  }
  return clauses;
}

function choiceOf(clause: string): KitChoice | undefined {
  for (const { does, all, rest, before, after } of FORMS) {
    if (all.test(clause) || (does === 'show' && /^预览(?:一下)?$/.test(clause))) return { does, items: 'all' };
    if (rest.test(clause)) return { does, items: 'rest' };
    const listed = (before.exec(clause) ?? after.exec(clause))?.[1];
    const items = listed === undefined ? [] : numbersIn(listed);
    if (items.length > 0) return { does, items };
  }
  return undefined;
}

/** 1、3-5 → 1, 3, 4, 5. */
function numbersIn(list: string): number[] {
  if (!NUMBERS_ONLY.test(list)) return [];
  const plain = list.replace(/[①-⑩]/g, (circled) => `、${'①②③④⑤⑥⑦⑧⑨⑩'.indexOf(circled) + 1}、`);
  const numbers = plain.split(/[、和与及 ]/).flatMap((part) => {
    const [from = '', to = from] = part.split(/[至到-]/);
    if (!/^\d{1,2}$/.test(from) || !/^\d{1,2}$/.test(to)) return [];
    const count = Number(to) - Number(from) + 1;
    return count > 0 && count <= 20 ? Array.from({ length: count }, (_, index) => Number(from) + index) : [];
  });
  return [...new Set(numbers)];
}

function amendmentOf(heard: Heard): KitAmendment | undefined {
  const found = AMENDED.exec(heard.text);
  if (!found) return undefined;
  const from = found[0].length;
  const names = heard.names.filter((name) => name.from >= from && name.kind !== 'person');
  const limit = heard.times.times.find((time) => time.from >= from && !time.past && time.read.kind !== 'recurrence');
  const known = [...names, ...(limit ? [limit] : [])].toSorted((one, other) => other.from - one.from);
  const rest = known
    .reduce((text, { from: start, to }) => text.slice(0, start) + text.slice(to), heard.text)
    .slice(from);
  const words = heard.words({ from, to: heard.text.trimEnd().length }).trim();
  return {
    does: 'amend',
    item: Number(found[1]),
    names: names.map((name) => heard.words(name)),
    ...(limit?.byAt && { dueAt: limit.byAt }),
    ...(rest.replace(AROUND, '') !== '' && { text: words }),
  };
}

/** 春节准备事项, 春运的准备事项, 准备事项有哪些. */
const LOOKED =
  /^[\s,]*(?:请|帮我|查一下|查下|查看|查|看一下|看下|看看|看)?[\s]*(?:近期|最近|接下来|本月)?([\u4e00-\u9fa5]{0,14}?)的?准备事项(?:有哪些|有什么|是什么|清单|呢|情况)?[\s?。]*$/;

/** What a key period asks of units, or what is ahead. */
export const kits: IntentReader = reading([/准备事项/], ({ text, direct, numbers }) => {
  const found = direct && numbers.length === 0 ? LOOKED.exec(text) : null;
  return found ? { intent: 'kits', ...(found[1] && { name: found[1] }) } : undefined;
});
