import type { Calendar } from '../calendar/calendar.ts';
import type { Shift, ShiftChange } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { provisionalMark } from '../wording/dates.ts';
import { personName } from '../wording/names.ts';
import type { TextContext } from '../wording/tasks.ts';
import { clockCell, type ShiftChecks } from './served.ts';

/** 春节假期, marked where the year is not announced, or 调休上班 for a make-up working day; nothing on an ordinary one. */
export function dayRemark(day: Day, calendar: Calendar): string | undefined {
  const holiday = calendar.holidayOf(day);
  if (holiday) return `${holiday.name}假期${provisionalMark(holiday.to, calendar)}`;
  return calendar.weekday(day) > 5 && calendar.isWorkday(day) ? '调休上班' : undefined;
}

/** What was out of the ordinary in a shift, without the reasons: why somebody swapped is nobody's business in a register. */
export function shiftRemarks(shift: Shift, { outages }: ShiftChecks, context: TextContext): string[] {
  const { standIns = [], absences = [], trial, layer, takenOverAt, endAt } = shift;
  const at = (moment: Date) => clockCell(moment, shift.day, context);
  const name = (person: ThingId | undefined) => personName(context.office, person) || '原排人员';
  const missed = layer === 'officer' && !takenOverAt && endAt <= context.now;
  return [
    ...(trial ? ['试运行'] : []),
    ...(missed ? ['没有接班记录'] : []),
    ...(shift.history ?? []).flatMap((change) => changeRemark(change, context) ?? []),
    ...standIns.map(
      ({ person, instead, fromAt, toAt }) =>
        `${at(fromAt)}${toAt ? `—${at(toAt)}` : '起'}${name(person)}替${instead ? name(instead) : '班'}`,
    ),
    ...absences.map(({ fromAt, toAt }) => `${at(fromAt)}${toAt ? `—${at(toAt)}` : '起'}经认定不在岗`),
    ...(outages > 0 ? [`通道中断，点名${outages}次作废`] : []),
  ];
}

/** A swap carries its number in front of its reason. */
const SWAP_NO = /^S\d+/;

function changeRemark(
  { what, gone = [], come = [], reason, at }: ShiftChange,
  context: TextContext,
): string | undefined {
  const names = (people: readonly ThingId[]) =>
    people.map((person) => personName(context.office, person)).join('、') || '无人';
  if (what === 'swapped') return `换班${SWAP_NO.exec(reason)?.[0] ?? ''}：${names(gone)}→${names(come)}`;
  if (what === 'replaced') return `改派：${names(gone)}→${names(come)}`;
  if (what === 'given-up') return `${context.calendar.clockOf(at)}离岗，无人接替`;
  return undefined;
}
