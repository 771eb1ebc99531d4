import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { allNumbers, remark } from '../opening.ts';
import { dueDoubt } from './due.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

const FIELD =
  '完成时限|办理时限|报送时限|时限|期限|截止时间|截止日期|截止|完成时间|报送时间|时间|日期|承办单位|承办|责任单位|责任人|要求|牵头单位|牵头|配合单位|配合|内容|标题|名称';
/** 改 时限 周五, 改时限到周五, 修改要求：… */
const VERB_FIRST = gated(
  new RegExp(
    `^[\\s,]*(?:请|麻烦|把|将)?(?:改|修改|调整|更改|变更|更正)(?:一下|下)?[\\s:]*(?:[A-Za-z]{1,2}\\s?\\d{2,5}[\\s:的]*)?(${FIELD})[\\s:]*(?:改|调整|变更)?(?:到|至|为|成|是)?[\\s:]*`,
  ),
);
/** 时限改到周五, 承办加上高铺镇, 牵头改为应急局, 要求里加一条…, 时限不变 is no change. */
const FIELD_FIRST = gated(
  new RegExp(
    `(${FIELD})(?:里面?|上|中|方面)?(?:请|要|就|还是|统一|再|都)?(?:改|调整|变更|更改|更换|提前|推迟|顺延|延长|延|放宽|(?:往|向)[前后](?:推|放|移|挪|延|拖|提)|推|加|增加|增补|补充|追加|去掉|去除|减|删|换)(?:到|至|为|成|上|掉|一[条句点])?[\\s:,]*`,
  ),
);
/** 改到下周五, 提前到周四 and 加一条… say what changes by their form alone. */
const BARE = gated(
  /^[\s,。]*(?:请|把)?(?:再|另)?(?:改(?:到|至|为|成)|(?:提前|放宽|调整|顺延)(?:到|至)|(?:加|补充?|增加|追加)(?:上)?(?:一|个|一个)?(?:条|点|句|项|要求)[:,]?|增加要求|补充要求)[\s,:]*/,
);
/** 不对，是下下周三; 不是周三，是周四: the draft was read wrongly. */
const CORRECTED =
  /^[\s,。]*(?:不是[^,。;\s]{1,12}[\s,]+(?:而|应该?)?(?=是)|(?:单位|人|时间|时限|日期|牵头)?(?:不对|错了|不是|搞错了|弄错了|有误|写错了)(?=[\s,。是应该:]))[\s,。是应该:]+(?:改成|改为|应为|应该是|是)?/;
/** 牵头是应急局, 时限应该是周五, behind 不对. */
const FIELD_IS = new RegExp(`^(${FIELD})(?:单位)?(?:应该?|要|的)?(?:是|为|:)[\\s:]*`);
/** 应急局牵头, 由应急局来牵头. */
const LEADS = /^[^,。;]{0,20}?(牵头|配合)(?:的|吧)?(?=[\s,。;!]|$)/;
/** 第二条, 把第2件的: which of several orders, before what becomes of it. */
const PLACE = gated(
  /^[\s,。]*(?:那|请)?(?:把|将)?第\s?[一二三四五六七八九1-9]\s?[条项件个](?:任务|草稿|事)?的?[\s,:]*/,
);
/** 把石桥乡去掉, 加上供销社, 供销社也加进来. */
const PARTIES = gated(
  /^[\s,。]*(?:再|还要|另外|把|将)?(?:(?:加上|加进|增加|加|去掉|剔除|除去|拿掉|删掉|减去)(?=[^\s,。;]{2,8}[镇乡局办委社处区队司院校站所]|[^,。;]{2,3}$)|[^,。;]{2,20}?(?:去掉|剔除|拿掉|删掉|加进来|加上去|也加上|加上|移除)(?:吧|了)?(?=$|[\s,。;!]))/,
);
/** 高铺镇不用报了, said to a draft; of a matter with a number it takes back what went out. */
const RELEASED = gated(
  /^[\s,。]*[^,。;]{2,20}?(?:就|先|都|可以)?(?:不用|不需要|无需|不必|不要|别)(?:再)?(?:报送?|交|办|做|填|弄|查|搞|管|参加)?了(?=$|[\s,。;!])|^[\s,。]*[^,。;]{2,20}?(?:就|先|都)?(?:不参加|不用参加|除外|就算了|免报)(?:了|吧)?(?=$|[\s,。;!])/,
);
const DUE_FIELDS = new Set(['时限', '期限', '截止', '时间', '完成', '办理', '报送', '日期']);
const OPEN_END = /^(?:不定期|不要时限|不设时限|没有时限|不限时间|长期|无时限)$/;

