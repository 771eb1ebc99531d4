import type { Calendar } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import type { Period } from '../period.ts';

/** When a week's 台账 or 进展 is collected. Both are working days, the first one right before the second. */
export interface Week {
  /** Names the week for ever, also where its Friday is a day off. */
  readonly friday: Day;
  readonly askDay: Day;
  readonly dueDay: Day;
}

/** What decides whether a period collects in a week. */
export type Collecting = Pick<Period, 'ladder' | 'fromDay' | 'toDay' | 'warning' | 'long'>;

/** The Friday of the week, from Monday to Sunday, in which a day lies. */
export function fridayOf(day: Day, calendar: Calendar): Day {
  return calendar.addDays(day, 5 - calendar.weekday(day));
}

/**
 * Due on Friday; on a day off the working day before, if the week still has one. Units hear of it on the working day before that,
 * so that nobody has to make up figures within a morning. Undefined for a week without a working day until Friday.
 */
export function weekOf(friday: Day, calendar: Calendar): Week | undefined {
  const dueDay = calendar.isWorkday(friday) ? friday : calendar.addWorkdays(friday, -1);
  if (calendar.daysBetween(dueDay, friday) > 4) return undefined;
  return { friday, askDay: calendar.addWorkdays(dueDay, -1), dueDay };
}

/** Only levels that want it, while they run; seasons of many months and warnings do not (减负). Nobody is asked before it has begun. */
export function collectsIn(period: Collecting, { askDay, dueDay }: Week): boolean {
  const { ladder, fromDay, toDay, warning, long } = period;
  return ladder.weekly !== 'none' && !warning && !long && fromDay <= askDay && dueDay <= (toDay ?? dueDay);
}

/** Every week in which a period collects, in order. */
export function weeksOf(period: Collecting, calendar: Calendar): Week[] {
  const { fromDay, toDay = fromDay } = period;
  const weeks: Week[] = [];
  for (
    let friday = fridayOf(fromDay, calendar);
    calendar.addDays(friday, -4) <= toDay;
    friday = calendar.addDays(friday, 7)
  ) {
    const week = weekOf(friday, calendar);
    if (week && collectsIn(period, week)) weeks.push(week);
  }
  return weeks;
}
