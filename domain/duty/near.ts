import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import { shiftsOfUnit } from './collections.ts';
import { dutyLines } from './duty-line.ts';
import { reliefsOf } from './presence.ts';
import type { Shift } from './shift.ts';

/** As many days back as somebody may still stay on. */
const DAYS_BACK = 2;

/** The shifts of one unit that can matter at a moment: who may still be there, whose turn it is, and who comes next. */
export async function shiftsNear(unit: ThingId, at: Date, read: Reading): Promise<Shift[]> {
  const today = read.calendar.dayOf(at);
  const fromDay = read.calendar.addDays(today, -DAYS_BACK);
  const toDay = read.calendar.addDays(today, 1);
  const shifts = await shiftsOfUnit(unit, fromDay, toDay, read);
  return shifts.filter(({ day }) => fromDay <= day && day <= toDay);
}

/** The shift that is to relieve this one; undefined where none follows it without a gap. */
export function reliefOf(shift: Shift, shifts: readonly Shift[]): Shift | undefined {
  const line = dutyLines(shifts).find(({ unit, layer }) => unit === shift.unit && layer === shift.layer);
  const items = line?.planned.items ?? [];
  const index = items.findIndex(({ id }) => id === shift.id);
  return index < 0 ? undefined : reliefsOf(items, index)[0];
}
