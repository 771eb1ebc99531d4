import type { Calendar } from '../calendar/calendar.ts';
import { festivalDay, OFFICIAL_FESTIVALS } from '../calendar/festivals.ts';
import { type KeyPeriod, keyPeriodIn } from '../calendar/key-periods.ts';
import type { Day } from '../thing.ts';
import type { FestivalName, PeriodEntry, Point } from './entry.ts';

/** Both days are included. */
export interface DaySpan {
  readonly fromDay: Day;
  readonly toDay: Day;
}

/** When a period acts in a year; `provisional` where it rests on an arrangement of days off that is not announced yet. */
export interface PeriodWindow extends DaySpan {
  readonly provisional: boolean;
}

export interface WindowTerms {
  readonly calendar: Calendar;
  /** How names are read in texts here, the office's own seasons in their place. */
  readonly named: readonly KeyPeriod[];
}

/**
 * The days of a period that belongs to a civil year: to the one it begins in, or, around the turn of the year, to that of the
 * Spring Festival. Undefined where the calendar does not say, because people do, or where this office has no such season.
 */
export function windowIn(entry: PeriodEntry, year: number, terms: WindowTerms): PeriodWindow | undefined {
  const { runs } = entry;
  if (runs.how === 'as-read') {
    const named = terms.named.find(({ name }) => name === entry.reads);
    if (!named) return undefined;
    const { from, to } = keyPeriodIn(named, year);
    return { fromDay: from, toDay: to, provisional: false };
  }
  if (runs.how !== 'between') return undefined;

  const [from, to] = [runs.from, runs.to].map((point) => placed(point, year, terms.calendar));
  return { fromDay: from!.day, toDay: to!.day, provisional: from!.provisional || to!.provisional };
}

function placed(point: Point, year: number, calendar: Calendar): { readonly day: Day; readonly provisional: boolean } {
  const day = calendar.addDays(dayOf(point, year, calendar), point.shift ?? 0);
  const rests = 'breakOf' in point || 'workAfter' in point;
  return { day, provisional: rests && !calendar.isAnnounced(year) };
}

function dayOf(point: Point, year: number, calendar: Calendar): Day {
  if ('solar' in point) return `${year - (point.yearsBack ?? 0)}-${point.solar}`;
  if ('lunar' in point) return calendar.lunarDay(year - (point.yearsBack ?? 0), ...point.lunar);
  if ('workAfter' in point) return calendar.addWorkdays(breakIn(point.workAfter, year, calendar).toDay, 1);

  const { fromDay, toDay } = breakIn(point.breakOf, year, calendar);
  return point.edge === 'first' ? fromDay : toDay;
}

/** The break around a festival's own day. 除夕 belongs to 春节 also in a year whose arrangement left it a working day. */
function breakIn(name: FestivalName, year: number, calendar: Calendar): DaySpan {
  const own = festivalDay(OFFICIAL_FESTIVALS.find((festival) => festival.name === name)!, year)!;
  const { from, to } = calendar.holidayOf(own) ?? { from: own, to: own };
  const eve = calendar.addDays(own, -1);
  return { fromDay: name === '春节' && eve < from ? eve : from, toDay: to };
}
