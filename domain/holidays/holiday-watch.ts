import { type Decision, decide } from '../decision.ts';
import { type AgendaContext, defineKind } from '../kind.ts';
import type { Reading } from '../reading.ts';
import type { Step } from '../step.ts';
import type { Day, Thing, ThingId } from '../thing.ts';

/** Sees to it that somebody enters the days off of a year: quiet as soon as they are known. */
export interface HolidayWatch extends Thing {
  readonly type: 'holiday-watch';
  readonly year: number;
}

export function holidayWatchId(year: number): ThingId {
  return `holiday-watch.${year}`;
}

/** By then the Spring Festival, for which most of an arrangement is made, is over: from there on once a week is enough. */
const DAILY_UNTIL = '02-28';
/** After the National Day and its make-up days an arrangement moves nothing in its year any more, and nobody is asked for it. */
const ASKED_UNTIL = '10-10';

/**
 * When the administrator is asked for a year's days off: on the first working day of every week from 1 November before it, on
 * every working day from 15 December on (both are settings), and until they are entered; weekly again when the Spring Festival
 * is over, and no more once the year's last break is.
 */
function watchAgenda({ year }: HolidayWatch, { calendar, policy }: AgendaContext): Step[] {
  if (calendar.isAnnounced(year)) return [];
  const { weeklyFrom, dailyFrom, clock } = policy.nextYearCalendar;
  const [weekly, daily] = [`${year - 1}-${weeklyFrom}`, `${year - 1}-${dailyFrom}`];
  const steps: Step[] = [];
  let week = '';
  const first: Day = [weekly, daily].toSorted()[0]!;
  for (let day = first; day <= `${year}-${ASKED_UNTIL}`; day = calendar.addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    const monday = calendar.addDays(day, 1 - calendar.weekday(day));
    const isDaily = day >= daily && day <= `${year}-${DAILY_UNTIL}`;
    if (isDaily || (day >= weekly && monday !== week)) {
      steps.push({ at: calendar.at(day, clock), step: 'ask', track: 'ask', kind: 'tell' });
      week = monday;
    }
  }
  return steps;
}

export const holidayWatchKind = defineKind<HolidayWatch>({
  type: 'holiday-watch',
  agenda: watchAgenda,
  collections: () => [],
  audited: false,
  planned: true,
});

/** A watch for this year and for the next, as long as their days off are not known; undefined where that is so already. */
export async function planWatch(read: Reading): Promise<Decision | undefined> {
  const { calendar, now } = read;
  const thisYear = Number(calendar.dayOf(now).slice(0, 4));
  const years = [thisYear - 1, thisYear, thisYear + 1];
  const known = await read.things<HolidayWatch>(years.map(holidayWatchId));
  const wanted = (year: number) => year >= thisYear && !calendar.isAnnounced(year);
  const save = years
    .filter((year) => wanted(year) && !known.some((watch) => watch.year === year))
    .map((year): HolidayWatch => ({ id: holidayWatchId(year), type: 'holiday-watch', year, handledAt: now }));
  const drop = known.filter(({ year }) => !wanted(year)).map(({ id }) => id);
  return save.length + drop.length > 0 ? decide({ save, drop }) : undefined;
}
