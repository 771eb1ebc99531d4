import { isOpenEntry, type LogEntry } from '../duty/log/log-entry.ts';
import { LOG_KINDS, withoutPhones } from '../wording/duty-log.ts';
import { personName } from '../wording/names.ts';
import type { TextContext } from '../wording/tasks.ts';
import { clockCell, dayCell } from './served.ts';
import type { PaperColumn } from './sheet.ts';

export const LOG_COLUMNS: readonly PaperColumn[] = [
  { heading: '编号', width: 8, centred: true },
  { heading: '时间', width: 22, centred: true },
  { heading: '类别', width: 7, centred: true },
  { heading: '来电（来文）单位', width: 17 },
  { heading: '姓名', width: 10, centred: true },
  { heading: '电话', width: 15, centred: true },
  { heading: '内容', width: 44 },
  { heading: '领导批示', width: 24 },
  { heading: '处理情况', width: 30 },
  { heading: '记录人', width: 10, centred: true },
];

/** The entries of a duty log with their five elements, in the order in which they came in. */
export function logRows(entries: readonly LogEntry[], phones: boolean, context: TextContext): string[][] {
  const shown = (words: string) => (phones ? words : withoutPhones(words));
  return inOrder(entries).map((entry) => {
    const { caller, instructions, handling } = entry;
    const day = context.calendar.dayOf(entry.cameAt);
    const said = (remarks: LogEntry['handling']) => shown(remarks.map(({ words }) => words).join('；'));
    return [
      entry.no,
      `${dayCell(day, context)}${clockCell(entry.cameAt, day, context)}`,
      LOG_KINDS[entry.kind],
      caller.unit ?? '',
      caller.name ?? '',
      shown(caller.phone ?? ''),
      shown(entry.content),
      said(instructions),
      entry.voided ? voidedCell(entry.voided.words) : said(handling) || (isOpenEntry(entry) ? '待处理' : ''),
      personName(context.office, entry.recorder),
    ];
  });
}

/** `来电2、来文1：J012、J013、J015`; empty where nothing came in. */
export function logCell(all: readonly LogEntry[]): string {
  const entries = all.filter(({ voided }) => !voided);
  if (entries.length === 0) return '';
  const counts = (['call', 'letter', 'note'] as const).flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length;
    return count > 0 ? [`${LOG_KINDS[kind]}${count}`] : [];
  });
  return `${counts.join('、')}：${inOrder(entries)
    .map(({ no }) => no)
    .join('、')}`;
}

function voidedCell(words: string): string {
  return words ? `作废：${words}` : '作废';
}

export function inOrder(entries: readonly LogEntry[]): LogEntry[] {
  return entries.toSorted(
    (one, other) => one.cameAt.getTime() - other.cameAt.getTime() || (one.no < other.no ? -1 : 1),
  );
}
