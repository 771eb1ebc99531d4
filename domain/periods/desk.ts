import type { Calendar } from '../calendar/calendar.ts';
import type { Step } from '../step.ts';
import type { Day, Thing } from '../thing.ts';
import type { Period } from './period.ts';
import { type PeriodStep, stepsOf } from './steps.ts';

/**
 * The office's agenda of all key periods together: at most one moment a day, so that several periods make one message. It holds
 * moments only; what is to be said is worked out from the periods when the moment has come.
 */
export interface PeriodDesk extends Thing {
  readonly type: 'period-desk';
  readonly moments: readonly DeskMoment[];
  /** The last day of which everything has been said. */
  readonly toldDay: Day;
}

export interface DeskMoment {
  readonly day: Day;
  readonly at: Date;
}

/** What is to be said of one period on one day. */
export interface DueStep extends PeriodStep {
  readonly period: Period;
}

export const DESK = 'period-desk.office';

export function deskAgenda({ moments }: PeriodDesk): Step[] {
  return moments.map(({ at }) => ({ at, step: 'day', track: 'day', kind: 'tell' }));
}

/** The first moment of every day after `told` on which some period has something to be done. */
export function momentsAfter(told: Day, periods: readonly Period[], calendar: Calendar): DeskMoment[] {
  const first = new Map<Day, DeskMoment>();
  const ahead = periods.flatMap((period) => wanted(period, calendar)).filter(({ day }) => day > told);
  for (const { day, at } of ahead) {
    const known = first.get(day);
    if (!known || at < known.at) first.set(day, { day, at });
  }
  return [...first.values()].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * What is to be said today: everything of today, at whatever clock, and of days that an outage swallowed the last of each
 * period, unless its time has passed.
 */
export function dueOn(today: Day, told: Day, periods: readonly Period[], calendar: Calendar): DueStep[] {
  return periods.flatMap((period) => {
    const due = wanted(period, calendar).filter((step) => told < step.day && step.day <= today);
    const useful = due.filter((step) => step.day === today || !isOverBy(today, step, period));
    const last = useful.at(-1)?.day;
    return useful.filter(({ day }) => day === last).map((step) => ({ ...step, period }));
  });
}

/** What is collected on one day is not collected on another, and nobody prepares what has begun. */
function isOverBy(today: Day, { day, step }: PeriodStep, { fromDay }: Period): boolean {
  if (step === 'ledger' || step === 'progress') return true;
  return day < fromDay && fromDay <= today;
}

/** Steps that lie before a period was filed or moved are none of this run's. */
function wanted(period: Period, calendar: Calendar): PeriodStep[] {
  const { basisAt } = period;
  return stepsOf(period, calendar).filter(({ at }) => !basisAt || at > basisAt);
}
