import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../thing.ts';

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** What a wall calendar prints under each day of a civil year: 初二, 十五, 廿三; on the first of a lunar month its name, 腊月, 闰五月. */
export function lunarDaysIn(year: number, calendar: Calendar): ReadonlyMap<Day, string> {
  const months = [year - 1, year].flatMap((lunarYear) => monthsOf(lunarYear, calendar));
  const starts = new Map(months.map(({ first, name }) => [first, name]));
  const names = new Map<Day, string>();
  let inMonth = 0;
  // The last lunar month of the year before begins in December at the latest.
  for (let day = `${year - 1}-11-01`; day <= `${year}-12-31`; day = calendar.addDays(day, 1)) {
    const name = starts.get(day);
    inMonth = name ? 1 : inMonth + 1;
    if (day >= `${year}-01-01`) names.set(day, name ?? dayName(inMonth));
  }
  return names;
}

function monthsOf(lunarYear: number, calendar: Calendar): { readonly first: Day; readonly name: string }[] {
  return MONTHS.flatMap((name, index) => {
    const leap = leapMonth(lunarYear, index + 1, calendar);
    return [
      { first: calendar.lunarDay(lunarYear, index + 1, 1), name: `${name}月` },
      ...(leap ? [{ first: leap, name: `闰${name}月` }] : []),
    ];
  });
}

/** Most months have none; the calendar refuses a date that does not exist. */
function leapMonth(lunarYear: number, month: number, calendar: Calendar): Day | undefined {
  try {
    return calendar.lunarDay(lunarYear, -month, 1);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** 初一 to 三十. */
function dayName(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day < 20) return `十${DIGITS[day - 10]}`;
  if (day === 20) return '二十';
  return day === 30 ? '三十' : `廿${DIGITS[day - 20]}`;
}
