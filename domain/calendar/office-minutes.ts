import type { OfficeHours } from './calendar.ts';
import { dayAt, dayMs, minuteMs, moment, wallMs } from './civil-day.ts';
import { clockMinutes } from './clock.ts';
import type { WorkingDays } from './working-days.ts';

/** A working day's two halves, in milliseconds since midnight. */
interface Halves {
  readonly start: number;
  readonly noonEnd: number;
  readonly noonStart: number;
  readonly end: number;
}

/**
 * A moment so many minutes of office hours later, or earlier if negative: the noon break, evenings and days off do not count.
 * Going forward it is as early as it can be (closing, not the next opening), going back as late as it can be.
 */
export function createOfficeMinutes(office: OfficeHours, days: WorkingDays): (at: Date, minutes: number) => Date {
  const halves = readHalves(office);
  const morning = halves.noonEnd - halves.start;
  const full = morning + halves.end - halves.noonStart;

  const forward = (at: Date, ms: number): Date => {
    const day = dayAt(wallMs(at));
    const isWorkday = days.isWorkday(day);
    const total = ms + (isWorkday ? workedBy(wallMs(at) - day * dayMs, halves) : 0);
    const wholeDays = Math.ceil(total / full) - 1;
    const rest = total - wholeDays * full;
    return moment(
      days.add(day, wholeDays + (isWorkday ? 0 : 1)),
      halves.start + rest + (rest > morning ? gap(halves) : 0),
    );
  };

  const backward = (at: Date, ms: number): Date => {
    const day = dayAt(wallMs(at));
    const isWorkday = days.isWorkday(day);
    const total = (isWorkday ? workedBy(wallMs(at) - day * dayMs, halves) : full) - ms;
    const wholeDays = Math.floor(total / full);
    const rest = total - wholeDays * full;
    return moment(
      days.add(day, wholeDays - (isWorkday ? 0 : 1)),
      halves.start + rest + (rest >= morning ? gap(halves) : 0),
    );
  };

  return (at, minutes) => {
    if (!Number.isFinite(minutes)) throw new RangeError(`not a number of minutes: ${minutes}`);
    if (minutes === 0) return at;
    return minutes > 0 ? forward(at, minutes * minuteMs) : backward(at, -minutes * minuteMs);
  };
}

function readHalves(office: OfficeHours): Halves {
  const ms = (clock: string) => clockMinutes(clock) * minuteMs;
  const halves = {
    start: ms(office.start),
    noonEnd: ms(office.noonEnd),
    noonStart: ms(office.noonStart),
    end: ms(office.end),
  };
  const inOrder = halves.start < halves.noonEnd && halves.noonEnd <= halves.noonStart && halves.noonStart < halves.end;
  if (!inOrder) throw new RangeError(`office hours are not in order: ${Object.values(office).join(' ')}`);
  return halves;
}

function gap(halves: Halves): number {
  return halves.noonStart - halves.noonEnd;
}

/** Office milliseconds of a working day that are over at a moment of it. */
function workedBy(ms: number, { start, noonEnd, noonStart, end }: Halves): number {
  const morning = Math.min(Math.max(ms, start), noonEnd) - start;
  const afternoon = Math.min(Math.max(ms, noonStart), end) - noonStart;
  return morning + afternoon;
}
