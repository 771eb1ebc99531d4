import { type Decision, decide } from '../decision.ts';
import type { Reading } from '../reading.ts';
import type { Day, ThingId } from '../thing.ts';
import { DESK, momentsAfter, type PeriodDesk } from './desk.ts';
import { closed, movedTo, PERIODS, type Period, periodFrom } from './period.ts';
import type { Run } from './run.ts';
import { runsBetween } from './runs.ts';

/** The first reminder of a period is 15 days before it, and moves further where a long break lies before that. */
const DAYS_AHEAD = 60;
/** Closing work may wait for the end of a long break. */
const DAYS_BACK = 20;

/** What should be there now, and what of it differs from what is. */
export interface PeriodPlan {
  readonly periods: readonly Period[];
  readonly desk: PeriodDesk;
  readonly save: readonly (Period | PeriodDesk)[];
  readonly drop: readonly ThingId[];
}

/**
 * Which periods should exist now and in the next weeks, and when the office is to be reminded. Follows from calendar, settings
 * and entered days alone: asked as often as one likes it changes nothing, and after a change of any of them it sets right what
 * has not begun, ends what should not run, and reminds of the new days only.
 */
export async function planPeriods(read: Reading): Promise<PeriodPlan> {
  const { calendar, policy, now } = read;
  const today = calendar.dayOf(now);
  const { periods: own } = await read.office();
  const terms = { calendar, policy, own: own.values() };
  const runs = runsBetween(calendar.addDays(today, -DAYS_BACK), calendar.addDays(today, DAYS_AHEAD), terms);
  const known = await read.members<Period>(PERIODS);
  const desk = await read.thing<PeriodDesk>(DESK);

  const { periods, drop } = settled(known, runs, { today, now, ladders: policy.keyPeriods.ladders });
  const moved = deskAt(desk, periods, today, now, read);
  return {
    periods,
    desk: moved,
    save: [...periods.filter((period) => !known.includes(period)), ...(moved === desk ? [] : [moved])],
    drop,
  };
}

/** The plan as a decision; undefined where everything is as it should be. */
export function planDecision({ save, drop }: PeriodPlan): Decision | undefined {
  return save.length + drop.length > 0 ? decide({ save, drop }) : undefined;
}

interface Now {
  readonly today: Day;
  readonly now: Date;
  readonly ladders: Reading['policy']['keyPeriods']['ladders'];
}

function settled(known: readonly Period[], runs: readonly Run[], { today, now, ladders }: Now) {
  const byId = new Map(known.map((period) => [period.id, period]));
  const wanted = runs.flatMap((run) => {
    const period = byId.get(run.id);
    if (period) return [movedTo(run, period, today, now)];
    // What was over before anybody looked leaves nothing to be done.
    return run.toDay < today ? [] : [periodFrom(run, ladders[run.level], today, now)];
  });
  const ids = new Set(runs.map(({ id }) => id));
  const others = known.filter(({ id }) => !ids.has(id));
  const gone = others.filter(({ state, warning }) => state === 'planned' && !warning);
  const ended = others
    .filter((period) => !gone.includes(period))
    .map((period) => (period.state === 'open' && !period.warning ? endedNow(period, today, now) : period));
  return { periods: [...wanted, ...ended], drop: gone.map(({ id }) => id) };
}

/** It runs, and should not: its days were taken back, or the office observes it no more. */
function endedNow(period: Period, today: Day, now: Date): Period {
  return { ...closed(period, now), toDay: today };
}

function deskAt(
  desk: PeriodDesk | undefined,
  periods: readonly Period[],
  today: Day,
  now: Date,
  { calendar }: Reading,
): PeriodDesk {
  const toldDay = desk?.toldDay ?? calendar.addDays(today, -1);
  const moments = momentsAfter(toldDay, periods, calendar);
  const isSame = desk && JSON.stringify(desk.moments) === JSON.stringify(moments);
  return isSame ? desk : { ...(desk ?? { id: DESK, type: 'period-desk', toldDay, handledAt: now }), moments };
}
