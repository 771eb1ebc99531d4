import type { Given, ZeroReport } from '../duty/zero-reports/zero-report.ts';
import type { ThingId } from '../thing.ts';
import { clockText } from './dates.ts';
import { peopleNames } from './duty.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

/** `青山镇1月24日零报告`; also what a quoted question is known by. */
export function reportHead({ unit, day }: Pick<ZeroReport, 'unit' | 'day'>, { office }: TextContext): string {
  return `${unitName(office, unit)}${dayName(day)}零报告`;
}

/** `1月24日`. */
export function dayName(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}

const HOW = '有事报事，无事回复“平安”';

export function hintText(report: ZeroReport, context: TextContext): string {
  const until = context.now < report.dueAt ? `（${context.calendar.clockOf(report.dueAt)}前）` : '';
  return `${practice(report)}${reportHead(report, context)}：请报今日情况${until}，${HOW}`;
}

export function againText(report: ZeroReport, context: TextContext): string {
  return `${practice(report)}还没有收到${reportHead(report, context)}，${HOW}`;
}

/** To the person who has reported. */
export function notedText(report: ZeroReport, given: Given, told: readonly ThingId[], context: TextContext): string {
  const { office, now, calendar } = context;
  const at = clockText(given.at, now, calendar);
  const what = given.allClear ? '平安' : `“${shortWords(given.words, 40)}”`;
  const passed =
    given.allClear || told.length === 0 ? '' : `，已转告${told.map((id) => personName(office, id)).join('、')}`;
  const wrong = given.allClear ? '' : '。记错了请回复“更正 平安”';
  const first = report.given.length > 1 ? '已更正' : '已记';
  return `${practice(report)}${first}：${reportHead(report, context)} ${what} ${at}${passed}${wrong}`;
}

/** On a day that asks for none: nothing is refused. */
export function noteKeptText(report: ZeroReport, given: Given, context: TextContext): string {
  const what = given.allClear ? '平安' : `“${shortWords(given.words, 40)}”`;
  return `${dayName(report.day)}不要求零报告，${unitName(context.office, report.unit)} ${what} 已记在本班 ${clockText(given.at, context.now, context.calendar)}`;
}

export function repeatedText(report: ZeroReport, known: Given, context: TextContext): string {
  const at = clockText(known.at, context.now, context.calendar);
  return `${reportHead(report, context)}已在${at}报过，不用再报。有变化请回复“更正零报告 内容”`;
}

/** 平安 after something had been told. */
export function keptText(report: ZeroReport, known: Given, context: TextContext): string {
  return `${reportHead(report, context)}已记“${shortWords(known.words, 40)}”。要改为平安请回复“更正 平安”`;
}

/** At once to whoever is on duty for the whole office; the number to call back in full, so in private only. */
export function situationText(report: ZeroReport, given: Given, context: TextContext): string {
  const { office, now, calendar } = context;
  const phone = office.people.get(given.by)?.phone;
  const who = `${personName(office, given.by)}${phone ? `（${phone}）` : ''}`;
  const corrected = report.given.length > 1 ? '更正' : '';
  return `${unitName(office, report.unit)} ${who} ${clockText(given.at, now, calendar)}零报告${corrected}：${given.allClear ? '平安' : shortWords(given.words, 300)}`;
}

/** To whoever was asked to telephone. */
export function arrivedText(report: ZeroReport, given: Given, context: TextContext): string {
  const what = given.allClear ? '平安' : `“${shortWords(given.words, 100)}”`;
  return `${reportHead(report, context)}已收到 ${clockText(given.at, context.now, context.calendar)}：${what}，不用再核实`;
}

/** The speaker is not on duty there. `onDuty` is who is. */
export function notOnDutyText(unit: ThingId, onDuty: readonly ThingId[], context: TextContext): string {
  const name = unitName(context.office, unit);
  if (onDuty.length === 0) return `${name}现在没有排值班，不用报零报告`;
  return `${name}现在由${peopleNames(onDuty, context)}值班，零报告请当班人员报；你替班请先说“代班”`;
}

export const NO_POST = '你所在单位现在没有排值班，零报告不用你报；代报请写明单位，例如“零报告 青山镇 平安”';

export const WHICH_POST = '报的是哪个单位的零报告？';

/** Free words after the question that cannot be taken for a report. */
export const NOT_A_REPORT = '没看懂这是不是今日情况。无事请回复“平安”，有事请回复“零报告 内容”；别的事回复“帮助”';

/** `试运行练习，不计入　` in front of what a unit on trial hears. */
function practice({ trial, wanted }: ZeroReport): string {
  return trial && wanted ? '试运行练习，不计入　' : '';
}

export function shortWords(words: string, chars: number): string {
  const line = Array.from(words.replace(/\s+/g, ' ').trim());
  return line.length > chars ? `${line.slice(0, chars - 1).join('')}…` : line.join('');
}
