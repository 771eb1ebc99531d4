import { type Day, lastPart, type Thing, type ThingId } from '../thing.ts';

/**
 * 试运行 of one unit: from the first day on which its first roster puts anybody on duty, for whole Shanghai days. While it runs the
 * unit is reminded and never counted, and nobody above it hears of anything.
 */
export interface Trial extends Thing {
  readonly type: 'trial';
  readonly unit: ThingId;
  readonly fromDay: Day;
  /** The last day of it; the unit counts from the midnight that follows. */
  readonly untilDay: Day;
  /** Who set the last day by word; a later roster does not move it then. */
  readonly setBy?: ThingId;
  readonly endedAt?: Date;
  /** Absent where it ended by itself. */
  readonly endedBy?: ThingId;
}

export function trialId(unit: ThingId): ThingId {
  return `trial.${lastPart(unit)}`;
}

/** 第一次练习 LX01: any sentence of the person answers it; it is gone once answered or lapsed and appears in no figure. */
export interface Practice extends Thing {
  readonly type: 'practice';
  readonly no: string;
  readonly unit: ThingId;
  readonly person: ThingId;
  readonly dueAt: Date;
}

export function practiceId(no: string): ThingId {
  return `practice.${no}`;
}

/** So far ahead of today a trial may be drawn out at most. */
export const MOST_TRIAL_DAYS = 31;

/** The last of so many whole days. At least one, whatever is set. */
export function lastTrialDay(fromDay: Day, days: number, addDays: (day: Day, days: number) => Day): Day {
  return addDays(fromDay, Math.max(1, days) - 1);
}

/** Whether a shift that begins on this day belongs to the trial. */
export function isTrialDay(trial: Pick<Trial, 'fromDay' | 'untilDay' | 'endedAt'> | undefined, day: Day): boolean {
  return trial !== undefined && trial.endedAt === undefined && day <= trial.untilDay;
}
