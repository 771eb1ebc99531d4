import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { DateAt } from './draft.ts';
import { rangesOf } from './said-ranges.ts';

/** What the sheet leaves open: the year, and the month where nothing but days of the month is written. */
export interface Start {
  readonly year: number;
  readonly month?: number;
}

export interface ResolvedDates {
  /** Per date of the draft; undefined where there is no such day. */
  readonly days: readonly (readonly Day[] | undefined)[];
  /** Whether anything hung on the year or the month that was taken for granted. */
  readonly used: { readonly year: boolean; readonly month: boolean };
}

const LONGEST_RANGE = 31;
const DAY_MS = 86_400_000;

/** Turns what is written into days: a table's dates follow each other, over the end of a month and of a year. */
export function resolveDates(written: readonly DateAt[], start: Start): ResolvedDates {
  const used = { year: false, month: false };
  const last = new Map<number, { year: number; month: number; day: number }>();
  const days = rangesOf(written).map(({ said, period, table }) => {
    if (said.inWeek) {
      used.year ||= period.year === undefined;
      return dayOfWeek(said, period, start.year);
    }
    const before = last.get(table);
    const turn = before && said.month === undefined && before.day >= 28 && said.day <= 3 ? 1 : 0;
    const follows = before ? ((before.month - 1 + turn) % 12) + 1 : undefined;
    const month = said.month ?? follows ?? period.month ?? start.month;
    if (month === undefined || month < 1 || month > 12) return undefined;
    used.month ||= said.month === undefined && follows === undefined && period.month === undefined;

    const year = said.year ?? yearAfter(before, month) ?? yearIn(period, month) ?? start.year;
    used.year ||= said.year === undefined && before === undefined && period.year === undefined;
    const isLost = said.unsure === 'lost-zero' && before?.month === month && before.day + 1 === said.day * 10;
    const day = isLost ? said.day * 10 : said.day;
    const first = dayIn(year, month, day);
    if (first === undefined) return undefined;

    last.set(table, { year, month, day });
    return said.to ? range(first, { year, month, day }, said.to) : [first];
  });
  return { days, used };
}

export function monthEnds(day: Day): { first: Day; last: Day } {
  const [year, month] = day.split('-').map(Number);
  return { first: `${day.slice(0, 8)}01`, last: `${day.slice(0, 8)}${daysIn(year!, month!)}` };
}

/** Of dates whose weekday is written: how many agree with it. */
export function weekdaysThatFit(written: readonly DateAt[], resolved: ResolvedDates, calendar: Calendar) {
  const told = written.flatMap(({ said }, index) => {
    const [day] = resolved.days[index] ?? [];
    return said.weekday && day ? [calendar.weekday(day) === said.weekday] : [];
  });
  return { told: told.length, fit: told.filter(Boolean).length };
}

/** The one day with that weekday in the week that the title names. */
function dayOfWeek({ weekday }: DateAt['said'], { year, range }: DateAt['period'], otherYear: number) {
  const from = range?.month && dayIn(year ?? otherYear, range.month, range.day);
  if (!from) return undefined;
  const first = new Date(Date.parse(from)).getUTCDay() || 7;
  return [new Date(Date.parse(from) + ((weekday! - first + 7) % 7) * DAY_MS).toISOString().slice(0, 10)];
}

function yearAfter(before: { year: number; month: number } | undefined, month: number): number | undefined {
  if (!before) return undefined;
  return before.month - month >= 10 ? before.year + 1 : before.year;
}

/** A period from December into January names its first year. */
function yearIn(period: DateAt['period'], month: number): number | undefined {
  const from = period.range?.month ?? month;
  return period.year === undefined ? undefined : from - month >= 10 ? period.year + 1 : period.year;
}

function range(first: Day, from: { year: number; month: number; day: number }, to: { month?: number; day: number }) {
  const month = to.month ?? (to.day < from.day ? (from.month % 12) + 1 : from.month);
  const last = dayIn(from.year + (month < from.month ? 1 : 0), month, to.day);
  if (last === undefined || last < first) return undefined;

  const days: Day[] = [];
  for (let ms = Date.parse(first); days.length < LONGEST_RANGE; ms += DAY_MS) {
    const day = new Date(ms).toISOString().slice(0, 10);
    if (day > last) return days;
    days.push(day);
  }
  return undefined;
}

function dayIn(year: number, month: number, day: number): Day | undefined {
  if (year < 2000 || year > 2099 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
