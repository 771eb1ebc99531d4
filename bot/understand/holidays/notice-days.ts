import type { Weekday } from '../../../domain/calendar/calendar.ts';
import type { Day } from '../../../domain/thing.ts';

/** 2027年2月5日(除夕、周五); the month may stand before and the year hardly ever. */
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]{0,30})\))?/g;
const WEEKDAYS = '一二三四五六日';

export interface SaidDay {
  readonly day: Day;
  /** False for 2月30日. */
  readonly exists: boolean;
  readonly weekday?: Weekday;
  readonly at: number;
  readonly end: number;
}

/**
 * The dates of a piece of text, in order. A month that is not written is that of the date before; December in the 元旦 of a year
 * lies in the year before it, everything else in the year itself.
 */
export function datesIn(text: string, year: number, monthBefore?: number): SaidDay[] {
  let month = monthBefore;
  let written: number | undefined;
  return [...text.matchAll(DATE)].flatMap((match) => {
    const [all, saidYear, saidMonth, date, beside] = match;
    month = saidMonth ? Number(saidMonth) : month;
    if (month === undefined) return [];
    written = saidYear ? Number(saidYear) : saidMonth && written !== undefined && month === 1 ? year : written;
    const of = written ?? (month === 12 && text.includes('元旦') ? year - 1 : year);
    const day = `${of}-${two(month)}-${two(Number(date))}`;
    const weekday = weekdayIn(beside ?? '');
    const place = { at: match.index, end: match.index + all.length };
    return [{ day, exists: isDay(day), ...(weekday && { weekday }), ...place }];
  });
}

export function monthOf({ day }: SaidDay): number {
  return Number(day.slice(5, 7));
}

function weekdayIn(beside: string): Weekday | undefined {
  const found = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(beside)?.[1];
  if (!found) return undefined;
  return (WEEKDAYS.indexOf(found === '天' ? '日' : found) + 1) as Weekday;
}

function isDay(day: Day): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
