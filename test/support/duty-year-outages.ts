import type { DutyBook } from './duty-year-book.ts';
import type { Chance } from './duty-year-chance.ts';
import type { Outage } from './duty-year-player.ts';

/** Hours after 8:30 of a day, and how long: over a hand-over, over the check of the evening, half a day, over midnight, by day, a night and morning. */
const SHAPES = [
  { after: 23.4, hours: 1.6 },
  { after: 13.3, hours: 2 },
  { after: 3, hours: 12 },
  { after: 14, hours: 3 },
  { after: 2.5, hours: 2 },
  { after: 20, hours: 12 },
];
const DAYS_BETWEEN = 4;

/** Outages of every shape again and again, and one over the end of the year; by turns of the product and of the chat alone. */
export function drawOutages(chance: Chance, book: DutyBook, fromDay: string, toDay: string): Outage[] {
  const outages: Outage[] = [];
  const add = (day: string, { after, hours }: (typeof SHAPES)[number]) => {
    const fromMs = book.startMs(day) + after * 3_600_000 + chance.between(0, 1_200) * 1_000;
    const kind = outages.length % 3 === 2 ? 'offline' : 'away';
    outages.push({ fromMs, toMs: fromMs + hours * 3_600_000, kind });
  };
  let count = 0;
  for (
    let day = book.next(fromDay, 4);
    book.next(day, 3) < toDay;
    day = book.next(day, DAYS_BETWEEN + chance.between(0, 3))
  ) {
    if (!day.endsWith('-12-31') && !day.endsWith('-12-30')) add(day, SHAPES[count++ % SHAPES.length]!);
  }
  const newYearsEve = `${fromDay.slice(0, 4)}-12-31`;
  if (fromDay < newYearsEve && newYearsEve < toDay) add(newYearsEve, { after: 13, hours: 6 });
  return outages;
}
