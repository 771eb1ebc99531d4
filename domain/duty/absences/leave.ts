import type { AgendaContext } from '../../kind.ts';
import type { Step } from '../../step.ts';
import type { Day, Thing, ThingId } from '../../thing.ts';
import { lastPart } from '../../thing.ts';
import type { Shift } from '../shift.ts';

/** 请假, 出差: days on which a person is not to be counted on, both included, by the Shanghai calendar. */
export interface DutyLeave extends Thing {
  readonly type: 'leave';
  readonly person: ThingId;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** As it was said: 出差, 年假. */
  readonly why: string;
  readonly filedBy: ThingId;
  readonly filedAt: Date;
  /** 销假 before it had begun: nothing is left of it. */
  readonly cancelledAt?: Date;
  /** Who said 销假, and the day that was the last until then. */
  readonly ended?: { readonly by: ThingId; readonly at: Date; readonly wasToDay: Day };
}

/** Longer than this nobody is away by one word in a chat: then the post itself changes. */
export const LONGEST_LEAVE_DAYS = 366;

/** The same first day said again corrects what was said before. */
export function leaveId(person: ThingId, fromDay: Day): ThingId {
  return `leave.${lastPart(person)}.${fromDay.replaceAll('-', '')}`;
}

/** 销假: back from that day on. What was already served of it stands. */
export function endLeave(
  leave: DutyLeave,
  { backDay, lastDay }: { readonly backDay: Day; readonly lastDay: Day },
  by: ThingId,
  at: Date,
): DutyLeave {
  const ended = { by, at, wasToDay: leave.toDay };
  if (backDay <= leave.fromDay) return { ...leave, ended, cancelledAt: at, basisAt: at };
  return { ...leave, toDay: lastDay, ended, basisAt: at };
}

/** The day before it begins, once: if somebody is still planned then, who plans hears of it again. */
export function leaveAgenda({ fromDay, cancelledAt }: DutyLeave, { calendar, policy }: AgendaContext): Step[] {
  if (cancelledAt) return [];
  const at = calendar.earlierInto(calendar.at(calendar.addDays(fromDay, -1), '16:00'), policy.windows.L2);
  return [{ at, step: 'leave-near', track: 'leave', kind: 'tell', untilAt: calendar.at(fromDay, '24:00') }];
}

/** Who hands over in the morning may be away from that day on. */
const MORNING_MS = 12 * 3_600_000;

/** Whether somebody of the shift would have to serve on a day of the leave; the morning on which a night ends is none. */
export function touches(
  { fromDay, toDay }: Pick<DutyLeave, 'fromDay' | 'toDay'>,
  { startAt, endAt }: Pick<Shift, 'startAt' | 'endAt'>,
  dayOf: (at: Date) => Day,
): boolean {
  const lastAt = new Date(Math.max(startAt.getTime(), endAt.getTime() - MORNING_MS));
  return dayOf(startAt) <= toDay && fromDay <= dayOf(lastAt);
}
