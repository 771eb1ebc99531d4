import type { Calendar, Holiday, Weekday } from '../calendar/calendar.ts';
import { statutoryBreaks } from '../calendar/statutory-days.ts';
import type { Day } from '../thing.ts';
import type { YearDays } from './holiday-year.ts';
import type { HolidayNotice, NoticeHoliday } from './notice.ts';

/** Why a year's days cannot be taken as they are. */
export type YearTrouble =
  | { readonly what: 'missing'; readonly names: readonly string[] }
  | { readonly what: 'unread'; readonly written: string }
  | { readonly what: 'count'; readonly name: string; readonly said: number; readonly counted: number }
  | { readonly what: 'order'; readonly name: string }
  | { readonly what: 'overlap'; readonly names: readonly [string, string] }
  | { readonly what: 'other-year'; readonly day: Day }
  | { readonly what: 'statutory'; readonly name: string; readonly days: readonly Day[] }
  | { readonly what: 'not-weekend'; readonly day: Day }
  | { readonly what: 'in-break'; readonly day: Day; readonly name: string }
  | { readonly what: 'twice'; readonly day: Day };

/** What a person has to look at before it is confirmed: it may be so all the same. */
export type YearQuestion =
  | { readonly what: 'weekday'; readonly day: Day; readonly said: Weekday }
  | { readonly what: 'balance'; readonly extra: number; readonly madeUp: number };

export interface JudgedNotice {
  readonly days: YearDays;
  readonly troubles: readonly YearTrouble[];
  readonly questions: readonly YearQuestion[];
}

/** Each of them needs a break of its own or shares one (《全国年节及纪念日放假办法》第二条). */
const FESTIVALS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

/** The days off of a notice, everything that is wrong with them at once, and what is to be asked. */
export function judgeNotice(notice: HolidayNotice, calendar: Calendar): JudgedNotice {
  const days = daysOf(notice, calendar);
  const weekdays = notice.holidays.flatMap((holiday) => holiday.weekdays);
  const { troubles, questions } = judgeYear(notice.year, days, calendar);
  return {
    days,
    troubles: [
      ...notice.unread.map((written) => ({ what: 'unread', written }) as const),
      ...notice.holidays.flatMap((holiday) => countTrouble(holiday, calendar)),
      ...twice(notice.holidays.flatMap(({ makeUpDays }) => makeUpDays)),
      ...troubles,
    ],
    questions: [
      ...weekdays
        .filter(({ day, said }) => calendar.weekday(day) !== said)
        .map(({ day, said }) => ({ what: 'weekday', day, said }) as const),
      ...questions,
    ],
  };
}

/** The same for days that were corrected by hand, where nothing was said besides them. */
export function judgeYear(year: number, days: YearDays, calendar: Calendar): Omit<JudgedNotice, 'days'> {
  const missing = FESTIVALS.filter((name) => !days.breaks.some((holiday) => holiday.name.includes(name)));
  const inOrder = days.breaks.every(({ from, to }) => from <= to);
  return {
    troubles: [
      ...(missing.length > 0 ? [{ what: 'missing', names: missing } as const] : []),
      ...days.breaks.filter(({ from, to }) => from > to).map(({ name }) => ({ what: 'order', name }) as const),
      ...overlaps(days.breaks),
      ...otherYears(year, days),
      ...(inOrder ? statutoryTroubles(year, days, missing) : []),
      ...days.makeUpDays.flatMap((day) => makeUpTrouble(day, days, calendar)),
    ],
    questions: inOrder && missing.length === 0 ? balance(year, days, calendar) : [],
  };
}

function daysOf({ holidays }: HolidayNotice, calendar: Calendar): YearDays {
  const breaks = holidays.flatMap(({ name, spans, joinsWeekend }) =>
    spans.map(({ from, to }) => ({
      name: breakName(name),
      ...(joinsWeekend ? withWeekend(from, to, calendar) : { from, to }),
    })),
  );
  return {
    breaks: breaks.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)),
    makeUpDays: [...new Set(holidays.flatMap(({ makeUpDays }) => makeUpDays))].toSorted(),
  };
}

