import { daysSaid } from '../duty/days-said.ts';
import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import { type IntentReader, reading } from './reader.ts';

const NAMED = gated(/试运行|转为?正式|转正式/);
/** With the unit left out: 结束梅林镇试运行. */
const ENDS = /(?:结束|停止|取消|不再)的?试运行|试运行(?:提前)?(?:结束|停止|到此为止)|转为?正式/;
/** 延长7天, 再延一周, 延长两个星期. */
const LONGER = /(?:延长|延期|再延|顺延|续|再试)(?:运行)?\s?([一二两三四五六七八九十]|\d{1,2})个?(天|日|周|星期|礼拜)/;
const NUMERALS = '零一二三四五六七八九十';
/** What else may stand in such a message. */
const BESIDE =
  /试运行|转为?正式(?:运行)?|延长|延期|再延|顺延|续|再试|结束|停止|取消|不再|提前|到此为止|现在|今天|起|把|将|让|请|从|的|期|到|至|为止|止|了|吧|改为?|什么时候|啥时候|哪[天日]|几[号时天]|情况|怎么样|还有|多久|多少|是|在|吗|呢|[\d一二两三四五六七八九十]{1,2}个?(?:天|日|周|星期|礼拜)|[\s,。:?!]/g;

/** 梅林镇转正式, 梅林镇试运行延长7天: a unit and nothing else, because machines are on trial too. */
export const trial: IntentReader = reading([NAMED], (heard) => {
  const { text, whole, numbers, orders } = heard;
  if (!NAMED.test(text) || !isForBot(heard) || orders || numbers.length > 0 || whole.length > 40) return undefined;
  const unit = unitNamed(heard, ({ known }) => known);
  if (!unit || besides(heard, unit) !== '') return undefined;

  const said = { intent: 'trial', unit: unitWords(heard, unit) } as const;
  if (ENDS.test(without(heard, [unit]))) return { ...said, approve: false };
  const days = daysMeant(text);
  if (days) return { ...said, approve: true, days };
  const date = dayMeant(heard);
  return date ? { ...said, approve: true, date } : said;
});

function besides(heard: Heard, unit: Span): string {
  return without(heard, [...heard.times.times, unit]).replace(BESIDE, '');
}

function without(heard: Heard, spans: readonly Span[]): string {
  return [...heard.text].filter((_, at) => !spans.some(({ from, to }) => from <= at && at < to)).join('');
}

function daysMeant(text: string): number | undefined {
  const [, said, unit] = LONGER.exec(text) ?? [];
  if (!said) return undefined;
  const count = /\d/.test(said) ? Number(said) : said === '两' ? 2 : NUMERALS.indexOf(said);
  return unit === '天' || unit === '日' ? count : count * 7;
}

/** 到2月14日 is sometimes read as a limit, sometimes as a day. */
function dayMeant(heard: Heard): string | undefined {
  const [day] = daysSaid(heard);
  const limit = heard.times.times.find(({ read }) => read.dueAt)?.read.dueAt;
  return day?.last ?? (limit && heard.input.calendar.dayOf(limit));
}
