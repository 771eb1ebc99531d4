import { type DaysSaid, daysSaid, eachDay } from '../duty/days-said.ts';
import { type PersonSaid, personsAt, personsNamed } from '../duty/people-said.ts';
import { shiftIn } from '../duty/shift-said.ts';
import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading } from './reader.ts';

/** 换班 10月3日 …, 代班：…, 申请换班, 想换个班. */
const LABEL =
  /^[\s,]*(?:我?(?:想|要|需要)?(?:申请|请求)?)(?:换班|调班|代班|替班|顶班|倒班|换个班|换下班)(?![主车级子机])/;
const CHANGE = gated(
  /换班(?![主车级子机])|调班|倒班|换个?[白夜早中晚]?班(?![主车级子机])|调个?班|换一?[下个天]|对[调换]|互换|调[换一]|换(?=\d|到|成|给|周|下周|明|后天|本周|[一二三四五六七八九十]{1,2}[号日月]|他的|她的)|(?<![上下])班[^,。;]{0,14}换|(?:和|跟|与|同)[^,。;]{2,10}(?:换|调)|班(?:就|都|想|要|先)?(?:给|让给|交给|转给|让)[\u4e00-\u9fa5]{2,4}(?:值|上|了|吧)?[\s。!]*$/,
);
/** 请许静代一下, 找人替, 帮我顶个班, 吕刚替我. */
const STAND_IN =
  /(?:代|替|顶)(?:一?[下个天]|班|我|值|岗|上|晚|[白夜早中]班|吧|$|[\s,。?!])|帮我?(?:值|上)|替.{0,4}班|顶.{0,3}班/;
/** 不同意 汛期不准调班 rules on somebody's wish. */
const RULES = gated(/^[\s,。]*(?:不?同意|不?批准|不批|不予|驳回|准了)/);
const CHANGES = /[换替代顶帮调倒给让]/;
const SHIFT_WORD = /班|值|岗/;
/** Done already, asked about, or something else that is changed. */
const NOT_MEANT =
  /换(?:过|好|完|掉)|(?:已|已经)(?:换|调|对调)|换班(?:了|的?申请|制度|规定|流程|怎么|表|记录|审批|的事|情况|通知)|代替|替换|换届|换岗?人员|更换|兑换|换(?:瓶|气|阀|管|网|装|锁|热|乘|算|填|领|证|灯|电池|药|季|位|车|房|药|牌|件|设备|水|发|届|衣)|调[研查度解动拨取整试料休]|替[补考]|顶[层部楼点棚]|批了|班车|换[了]/;
/** 怎么换班, 换班批了吗: a question about it. 能不能找人替, 行吗 only ask politely. */
const ASKS = /怎么|如何|为什么|为啥|多少|几天|什么时候|何时|批了|谁(?:和|跟)|谁(?:换|替)了|是不是|哪/;
const POLITE =
  /能不能|能否|可不可以|可以吗|可否|行吗|行不|好吗|中不|成吗|谁能|有没有人|有人能|有谁|哪位能|可以不|不\?*$/;
const TOGETHER = '换|对|互|调|倒|代|替|顶|帮|值|来|把|的|那|这|商量|说|我|一起|他|她|上';
const AFTER = `(?=\\s?(?:${TOGETHER})|[\\s,。;!?\\d@]|$|周[一二三四五六日末]|下周|明|后|本周|[一二三四五六七八九十]+[号日月])`;
/** 和吕刚换, 请许静代, 换给老马, @吕刚. */
const WITH = new RegExp(
  `(?:和|跟|与|同|找|请|让|由|叫|喊|麻烦|换给|调给|给|求|托|@)\\s?@?([\\u4e00-\\u9fa5]{2,3}?)${AFTER}`,
  'g',
);
/** 吕刚替我, 许静代一下. */
const STANDS_IN = /(?:^|[\s,。;:])([\u4e00-\u9fa5]{2,3}?)(?:来|可以|愿意|能|先|会)?(?=替|代|顶|帮我)/g;
/** 陈立10月3日的班…, 陈立和吕刚…: somebody else's shift. */
const OWNER = /^(?:的|[\s,]|这|那|本|下|周|明|后|今|\d|[一二三四五六七八九十]+[号日月])/;

