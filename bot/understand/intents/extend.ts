import { frontOf } from '../front.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { numberOf } from '../numerals.ts';
import { matterSlots, matterSlotsAnywhere, type Opening, openingOf, remark } from '../opening.ts';
import type { Span } from '../span.ts';
import type { FoundTime } from '../time/found.ts';
import { readAmounts } from './amounts.ts';
import { dueDoubt } from './due.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

const NUMERAL = '[\\d一二两三四五六七八九十几]{1,3}';
const LENGTH_AHEAD = `(?:个)?(?=${NUMERAL}(?:个)?(?:半)?(?:天|日(?![前内])|周|星期|礼拜|工作日|月)|半个?月)`;
/** 延期, 申请延长, 再宽五天, 缓三天, 推迟到周五, 晚两天交, 再给一周, 往后挪两天. */
const ASKED = gated(
  new RegExp(
    `(?:申请|请求|恳请|希望|请|望|能否|能不能|可否|可不可以|看能不能|想|能|可以|只能|得|要)?(?:再)?(?:给(?:我们?|个)?)?(?:延期|延长|延时|延迟|延缓|顺延|后延|缓[交报办]|[晚迟][交报](?=[到至])|宽限|展期|延到|延至|延后|推迟|推后|推到|拖到|挪到|宽到|缓到|(?:往|向)后(?:推|挪|延|拖|放|移|靠)(?:一)?(?:推|挪|延)?(?:到|至)?|延(?=[一几两]下)|(?:再|多)?(?:宽|缓|延|推|拖|晚|迟)${LENGTH_AHEAD}|(?:请|求|能否|能不能|可否|希望|再|多)(?:再|多)?给(?:我们?|咱们?|点|个)?(?:多|宽|留)?${LENGTH_AHEAD}|多(?:给|留|宽)(?:我们?)?${LENGTH_AHEAD})`,
  ),
);
/** 不延期, 不得再延期, 无需顺延, 同意延期. */
const NOT_ASKED =
  /(?:不|没|无需|不用|不得|不再|不予|未|别|同意|批准|是否|不会)(?:申请|能|要|再|会)?(?:延期|顺延|推迟|延长)|延期(?:了$|的?(?:任务|事项|原因|情况|申请)|几次|多少)/;
/** 延期五天, 宽两周; working days and months depend on the old deadline and are asked. */
const DAYS = gated(new RegExp(`^(?:到|至)?[\\s,:]*(${NUMERAL})(?:个)?(天|日(?![前内])|周|星期|礼拜)`));

/** 延期到9月25日, 延期，到周五; without 到 the date must follow at once and stand alone: 延期 9月25日 人手不够. */
const UNTIL = /^[\s,:T\d]{0,12}(?:要|得|最快|最早|可能|预计|估计|希望)?(?:到|至)[\s:]{0,2}$/i;
const ALONE = /^[\s:]{0,3}$/;
const STANDS_ALONE = /^(?:[\s,。;!?前]|$|之前|以前|行|可以|交|报|完成)/;
/** 延期一个月, 延期3个工作日: a length that depends on the old deadline. */
const LENGTH = gated(
  new RegExp(
    `^[\\s,:]*(?:个)?(?:几(?:天|日|周)|[一二三四五六七八九十]{2,3}个?(?:天|日|周|星期|礼拜|月)|${NUMERAL}个半?月|半个?月|${NUMERAL}个?工作日|${NUMERAL}个?季度|[半一]年)`,
  ),
);

/** 下周二交行不: another date, offered as a question to a reminder. */
const OFFER =
  /^(?:前|之前|再)?(?:交|报送?|给|完成|弄完|办完|发|提交)?[\s,]*(?:行不行|行不|行吗|可以吗|可以不|好吗|成不成|成不|成吗|中不中|得行不|可不可以)[\s?。!]*$/;

/** A request for more time: a date or a number of days, and the reason in the speaker's words. */
export const extend: IntentReader = reading([ASKED, OFFER], (heard) => {
  const { text, orders } = heard;
  const start = frontOf(heard);
  const match = ASKED.exec(text);
  if (!match && !orders) return offered(heard, start);
  if (!match || orders || NOT_ASKED.test(text) || !isOwn(heard, match.index, start.next)) return undefined;

  const verbEnd = match.index + match[0].length;
  const inner = openingOf(heard, verbEnd);
  const adjacent = (span: Span) => isItsDate(heard, inner.numbers.length > 0 ? inner.next : verbEnd, span);
  const days = daysAt(heard, inner.next);
  const date = heard.times.times.find((time) => adjacent(time) && !time.past && time.read.kind !== 'recurrence');
  if (heard.question && !days && !date) return undefined;

  const unclear = heard.times.troubles.find(adjacent);
  const length = LENGTH.exec(text.slice(inner.next))?.[0].length ?? 0;
  const until = days?.to ?? date?.to ?? unclear?.to ?? inner.next + length;
  const reason = reasonOf(heard, until, start.next, match.index);
  return {
    intent: 'extend',
    ...matterSlotsAnywhere(heard, start, inner),
    ...(days ? { days: days.count } : dueSlots(heard, date, { from: inner.next, to: until })),
    ...(reason && { reason }),
    ...amountSlots(heard),
  };
});

