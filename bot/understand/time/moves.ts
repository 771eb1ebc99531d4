import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { ends, letterTable, SPACES } from '../letter-table.ts';
import { addMonths } from './days.ts';
import type { FoundTime } from './found.ts';
import type { CountSaid } from './said.ts';

/** 改到, 推迟至, 提前到, 调整为: what follows takes the place of what was agreed before. */
const MOVED_TO =
  /(?:改期|改|调整|变更|更改|推迟|推后|后推|延迟|延后|提前|延期|顺延|延长|延|宽限|展期|挪|移|推|提|放宽|后延)(?:了?[一两二三四五六七八九十半\d]{1,3}个?(?:工作日|天|日|周|星期|月|小时))?(?:到|至|为|成|于|在)了?(?:到|至|:|\s)?$|(?:会议?|培训|演练|活动|值班|时间|日期|现|已|临时|检查|考试)改$/;
const MOVED_ENDS = letterTable(`到至为成于在了改:${SPACES}`);
/** 推迟一周, 提前两天, 顺延3个工作日. */
const SHIFTED_BY = /(推迟|延后|延期|延长|顺延|延迟|后延|宽限|往后推|推后|提前|提早)(?:了)?$/;
/** 提前半小时到场 prepares for a date and does not change it. */
const PREPARES = /^的?(?:到|入场|进场|签到|集合|通知|准备|报到|报备|告知|就位|上岗|出发|联系|提醒)/;
/** A new date for these is the new date of an event, unless a limit is spoken of. */
const EVENT =
  /会|培训|演练|活动|检查|开工|仪式|面试|考试|调研|出发|集合|开班|停电|停水|比赛|测试|宣传|拉练|评审|验收会|开放|体检|走访|夜查|督查|抽查|巡查|会商|开标|碰头|碰一下|碰面/;
/** 原计划今天的清沟: something was to be done then. */
const PLANNED = /原(?:定|计划|安排|拟|打算)[^,。;交报]{0,30}的/;
const LIMIT = /时限|期限|截止|报送|上报|提交|完成|反馈|整改|报告|材料|办结|上交|交稿|交来|交齐|销号|台账/;

/** 遇节假日顺延至下一工作日: what happens to any date, not a new one for this. */
const ALWAYS = /[遇逢如若][^,。;]{0,10}(?:顺延|推迟|提前)(?:到|至)$/;

/** Whether a day only says where a day off moves a limit to. */
export function isShiftRule(before: string): boolean {
  return ALWAYS.test(before);
}

/** Whether a time is the new date of something. */
export function isMovedTo(before: string): boolean {
  return ends(MOVED_ENDS, before) && MOVED_TO.test(before);
}

/** 1 for later, −1 for earlier, 0 where the length beside it shifts nothing. */
export function shiftOf(before: string, after: string): -1 | 0 | 1 {
  const word = SHIFTED_BY.exec(before)?.[1];
  if (word === undefined || PREPARES.test(after)) return 0;
  return word.startsWith('提') ? -1 : 1;
}

/** Whether the sentence up to a new date speaks of an event rather than of a limit. */
export function isEvent(sentence: string): boolean {
  return (EVENT.test(sentence) || PLANNED.test(sentence)) && !LIMIT.test(sentence);
}

/** A moment so much later or earlier; working days end at the same hour. */
export function moved(at: Date, count: CountSaid, sign: -1 | 1, calendar: Calendar): Date {
  const amount = sign * count.amount;
  if (count.unit === 'minute') return new Date(at.getTime() + amount * 60_000);
  const day = calendar.dayOf(at);
  const target =
    count.unit === 'workday'
      ? calendar.addWorkdays(day, amount)
      : count.unit === 'month'
        ? addMonths(day, amount)
        : calendar.addDays(day, amount);
  return new Date(at.getTime() + calendar.daysBetween(day, target) * 86_400_000);
}

/** A time that was given up for another. */
export function givenUp(time: FoundTime): FoundTime {
  const { read } = time;
  const known =
    read.kind === 'deadline' ? { ...read, kind: 'at' as const, dueAt: undefined, startAt: time.byAt } : read;
  return { ...time, read: known, past: true };
}
