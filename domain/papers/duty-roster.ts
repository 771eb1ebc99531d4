import { isValid } from '../duty/duty-line.ts';
import type { Shift } from '../duty/shift.ts';
import type { Day, ThingId } from '../thing.ts';
import { peopleNames, shiftHours } from '../wording/duty.ts';
import { personName, unitName } from '../wording/names.ts';
import type { TextContext } from '../wording/tasks.ts';
import { monthText } from './month-said.ts';
import { dayRemark } from './remarks.ts';
import { dayCell } from './served.ts';
import type { PaperColumn, PaperSheet } from './sheet.ts';

export interface DutyRosterMonth {
  readonly unit: ThingId;
  readonly month: string;
  readonly shifts: readonly Shift[];
  /** Print the telephone numbers of the people below. */
  readonly phones: boolean;
  readonly issued: string;
}

/** 值班表 of a month to be printed and hung up: one row a day, one column for each part of the day that is rostered. */
export function dutyRosterSheet(asked: DutyRosterMonth, context: TextContext): PaperSheet {
  const { unit, month, phones, issued } = asked;
  const own = asked.shifts.filter((shift) => isValid(shift) && shift.day.startsWith(month));
  const name = unitName(context.office, unit);
  const parts = partsOf(own);
  const hasReserve = own.some(({ reserve = [] }) => reserve.length > 0);
  const headings = [...parts.map(({ heading }) => heading), ...(hasReserve ? ['备班'] : [])];
  const columns: PaperColumn[] = [
    { heading: '日期', width: 17, centred: true },
    ...headings.map((heading) => ({
      heading,
      width: Math.max(18, Math.floor(54 / headings.length)),
      centred: true as const,
    })),
    { heading: '备注', width: 16, centred: true },
  ];
  return {
    name,
    title: `${name}${monthText(month)}值班表`,
    subtitle: issued,
    columns,
    rows: daysOf(month, context).map((day) => [
      dayCell(day, context),
      ...parts.map((part) => peopleOn(day, part, own, context)),
      ...(hasReserve ? [reserveOn(day, own, context)] : []),
      dayRemark(day, context.calendar) ?? '',
    ]),
    notes: notesOf(own, asked, phones, context),
    orientation: 'portrait',
  };
}

interface Part extends Pick<Shift, 'layer' | 'name'> {
  readonly heading: string;
}

/** 带班 before 值班, parts of the day as they come. */
function partsOf(shifts: readonly Shift[]): Part[] {
  const heading = { leader: '带班领导', officer: '值班员' } as const;
  const found = new Map<string, Part & { readonly order: string }>();
  for (const { layer, name, startAt, day } of shifts) {
    const key = `${layer} ${name ?? ''}`;
    const offset = String(startAt.getTime() - Date.parse(`${day}T00:00:00+08:00`)).padStart(12, '0');
    const order = `${layer === 'leader' ? 0 : 1} ${offset}`;
    const known = found.get(key);
    if (!known || order < known.order)
      found.set(key, { layer, ...(name && { name }), heading: `${heading[layer]}${name ? `（${name}）` : ''}`, order });
  }
  return [...found.values()].sort((one, other) => (one.order < other.order ? -1 : 1));
}

/** A day in the middle of a shift of several days shows whoever serves it; a day that nobody is rostered for stays blank. */
function peopleOn(day: Day, { layer, name }: Part, shifts: readonly Shift[], context: TextContext): string {
  const ofPart = shifts.filter((shift) => shift.layer === layer && shift.name === name);
  const noon = context.calendar.at(day, '12:00');
  const begun = ofPart.filter((shift) => shift.day === day);
  const found = begun.length > 0 ? begun : ofPart.filter(({ startAt, endAt }) => startAt <= noon && noon < endAt);
  return found.map(({ people }) => peopleNames(people, context) || '未排人').join('、');
}

function reserveOn(day: Day, shifts: readonly Shift[], context: TextContext): string {
  const ready = shifts.filter((shift) => shift.day === day).flatMap(({ reserve = [] }) => reserve);
  return peopleNames([...new Set(ready)], context);
}

function daysOf(month: string, { calendar }: TextContext): Day[] {
  const days: Day[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = calendar.addDays(day, 1)) days.push(day);
  return days;
}

function notesOf(own: readonly Shift[], { unit }: DutyRosterMonth, phones: boolean, context: TextContext): string[] {
  const { office } = context;
  const hours = [...new Set(own.map((shift) => `${shift.name ? `${shift.name} ` : ''}${shiftHours(shift, context)}`))];
  const post = office.units.get(unit)?.dutyPhone;
  const people = [...new Set(own.flatMap((shift) => shift.people))];
  const numbers = people.flatMap((person) => {
    const phone = office.people.get(person)?.phone;
    return phone ? [`${personName(office, person)} ${phone}`] : [];
  });
  return [
    `值班时间：${hours.join('；')}${post ? `　　值班电话：${post}` : ''}`,
    ...(phones && numbers.length > 0 ? [`联系电话：${numbers.join('，')}`] : []),
  ];
}
