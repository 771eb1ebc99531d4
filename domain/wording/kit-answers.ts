import { type KitEntry, type KitSheet, openEntries } from '../periods/kits/sheet.ts';
import { momentText } from './dates.ts';
import { audienceOfEntry, entryText, inLines, type KitTextContext, namesText, runsOf } from './kit-entries.ts';
import type { TextContext } from './tasks.ts';

/** What has become of confirmed drafts: `已下达：T0613 …（5家，2月6日（周五）17:00前）`. */
export function issuedEntriesText(
  issued: readonly IssuedMatter[],
  left: number,
  { now, calendar }: TextContext,
): string {
  const lines = issued.map(({ no, title, units, dueAt }) => {
    const when = dueAt ? `，${momentText(dueAt, now, calendar)}前` : '';
    return `${no} ${title}（${units}家${when}）`;
  });
  const [outAt] = issued.flatMap((one) => one.outAt ?? []);
  const head = outAt ? `现在不是下达时间，${momentText(outAt, now, calendar)}下达` : '已下达';
  return [`${head}${issued.length}条：`, ...inLines(lines), ...(left > 0 ? [leftText(left)] : [])].join('\n');
}

/** What a confirmed draft has become. */
interface IssuedMatter {
  readonly no: string;
  readonly title: string;
  readonly units: number;
  readonly dueAt?: Date;
  readonly outAt?: Date;
}

/** 全部 may be meant of more than one message. */
export function whichSheetText(sheets: readonly KitSheet[]): string {
  const which = sheets.map((sheet) => {
    const open = openEntries(sheet);
    return `${namesText(runsOf(open))}${open.map(({ no }) => no).join('、')}`;
  });
  return `待确认的草稿：${which.join('；')}。请说编号，例如“确认${openEntries(sheets[0]!)[0]!.no}”，或引用那条消息说“全部确认”`;
}

export function leftText(left: number): string {
  return left > 0 ? `还有${left}条草稿待确认` : '草稿都处理完了';
}

export function declinedText(entries: readonly KitEntry[], left: number): string {
  return `不下达：${entries.map(({ no, item }) => `${no}.${item.title}`).join('、')}。${leftText(left)}`;
}

/** Drafts of which somebody still has to say who or until when. */
export function blockedText(entries: readonly KitEntry[], context: KitTextContext): string {
  return entries.map((entry) => `第${entry.no}条没有下达：${whyBlocked(entry, context)}`).join('\n');
}

function whyBlocked(entry: KitEntry, context: KitTextContext): string {
  const { units, unknown } = audienceOfEntry(entry, context);
  const how = `请说“${entry.no}改为 单位名称”`;
  if (unknown.length > 0) return `“${unknown.join('、')}”指哪个单位？${how}`;
  if (units.length === 0) return `请哪个单位承办？${how}`;
  if (entry.item.kind === 'notice') return '这些单位没有联络员，发不到人，请先配联络员';
  return `时限已过或未定，请说“${entry.no}改为 几月几日”`;
}

export function amendedEntryText(entry: KitEntry, context: KitTextContext): string {
  const { calendar } = context;
  const day = entry.dueAt && calendar.dayOf(entry.dueAt);
  const off = entry.dueSaid && day && !calendar.isWorkday(day) ? '时限那天是休息日。' : '';
  return `已改：${entryText(entry, context)}。${off}还是草稿，下达请回复“确认${entry.no}”`;
}

export const KIT_ANSWERS = {
  none: '没有待确认的准备事项。要看某个时段的请说“春节准备事项”',
  which: '要全部下达请回复“全部确认”，只下达几条请回复“确认1、3”',
  noChange: '要改成什么？可以说单位、时限或事项，例如“3改为 青山镇、南街镇”“3改为 2月5日前”',
} as const;

export function noSuchEntryText(numbers: readonly number[], open: readonly KitEntry[]): string {
  const left = open.map(({ no }) => no).join('、');
  return `没有第${numbers.join('、')}条待确认的草稿。${left ? `待确认的是：${left}` : '草稿都处理完了'}`;
}

export function unknownNamesText(names: readonly string[]): string {
  return `${names.map((name) => `“${name}”`).join('、')}不知道指哪个单位，没有改。请写单位或集合的名称`;
}

export function dueOverText(dueAt: Date, { now, calendar }: TextContext): string {
  return `${momentText(dueAt, now, calendar)}已经过了，没有改。请另说一个时限`;
}
