import type { Unit } from '../people/office.ts';
import type { Practice, Trial } from '../people/trial.ts';
import type { Day } from '../thing.ts';
import { dayText, momentText } from './dates.ts';
import type { TextContext } from './tasks.ts';

/** To the liaison of a new unit, once its first roster is published. */
export function practiceText({ no, dueAt }: Practice, context: TextContext): string {
  return `第一次练习：${no}（练习，不计入任何统计）\n请${momentText(dueAt, context.now, context.calendar)}前直接回复我任意一句，熟悉一下怎么用`;
}

export function practiceAgainText({ no, dueAt }: Practice, context: TextContext): string {
  return `${no}（练习，不计入任何统计）：请${momentText(dueAt, context.now, context.calendar)}前回复我任意一句；不回复也不要紧，到时自动结束`;
}

export function practiceDoneText({ no }: Practice): string {
  return `收到，${no}练习结束，不计入任何统计`;
}

/** To liaison and dispatcher, when the trial has ended by itself. */
export function trialOverText(unit: Unit, { untilDay }: Trial, { calendar, now }: TextContext): string {
  const today = calendar.dayOf(now);
  const next = dayText(calendar.addDays(untilDay, 1), today, calendar);
  return [
    `${unit.name}试运行到${dayText(untilDay, today, calendar)}已满，${next}零时起转为正式运行`,
    '接班、点名、零报告从那时起照常记录和统计；试运行期间的都不计入',
  ].join('\n');
}

/** To whoever ended it by word, and to the liaison. */
export function trialEndedText(unit: Unit): string {
  return `${unit.name}已转为正式运行：现在起接班、点名、零报告照常记录和统计。已经开始的班仍按试运行，不计入`;
}

export function trialSetText(unit: Unit, untilDay: Day, { calendar, now }: TextContext): string {
  return `${unit.name}试运行到${dayText(untilDay, calendar.dayOf(now), calendar)}：只提醒，不记未应答，不计入统计；到期自动转为正式运行`;
}

/** What it says where somebody only asks. */
export function trialStateText(unit: Unit, trial: Trial | undefined, context: TextContext): string {
  if (unit.status === 'active') return `${unit.name}已经是正式运行`;
  if (!trial || trial.endedAt)
    return `${unit.name}试运行中，第一份值班表生效之日起算；现在就转正式请说“${unit.name}转正式”`;
  const { calendar, now } = context;
  const today = calendar.dayOf(now);
  const begun = trial.fromDay <= today ? '试运行中' : `${dayText(trial.fromDay, today, calendar)}起试运行`;
  return `${unit.name}${begun}，到${dayText(trial.untilDay, today, calendar)}为止；可以说“${unit.name}转正式”或“${unit.name}试运行延长7天”`;
}

export function trialNotRunningText({ name }: Unit): string {
  return `${name}没有在试运行，已经是正式运行`;
}

export function trialDayPastText(day: Day, { calendar, now }: TextContext): string {
  return `${dayText(day, calendar.dayOf(now), calendar)}已经过去了，请核对日期；现在就结束请说“转正式”`;
}

export function trialTooLongText(last: Day, { calendar, now }: TextContext): string {
  return `试运行最多延长到${dayText(last, calendar.dayOf(now), calendar)}，请换一个日期`;
}

export const TRIAL_WHICH_UNIT = '请说清是哪个单位，例如“梅林镇试运行延长7天”“梅林镇转正式”';
