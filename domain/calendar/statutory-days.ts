import type { Holiday } from './calendar.ts';
import { dayNumber, dayText } from './civil-day.ts';
import { lunarDay, qingming } from './lunar.ts';

/**
 * The thirteen statutory days of a year as breaks, in order; festivals that touch or coincide are one break.
 * 《全国年节及纪念日放假办法》 as revised by 国务院令第795号, applied to every year alike.
 */
export function statutoryBreaks(year: number): Holiday[] {
  const springFestival = lunarDay(year, 1, 1);
  const breaks = [
    holiday('元旦', dayNumber(`${year}-01-01`), 1),
    holiday('春节', springFestival - 1, 4),
    holiday('清明节', qingming(year), 1),
    holiday('劳动节', dayNumber(`${year}-05-01`), 2),
    holiday('端午节', lunarDay(year, 5, 5), 1),
    holiday('国庆节', dayNumber(`${year}-10-01`), 3),
    holiday('中秋节', lunarDay(year, 8, 15), 1),
  ];
  return breaks.toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from)).reduce(joinTouching, []);
}

function holiday(name: string, from: number, days: number): Holiday {
  return { name, from: dayText(from), to: dayText(from + days - 1) };
}

function joinTouching(joined: Holiday[], next: Holiday): Holiday[] {
  const last = joined.at(-1);
  if (!last || dayNumber(next.from) > dayNumber(last.to) + 1) return [...joined, next];

  const to = dayText(Math.max(dayNumber(last.to), dayNumber(next.to)));
  return [...joined.slice(0, -1), { name: `${last.name}、${next.name}`, from: last.from, to }];
}
