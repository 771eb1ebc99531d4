import type { Calendar } from '../../../calendar/calendar.ts';
import type { Step } from '../../../step.ts';
import type { Day, Thing } from '../../../thing.ts';
import type { CheckPolicy } from '../policy.ts';

/** A night in which somebody was asked: in the morning its figures are told once. The night is named by the day it ends on. */
export interface CheckNight extends Thing {
  readonly type: 'check-night';
  readonly day: Day;
  readonly summaryAt: Date;
}

export function nightAgenda({ summaryAt }: CheckNight): Step[] {
  return [{ at: summaryAt, step: 'summary', track: 'summary', kind: 'act' }];
}

/** The night a moment belongs to, on Shanghai's clock; undefined by day. */
export function nightOf(at: Date, policy: CheckPolicy, calendar: Calendar): Day | undefined {
  const [from, to] = policy.draw.nightWindow.split('-') as [string, string];
  const clock = calendar.clockOf(at);
  const day = calendar.dayOf(at);
  if (from <= to) return from <= clock && clock < to ? day : undefined;
  if (clock >= from) return calendar.addDays(day, 1);
  return clock < to ? day : undefined;
}

export function checkNight(day: Day, policy: CheckPolicy, calendar: Calendar, now: Date): CheckNight {
  const summaryAt = calendar.at(day, policy.nightSummary);
  return { id: `check-night.${day}`, type: 'check-night', day, summaryAt, handledAt: now };
}