/** A change to a draft or to a task that was issued; the slots that are filled say what changes. */
export const amend: IntentReader = reading([VERB_FIRST, FIELD_FIRST, BARE, CORRECTED, PARTIES, RELEASED], (heard) => {
  const { text, numbers, expects, direct } = heard;
  const front = numbers[0] && text.slice(0, numbers[0].from).trim() === '' ? numbers[0].to : 0;
  const concerns = numbers.length > 0 || expects.has('confirm');
  const from = front + (expects.has('confirm') ? (PLACE.exec(text.slice(front))?.[0].length ?? 0) : 0);
  const rest = text.slice(from);
  const found =
    VERB_FIRST.test(rest) ||
    (concerns &&
      (FIELD_FIRST.test(rest.slice(0, 40)) ||
        BARE.test(rest) ||
        corrects(heard, rest) ||
        movesDue(heard, from) ||
        changesParties(heard, rest, from)));
  if (!found || !(direct || expects.has('confirm')) || (heard.question && heard.times.times.length === 0))
    return undefined;
  return { intent: 'amend', ...allNumbers(heard), ...readAmendment(heard, from) };
});

/** 不对，是下下周三; 不对，牵头是应急局; said to a draft. */
function corrects({ expects, times: { times, troubles }, names }: Heard, rest: string): boolean {
  return expects.has('confirm') && CORRECTED.test(rest) && times.length + troubles.length + names.length > 0;
}

/** 周五太晚，改周四; 还是周四吧; 时间太紧了，改到下周三: said to a draft. */
function movesDue({ expects, numbers, times: { times }, text }: Heard, from: number): boolean {
  const last = times[times.length - 1];
  if (!expects.has('confirm') || numbers.length > 0 || !last || last.past || last.from < from) return false;
  const before = text.slice(from, last.from);
  const after = text.slice(last.to);
  return MOVES.test(before) && /^(?:下班)?(?:之前|以前|前)?(?:吧|好了|就行|行|可以)?[\s。!]*$/.test(after);
}

const MOVES =
  /(?:^|[\s,。;])(?:那|就|那就|要不|不如)?(?:改|改到|改在|提前到|推到|推迟到|放到|放在|挪到|延到|定在|定到|还是|还是改到|还是定)\s?$/;

function changesParties({ names, numbers }: Heard, rest: string, from: number): boolean {
  const changes = PARTIES.test(rest) || (numbers.length === 0 && RELEASED.test(rest));
  return changes && names.some((name) => name.from >= from);
}

/** The answer to “时限是哪天” or “哪些单位”: nothing but a time or names. */
export const slotAnswer: IntentReader = (heard) => {
  const { whole, expects } = heard;
  if (!expects.has('slot')) return undefined;
  if (OPEN_END.test(whole)) return { intent: 'amend', item: '不定期' };
  const only = (spans: readonly { readonly from: number; readonly to: number }[]) =>
    spans.length > 0 && spans.reduce((rest, span) => rest - (span.to - span.from), heard.text.trim().length) <= 4;
  if (only(heard.times.times) || only(heard.times.troubles)) return { intent: 'amend', ...dueFrom(heard, 0, true) };
  return only(heard.names) ? { intent: 'amend', ...namesFrom(heard, 0) } : undefined;
};

