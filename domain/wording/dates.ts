import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../thing.ts';

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** `1月21日（周三）`; the year is named where it is not this one. */
export function dayText(day: Day, today: Day, calendar: Calendar): string {
  const [year, month, date] = day.split('-');
  const yearText = day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`;
  return `${yearText}${Number(month)}月${Number(date)}日（${WEEKDAYS[calendar.weekday(day)]}）`;
}

/** `1月21日（周三）17:30`, with a mark where the year's holidays are not announced. */
export function momentText(at: Date, now: Date, calendar: Calendar): string {
  const day = calendar.dayOf(at);
  return `${dayText(day, calendar.dayOf(now), calendar)}${calendar.clockOf(at)}${provisionalMark(day, calendar)}`;
}

/** `17:30` today; a moment of another day carries its date and is never called 昨天 or 明天. */
export function clockText(at: Date, now: Date, calendar: Calendar): string {
  return calendar.dayOf(at) === calendar.dayOf(now) ? calendar.clockOf(at) : momentText(at, now, calendar);
}

/** Nothing, or that the day rests on days off nobody has announced yet. */
export function provisionalMark(day: Day, calendar: Calendar): string {
  return calendar.isAnnounced(Number(day.slice(0, 4))) ? '' : '（放假安排待公布）';
}
