import { figuresOf } from '../duty/zero-reports/figures.ts';
import { roomClause } from '../duty/zero-reports/words.ts';
import { current, standingOf, type ZeroReport } from '../duty/zero-reports/zero-report.ts';
import type { ThingId } from '../thing.ts';
import type { PhoneLine } from './checks.ts';
import { clockText } from './dates.ts';
import { peopleNames } from './duty.ts';
import { unitName } from './names.ts';
import type { TextContext } from './tasks.ts';
import { dayName, reportHead, shortWords } from './zero-reports.ts';

/** To whoever telephones, where nobody of the unit can be written to. */
export function unreachedText(report: ZeroReport, phones: readonly PhoneLine[], context: TextContext): string {
  return [
    `${reportHead(report, context)}的提示送不到当班人员，请电话收集：${phonesText(phones)}`,
    howToCollect(unitName(context.office, report.unit)),
  ].join('\n');
}

/** One unit of the list that goes to a person with a telephone. */
export interface ListedUnit {
  readonly report: ZeroReport;
  readonly phones: readonly PhoneLine[];
}

/** Units of one message: with its first and last line it stays within six. */
const LISTED = 4;

/** `missing`: 未报. Otherwise they could not be asked, and it says so. In private only: numbers in full. */
export function listTexts(listed: readonly ListedUnit[], missing: boolean, context: TextContext): string[] {
  const texts: string[] = [];
  for (let from = 0; from < listed.length; from += LISTED) {
    const part = listed.slice(from, from + LISTED);
    const [{ report }] = part as [ListedUnit];
    const due = context.calendar.clockOf(report.dueAt);
    const which = `${dayName(report.day)}零报告${listed.length > LISTED ? `（${from + 1}—${from + part.length}/${listed.length}）` : ''}`;
    const head = missing
      ? `${which}到${due}未报${listed.length}家，请电话核实：`
      : `${which}有${listed.length}家因值守中断或联系不上没有问到，不算未报，请电话收集：`;
    const lines = part.map((one) => `${unitName(context.office, one.report.unit)}：${phonesText(one.phones)}`);
    texts.push([head, ...lines, howToCollect(unitName(context.office, report.unit))].join('\n'));
  }
  return texts;
}

function phonesText(phones: readonly PhoneLine[]): string {
  return phones.map(({ label, phone }) => `${label}${phone ?? '（没有登记电话）'}`).join('，') || '没有登记电话';
}

function howToCollect(unit: string): string {
  return `核实后回复“${unit} 平安”，有事回复“零报告 ${unit} 情况”`;
}

/** So many units with something to report are named to the room. */
const NAMED = 4;

/** `1月24日零报告 6/6，均报平安`: the one line of the day for the room of the whole office. Nobody who is missing is named. */
export function roomLineText(reports: readonly ZeroReport[], day: string, context: TextContext): string {
  const { reported, asked, excused, told } = figuresOf(reports);
  const named = told.slice(0, NAMED).map((report) => {
    const words = roomClause(current(report)!.words);
    return `${unitName(context.office, report.unit)}${words ? ` ${words}` : '有情况，已报总值班室'}`;
  });
  const more = told.length > NAMED ? `，另有${told.length - NAMED}家有情况` : '';
  const quiet = reported - told.length;
  const rest = quiet === 0 ? '' : reported === asked ? '其余平安' : '其余已报的平安';
  const all = reported === asked ? '均报平安' : reported === 0 ? '' : '已报的均平安';
  const body = told.length === 0 ? all : [`${named.join('；')}${more}`, rest].filter(Boolean).join('；');
  const open = reported < asked ? '还没有到的正在电话核实' : '';
  const left = excused > 0 ? `另有${excused}家因值守中断没有问到，不计` : '';
  return [`${dayName(day)}零报告 ${reported}/${asked}`, body, open, left].filter(Boolean).join('，');
}

/** 零报告情况: figures for everybody who may see duty. */
export function overviewText(reports: readonly ZeroReport[], day: string, context: TextContext): string {
  const { reported, asked, onTime, told } = figuresOf(reports);
  const notes = reports.filter((report) => !report.wanted && report.given.length > 0);
  if (asked === 0) {
    const kept = notes.map((report) => givenWords(report, context)).join('；');
    const practised = reports.some(({ wanted, trial }) => wanted && trial) ? '只有试运行单位，不计数' : '不要求零报告';
    return `${dayName(day)}${practised}${kept ? `。已收到：${kept}` : ''}`;
  }
  const late = reported - onTime;
  return [
    `${dayName(day)}零报告 ${reported}/${asked}${late > 0 ? `（其中${late}家在${context.calendar.clockOf(reports[0]!.dueAt)}后报）` : ''}`,
    ...(told.length > 0 ? [`有情况：${told.map((report) => givenWords(report, context)).join('；')}`] : []),
  ].join('\n');
}

/** Who is still awaited, with whoever is on duty; in private only. Empty where nobody is. */
export function awaitedText(
  reports: readonly ZeroReport[],
  onDuty: ReadonlyMap<ThingId, readonly ThingId[]>,
  context: TextContext,
): string {
  const withPeople = ({ unit }: ZeroReport) => {
    const names = peopleNames(onDuty.get(unit) ?? [], context);
    return `${unitName(context.office, unit)}${names ? `（${names}）` : ''}`;
  };
  const listOf = (standing: string) =>
    reports.filter((one) => !one.trial && standingOf(one, context.now) === standing).map(withPeople);
  const [waiting, missing, notAsked] = ['waiting', 'missing', 'not-asked'].map(listOf) as [
    string[],
    string[],
    string[],
  ];
  return [
    ...(waiting.length > 0 ? [`还没报（没到截止时间）：${waiting.join('、')}`] : []),
    ...(missing.length > 0 ? [`未报：${missing.join('、')}`] : []),
    ...(notAsked.length > 0 ? [`没有问到（不算未报）：${notAsked.join('、')}`] : []),
  ].join('\n');
}

export const AWAITED_IN_PRIVATE = '名单已私发';

function givenWords(report: ZeroReport, context: TextContext): string {
  const given = current(report)!;
  const what = given.allClear ? '平安' : shortWords(given.words, 40);
  return `${unitName(context.office, report.unit)} ${clockText(given.at, context.now, context.calendar)} ${what}`;
}
