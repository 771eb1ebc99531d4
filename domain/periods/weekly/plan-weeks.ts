import { type Decision, decide } from '../../decision.ts';
import type { Reading } from '../../reading.ts';
import { PERIODS, type Period } from '../period.ts';
import { collectsIn, fridayOf, type Week, weekOf } from './week.ts';
import { askAtOf, type WeeklyAsk, weeklyAskId } from './weekly-ask.ts';

/** This week and so many after it: over the longest break with a working day to spare. */
const WEEKS_AHEAD = 3;

/**
 * What is to be filed or taken back for the coming weeks, from the periods there are: one asking for each week in which some
 * period collects. Undefined where all is as it should be; a week that was settled, or whose moment has come, is left alone.
 */
export async function planWeeks(read: Reading): Promise<Decision | undefined> {
  const { calendar, now, policy } = read;
  const first = fridayOf(calendar.dayOf(now), calendar);
  const fridays = Array.from({ length: WEEKS_AHEAD }, (_, index) => calendar.addDays(first, 7 * index));
  const known = await read.things<WeeklyAsk>(fridays.map(weeklyAskId));
  const periods = await read.members<Period>(PERIODS);

  const save: WeeklyAsk[] = [];
  const drop: string[] = [];
  for (const friday of fridays) {
    const id = weeklyAskId(friday);
    const filed = known.find((ask) => ask.id === id);
    if (filed && (filed.doneAt || askAtOf(filed, calendar) <= now)) continue;
    const week = weekOf(friday, calendar);
    const isWanted = week !== undefined && periods.some((period) => collectsIn(period, week));
    if (!isWanted) {
      if (filed) drop.push(id);
      continue;
    }
    const ask: WeeklyAsk = { id, type: 'weekly-ask', ...week, terms: policy.keyPeriods.weekly, handledAt: now };
    if (askAtOf(ask, calendar) <= now) continue;
    if (!filed) save.push(ask);
    else if (!isSameWeek(filed, week)) save.push({ ...filed, ...week });
  }
  return save.length + drop.length > 0 ? decide({ save, drop }) : undefined;
}

/** Days off that were entered meanwhile move it. */
function isSameWeek(filed: Week, { askDay, dueDay }: Week): boolean {
  return filed.askDay === askDay && filed.dueDay === dueDay;
}
