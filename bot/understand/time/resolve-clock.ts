import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';
import type { ClockSaid } from './said.ts';

/** A clock of some day; `nextDay` for 24时 and 晚12点. */
export interface ClockRead {
  readonly clock: string;
  readonly nextDay: boolean;
  readonly grain: 'day' | 'minute';
  /** What was taken for granted, in Chinese. */
  readonly assumed?: string;
}

/** The clock that words mean in this office; undefined for 今晚 and 早上, which name no hour. */
export function resolveClock(said: ClockSaid, words: string, calendar: Calendar): ClockRead | undefined {
  if (said.sort === 'office') return { clock: calendar.office[said.which], nextDay: false, grain: 'minute' };
  if (said.sort === 'clock') return numeric(said, words);

  if (said.part === 'morning' || said.part === 'noon') return officePart(words, calendar.office.noonEnd);
  return said.part === 'afternoon' ? officePart(words, calendar.office.end) : undefined;
}

function officePart(words: string, clock: string): ClockRead {
  return { clock, nextDay: false, grain: 'minute', assumed: `“${words}”按${clock}` };
}

function numeric(said: Extract<ClockSaid, { sort: 'clock' }>, words: string): ClockRead {
  const hour = hourOf(said);
  const assumedAfternoon = said.bare && hour !== said.hour;
  const clock = `${pad(hour % 24)}:${pad(said.minute)}`;
  return {
    clock,
    nextDay: hour >= 24,
    grain: 'minute',
    ...(assumedAfternoon && { assumed: `“${words}”按下午${clock}` }),
  };
}

/** Bare 1–6点 is the afternoon; 晚12点 and 24时 are midnight at the end of the day. */
function hourOf({ hour, part, bare }: Extract<ClockSaid, { sort: 'clock' }>): number {
  if (bare && hour >= 1 && hour <= 6) return hour + 12;
  if (part === 'noon' && hour >= 1 && hour <= 3) return hour + 12;
  if (part === 'afternoon' && hour < 12) return hour + 12;
  if (part === 'evening') {
    if (hour === 12) return 24;
    return hour < 5 ? hour + 24 : hour < 12 ? hour + 12 : hour;
  }
  return part === 'dawn' && hour === 12 ? 0 : hour;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** A clock on a day, as a moment. */
export function instant(day: Day, clock: ClockRead, { calendar }: { readonly calendar: Calendar }): Date {
  return calendar.at(clock.nextDay ? calendar.addDays(day, 1) : day, clock.clock);
}
