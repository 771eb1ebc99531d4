import type { Calendar } from '../../calendar/calendar.ts';
import type { Duty } from './slots.ts';

/** When a unit's day of duty begins (`08:30`, Shanghai) and how many hours it lasts. */
export interface ShiftTimes {
  readonly start: string;
  readonly hours: number;
}

const PARTS = ['白班', '中班', '夜班'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** From when to when a duty lasts. Parts of a day whose hours are not written share the day evenly. */
export function timesOf(duty: Duty, parts: readonly string[], times: ShiftTimes, calendar: Calendar) {
  if (duty.hours) {
    const startAt = calendar.at(duty.day, duty.hours.from);
    const endAt = calendar.at(duty.day, duty.hours.to);
    return { startAt, endAt: endAt > startAt ? endAt : new Date(endAt.getTime() + DAY_MS) };
  }
  const dayStart = calendar.at(duty.day, times.start).getTime();
  const index = duty.name ? parts.indexOf(duty.name) : -1;
  const share = index < 0 ? times.hours : times.hours / parts.length;
  const startAt = new Date(dayStart + Math.max(0, index) * share * HOUR_MS);
  return { startAt, endAt: new Date(startAt.getTime() + share * HOUR_MS) };
}

/** The parts that this roster's days have, in their order: two, or three where there is a 中班. */
export function partsOf(duties: readonly Duty[]): readonly string[] {
  const named = duties.some(({ name }) => name === '中班');
  return named ? PARTS : PARTS.filter((name) => name !== '中班');
}
