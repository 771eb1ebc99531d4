import { statutoryBreaks } from '../../../domain/calendar/statutory-days.ts';
import type { Day } from '../../../domain/thing.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import { exists } from '../time/days.ts';
import type { FoundTime } from '../time/found.ts';
import { isNow } from './telling.ts';

/** One day or several that follow each other, as somebody named them. */
export interface DaysSaid extends Span {
  readonly first: Day;
  readonly last: Day;
}

/** A longer stretch is a season, not the days of somebody's shifts. */
const MOST_DAYS = 31;
const FESTIVAL_ITSELF = gated(/^(?:节)?(?:当天|当日|那天|那一天)/);
const ITSELF_READ = /(?:当天|当日|那天)$/;
const BARE_DAY = /^(\d{1,2})[日号]$/;

/** The days that a message names, in the order of speaking; limits and rules are none. Shanghai days. */
export function daysSaid(heard: Heard): DaysSaid[] {
  const said: DaysSaid[] = [];
  for (const time of heard.times.times) {
    const days = daysOf(heard, time, said[said.length - 1]);
    const last = said[said.length - 1];
    if (!days || (last && days.from < last.to)) continue;
    said.push(days);
  }
  return said;
}

/** Every single day of what was named, each once. */
export function eachDay(heard: Heard, said: readonly DaysSaid[]): Day[] {
  const { calendar } = heard.input;
  const days = said.flatMap(({ first, last }) => {
    const count = Math.min(calendar.daysBetween(first, last), MOST_DAYS - 1);
    return Array.from({ length: count + 1 }, (_, index) => calendar.addDays(first, index));
  });
  return [...new Set(days)];
}

function daysOf(heard: Heard, time: FoundTime, before: DaysSaid | undefined): DaysSaid | undefined {
  const { calendar } = heard.input;
  const { read, from, to } = time;
  if (!read.startAt || read.kind === 'deadline' || read.kind === 'recurrence') return undefined;
  if (isNow(heard, read.startAt)) return undefined;
  const first = calendar.dayOf(read.startAt);
  const last = read.endAt ? calendar.dayOf(read.endAt) : first;
  const itself = FESTIVAL_ITSELF.exec(heard.text.slice(to, to + 4));
  if (first !== last && (itself || ITSELF_READ.test(heard.text.slice(from, to))))
    return { ...oneDay(festivalIn(first, last, heard)), from, to: to + (itself?.[0].length ?? 0) };
  const sameMonth = before && first === last ? inMonthOf(before, first, heard.text.slice(from, to)) : undefined;
  return sameMonth ? { ...oneDay(sameMonth), from, to } : { first, last, from, to };
}

function oneDay(day: Day) {
  return { first: day, last: day };
}

/** 国庆当天 is the first of its days off, 春节当天 the day after 除夕. */
function festivalIn(first: Day, last: Day, { input }: Heard): Day {
  const festival = statutoryBreaks(Number(first.slice(0, 4))).find(({ from }) => from >= first && from <= last);
  if (!festival) return first;
  return festival.name.startsWith('春节') ? input.calendar.addDays(festival.from, 1) : festival.from;
}

/** 10月3日的班换5日: the second day lies in the month of the first. */
function inMonthOf({ last }: DaysSaid, day: Day, words: string): Day | undefined {
  const bare = BARE_DAY.exec(words.replace(/\s/g, ''));
  if (!bare || day >= last) return undefined;
  // 31日 after a day of February stays the day it was read as.
  const [year = 0, month = 0] = last.split('-').map(Number);
  return exists(year, month, Number(bare[1])) ? `${last.slice(0, 8)}${bare[1]!.padStart(2, '0')}` : undefined;
}
