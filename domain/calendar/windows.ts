import type { Calendar, Hours, Window } from './calendar.ts';
import { type DayNumber, dayAt, dayMs, minuteMs, moment, wallMs } from './civil-day.ts';
import { clockMinutes } from './clock.ts';
import type { WorkingDays } from './working-days.ts';

/** Day and night, on every day. */
export const ANY_TIME: Window = { hours: '00:00-24:00', workdays: false };

/** A stretch of a day, in milliseconds since its midnight; both ends are inside. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const read = new Map<Hours, readonly Span[]>();

/** Whether, from when and until when a window is open; the minute it ends at is inside, and 24:00 ends with the day. */
export function createWindows(days: WorkingDays): Pick<Calendar, 'isWithin' | 'laterInto' | 'earlierInto'> {
  const isOpenOn = (day: DayNumber, window: Window) => !window.workdays || days.isWorkday(day);
  const nextDay = (day: DayNumber, window: Window, step: 1 | -1) =>
    window.workdays ? days.add(day, step) : day + step;

  const isWithin = (at: Date, window: Window): boolean => {
    const wall = wallMs(at);
    const day = dayAt(wall);
    const ms = wall - day * dayMs;
    return spansOf(window.hours).some((span) => span.fromMs <= ms && ms <= span.toMs) && isOpenOn(day, window);
  };

  return {
    isWithin,
    laterInto: (at, window) => {
      if (isWithin(at, window)) return at;

      const day = dayAt(wallMs(at));
      const ms = wallMs(at) - day * dayMs;
      const spans = spansOf(window.hours);
      const later = isOpenOn(day, window) ? spans.find((span) => span.fromMs > ms) : undefined;
      return later ? moment(day, later.fromMs) : moment(nextDay(day, window, 1), spans[0]!.fromMs);
    },
    earlierInto: (at, window) => {
      if (isWithin(at, window)) return at;

      const day = dayAt(wallMs(at));
      const ms = wallMs(at) - day * dayMs;
      const spans = spansOf(window.hours);
      const earlier = isOpenOn(day, window) ? spans.findLast((span) => span.toMs < ms) : undefined;
      return earlier ? moment(day, earlier.toMs) : moment(nextDay(day, window, -1), spans.at(-1)!.toMs);
    },
  };
}

/** Reads `09:00-11:45,14:30-17:30`, in ascending order within one day; throws a RangeError that quotes what is wrong. */
function spansOf(hours: Hours): readonly Span[] {
  let spans = read.get(hours);
  if (!spans) {
    spans = hours.split(',').map(readSpan);
    const overlap = spans.some((span, index) => index > 0 && span.fromMs < spans![index - 1]!.toMs);
    if (overlap) throw new RangeError(`hours overlap or are not in order: "${hours}"`);
    read.set(hours, spans);
  }
  return spans;
}

function readSpan(text: string): Span {
  const [from, to, more] = text.trim().split('-');
  if (!from || !to || more !== undefined) throw new RangeError(`not hours such as 09:00-11:45: "${text}"`);

  const fromMs = clockMinutes(from) * minuteMs;
  const toMs = Math.min(clockMinutes(to) * minuteMs, dayMs - 1);
  if (fromMs >= toMs) {
    throw new RangeError(`hours end before they begin: "${text}" (a night is 00:00-06:00,22:00-24:00)`);
  }
  return { fromMs, toMs };
}
