import type { Calendar, Holiday } from '../../../domain/calendar/calendar.ts';
import { FESTIVALS, type Festival, festivalDay, OFFICIAL_FESTIVALS } from '../../../domain/calendar/festivals.ts';
import { keyPeriodIn } from '../../../domain/calendar/key-periods.ts';
import { solarTermDay } from '../../../domain/calendar/solar-terms.ts';
import type { Day } from '../../../domain/thing.ts';
import { type DayContext, type Days, days, oneDay, saidYear, yearly, yearOf } from './days.ts';
import type { BreakSaid, DaySaid, SeasonSaid } from './said.ts';

type Of<Sort extends DaySaid['sort']> = Extract<DaySaid, { sort: Sort }>;

/** Before it: on the last official working day. */
function feast(day: Day, { calendar }: DayContext, part: Partial<Days>): Days {
  return days(day, day, { before: 'exclusive', dueBefore: calendar.addWorkdays(day, -1), ...part });
}

const same = (day: Day) => day;

export function festival(said: Of<'festival'>, context: DayContext): Days | undefined {
  const which = FESTIVALS[said.festival]!;
  const day = yearly(said, context, (year) => festivalDay(which, year), same);
  if (day === undefined) return undefined;
  return feast(day, context, { by: 'feast-before', assumed: which.name === '小年' ? '小年按腊月廿三' : undefined });
}

export function term(said: Of<'term'>, context: DayContext): Days | undefined {
  const day = yearly(said, context, (year) => solarTermDay(year, said.term), same);
  return day === undefined ? undefined : feast(day, context, { by: 'term' });
}

/** 腊月三十 in a month of 29 days is its last; any other date has to exist. 初八 alone is that of the first month, while it is near. */
export function lunarDate(said: Of<'lunar'>, context: DayContext): Days | undefined {
  const { calendar, today } = context;
  const month = said.month ?? 1;
  const inYear = (lunarYear: number) =>
    lunarDay(lunarYear, month, said.day, calendar) ??
    (said.day === 30 ? lunarDay(lunarYear, month, 29, calendar) : undefined);
  const wanted = saidYear(said, context);
  const day =
    wanted === undefined
      ? yearly({}, context, inYear, same)
      : [inYear(wanted), inYear(wanted - 1)].find((found) => found !== undefined && yearOf(found) === wanted);
  if (day === undefined) return undefined;
  if (said.month === undefined && Math.abs(calendar.daysBetween(today, day)) > 45) return undefined;
  return oneDay(
    day,
    'lunar',
    said.month === undefined
      ? `按正月${'初一 初二 初三 初四 初五 初六 初七 初八 初九 初十'.split(' ')[said.day - 1]}`
      : undefined,
  );
}

/** Lunar dates of this century that there are none of: to find that out costs an error each time, and most years lack a leap month. */
const missing = new Set<number>();

function lunarDay(year: number, month: number, day: number, calendar: Calendar): Day | undefined {
  const key = (year * 100 + month + 50) * 100 + day;
  if (missing.has(key)) return undefined;
  try {
    return calendar.lunarDay(year, month, day);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (year >= 2000 && year < 2100) missing.add(key);
    return undefined;
  }
}

/** Breaks are exclusive: due on the last official working day before. A festival without 期间 or 假期 is its own day. */
export function officialBreak(said: BreakSaid, context: DayContext, running: boolean): Days | undefined {
  const { calendar, today } = context;
  if (said.winter && today.slice(5, 7) > '02') return undefined;
  const holiday = breakOf(said, context, running || said.ended);
  if (!holiday) return undefined;
  const dueBefore = calendar.addWorkdays(holiday.from, -1);
  const by = said.name === undefined ? 'next-break' : 'break-days';
  if (said.ended) return days(holiday.to, holiday.to, { official: true, by });
  const own = said.wholeBreak ? undefined : ownDay(said, holiday);
  if (own !== undefined) return days(own, own, { before: 'exclusive', dueBefore, official: true, by: undefined });
  return days(holiday.from, holiday.to, { whole: true, before: 'exclusive', dueBefore, official: true, by });
}

function ownDay({ name }: BreakSaid, { from, to }: Holiday): Day | undefined {
  const which: Festival | undefined = OFFICIAL_FESTIVALS.find((each) => each.name === name);
  if (!which) return undefined;
  return [yearOf(to), yearOf(from)]
    .map((year) => festivalDay(which, year))
    .find((day) => day !== undefined && from <= day && day <= to);
}

/** The coming break of that name; one that is running, where its days or its end are spoken of; the last one, of the past. */
function breakOf(said: BreakSaid, context: DayContext, running: boolean): Holiday | undefined {
  const { calendar, today, direction } = context;
  const fits = ({ name }: Holiday) => said.name === undefined || name.includes(said.name);
  const year = saidYear(said, context);
  const here = calendar.holidayOf(today);
  if (year === undefined && running && here && fits(here)) return here;
  const back = year === undefined ? (direction === 'past' ? -420 : 0) : undefined;
  let from = back === undefined ? `${year! - 1}-12-15` : calendar.addDays(today, back);
  let last: Holiday | undefined;
  for (let i = 0; i < 24; i++) {
    const holiday = calendar.nextHoliday(from);
    from = holiday.to;
    if (direction === 'past' && year === undefined && holiday.from > today) return last;
    if (!fits(holiday) || (year !== undefined && yearOf(holiday.to) !== year)) continue;
    if (direction === 'future' || year !== undefined) return holiday;
    last = holiday;
  }
  return last;
}

/** 汛期前 is before it begins, 汛期结束前 up to its last day; during it, the one that is running. */
export function season(said: SeasonSaid, context: DayContext, running: boolean): Days | undefined {
  const { calendar, periods, today } = context;
  const period = periods[said.season];
  if (!period) return undefined;
  const begins = said.edge === -1 || (said.edge === 0 && !running);
  const found = yearly(
    said,
    context,
    (year) => keyPeriodIn(period, year),
    (each) => (begins ? each.from : each.to),
    (each) => each.from,
  );
  // 汛期前 said on its first day is the next one's.
  const window =
    begins && found?.from === today && said.year === undefined ? keyPeriodIn(period, yearOf(today) + 1) : found;
  if (!window) return undefined;
  const { from, to } = window;
  const dueBefore = calendar.addDays(from, -1);
  if (said.edge === 1) return days(to, to, { by: 'season-days' });
  if (said.edge === -1) return days(from, from, { before: 'exclusive', dueBefore, by: 'season-before' });
  return days(from, to, { whole: true, before: 'exclusive', dueBefore, by: 'season-days' });
}
