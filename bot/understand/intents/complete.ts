import { BEGUN, DONE, isUndone, wantsVerify } from '../deeds.ts';
import { frontOf } from '../front.ts';
import { gated } from '../gated.ts';
import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { matterSlotsAnywhere, openingOf } from '../opening.ts';
import { commandsSomebody } from '../order/commands.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 报 T0612 …, 报送：…, 南街镇报：… */
const REPORT = gated(/^(?:现)?(?:报送|上报|报告|汇报|报)(?=[\s:,]|[TDHN]\s?\d|$)[\s:,]*/i);
/** 今早就弄好了, 我这边都完了: short answers to a reminder that name no deed. */
const ANSWERED = gated(
  /^(?:[^,。;]{0,8}?)(?:好了|完了|妥了|成了|行了|齐了|到位了|结束了|利索了|(?<![\u4e00-\u9fa5]不)通了|交了|清了|拆了|装上了|换上了|贴了|修了|改了|撤了|搬了|封了|堵上了|加固了|落地了|办了|做了|弄了|报了|发了|传了|填了|送了)(?=$|[\s,。;!]|领导|各位|[\u4e00-\u9fa5]{1,2}(?:主任|[科局所站镇乡区县]长|书记|[局总哥姐工]|老师)[\s,。!]*$)/,
);
/** Figures of an inspection or an attachment make a report of what names its matter: 排查零售点23家，发现问题4处，台账附后. */
const FIGURES = gated(
  /(?:附后|见附件|附件如下|如下:|发现(?:问题|隐患)\s?\d+|整改\s?\d+\s?(?:处|家|个)|(?:排查|检查|走访|核查)[^,。;\d]{0,12}\d+\s?(?:家|户|处|个|次|点|栋|所))/,
);
/** 汇总全区56家: whoever leads sums up what all of them reported. 汇总56家报我 is asked for, and tells nothing. */
const SUMMED_UP = gated(
  /^(?:现|已经?)?汇总(?:了|如下|情况)?[\s:,]?[^,。;\d报发交给送前]{0,12}\d+\s?(?:家|户|个|份|处)(?![^,。;]{0,12}[报发交给送前])/,
);
/** 预计周五完成, 快办结了. */
const TO_COME = gated(
  /(?:能|可以|会|保证|应该)(?:按时|按期|如期|在)[^,。;]{0,8}(?:完|办结|报送|好|交)|(?:明天|后天|明早|今晚|下午|下周|周[一二三四五六日](?!.{0,4}已)|预计|估计|计划|争取|准备|打算|将|即将|马上|就要|快(?!递|件|速)|基本|差不多|才能|才(?=能|会)|之后|以后|等|要(?!求)|得(?=明|后|下|周)|还(?:要|得|差|剩|有)|尽快|抓紧|一定|保证|力争|会(?=按|及|尽))[^,。;已]{0,10}(?:完|办结|报送|上报|整改|好|齐|掉|搞定|收尾|交|到位)/,
);
/** 墙砌好了，差刷漆; 第一批已发放. */
const NOT_ALL = gated(
  /(?:^|[,。;\s])(?:就|只|还)?差(?!不多|验收|[您你]|领导)|剩(?:下|余|\d|[一两三])|第[一二三]批|大部分|一部分|多半/,
);
/** 高铺镇不用报了: nobody is to do it any more. */
const RELEASED = gated(/(?:不用|不需要|无需|不必|甭|别|免)(?:再)?[^,。;]{0,6}[报交办做弄填查送改整]了/);
const ORDERED = gated(/^(?:请|麻烦|各|务必|要求|由)/);

/** A report that something is done. What is to come, or is not done, is none; where nobody can tell, it is asked. */
export const complete: IntentReader = (heard) => {
  const { text, numbers, input, expects, question } = heard;
  const concerns = numbers.length > 0 || input.quote?.mine === true || expects.has('report') || input.addressed;
  const others = input.quote !== undefined && !input.quote.mine && numbers.length === 0;
  if (!concerns || others) return undefined;

  const first = frontOf(heard);
  const report = REPORT.exec(text.slice(first.next));
  const inner = report ? openingOf(heard, first.next + report[0].length) : undefined;
  const slots = matterSlotsAnywhere(heard, first, ...(inner ? [inner] : []));
  if (report && (slots.task || slots.tasks || input.quote?.mine || expects.has('report')))
    return { intent: 'complete', ...slots, ...verifySlot(text) };
  if (
    question ||
    isHearsay(text) ||
    commandsSomebody(heard) ||
    ORDERED.test(text.trimStart()) ||
    isOrderLike(heard) ||
    (RELEASED.test(text) && !/已/.test(text))
  )
    return undefined;
  if (saysDone(heard, first.next, concerns)) return { intent: 'complete', ...slots, ...verifySlot(text) };
  return unclear(heard, slots, first.next);
};

/** A clause that says it is done, and none that says it is not, or is still to come. */
function saysDone(heard: Heard, from: number, asked: boolean): boolean {
  const { text } = heard;
  if (isUndone(text) || TO_COME.test(text) || BEGUN.test(text) || NOT_ALL.test(text)) return false;
  return DONE.test(text) || (asked && ANSWERED.test(text.slice(from)));
}

/** 青山镇周五前完成: what is due in the future is not done. */
function isOrderLike({ text, orders, times, input }: Heard): boolean {
  if (orders || times.times.some(({ read }) => read.kind === 'deadline' && read.dueAt! > input.at)) return true;
  return (
    /[把将]/.test(text) && !/已|了/.test(text) && times.times.some(({ read }) => (read.startAt ?? input.at) > input.at)
  );
}

function verifySlot(text: string): Partial<Slots> {
  return wantsVerify(text) ? { wantsVerify: true } : {};
}

/** Begins with its number and tells something: figures are a report, anything else is asked. With a unit alone, only figures of what was done. */
function unclear(heard: Heard, slots: Partial<Slots>, from: number): Slots | undefined {
  const rest = heard.text.slice(from);
  const numbered = heard.numbers.length > 0 && heard.text.slice(0, heard.numbers[0]!.from).trim() === '';
  const told = FIGURES.test(rest) && (numbered || (slots.unit !== undefined && /已|了|发现|附后/.test(rest)));
  if (told || (numbered && SUMMED_UP.test(rest.trimStart())))
    return { intent: 'complete', ...slots, ...verifySlot(heard.text) };
  if (!numbered || rest.trim().length < 4) return undefined;
  const ask = { about: 'intent', choices: ['complete', 'progress'] };
  return { intent: 'unknown', ...slots, text: heard.whole, ask };
}
