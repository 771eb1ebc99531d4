import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { Layer } from '../shift.ts';
import type { RosterRow } from './draft.ts';
import type { ShiftTimes } from './times.ts';

const HOUR_MS = 3_600_000;

/** From when to when a duty lasts for which the roster names nobody: like the other days of the same column. */
export function timesLikeOthers(
  duty: { readonly day: Day; readonly layer: Layer; readonly name?: string },
  rows: readonly RosterRow[],
  usual: ShiftTimes,
  calendar: Calendar,
): { readonly startAt: Date; readonly endAt: Date } {
  const like =
    rows.find(({ layer, name }) => layer === duty.layer && name === duty.name) ??
    rows.find(({ name }) => name === duty.name);
  const startAt = calendar.at(duty.day, like ? calendar.clockOf(like.startAt) : usual.start);
  const lengthMs = like ? like.endAt.getTime() - like.startAt.getTime() : usual.hours * HOUR_MS;
  return { startAt, endAt: new Date(startAt.getTime() + lengthMs) };
}
