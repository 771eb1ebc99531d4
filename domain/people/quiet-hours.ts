import type { Hours, Window } from '../calendar/calendar.ts';
import { clockMinutes, clockText } from '../calendar/clock.ts';
import type { Person } from './office.ts';

/** 免打扰 of one person: from one clock to another, `HH:MM` in Shanghai, every day; over midnight where it ends before it begins. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What nobody may keep from himself: a day has to leave time for the work. */
const MOST_MINUTES = 14 * 60;
const LEAST_LEFT_MINUTES = 60;
const DAY_MINUTES = 1440;

/** What is wrong with hours somebody asks for, given the windows they would narrow; undefined where they are all right. */
export function quietTrouble(quiet: QuietHours, windows: readonly Window[]): 'same' | 'too-long' | undefined {
  const minutes = (clockMinutes(quiet.to) - clockMinutes(quiet.from) + DAY_MINUTES) % DAY_MINUTES;
  if (minutes === 0) return 'same';
  const leaves = windows.every(({ hours }) => minutesIn(hoursWithout(hours, quiet)) >= LEAST_LEFT_MINUTES);
  return minutes > MOST_MINUTES || !leaves ? 'too-long' : undefined;
}

/** The window without a person's quiet hours. Where the office's own hours have shrunk until nothing is left, they count for nothing. */
export function narrowed(window: Window, quiet: QuietHours): Window {
  const hours = hoursWithout(window.hours, quiet);
  return hours === '' ? window : { ...window, hours };
}

/** The person with these quiet hours, or with none. */
export function withQuietHours({ quiet: _, ...person }: Person, quiet: QuietHours | undefined): Person {
  return { ...person, ...(quiet && { quiet }) };
}

/** The minute at which quiet begins is quiet already, and a window's last minute counts: what is left ends a minute earlier. */
function hoursWithout(hours: Hours, quiet: QuietHours): Hours {
  const taken = spansOf(quiet);
  const left = taken.reduce(
    (spans, [from, to]) =>
      spans.flatMap(([start, end]) => {
        const before: [number, number] = [start, Math.min(end, from - 1)];
        const after: [number, number] = [Math.max(start, to), end];
        return [before, after].filter(([one, other]) => one < other);
      }),
    hours.split(',').map((span) => span.split('-').map(clockMinutes) as [number, number]),
  );
  return left.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(',');
}

function spansOf(quiet: QuietHours): [from: number, to: number][] {
  const [from, to] = [clockMinutes(quiet.from), clockMinutes(quiet.to)];
  const spans: [number, number][] =
    from < to
      ? [[from, to]]
      : [
          [0, to],
          [from, DAY_MINUTES],
        ];
  return spans.filter(([start, end]) => start < end);
}

function minutesIn(hours: Hours): number {
  if (hours === '') return 0;
  return hours.split(',').reduce((sum, span) => {
    const [from, to] = span.split('-').map(clockMinutes) as [number, number];
    return sum + to - from;
  }, 0);
}
