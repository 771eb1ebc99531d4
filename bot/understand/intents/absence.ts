import { daysSaid } from '../duty/days-said.ts';
import { personsNamed } from '../duty/people-said.ts';
import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { type IntentReader, reading } from './reader.ts';

/** Why somebody is away for whole days. A meeting is no absence. */
const WHY = gated(
  /请?(?:年休假|年假|病假|事假|产假|婚假|丧假|陪产假|护理假|探亲假|育儿假|公休假?|休假|假)(?!期|日|节|如|设|装|冒|货|的|条)|出差|外出(?:学习|培训|考察|挂职)|(?:去|上|到)党校|党校(?:学习|培训)|培训|住院|学习|挂职|疗养/,
);
const ASKS_LEAVE = /请[年病事产婚丧]?假|休[年病事产婚]?假/;
/** 销假, 取消请假, 不出差了, 提前返岗. */
const OVER = gated(
  /销假|取消(?:请|休|出)?(?:假|差|休假|请假|出差)|(?:不|没)(?:请假|休假|出差|休年假|去培训|住院)了|提前(?:返岗|回来上班|结束休假|出差回来)|(?:休假|请假|出差|年假|病假)(?:已经?|提前)?(?:结束|回来)了?/,
);
/** What may stand beside the person, the days and the reason. */
const BESIDE =
  /本人|我们?|要|从|自|起|开始|到|至|止|为止|想|需要?|申请|因为?|由于|请|批准|报备|一下|共计?|[一二两三四五六七八九十\d]+(?:个?工作)?[天日]|半天|全天|整天|了|去|在|外地|[省市区县]里?|参加|的|和|年|期间|这段时间|不在(?:单位|岗)?|[\s,。;:!、()~-]/g;
const MOST_BESIDE = 10;
const LONGEST = 60;
/** A shift spoken of along with it is a swap, and a deed is an order. */
const ELSE = /[替代顶换值]|带班|上班|延期|一律|报送|组织|开展|安排|通知|落实|排查|检查|收到|[吗?？]/;

/** 吕刚2月3日到8日出差, 我明天请假: who is away, which days, why. */
export const absence: IntentReader = reading([WHY], (heard) => {
  const { text } = heard;
  const why = WHY.exec(text);
  if (!why || !isMeant(heard) || OVER.test(text) || ELSE.test(text)) return undefined;
  const days = daysSaid(heard);
  if (days.length === 0 && !(ASKS_LEAVE.test(text) && heard.whole.length <= 12)) return undefined;
  if (beside(heard, why).length > MOST_BESIDE) return undefined;

  const [first] = days;
  const length = lengthIn(text.slice(first?.to ?? 0));
  const last = first && (length ? heard.input.calendar.addDays(first.first, length - 1) : days.at(-1)!.last);
  const isOpen = first !== undefined && length === undefined && first.first === last && /起|开始/.test(text);
  return {
    intent: 'absence',
    ...whoseSlot(heard),
    ...(first && last && !isOpen && last >= first.first && { range: [first.first, last] as const }),
    ...(isOpen && { date: first.first }),
    reason: why[0],
  };
});

/** 销假: back at work, today or from the day that is named on. */
export const absenceOver: IntentReader = reading([OVER], (heard) => {
  const { text } = heard;
  const over = OVER.exec(text);
  if (!over || !isMeant(heard) || heard.whole.length > 30) return undefined;
  const [day] = daysSaid(heard);
  return { intent: 'absence_over', ...whoseSlot(heard), ...(day && { date: day.first }) };
});

function isMeant(heard: Heard): boolean {
  const { question, orders, numbers, names, text } = heard;
  if (question || orders || numbers.length > 0 || text.length > LONGEST) return false;
  // 各镇镇长一律取消休假 is an order to many.
  return isForBot(heard) && !names.some(({ kind }) => kind === 'scope') && !/一律|所有|全体|各[镇乡单部]/.test(text);
}

/** The person named; the speaker where it is he himself or nobody. */
function whoseSlot(heard: Heard) {
  const named = personsNamed(heard).find(({ from, to }) => heard.text.slice(from, to) !== heard.input.from);
  return named ? { person: heard.words(named) } : {};
}

/** What is left of the message without people, days, the reason and small words. */
function beside(heard: Heard, why: RegExpExecArray): string {
  const covered = [
    ...heard.times.times,
    ...heard.names.filter(({ known }) => known),
    { from: why.index, to: why.index + why[0].length },
  ];
  const left = [...heard.text].filter((_, at) => !covered.some(({ from, to }) => from <= at && at < to)).join('');
  return left.replace(BESIDE, '');
}

const NUMERALS = '一二三四五六七八九十';

/** 请假5天, 休三天: whole days; two weeks and more are said with both dates. */
function lengthIn(text: string): number | undefined {
  const said = /(?:共计?|[假差训习])\s?([一二两三四五六七八九十]|\d{1,2})[天日]/.exec(text)?.[1];
  if (!said) return undefined;
  const count = said === '两' ? 2 : /\d/.test(said) ? Number(said) : NUMERALS.indexOf(said) + 1;
  return count >= 1 ? count : undefined;
}
