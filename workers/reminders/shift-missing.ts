import { chiefDeskOf, chiefOfficers, dutyLeaders, reachable } from '../../domain/duty/duty-people.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { holdersOf } from '../../domain/people/posts.ts';
import { gapText, missingEscalatedText, notTakenOverText, stayOnText } from '../../domain/wording/duty.ts';
import type { ReminderContext } from '../reminder.ts';
import { defineShiftTelling, plannedOf, stayingOn } from './shift-tells.ts';

/** Nobody has taken over: first the two it concerns, then the leader in charge, then who is on duty above; and, long before, a gap. */
export const shiftMissing = [
  defineShiftTelling('not-taken-over', async (shift, context) => {
    const planned = plannedOf(shift, context);
    const staying = (await stayingOn(shift, context)).filter((person) => !shift.people.includes(person));
    return [
      { to: planned, text: notTakenOverText(shift, context.text) },
      { to: reachable(context.office, staying), text: stayOnText(shift, context.text) },
    ];
  }),
  defineShiftTelling('missing-duty-leader', async (shift, context) => {
    const shifts = await shiftsNear(shift.unit, context.now, context.read);
    const leaders = dutyLeaders(shifts, sought(shift, context)).filter(({ id }) => !shift.people.includes(id));
    return [{ to: leaders, text: await escalated(shift, context) }];
  }),
  defineShiftTelling('missing-chief-officer', async (shift, context) => {
    const desk = chiefDeskOf(context.office, shift.unit);
    const deskShifts = desk ? await shiftsNear(desk.id, context.now, context.read) : [];
    const except = [...shift.people, ...(await stayingOn(shift, context))];
    const chiefs = chiefOfficers(deskShifts, sought(shift, context), except);
    return [{ to: chiefs, text: await escalated(shift, context) }];
  }),
  defineShiftTelling('gap-ahead', async (shift, context) => {
    const planners = holdersOf(context.office, shift.unit, 'liaison', context.read.calendar.dayOf(context.now));
    const ids = planners.map(({ id }) => id);
    return [{ to: reachable(context.office, ids).slice(0, 1), text: gapText(gapOf(shift), context.text) }];
  }),
];

async function escalated(shift: Shift, context: ReminderContext): Promise<string> {
  return missingEscalatedText(shift, await stayingOn(shift, context), context.text);
}

function sought({ unit }: Shift, { office, now, read }: ReminderContext) {
  return { office, unit, at: now, day: read.calendar.dayOf(now) };
}

/** A shift without people is a gap of its own length. */
function gapOf(shift: Shift) {
  const { unit, layer, startAt, endAt } = shift;
  const minutes = (endAt.getTime() - startAt.getTime()) / 60_000;
  return { unit, layer, fromAt: startAt, toAt: endAt, minutes, unfilled: [shift] };
}
