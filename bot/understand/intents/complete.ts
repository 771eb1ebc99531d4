import type { Heard } from '../heard.ts';
import { matterSlotsAnywhere, openingOf } from '../opening.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 报 T0612 …, 报送：…, 南街镇报：… */
const REPORT = /^(?:现)?(?:报送|上报|报)(?=[\s:,]|[TDHN]\s?\d|$)[\s:,]*/i;
/** 已完成, 全部办结了, 已报送, 收尾了. */
const DONE =
  /已?(?:全部|全都|都)?(?:完成|完毕|办结|办完|办好|做完|做好|弄完|弄好|搞定|搞完|查完|改完|交齐|报齐|报完|交完|收尾|落实到位|整改到位|安装到位)(?:了)?(?=$|[\s,。;:!(、]|报|请|台账|并|共|的)|(?:已|已经)(?:按要求)?(?:报送|上报|报|交|提交|整改|整治|处理|落实|拆除|清理|发送|完成|办结)(?:了|完)?|100%|百分之百|收尾了/;
/** Figures of an inspection or an attachment make a report of what names its matter: 排查零售点23家，发现问题4处，台账附后. */
const FIGURES =
  /(?:附后|见附件|附件如下|如下:|发现(?:问题|隐患)\s?\d+|整改\s?\d+\s?(?:处|家|个)|(?:排查|检查|走访|核查)[^,。;\d]{0,12}\d+\s?(?:家|户|处|个|次|点|栋|所))/;
/** 预计周五完成, 快办结了. */
const TO_COME =
  /(?:明天|后天|下周|预计|计划|争取|准备|打算|将|即将|马上|快|基本|才能|之后|以后|等)[^,。;]{0,8}(?:完成|办结|报送|上报|整改|弄好|办好)/;
/** 请审核, 麻烦何科长来验一下. */
const VERIFY =
  /(?:请|麻烦|劳烦|申请|烦请|请求)[^,。;]{0,10}(?:验收|来验|验一下|验一验|查验|审核|审一下|核验|复查|销号)/;
const ORDERED = /^(?:请|麻烦|各|务必|要求|由)/;

/** A report that something is done. What is to come, or is not done, is none; where nobody can tell, it is asked. */
export const complete: IntentReader = (heard) => {
  const { text, numbers, input, expects, question, negated } = heard;
  const concerns = numbers.length > 0 || input.quote?.mine || expects.has('report') || input.addressed;
  const others = input.quote !== undefined && !input.quote.mine && numbers.length === 0;
  if (!concerns || others) return undefined;

  const first = openingOf(heard);
  const report = REPORT.exec(text.slice(first.next));
  const inner = report ? openingOf(heard, first.next + report[0].length) : undefined;
  const slots = matterSlotsAnywhere(heard, first, ...(inner ? [inner] : []));
  if (report && (slots.task || slots.tasks || input.quote?.mine))
    return { intent: 'complete', ...slots, ...verifySlot(text) };
  if (question || negated || TO_COME.test(text) || ORDERED.test(text.trimStart()) || isOrderLike(heard))
    return undefined;
  if (DONE.test(text)) return { intent: 'complete', ...slots, ...verifySlot(text) };
  return unclear(heard, slots, first.next);
};

/** 青山镇周五前完成: what is due in the future is not done. */
function isOrderLike({ orders, times, input }: Heard): boolean {
  return orders || times.times.some(({ read }) => read.kind === 'deadline' && read.dueAt! > input.at);
}

function verifySlot(text: string): Partial<Slots> {
  return VERIFY.test(text) ? { wantsVerify: true } : {};
}

/** Begins with its number and tells something: figures are a report, anything else is asked. With a unit alone, only figures of what was done. */
function unclear(heard: Heard, slots: Partial<Slots>, from: number): Slots | undefined {
  const rest = heard.text.slice(from);
  const numbered = heard.numbers.length > 0 && heard.text.slice(0, heard.numbers[0]!.from).trim() === '';
  const told = FIGURES.test(rest) && (numbered || (slots.unit !== undefined && /已|了|发现|附后/.test(rest)));
  if (told) return { intent: 'complete', ...slots, ...verifySlot(heard.text) };
  if (!numbered || rest.trim().length < 4) return undefined;
  const ask = { about: 'intent', choices: ['complete', 'progress'] };
  return { intent: 'unknown', ...slots, text: heard.whole, ask };
}
