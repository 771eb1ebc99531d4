import type { Day, Thing, ThingId } from '../thing.ts';
import type { PeriodLadder, PeriodLevel } from './policy.ts';
import type { Run } from './run.ts';

/** 计划 → 进行中 → 已结束 → 已归档: with the last nothing of it is left to be done. */
export type PeriodState = 'planned' | 'open' | 'closed' | 'settled';

/** One run of a key period, from some weeks before its first day until its closing work is done. */
export interface Period extends Thing {
  readonly type: 'period';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: PeriodLevel;
  readonly long: boolean;
  readonly asks: string;
  readonly fromDay: Day;
  /** Of a warning that is in force nobody knows it. */
  readonly toDay?: Day;
  readonly provisional: boolean;
  readonly state: PeriodState;
  /** As it was when the period was filed: a change of the settings does not move what is running. */
  readonly ladder: PeriodLadder;
  readonly openedAt?: Date;
  readonly closedAt?: Date;
  readonly warning?: Warning;
}

/** What a person started, and has to end. */
export interface Warning {
  /** 暴雨; one that is raised or lowered is the same warning. */
  readonly hazard: string;
  readonly startedAt: Date;
  readonly startedBy: ThingId;
  /** Raised or lowered, in order. */
  readonly changes?: readonly WarningChange[];
  readonly endedAt?: Date;
  readonly endedBy?: ThingId;
}

/** One change of a warning in force: what it was until then. The first of them says what it began as. */
export interface WarningChange {
  readonly name: string;
  readonly level: PeriodLevel;
  readonly at: Date;
  readonly by: ThingId;
}

/** Periods that are ahead, running, or have closing work left. */
export const PERIODS = 'periods';

/** Warnings in force, and those that ended lately. */
export const WARNINGS = 'periods.warnings';

/** So many days after its last day nothing of a period is left to be done. */
const SETTLED_AFTER_DAYS = 21;

export function settlesOn(toDay: Day, addDays: (day: Day, days: number) => Day): Day {
  return addDays(toDay, SETTLED_AFTER_DAYS);
}

/** A period as the calendar has it, on the day it is filed; it may have begun already. */
export function periodFrom(run: Run, ladder: PeriodLadder, today: Day, now: Date): Period {
  const { id, name, aliases, level, long, asks, fromDay, toDay, provisional } = run;
  const isOpen = fromDay <= today;
  return {
    ...{ id, type: 'period', name, aliases, level, long, asks, fromDay, toDay, provisional, ladder },
    ...{ state: isOpen ? 'open' : 'planned', ...(isOpen && { openedAt: now }) },
    ...{ handledAt: now, basisAt: now },
  };
}

/** Moves a period to where the calendar has it now; the same object where nothing has changed. */
export function movedTo(run: Run, period: Period, today: Day, now: Date): Period {
  const { name, aliases, level, long, asks, fromDay, toDay, provisional } = run;
  const next = { name, aliases, level, long, asks, fromDay, toDay, provisional, state: stateOn(run, today) };
  const isSame = Object.entries(next).every(
    ([field, value]) => JSON.stringify(period[field as keyof Period]) === JSON.stringify(value),
  );
  if (isSame) return period;

  const hasMoved = fromDay !== period.fromDay || toDay !== period.toDay || level !== period.level;
  const { closedAt: _closed, openedAt: _opened, ...rest } = period;
  return {
    ...rest,
    ...next,
    ...(next.state !== 'planned' && { openedAt: period.openedAt ?? now }),
    ...(next.state === 'closed' && { closedAt: period.closedAt ?? now }),
    // What lies before the change was told of the days as they were.
    ...(hasMoved && { basisAt: now }),
  };
}

function stateOn({ fromDay, toDay }: Run, today: Day): PeriodState {
  if (today < fromDay) return 'planned';
  return today <= toDay ? 'open' : 'closed';
}

export function opened(period: Period, now: Date): Period {
  return { ...period, state: 'open', openedAt: now };
}

export function closed(period: Period, now: Date): Period {
  return { ...period, state: 'closed', closedAt: now };
}
