import type { Meaning } from '../../../domain/meaning.ts';
import { daysSaid } from '../duty/days-said.ts';
import { occurredOf } from '../duty/occurred.ts';
import { isForBot, wordsIn } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import type { Heard } from '../heard.ts';
import { matterNumbers } from '../matter-numbers.ts';
import { openingOf } from '../opening.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 来电 …, 来文：…, 记录 14:20 …: what is to be written down stands behind its label. */
const LABEL =
  /^(?:新增|补记|登记)?(?:(来电|来话|电话记录)|(来文|来函|收文|传真)|(?:值班)?(记录)|(记一下|记一条|补记))(?:记录|一下|一条|内容)?(?:[\s:,]+|$)/;
/** 批示 …, 处理：…, J012 补充 …, J012 作废. */
const REMARK =
  /^(?:领导|值班领导)?(?:(批示|指示|拟办)|(处理|处置|办理|落实)(?:情况|结果)?|(补充)|(来电人|来电单位|来文单位|联系电话|电话|姓名)|(更正|改为|订正)|(作废|撤销|删除|删掉|记错了?|误记|重复了?))(?=[\s:,。]|J\s?\d|$)/i;
/** J012 已回访: told without a label, as what was done. */
const DONE = /^(?:已|均已|都已|现已|正在|办结|办完|处理完|处理好|回访|转)/;
const LOG = /值班(?:记录|日志)|来电来文|来电记录|来文记录|电话记录/;
/** What a look at the log is made of besides times and units. */
const PLAIN =
  /值班(?:记录|日志)|来电来文|(?:来电|来文|电话)记录|今[天日]|昨[天日]|今晚|昨晚|本班|这一?班|上一?班|查询|查看|查下|查一下|查|看看|看一下|看下|看|列出|列一下|有哪些|有几条|有没有|有什么|多少|几条|情况|列表|清单|我的|给我|发我|的|都|请|一下|吗|呢|[\s,。?!:]/g;

/** The duty log: a new entry, what is added to one, or a look at it. Only said to the bot. */
export const dutyLog: IntentReader = reading(
  [LABEL, REMARK, LOG, /J\s?\d/i],
  (heard) => {
    if (!isForBot(heard) || heard.orders) return undefined;
    const said = ofEntry(heard) ?? lookup(heard) ?? newEntry(heard) ?? content(heard);
    return said && { intent: 'duty_log', ...said };
  },
  'duty_log',
);

/** Words that begin something else, also while the bot waits to hear what a call was about. */
const ELSE =
  /^[\s,。]*(?:接班|交班|换班|代班|离岗|平安|确认|同意|不同意|批准|取消|撤销|绑定|导出|清楚|收到|好的?|今[天日晚]谁|我的|事故|隐患|帮助|没有?了?$|无$)/;

/** What a call was about, said after its caller, is taken as it is: 明早8点前报 is no order to anybody. */
function content(heard: Heard): LogSlots | undefined {
  const { expects, input, text, question, numbers } = heard;
  if (!expects.has('duty_log') || input.inRoom || question || numbers.length > 0 || ELSE.test(text)) return undefined;
  const words = wordsIn(heard, 0);
  return words ? { log: 'add', text: words } : undefined;
}

type LogSlots = Pick<Slots, 'log' | 'item' | 'text' | 'unit' | 'occurredAt' | 'date' | 'range'>;

function newEntry(heard: Heard): LogSlots | undefined {
  const start = openingOf(heard);
  const label = start.numbers.length === 0 ? LABEL.exec(heard.text.slice(start.next)) : null;
  if (!label) return undefined;
  const log: Meaning['log'] = label[1] ? 'call' : label[2] ? 'letter' : 'note';
  const front = skipMarks(heard.text, start.next + label[0].length);
  const clock = heard.told.times.find(
    ({ from, read }) => from === front && read.kind === 'at' && read.grain === 'minute',
  );
  const occurredAt = clock && occurredOf(heard, undefined, false);
  const text = wordsIn(heard, clock && occurredAt ? clock.to : front);
  if (!text && (log === 'note' || heard.question)) return undefined;
  return { log, ...unitOf(heard), ...(text && { text }), ...(occurredAt && { occurredAt }) };
}