/** The slots that a change fills, read from a place in the message on. */
export function readAmendment(heard: Heard, from: number): Omit<Slots, 'intent'> {
  const rest = heard.text.slice(from);
  const corrected = CORRECTED.exec(rest)?.[0].length ?? 0;
  if (corrected > 0) return correction(heard, beforeName(heard, from + corrected));
  const match = VERB_FIRST.exec(rest) ?? FIELD_FIRST.exec(rest.slice(0, 40));
  const field = match?.[1]?.slice(0, 2);
  const start = from + (match ? match.index + match[0].length : (BARE.exec(rest)?.[0].length ?? 0));
  if (field === undefined && changesParties(heard, rest, from)) {
    return { ...namesFrom(heard, from), amend: heard.words({ from, to: heard.text.length }).trim() };
  }
  const moved = movesDue(heard, from);
  const due = field === undefined || DUE_FIELDS.has(field) ? dueFrom(heard, from, field !== undefined || moved) : {};
  if (field === '牵头') return { lead: namesAfter(heard, start) };
  if (field === '配合') return { coop: namesAfter(heard, start) };
  const text = remark(heard, start);
  if (field === '承办' || field === '责任') {
    return {
      ...namesFrom(heard, start),
      ...(text && { amend: heard.words({ from: from + match!.index, to: heard.text.length }).trim() }),
    };
  }
  const changesDue = Object.keys(due).length > 0;
  return { ...due, ...(text && !changesDue && { amend: text }) };
}

/** 不对，是应急局: its 应 is no 应该. */
function beforeName({ names }: Heard, at: number): number {
  return names.find((name) => name.from < at && name.to > at)?.from ?? at;
}

/** What is right instead: a day, who leads or helps, else who carries it out. */
function correction(heard: Heard, from: number): Omit<Slots, 'intent'> {
  const rest = heard.text.slice(from);
  const match = FIELD_IS.exec(rest);
  const start = from + (match?.[0].length ?? 0);
  const part = match?.[1]?.slice(0, 2) ?? LEADS.exec(rest)?.[1];
  if (part === '牵头') return { lead: namesAfter(heard, start) };
  if (part === '配合') return { coop: namesAfter(heard, start) };
  const due = dueFrom(heard, from, true);
  const names = namesFrom(heard, start);
  if (Object.keys(due).length + Object.keys(names).length > 0) return { ...due, ...names };
  const text = remark(heard, start);
  return text === undefined ? {} : { amend: text };
}

function dueFrom(heard: Heard, from: number, named: boolean): Omit<Slots, 'intent'> {
  const move = named || /改到|改至|改成|改为|提前|放宽|调整到|顺延|不对|错了|应该是|有误/.test(heard.text.slice(from));
  const times = heard.times.times.filter((time) => time.from >= from && !time.past && time.read.kind !== 'recurrence');
  const last = times[times.length - 1];
  const limit = times.find((time) => time.read.kind === 'deadline') ?? (move ? last : undefined);
  if (limit) return { dueAt: limit.byAt, ...(limit.assumed.length > 0 && { assumed: limit.assumed }) };
  const doubt = dueDoubt(heard, { from, to: heard.text.length });
  return doubt ? { ask: doubt } : {};
}

function namesAfter(heard: Heard, from: number): string[] {
  return heard.names.filter((name) => name.from >= from).map((name) => heard.words(name));
}

function namesFrom(heard: Heard, from: number): Omit<Slots, 'intent'> {
  const of = (kind: string) =>
    heard.names.filter((name) => name.from >= from && name.kind === kind).map((name) => heard.words(name));
  const [units, scope, assignees] = [of('unit'), of('scope'), of('person')];
  return {
    ...(units.length > 0 && { units }),
    ...(scope.length > 0 && { scope }),
    ...(assignees.length > 0 && { assignees }),
  };
}