/** …，改到 before the date that is offered. */
const LED_TO = /[\s,。;]*(?:那|就|能|我们|想|要不|可否|能不能|改|放|推|拖|等|挪|延|到|在|于){1,8}$/;

function offered(heard: Heard, start: Opening): Slots | undefined {
  const { times, text, numbers, input, expects } = heard;
  const date = times.times[times.times.length - 1];
  const asked = numbers.length > 0 || input.quote?.mine === true || expects.has('report');
  if (!asked || !date || date.past || date.read.kind === 'recurrence' || !OFFER.test(text.slice(date.to)))
    return undefined;
  const lead = LED_TO.exec(heard.text.slice(0, date.from))?.[0].length ?? 0;
  const reason = remark(heard, start.next, Math.max(start.next, date.from - lead));
  return {
    intent: 'extend',
    ...matterSlots(heard, start),
    ...dueSlots(heard, date, date),
    ...(reason && { reason }),
  };
}

/** 申请延期，9月20日村里办白事: that day is a reason, not the date asked for. */
function isItsDate({ text }: Heard, verbEnd: number, { from, to }: Span): boolean {
  if (from < verbEnd) return false;
  const between = text.slice(verbEnd, from);
  const joined = /[到至]$/.test(text.slice(0, verbEnd)) ? ALONE.test(between) : UNTIL.test(between);
  return joined || (ALONE.test(between) && STANDS_ALONE.test(text.slice(to, to + 2)));
}

/** A matter is named or asked about, or the request opens the message. */
function isOwn({ numbers, input, expects }: Heard, at: number, opening: number): boolean {
  if (numbers.length > 0 || input.quote?.mine || expects.has('report')) return true;
  return input.addressed && at === opening;
}

function daysAt(heard: Heard, from: number): { readonly count: number; readonly to: number } | undefined {
  const match = DAYS.exec(heard.text.slice(from));
  const count = match ? numberOf(match[1]!) : undefined;
  if (!match || count === undefined || (match[2] === '日' && /[到至]/.test(match[0]))) return undefined;
  return { count: /周|星期|礼拜/.test(match[2]!) ? count * 7 : count, to: from + match[0].length };
}

function dueSlots(heard: Heard, date: FoundTime | undefined, stretch: Span): Partial<Slots> {
  if (date) return { dueAt: date.byAt, ...(date.assumed.length > 0 && { assumed: date.assumed }) };
  return { ask: dueDoubt(heard, stretch) ?? { about: 'due', choices: [] } };
}

/** 后交行吗？ right behind the date. */
const COURTESY =
  /^(?:后|前|之前|时间|的时间|交|报送?|上报|完成|办结|再报|再交|提交|行不行|行不|行吗|可以吗|可以不|可不可以|好不好|好吗|成不成|成不|成吗|中不中|得行不|可否|[不么吗没](?=[\s?,。!]|$)|吧|谢谢|为盼|了|[\s,](?=行|可以|好吗|成|谢))*[?]?/;

/** After the date, else before the request: 吊装单位还没排上，请再宽五天. */
function reasonOf(heard: Heard, until: number, from: number, verb: number): string | undefined {
  const after = until + COURTESY.exec(heard.text.slice(until))![0].length;
  return thanked(remark(heard, after)) ?? remark(heard, from, verb);
}

/** 谢谢, 望批准 behind the request are no reason. */
function thanked(said: string | undefined): string | undefined {
  return said && /^(?:谢谢|辛苦|望|请?批准|请?同意|为盼|拜托|可以[吗不]|行[吗不]|好吗|请领导|恳请)/.test(said)
    ? undefined
    : said;
}

/** 已查15家还剩6家 belongs to the request as its progress. */
function amountSlots(heard: Heard): Partial<Slots> {
  const amounts = readAmounts(heard);
  return amounts?.total !== undefined ? amounts : {};
}