/** 处理 J012 …, J012 处理 …, or either without a number in a private chat, or in answer to what quotes it. */
function ofEntry(heard: Heard): LogSlots | undefined {
  const start = openingOf(heard);
  const [first, ...more] = start.numbers;
  if (more.length > 0 || (first && !first.startsWith('J'))) return undefined;
  const remark = REMARK.exec(heard.text.slice(start.next));
  const behind = openingOf(heard, start.next + (remark?.[0].length ?? 0));
  const named = first ?? (remark ? behind.numbers.find((no) => no.startsWith('J')) : undefined);
  const item = named ?? quotedNumber(heard);
  if (!item && (!remark || remark[3] || remark[4] || remark[6] || !isBareRemark(heard))) return undefined;
  const from = remark ? (named && !first ? behind.next : start.next + remark[0].length) : start.next;
  const text = wordsIn(heard, remark?.[4] ? start.next : from);
  const deed = deedOf(remark, text);
  if (!deed || (!named && !remark && item)) return undefined;
  return { log: deed, ...(item && { item }), ...(text && deed !== 'show' && { text }) };
}

/** Without a number only in private; 批示：请各镇周五前报 is an order to units. */
function isBareRemark({ input, question, numbers, names, times }: Heard): boolean {
  const toUnits = names.some(({ kind }) => kind === 'unit' || kind === 'scope');
  const until = times.times.some(({ read }) => read.kind === 'deadline');
  return !input.inRoom && !question && numbers.length === 0 && !(toUnits && until);
}

function deedOf(remark: RegExpExecArray | null, text: string | undefined): Meaning['log'] | undefined {
  if (remark?.[1]) return 'instruction';
  if (remark?.[2]) return 'handling';
  if (remark?.[3] || remark?.[4]) return 'add';
  if (remark?.[5]) return 'correct';
  if (remark?.[6]) return 'void';
  if (!text || /^(?:是什么|内容|详情|怎么样了?|情况)[?？]?$/.test(text)) return 'show';
  return DONE.test(text) ? 'handling' : 'add';
}

function lookup(heard: Heard): LogSlots | undefined {
  const { text, names, times } = heard;
  if (!LOG.test(text) || text.length > 40 || heard.numbers.length > 0) return undefined;
  let rest = text;
  const spans = [...names.filter(({ kind }) => kind === 'unit'), ...times.times].sort((a, b) => b.from - a.from);
  for (const { from, to } of spans) rest = rest.slice(0, from) + rest.slice(Math.max(to, from));
  if (rest.replace(PLAIN, '') !== '') return undefined;
  const [days, ...more] = daysSaid(heard);
  const last = more.at(-1) ?? days;
  const when: LogSlots =
    !days || !last ? {} : days.first === last.last ? { date: days.first } : { range: [days.first, last.last] };
  return { log: 'list', ...unitOf(heard, true), ...when };
}

function unitOf(heard: Heard, isLook = false): LogSlots {
  const opening = openingOf(heard).unit;
  const isLabelled = !isLook && LABEL.test(heard.text);
  const unit = opening ?? (isLabelled ? undefined : unitNamed(heard, ({ known }) => known));
  return unit ? { unit: unitWords(heard, unit) } : {};
}

function quotedNumber({ input: { quote } }: Heard): string | undefined {
  if (!quote?.mine) return undefined;
  const numbers = [...new Set(matterNumbers(quote.text).map(({ no }) => no))];
  return numbers.length === 1 && numbers[0]!.startsWith('J') ? numbers[0] : undefined;
}

function skipMarks(text: string, from: number): number {
  return from + /^[\s,。:、]*/.exec(text.slice(from))![0].length;
}
