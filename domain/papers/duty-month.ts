import type { CheckIn } from '../duty/checks/check-in.ts';
import { isValid } from '../duty/duty-line.ts';
import type { LogEntry } from '../duty/log/log-entry.ts';
import type { Shift } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { shiftHours } from '../wording/duty.ts';
import { withoutPhones } from '../wording/duty-log.ts';
import { unitName } from '../wording/names.ts';
import type { TextContext } from '../wording/tasks.ts';
import { LOG_COLUMNS, logCell, logRows } from './log-table.ts';
import { monthText } from './month-said.ts';
import { dayRemark, shiftRemarks } from './remarks.ts';
import { checksCell, checksOf, clockCell, dayCell, leadersOf, leftCell, servedCell } from './served.ts';
import type { PaperColumn, PaperSheet } from './sheet.ts';

const COLUMNS: readonly PaperColumn[] = [
  { heading: '日期', width: 17, centred: true },
  { heading: '班次', width: 18, centred: true },
  { heading: '带班领导', width: 12, centred: true },
  { heading: '值班员', width: 16, centred: true },
  { heading: '接班时间', width: 11, centred: true },
  { heading: '交班时间', width: 13, centred: true },
  { heading: '点名(应答/次数)', width: 16, centred: true },
  { heading: '来电来文', width: 20 },
  { heading: '交接事项', width: 36 },
  { heading: '备注', width: 26 },
];

export interface DutyMonth {
  readonly unit: ThingId;
  /** `2026-02`. */
  readonly month: string;
  /** Of this unit; those that begin in the month get a row, leaders of the days around it are looked up. */
  readonly shifts: readonly Shift[];
  readonly checks: readonly CheckIn[];
  /** Of this unit; those of the month's shifts and those that came in within the month. */
  readonly entries: readonly LogEntry[];
  readonly phones: boolean;
  /** Who asked and when, as a line of text. */
  readonly issued: string;
}

/** 值班记录表 of a month, and where anything came in, its duty log entry by entry. */
export function dutyMonthSheets(asked: DutyMonth, context: TextContext): PaperSheet[] {
  const { unit, month, entries, phones, issued } = asked;
  const name = unitName(context.office, unit);
  const own = rowShifts(asked);
  const rows = daysToList(own, month, context).flatMap((day) => rowsOfDay(day, own, asked, context));
  const record: PaperSheet = {
    name,
    title: `${name}${monthText(month)}值班记录表`,
    subtitle: issued,
    columns: COLUMNS,
    rows,
    notes: [summary(own, asked, context)],
    orientation: 'landscape',
  };
  if (entries.length === 0) return [record];
  const log: PaperSheet = {
    name: `${name}来电来文`,
    title: `${name}${monthText(month)}值班记录（来电来文）`,
    subtitle: phones ? issued : `${issued}　电话号码已隐去中间几位`,
    columns: LOG_COLUMNS,
    rows: logRows(entries, phones, context),
    notes: [],
    orientation: 'landscape',
  };
  return [record, log];
}

/** Officers' shifts of the month, and leaders' where no officer serves beside them. */
function rowShifts({ month, shifts }: DutyMonth): Shift[] {
  const valid = shifts.filter((shift) => isValid(shift) && shift.day.startsWith(month));
  const officers = valid.filter(({ layer }) => layer === 'officer');
  const alone = valid.filter(
    (shift) => shift.layer === 'leader' && !officers.some((one) => leadersOf(one, [shift]).length > 0),
  );
  return [...officers, ...alone].sort(
    (one, other) => one.startAt.getTime() - other.startAt.getTime() || (one.id < other.id ? -1 : 1),
  );
}

/** From the first day that is on the roster; a day without a shift is listed once it has come, or where the roster goes on behind it. */
function daysToList(own: readonly Shift[], month: string, { calendar, now }: TextContext): Day[] {
  const first = own[0]?.day;
  const last = own.at(-1)?.day;
  if (!first || !last) return [];
  const today = calendar.dayOf(now);
  const days: Day[] = [];
  for (let day = first; day.startsWith(month) && (day <= last || day <= today); day = calendar.addDays(day, 1))
    days.push(day);
  return days;
}

function rowsOfDay(day: Day, own: readonly Shift[], asked: DutyMonth, context: TextContext): string[][] {
  const { calendar } = context;
  const shifts = own.filter((shift) => shift.day === day);
  const special = dayRemark(day, calendar);
  if (shifts.length > 0) return shifts.map((shift) => rowOf(shift, special, asked, context));
  const noon = calendar.at(day, '12:00');
  if (own.some(({ startAt, endAt }) => startAt <= noon && noon < endAt)) return [];
  return [[dayCell(day, context), '', '', '没有排班', '', '', '', '', '', special ?? '']];
}

function rowOf(shift: Shift, special: string | undefined, asked: DutyMonth, context: TextContext): string[] {
  const { now, calendar } = context;
  const isOfficer = shift.layer === 'officer';
  const leaders = isOfficer ? leadersOf(shift, asked.shifts) : [shift];
  const checks = checksOf(shift, asked.checks, now);
  const begun = shift.startAt <= now;
  const endDay = calendar.dayOf(shift.endAt);
  const own = asked.entries.filter((entry) => entry.shift === shift.id);
  const shown = (words: string) => (asked.phones ? words : withoutPhones(words));
  return [
    dayCell(shift.day, context),
    `${shift.name ? `${shift.name} ` : ''}${shiftHours(shift, context)}`,
    [...new Set(leaders.map((leader) => servedCell(leader, context)))].join('、'),
    isOfficer ? servedCell(shift, context) || '没有排人' : officersOf(asked),
    shift.takenOverAt ? clockCell(shift.takenOverAt, shift.day, context) : begun && isOfficer ? '未接班' : '',
    shift.handedOverAt ? clockCell(shift.handedOverAt, endDay, context) : '',
    begun && isOfficer ? checksCell(checks) : '',
    logCell(own),
    shown(leftCell(shift)) || (shift.state === 'closed' && shift.takenOverAt && isOfficer ? '未填写' : ''),
    [...(special ? [special] : []), ...shiftRemarks(shift, checks, context)].join('；'),
  ];
}

/** Beside a leader without an officer: nobody was rostered, unless this unit never rosters officers. */
function officersOf({ month, shifts }: DutyMonth): string {
  return shifts.some(({ layer, day }) => layer === 'officer' && day.startsWith(month)) ? '没有排班' : '';
}

/** What has happened so far: shifts to come and a trial are in no figure. */
function summary(own: readonly Shift[], { checks, entries }: DutyMonth, { now }: TextContext): string {
  const past = own.filter(({ layer, startAt, trial }) => layer === 'officer' && startAt <= now && !trial);
  const taken = past.filter(({ takenOverAt }) => takenOverAt);
  const onTime = taken.filter(({ takenOverAt, startAt }) => takenOverAt! <= startAt);
  const counts = past.map((shift) => checksOf(shift, checks, now));
  const asked = counts.reduce((all, one) => all + one.asked, 0);
  const answered = counts.reduce((all, one) => all + one.answered, 0);
  return `合计：已开始${past.length}班，接班${taken.length}班（其中准时${onTime.length}班）；点名${asked}次，应答${answered}次；值班记录${entries.length}条。`;
}
