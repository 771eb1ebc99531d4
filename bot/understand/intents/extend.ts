import type { Heard } from '../heard.ts';
import { numberOf } from '../numerals.ts';
import { matterSlots, openingOf, remark } from '../opening.ts';
import { readAmounts } from './amounts.ts';
import { dueDoubt } from './due.ts';
import type { IntentReader, Slots } from './reader.ts';

const NUMERAL = '[\\d一二两三四五六七八九十]{1,3}';
/** 延期, 申请延长, 再宽五天, 缓三天, 推迟到周五, 晚两天交. */
const ASKED = new RegExp(
  `(?:申请|请求|希望|请|能否|能不能|可否|想)?(?:再)?(?:延期|延长|顺延|宽限|延到|延至|延后|推迟|(?:再)?(?:宽|缓|延|推)(?:个)?(?=${NUMERAL}(?:个)?(?:天|日|周|星期|工作日))|晚(?=${NUMERAL}天(?:交|报|完成)))`,
);
const NOT_ASKED = /(?:不|没|无需|不用|不得|不再|不予|未)(?:申请|能|要|再|会)?(?:延期|顺延|推迟|延长)/;
/** 延期五天, 宽两周; working days and months depend on the old deadline and are asked. */
const DAYS = new RegExp(`^(?:到|至)?[\\s,:]*(${NUMERAL})(?:个)?(天|日(?![前内])|周|星期|礼拜)`);

/** A request for more time: a date or a number of days, and the reason in the speaker's words. */
export const extend: IntentReader = (heard) => {
  const { text, direct, expects } = heard;
  const start = openingOf(heard);
  const match = ASKED.exec(text);
  if (!match || !(direct || expects.has('report')) || NOT_ASKED.test(text)) return undefined;

  const verbEnd = match.index + match[0].length;
  const inner = openingOf(heard, verbEnd);
  const days = daysAt(heard, inner.next);
  const date = heard.times.times.find(
    (time) => time.from >= match.index && !time.past && time.read.kind !== 'recurrence',
  );
  if (heard.question && !days && !date) return undefined;

  const until = days?.to ?? date?.to ?? inner.next;
  const reason = reasonOf(heard, until, start.next, match.index);
  return {
    intent: 'extend',
    ...matterSlots(heard, start, inner),
    ...(days ? { days: days.count } : dueSlots(heard, date)),
    ...(reason && { reason }),
    ...amountSlots(heard),
  };
};

function daysAt(heard: Heard, from: number): { readonly count: number; readonly to: number } | undefined {
  const match = DAYS.exec(heard.text.slice(from));
  const count = match ? numberOf(match[1]!) : undefined;
  if (!match || count === undefined || (match[2] === '日' && /[到至]/.test(match[0]))) return undefined;
  return { count: /周|星期|礼拜/.test(match[2]!) ? count * 7 : count, to: from + match[0].length };
}

function dueSlots(heard: Heard, date: Heard['times']['times'][number] | undefined): Partial<Slots> {
  if (date) return { dueAt: date.byAt, ...(date.assumed.length > 0 && { assumed: date.assumed }) };
  return { ask: dueDoubt(heard, { from: 0, to: heard.text.length }) ?? { about: 'due', choices: [] } };
}

const COURTESY = /^(?:后|交|报送?|完成|再报|提交|行吗|可以吗|可以不|好吗|可否|吧|谢谢|为盼|了)*[?]?/;

/** After the date, else before the request: 吊装单位还没排上，请再宽五天. */
function reasonOf(heard: Heard, until: number, from: number, verb: number): string | undefined {
  const after = until + COURTESY.exec(heard.text.slice(until))![0].length;
  return remark(heard, after) ?? remark(heard, from, verb);
}

/** 已查15家还剩6家 belongs to the request as its progress. */
function amountSlots(heard: Heard): Partial<Slots> {
  const amounts = readAmounts(heard);
  return amounts?.total !== undefined ? amounts : {};
}
