import { decide } from '../../domain/decision.ts';
import type { DutyLeave } from '../../domain/duty/absences/leave.ts';
import { awayOn, shiftsDuring } from '../../domain/duty/absences/read-leaves.ts';
import { plannersOf } from '../../domain/duty/planners.ts';
import { leaveClashText } from '../../domain/wording/absence.ts';
import { defineReminder } from '../reminder.ts';

/** The day before somebody is away: whoever plans hears of the shifts for which nobody else has been named yet. */
export const leaveNear = defineReminder<DutyLeave>({
  thing: 'leave',
  step: 'leave-near',

  async fire(leave, { read, office, text, occurrence, now, step }) {
    const shifts = await shiftsDuring(leave, read);
    const today = read.calendar.dayOf(now);
    const without = new Set([...(await awayOn(today, read)), leave.person]);
    const say = [...new Set(shifts.map(({ unit }) => unit))].flatMap((unit) => {
      const own = shifts.filter((shift) => shift.unit === unit);
      return plannersOf(office, unit, today, without).map(({ id }) => ({
        to: id,
        class: 'L2' as const,
        text: leaveClashText(leave, own, text),
        once: `${occurrence}.${unit}.${id}`,
        of: leave.id,
        ...(step.untilAt && { notAfterAt: step.untilAt }),
      }));
    });
    return decide({ say });
  },
});