/** 五一, 清明 and 国庆 by the names that the product uses for them. */
export function breakName(written: string): string {
  const full = (name: string) => {
    const plain = name.replace('国际劳动节', '劳动节').replace('五一', '劳动节');
    return /^(?:清明|端午|中秋|国庆)$/.test(plain) ? `${plain}节` : plain;
  };
  return written.split('、').map(full).join('、');
}

function withWeekend(from: Day, to: Day, calendar: Calendar): { from: Day; to: Day } {
  const reach = (day: Day, step: 1 | -1): Day => {
    const next = calendar.addDays(day, step);
    return calendar.weekday(next) > 5 ? reach(next, step) : day;
  };
  return { from: reach(from, -1), to: reach(to, 1) };
}

/** 共8天 counts all days of the break; 放假1天，与周末连休 only those that are said. */
function countTrouble({ name, spans, saidDays }: NoticeHoliday, calendar: Calendar): YearTrouble[] {
  const counted = spans.reduce((sum, { from, to }) => sum + calendar.daysBetween(from, to) + 1, 0);
  return saidDays === undefined || saidDays === counted ? [] : [{ what: 'count', name, said: saidDays, counted }];
}

function twice(days: readonly Day[]): YearTrouble[] {
  return [...new Set(days.filter((day, index) => days.indexOf(day) < index))].map((day) => ({ what: 'twice', day }));
}

function overlaps(breaks: readonly Holiday[]): YearTrouble[] {
  return breaks.flatMap((holiday, index) => {
    const before = breaks[index - 1];
    return before && holiday.from <= before.to
      ? [{ what: 'overlap', names: [before.name, holiday.name] } as const]
      : [];
  });
}

/** An arrangement may begin in the December before its year. */
function otherYears(year: number, { breaks, makeUpDays }: YearDays): YearTrouble[] {
  const days = [...breaks.flatMap(({ from, to }) => (from === to ? [from] : [from, to])), ...makeUpDays];
  const belongs = (day: Day) => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);
  return days.filter((day) => !belongs(day)).map((day) => ({ what: 'other-year', day }));
}

/** The notice moves days about; none of the thirteen may be missing from it. */
function statutoryTroubles(year: number, { breaks }: YearDays, missing: readonly string[]): YearTrouble[] {
  return statutoryBreaks(year)
    .filter(({ name }) => !missing.some((festival) => name.includes(festival)))
    .flatMap((holiday) => {
      const worked = daysIn(holiday).filter((day) => !breaks.some(({ from, to }) => from <= day && day <= to));
      return worked.length > 0 ? [{ what: 'statutory', name: holiday.name, days: worked } as const] : [];
    });
}

function makeUpTrouble(day: Day, { breaks }: YearDays, calendar: Calendar): YearTrouble[] {
  const holiday = breaks.find(({ from, to }) => from <= day && day <= to);
  if (holiday) return [{ what: 'in-break', day, name: holiday.name }];
  return calendar.weekday(day) < 6 ? [{ what: 'not-weekend', day }] : [];
}

/**
 * 调休 moves weekends and makes none: working days that are off, without the statutory ones, are as many as the days made up and
 * the statutory days that fall on a weekend.
 */
function balance(year: number, { breaks, makeUpDays }: YearDays, calendar: Calendar): YearQuestion[] {
  const isWeekend = (day: Day) => calendar.weekday(day) > 5;
  const statutory = new Set(statutoryBreaks(year).flatMap(daysIn));
  const extra =
    breaks.flatMap(daysIn).filter((day) => !isWeekend(day) && !statutory.has(day)).length -
    [...statutory].filter(isWeekend).length;
  return extra === makeUpDays.length ? [] : [{ what: 'balance', extra, madeUp: makeUpDays.length }];
}

/** Every day of a break. */
export function daysIn({ from, to }: Pick<Holiday, 'from' | 'to'>): Day[] {
  const days: Day[] = [];
  for (let ms = Date.parse(`${from}T00:00:00Z`); ms <= Date.parse(`${to}T00:00:00Z`); ms += 86_400_000)
    days.push(new Date(ms).toISOString().slice(0, 10));
  return days;
}
