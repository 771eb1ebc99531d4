import type { CheckIn } from '../duty/checks/check-in.ts';
import type { LogEntry } from '../duty/log/log-entry.ts';
import type { Shift } from '../duty/shift.ts';
import { shiftHours } from '../wording/duty.ts';
import { LOG_KINDS, withoutPhones } from '../wording/duty-log.ts';
import { personName, unitName } from '../wording/names.ts';
import type { TextContext } from '../wording/tasks.ts';
import { inOrder, logRows } from './log-table.ts';
import { dayRemark, shiftRemarks } from './remarks.ts';
import { checksCell, checksOf, clockCell, dayCell, leadersOf, leftCell, servedCell } from './served.ts';
import type { PaperSheet } from './sheet.ts';

export interface Handover {
  readonly shift: Shift;
  /** Of the same unit around it. */
  readonly shifts: readonly Shift[];
  /** The shift that is to relieve it, where one is rostered. */
  readonly relief?: Shift;
  readonly checks: readonly CheckIn[];
  /** Entries of this shift, and older ones that are still open. */
  readonly entries: readonly LogEntry[];
  readonly phones: boolean;
  readonly issued: string;
}

/** 交接班表 of one shift, to be signed; what has not happened yet is left blank for the pen. */
export function handoverSheet(asked: Handover, context: TextContext): PaperSheet {
  const { shift, shifts, relief, phones, issued } = asked;
  const { office, now, calendar } = context;
  const unit = unitName(office, shift.unit);
  const day = dayCell(shift.day, context);
  const shown = (words: string) => (phones ? words : withoutPhones(words));
  const checks = checksOf(shift, asked.checks, now);
  const taker = personName(office, shift.handedOverTo) || (relief ? servedCell(relief, context) : '');
  const special = dayRemark(shift.day, calendar);
  const at = (moment: Date | undefined, expected: string) => (moment ? clockCell(moment, expected, context) : '');
  const leaders = leadersOf(shift, shifts).map((leader) => servedCell(leader, context));
  return {
    name: `${Number(shift.day.slice(5, 7))}月${Number(shift.day.slice(8))}日${shift.name ?? ''}`,
    title: `${unit}值班交接班表`,
    subtitle: issued,
    columns: [
      { heading: '项目', width: 17, centred: true },
      { heading: '内容', width: 72 },
    ],
    rows: [
      ['日期', `${shift.day.slice(0, 4)}年${day}`],
      ['班次', `${shift.name ? `${shift.name} ` : ''}${shiftHours(shift, context)}`],
      ['带班领导', [...new Set(leaders)].join('、')],
      ['值班员（交班）', servedCell(shift, context)],
      ['接班时间', at(shift.takenOverAt, shift.day)],
      ['接班人', taker],
      ['交班时间', at(shift.handedOverAt, calendar.dayOf(shift.endAt))],
      ['值班电话', office.units.get(shift.unit)?.dutyPhone ?? ''],
      ['点名(应答/次数)', shift.startAt <= now ? checksCell(checks) : ''],
      ['来电来文', logLines(asked, context)],
      ['交接事项', shown(leftCell(shift))],
      ['备注', [...(special ? [special] : []), ...shiftRemarks(shift, checks, context)].join('；')],
    ],
    notes: ['交班人签字：　　　　　　　　接班人签字：　　　　　　　　带班领导签字：'],
    orientation: 'portrait',
  };
}

/** Each entry in two lines: what came in from whom, and what was done. */
function logLines({ entries, phones }: Handover, context: TextContext): string {
  if (entries.length === 0) return '无';
  const kinds = inOrder(entries).map(({ kind }) => LOG_KINDS[kind]);
  return logRows(entries, phones, context)
    .map(([no, when, , unit, name, phone, content, instruction, handling], index) => {
      const caller = [unit, name, phone].filter((word) => word !== '').join(' ');
      const done = [instruction && `批示：${instruction}`, handling && `处理：${handling}`].filter(Boolean).join('；');
      return `${no} ${when}${kinds[index]}${caller ? ` ${caller}` : ''}：${content}${done ? `\n　　${done}` : ''}`;
    })
    .join('\n');
}
