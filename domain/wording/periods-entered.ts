import type { CheckPolicy } from '../duty/checks/policy.ts';
import type { DutyTerms } from '../duty/checks/set-checks.ts';
import type { OwnPeriod } from '../periods/own-period.ts';
import type { Period } from '../periods/period.ts';
import type { PeriodStep } from '../periods/steps.ts';
import type { DaySpan } from '../periods/window.ts';
import { momentText } from './dates.ts';
import { personName } from './names.ts';
import { spanOfDaysText, stepsText } from './periods.ts';
import { termsText } from './periods-list.ts';
import type { TextContext } from './tasks.ts';

/** To whoever started a warning: what follows from it, and how it is ended. */
export function warningStartedText(
  warning: Period,
  before: string | undefined,
  terms: DutyTerms,
  checks: CheckPolicy,
): string {
  const change = before && before !== warning.name ? `由${before}改为${warning.name}` : `${warning.name}时段已启动`;
  return [
    `${change}（${warning.level}级）。${termsText(terms, checks)}`,
    `要求：${warning.asks}。对单位的通知请另行发出`,
    `结束时说“解除${warning.name}”`,
  ].join('\n');
}

/** To the other dispatchers. */
export function warningStartedByText(warning: Period, context: TextContext): string {
  const { startedBy, startedAt, changes = [] } = warning.warning!;
  const level = `（${warning.level}级）`;
  const last = changes.at(-1);
  if (last) {
    const when = momentText(last.at, context.now, context.calendar);
    return `${personName(context.office, last.by)}${when}将${last.name}改为${warning.name}${level}，值班按${warning.level}级要求`;
  }
  const at = momentText(startedAt, context.now, context.calendar);
  return `${personName(context.office, startedBy)}${at}启动了${warning.name}时段${level}，值班按${warning.level}级要求`;
}

export function warningRunsText(warning: Period, context: TextContext): string {
  const { startedBy, startedAt, changes = [] } = warning.warning!;
  const last = changes.at(-1);
  const at = momentText(last?.at ?? startedAt, context.now, context.calendar);
  const how = last ? `由${last.name}改来` : '启动';
  return `${warning.name}时段已由${personName(context.office, last?.by ?? startedBy)}在${at}${how}，不用再说。结束时说“解除${warning.name}”`;
}

export function warningEndedText(warning: Period, terms: DutyTerms, checks: CheckPolicy): string {
  return `${warning.name}时段已结束。${termsText(terms, checks)}。对单位的解除通知请另行发出`;
}

export function warningEndedByText(warning: Period, context: TextContext): string {
  const { endedBy, endedAt } = warning.warning!;
  const at = momentText(endedAt!, context.now, context.calendar);
  return `${personName(context.office, endedBy)}${at}结束了${warning.name}时段`;
}

/** Lowered to a colour that makes no key period: the one in force goes on until a person ends it. */
export function loweredTooFarText(title: string, running: Period): string {
  return `${title}不启动重点时段，${running.name}时段还没有结束。不再加强值守请说“解除${running.name}”`;
}

/** A warning that makes no key period; where it may be that the colour was only left out, that is asked for. */
export function noSuchWarningText(title: string, needsColour: boolean): string {
  if (needsColour) return `请说明是红色还是橙色，例如“启动 ${title.replace('预警', '红色预警')}”`;
  return `${title}不启动重点时段。台风、暴雨、山洪、地质灾害红色或橙色，寒潮、低温雨雪冰冻、高温预警才启动`;
}

export function noWarningRunsText(title: string): string {
  return `现在没有启动${title}时段，不用解除`;
}

export const WHICH_WARNING_TEXT = '请说明是什么预警，例如“启动 暴雨红色预警”';

/** `due` are the steps whose day has come before the period was entered: nobody will be reminded of them again. */
export function datesEnteredText(
  period: OwnPeriod,
  span: DaySpan,
  due: readonly PeriodStep['step'][],
  context: TextContext,
): string {
  const { calendar, now } = context;
  const today = calendar.dayOf(now);
  const days = spanOfDaysText(span, today, calendar);
  const daysLeft = calendar.daysBetween(today, span.fromDay);
  const left = daysLeft > 0 ? `还有${daysLeft}天` : '从现在起按此要求';
  const work = due.length > 0 ? `。请现在就办：${stepsText(due)}` : '，到时提醒';
  return `已记：${period.name} ${period.level}级 ${days}。${left}${work}。日期有变再说一次即可`;
}

export const DATES_NEEDED_TEXT = '请说明起止日期，例如“区两会 1月20日到1月25日”';

export function datesPastText(span: DaySpan, context: TextContext): string {
  const { calendar, now } = context;
  return `${spanOfDaysText(span, calendar.dayOf(now), calendar)}已经过去了，请核对日期`;
}

export function levelNeededText(name: string): string {
  return `“${name}”是新的重点时段，请带上级别再说一次，例如“重点时段 ${name} 3月1日到3月5日 A级”（A、B或C）`;
}

/** Days of what the calendar itself knows are not entered in the chat. */
export function builtInText(name: string): string {
  return `“${name}”的日期由历法和放假安排算出，不用录入；要改请改设置文件`;
}
