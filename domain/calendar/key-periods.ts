import type { Day } from '../thing.ts';
import { dayNumber, dayText, weekdayOf } from './civil-day.ts';
import { lunarDay } from './lunar.ts';

/**
 * When a key period is each year. `MM-DD` of the Gregorian calendar; an end before its start lies in the next year. `weekOf`
 * is the Monday-to-Sunday week around a day.
 */
export type KeyPeriodRule =
  | { readonly start: string; readonly end: string }
  | { readonly startDaysBeforeSpringFestival: number; readonly days: number }
  | { readonly weekOf: string };

/** A stretch of the year that offices speak of by name: 汛期, 春运. */
export interface KeyPeriod {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly rule: KeyPeriodRule;
}

const fixed = (name: string, start: string, end: string, ...aliases: string[]): KeyPeriod => ({
  name,
  aliases,
  rule: { start, end },
});

/** How the names are read where the office has set nothing else; an office's own season replaces 汛期. */
export const DEFAULT_KEY_PERIODS: readonly KeyPeriod[] = [
  fixed('全国两会', '03-04', '03-12', '两会', '全国"两会"', '"两会"'),
  { name: '春运', aliases: ['春运期'], rule: { startDaysBeforeSpringFestival: 15, days: 40 } },
  fixed('汛期', '05-01', '09-30', '防汛期', '汛'),
  fixed('主汛期', '06-01', '08-31'),
  fixed('防汛关键期', '07-16', '08-15', '七下八上'),
  { name: '防灾减灾周', aliases: ['防灾减灾宣传周'], rule: { weekOf: '05-12' } },
  fixed('安全生产月', '06-01', '06-30', '安全月', '安全生产宣传月'),
  fixed('高考', '06-07', '06-10'),
  fixed('暑期', '07-01', '08-31', '暑假', '暑假期'),
  fixed('高温季节', '06-01', '09-30', '高温期', '高温季'),
  fixed('开学季', '08-25', '09-10'),
  fixed('消防宣传月', '11-01', '11-30', '消防月', '消防安全宣传月'),
  fixed('冬春火灾防控', '11-01', '03-31', '冬春火灾防控期', '今冬明春火灾防控', '冬春防火期'),
  fixed('安全生产法宣传周', '12-01', '12-07'),
];

/** Tables that were made before, by what they were made from: whoever reads texts works from the table itself, once. */
const made = new Map<string, readonly KeyPeriod[]>();
const MOST_MADE = 50;

/** Names and aliases as in `DEFAULT_KEY_PERIODS`, with the office's own rules in their place and its further periods added. The same table for the same rules. */
export function keyPeriodsWith(own: Readonly<Record<string, KeyPeriodRule>>): readonly KeyPeriod[] {
  if (Object.keys(own).length === 0) return DEFAULT_KEY_PERIODS;
  const key = JSON.stringify(own);
  const periods = made.get(key) ?? tableWith(own);
  if (made.size >= MOST_MADE) made.clear();
  made.set(key, periods);
  return periods;
}

function tableWith(own: Readonly<Record<string, KeyPeriodRule>>): readonly KeyPeriod[] {
  const further = Object.keys(own).filter((name) => !DEFAULT_KEY_PERIODS.some((period) => period.name === name));
  return [
    ...DEFAULT_KEY_PERIODS.map((period) => {
      const rule = own[period.name];
      return rule ? { ...period, rule } : period;
    }),
    ...further.map((name) => ({ name, aliases: [], rule: own[name]! })),
  ];
}

/** First and last day of the period that begins in a civil year (春运: of that year's Spring Festival). */
export function keyPeriodIn({ rule }: KeyPeriod, year: number): { readonly from: Day; readonly to: Day } {
  if ('weekOf' in rule) {
    const day = dayNumber(`${year}-${rule.weekOf}`);
    const monday = day + 1 - weekdayOf(day);
    return { from: dayText(monday), to: dayText(monday + 6) };
  }
  if ('days' in rule) {
    const first = lunarDay(year, 1, 1) - rule.startDaysBeforeSpringFestival;
    return { from: dayText(first), to: dayText(first + rule.days - 1) };
  }
  const ends = rule.end < rule.start ? year + 1 : year;
  return { from: `${year}-${rule.start}`, to: `${ends}-${rule.end}` };
}
