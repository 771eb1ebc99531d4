import type { Reading } from '../reading.ts';
import type { Day, ThingId } from '../thing.ts';
import { lastPart } from '../thing.ts';
import type { Shift } from './shift.ts';

/** Shifts of all units that begin on a day. */
export function shiftsOn(day: Day): string {
  return `shifts.${day}`;
}

/** Shifts of a month on which a person is, or ever was, cancelled ones too: a calendar feed shows what became of them. */
export function shiftsOfPerson(person: ThingId, month: string): string {
  return `shifts.${person}.${month}`;
}

/** Cancelled shifts of one unit and month, for the same. */
export function cancelledShiftsOf(unit: ThingId, month: string): string {
  return `shifts.cancelled.${unit}.${month}`;
}

/** Shifts of one unit that begin in a month, `2026-02`. */
export function shiftsOfMonth(unit: ThingId, month: string): string {
  return `shifts.${unit}.${month}`;
}

/** Shifts are named by unit, layer, day and part of the day, so that the same roster read twice makes the same shifts. */
export function shiftId(shift: Pick<Shift, 'unit' | 'layer' | 'day' | 'name'>, ordinal = 0): ThingId {
  const part = ordinal > 0 ? `.${ordinal}` : '';
  return `shift.${lastPart(shift.unit)}.${shift.layer}.${shift.day.replaceAll('-', '')}${part}`;
}

/** How long after its end somebody may still stay on: shifts of so many days back can matter to a moment. */
const DAYS_BACK = 2;

/** All shifts that can say who is on duty at a moment, of every unit. */
export async function shiftsAround(at: Date, read: Reading): Promise<Shift[]> {
  const today = read.calendar.dayOf(at);
  return shiftsOnDays(read.calendar.addDays(today, -DAYS_BACK), today, read);
}

/** Shifts of every unit that begin on these days, both included. */
export async function shiftsOnDays(fromDay: Day, toDay: Day, read: Reading): Promise<Shift[]> {
  const days: Day[] = [];
  for (let day = fromDay; day <= toDay; day = read.calendar.addDays(day, 1)) days.push(day);
  return (await Promise.all(days.map((day) => read.members<Shift>(shiftsOn(day))))).flat();
}

/** Shifts of one unit that begin in the months from one day to another. */
export async function shiftsOfUnit(
  unit: ThingId,
  fromDay: Day,
  toDay: Day,
  read: Pick<Reading, 'members'>,
): Promise<Shift[]> {
  const months = monthsBetween(fromDay, toDay);
  return (await Promise.all(months.map((month) => read.members<Shift>(shiftsOfMonth(unit, month))))).flat();
}

/** `2026-02` for every month from one day to another, both included. */
export function monthsBetween(fromDay: Day, toDay: Day): string[] {
  const months: string[] = [];
  for (let month = fromDay.slice(0, 7); month <= toDay.slice(0, 7); month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year, index] = month.split('-').map(Number) as [number, number];
  return index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, '0')}`;
}

/** The rosters of one unit that wait for an answer or to be published. */
export function rostersOf(unit: ThingId): string {
  return `rosters.${unit}`;
}

/** Swaps that touch a shift and still want something of somebody. */
export const OPEN_SWAPS = 'swaps.open';

export function swapsOfShift(shift: ThingId): string {
  return `swaps.${shift}`;
}

/** Days on which people are away (请假, 出差), by each month that they touch: `2026-02`. */
export function leavesIn(month: string): string {
  return `leaves.${month}`;
}

/** The same, by person. */
export function leavesOf(person: ThingId): string {
  return `leaves.${person}`;
}

/** Check-ins that are being asked of a person. */
export function openChecksOf(person: ThingId): string {
  return `checks.open.${person}`;
}

/** Check-ins of a day, by the moment they are asked at. */
export function checksOn(day: Day): string {
  return `checks.${day}`;
}
