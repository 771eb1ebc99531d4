import type { Calendar, Weekday } from '../calendar/calendar.ts';
import { FESTIVALS, festivalDay, OFFICIAL_FESTIVALS } from '../calendar/festivals.ts';
import { SOLAR_TERMS, solarTermDay } from '../calendar/solar-terms.ts';
import type { PeriodLevel } from '../periods/policy.ts';
import type { Run } from '../periods/run.ts';
import type { Day } from '../thing.ts';
import { FESTIVALS_SHOWN } from '../wording/year-poster.ts';
import { lunarDaysIn } from './lunar-days.ts';

export interface PosterMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Empty cells before the first; weeks begin on Monday. */
  readonly blanks: number;
  readonly days: readonly PosterDay[];
}

export interface PosterDay {
  readonly day: Day;
  readonly weekday: Weekday;
  /** A day off of the official calendar, or a Saturday or Sunday that is worked. */
  readonly mark?: 'off' | 'work';
  /** What stands under the number: a festival, else a solar term, else the lunar date. */
  readonly label: string;
  readonly labelOf: 'festival' | 'term' | 'lunar';
  /** The strictest level of the key periods of this day; seasons of many months are not counted. */
  readonly level?: PeriodLevel;
}

/** The twelve months of a civil year. */
export function posterMonths(year: number, runs: readonly Run[], calendar: Calendar): PosterMonth[] {
  const labels = labelsIn(year, calendar);
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${year}-${String(index + 1).padStart(2, '0')}-01`;
    const days: PosterDay[] = [];
    for (let day = first; day.startsWith(first.slice(0, 7)); day = calendar.addDays(day, 1))
      days.push(dayOf(day, runs, labels.get(day)!, calendar));
    return { month: index + 1, blanks: calendar.weekday(first) - 1, days };
  });
}

type Label = Pick<PosterDay, 'label' | 'labelOf'>;

function dayOf(day: Day, runs: readonly Run[], label: Label, calendar: Calendar): PosterDay {
  const weekday = calendar.weekday(day);
  const mark = calendar.holidayOf(day) ? 'off' : weekday > 5 && calendar.isWorkday(day) ? 'work' : undefined;
  const levels = runs.filter((run) => !run.long && run.fromDay <= day && day <= run.toDay).map((run) => run.level);
  const [level] = levels.sort();
  return { day, weekday, ...label, ...(mark && { mark }), ...(level && { level }) };
}

/** Festivals with days off go before the others, those before solar terms, and all of them before lunar dates. */
function labelsIn(year: number, calendar: Calendar): ReadonlyMap<Day, Label> {
  const labels = new Map<Day, Label>();
  for (const [day, label] of lunarDaysIn(year, calendar)) labels.set(day, { label, labelOf: 'lunar' });
  SOLAR_TERMS.forEach((label, term) => {
    labels.set(solarTermDay(year, term), { label, labelOf: 'term' });
  });
  const official = new Map<Day, string>();
  for (const festival of OFFICIAL_FESTIVALS) {
    const day = festivalDay(festival, year)!;
    // 中秋 of some years is on 1 October.
    official.set(day, `${official.get(day) ?? ''}${FESTIVALS_SHOWN[festival.name] ?? festival.name}`);
  }
  for (const festival of FESTIVALS.toReversed()) {
    const label = FESTIVALS_SHOWN[festival.name];
    const day = label && festivalDay(festival, year);
    if (day) labels.set(day, { label, labelOf: 'festival' });
  }
  for (const [day, label] of official) labels.set(day, { label, labelOf: 'festival' });
  return labels;
}