/** Two people change shifts, or one stands in for the other: with whom, which days, which shift, as far as it is said. */
export const swap: IntentReader = reading([CHANGES], (heard) => {
  const { text } = heard;
  if (!CHANGES.test(text) || heard.numbers.length > 0 || text.length > 160) return undefined;
  const label = LABEL.test(text);
  const forBot = isForBot(heard);
  if ((!forBot && heard.input.quote) || NOT_MEANT.test(text) || RULES.test(text)) return undefined;
  const changes = label || CHANGE.test(text);
  if (!changes && !STAND_IN.test(text)) return undefined;
  if (heard.question && (!POLITE.test(text) || ASKS.test(text))) return undefined;

  const days = shiftDays(heard);
  const partner = partnerOf(heard);
  const shift = shiftIn(text);
  const concrete = partner !== undefined || days.length > 0;
  if (!concrete && !(forBot && (label || SHIFT_WORD.test(text)))) return undefined;
  if (
    !(
      SHIFT_WORD.test(text) ||
      (concrete && /替我|代我|帮我[值顶]|顶我/.test(text)) ||
      (partner && changes && days.length > 0)
    )
  )
    return undefined;
  if (!forBot && !(label && concrete) && !(partner && days.length > 0 && /我/.test(text) && changes)) return undefined;

  const dates = eachDay(heard, days);
  const owner = ownerOf(heard, partner);
  return {
    intent: 'swap',
    ...(owner && { person: heard.words(owner) }),
    ...(partner && { with: heard.words(partner) }),
    ...(dates.length > 0 && { dates }),
    ...(shift && { shift }),
  };
});

const BESIDE = /^(?:[^,。;\n]{0,6}?)(?:班|值|岗)/;
/** 明天孩子手术, 下周一我出差: why somebody cannot come. */
const WHY =
  /^[^,。;\n]{0,6}?(?:有事|孩子|小孩|家里|老人|父亲|母亲|出差|开会|住院|手术|生病|发烧|请假|培训|考试|结婚|婚礼|喝喜酒|回老家|办事|体检|看病|去医院|产检|走不开|来不了|学习|陪)/;

/** 汛期 and 今年 are no shifts. */
const MOST_SHIFTS = 10;

/** The days that are changed, in the order of speaking: single days before stretches, and not the day that is only a reason. */
function shiftDays(heard: Heard): DaysSaid[] {
  const all = daysSaid(heard).filter(({ first, last }) => heard.input.calendar.daysBetween(first, last) < MOST_SHIFTS);
  const single = all.filter(({ first, last }) => first === last);
  const days = single.length > 0 ? single : all;
  const after = ({ to }: DaysSaid) => heard.text.slice(to, to + 14);
  if (!days.some((day) => BESIDE.test(after(day)) && !WHY.test(after(day)))) return days;
  return days.filter((day) => !WHY.test(after(day)));
}

function partnerOf(heard: Heard): PersonSaid | undefined {
  const said = [...personsAt(heard, WITH), ...personsAt(heard, STANDS_IN)].filter(
    (person) => !isSpeaker(heard, person),
  );
  if (said.length > 0) return said[0];
  const named = personsNamed(heard).filter((person) => !isSpeaker(heard, person));
  return named.length === 1 ? named[0] : undefined;
}

function isSpeaker({ input, text }: Heard, { from, to }: PersonSaid): boolean {
  return input.from === text.slice(from, to);
}

/** Whose shift it is where a third person arranges it. */
function ownerOf(heard: Heard, partner: PersonSaid | undefined): PersonSaid | undefined {
  if (!partner || /我/.test(heard.text)) return undefined;
  return personsNamed(heard).find(
    (person) =>
      person.from < partner.from &&
      !isSpeaker(heard, person) &&
      (OWNER.test(heard.text.slice(person.to)) || /^(?:和|跟|与|同)/.test(heard.text.slice(person.to))),
  );
}
