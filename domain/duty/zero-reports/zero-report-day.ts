import type { Day, Thing, ThingId } from '../../thing.ts';
import type { ZeroReportLadder } from './policy.ts';

/** A day on which reports are asked for: what the room and the office hear of all units together, each once. */
export interface ZeroReportDay extends Thing {
  readonly type: 'zero-report-day';
  readonly day: Day;
  readonly ladder: ZeroReportLadder;
  /** After an outage: until then nobody is called missing. */
  readonly heldUntilAt?: Date;
  /** When it was settled who has not reported. */
  readonly listedAt?: Date;
  /** When the room heard the figures. */
  readonly saidAt?: Date;
}

export function zeroReportDayId(day: Day): ThingId {
  return `zero-report-day.${day}`;
}

export function newZeroReportDay(day: Day, ladder: ZeroReportLadder, now: Date): ZeroReportDay {
  return { id: zeroReportDayId(day), type: 'zero-report-day', day, ladder, handledAt: now };
}
