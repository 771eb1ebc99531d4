import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';
import type { Convention } from './conventions.ts';
import type { ClockSaid } from './said.ts';

/** A clock of some day; `dayShift` 1 for 24时 and 晚12点. */
export interface ClockRead {
  readonly clock: string;
  readonly dayShift: number;
  /** What was taken for granted, in Chinese. */
  readonly assumed: string | undefined;
  readonly by: Convention | undefined;
}

const DAY = 24 * 60;

/** The clock that words mean in this office; undefined for 今晚 and 早上, which name no hour. */
export function resolveClock(said: ClockSaid, words: string, { office }: Calendar): ClockRead | undefined {
  if (said.sort === 'office') return clockRead(minutesOf(office[said.which]) + (said.plus ?? 0), undefined, 'office');
  if (said.sort === 'clock') return numeric(said, words);

  const clock =
    said.part === 'morning' || said.part === 'noon'
      ? office.noonEnd
      : said.part === 'afternoon'
        ? office.end
        : undefined;
  return clock === undefined ? undefined : clockRead(minutesOf(clock), `“${words}”按${clock}`, 'office');
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function clockRead(minutes: number, assumed: string | undefined, by: Convention | undefined): ClockRead {
  const dayShift = Math.floor(minutes / DAY);
  return { clock: clockText(minutes - dayShift * DAY), dayShift, assumed, by };
}

const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function clockText(minutes: number): string {
  return `${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}`;
}

function numeric(said: Extract<ClockSaid, { sort: 'clock' }>, words: string): ClockRead {
  const hour = hourOf(said);
  const read = clockRead(hour * 60 + said.minute + (said.plus ?? 0), undefined, hour >= 24 ? 'midnight' : undefined);
  if (!said.bare || hour === said.hour) return read;
  return { ...read, assumed: `“${words}”按下午${read.clock}`, by: 'afternoon' };
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

/** A clock on a day, as a moment. */
export function instant(day: Day, clock: ClockRead, { calendar }: { readonly calendar: Calendar }): Date {
  return calendar.at(clock.dayShift === 0 ? day : calendar.addDays(day, clock.dayShift), clock.clock);
}
