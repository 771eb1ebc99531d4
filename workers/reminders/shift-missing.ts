import { decide } from '../../domain/decision.ts';
import { awayOn } from '../../domain/duty/absences/read-leaves.ts';
import { chiefsNow, leadersNow } from '../../domain/duty/called-now.ts';
import { shiftsOfUnit } from '../../domain/duty/collections.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { shiftAgenda } from '../../domain/duty/shift-agenda.ts';
import { holdersOf } from '../../domain/people/posts.ts';
import { reachable } from '../../domain/people/reach.ts';
import { onlyTelling } from '../../domain/reading.ts';
import {
  gapDaysText,
  gapText,
  missingEscalatedText,
  notTakenOverText,
  reserveCalledText,
  stayOnText,
} from '../../domain/wording/duty.ts';
import { defineReminder, type ReminderContext } from '../reminder.ts';
import { defineShiftTelling, plannedOf, stayingOn, type Tellings } from './shift-tells.ts';

/** Rosters reach no further. */
const DAYS_TOLD = 62;

/** Nobody has taken over: first the two it concerns, then the leader in charge, then who is on duty above; and, long before, a gap. */
export const shiftMissing = [
  defineMissing('not-taken-over', async (shift, context) => {
    const planned = plannedOf(shift, context);
    const staying = (await stayingOn(shift, context)).filter((person) => !shift.people.includes(person));
    return [
      { to: planned, text: notTakenOverText(shift, context.text) },
      { to: reachable(context.office, staying), text: stayOnText(shift, context.text) },
    ];
  }),
  defineMissing('missing-duty-leader', async (shift, context) => {
    const leaders = (await leadersNow(shift.unit, context.read)).filter(({ id }) => !shift.people.includes(id));
    return [{ to: leaders, text: await escalated(shift, context) }];
  }),
  defineMissing('missing-chief-officer', async (shift, context) => {
    const except = [...shift.people, ...(await stayingOn(shift, context))];
    const chiefs = await chiefsNow(shift.unit, context.read, except);
    return [{ to: chiefs, text: await escalated(shift, context) }];
  }),
  defineMissing('missing-reserve', async (shift, { office, text, read, now }) => {
    const away = await awayOn(read.calendar.dayOf(now), read);
    const ready = (shift.reserve ?? []).filter((person) => !away.has(person));
    return [{ to: reachable(office, ready), text: reserveCalledText(shift, text) }];
  }),
  defineShiftTelling('gap-ahead', async (shift, context) => {
    const planners = holdersOf(context.office, shift.unit, 'liaison', context.read.calendar.dayOf(context.now));
    const [planner] = reachable(
      context.office,
      planners.map(({ id }) => id),
    );
    if (!planner) return [];
    const open = await openTogether(shift, context);
    if (open.length < 2) return [{ to: [planner], text: gapText(gapOf(shift), context.text) }];
    const once = `gap-ahead.${shift.unit}.${shift.layer}.${context.step.at.getTime()}`;
    return [{ to: [planner], text: gapDaysText(open, context.text), once }];
  }),
];

/**
 * A rung of the ladder when nobody has taken over. One that comes late shows that nobody kept time: what people wrote meanwhile is
 * let in first, and the ladder counts from now, or the office would be called out over posts that are all manned.
 */
function defineMissing(step: string, tellings: Tellings) {
  const telling = defineShiftTelling(step, tellings);
  return defineReminder<Shift>({
    thing: 'shift',
    step,
    fire: async (shift, context) =>
      context.late
        ? decide({ save: [{ ...shift, missingFromAt: context.now } as Shift] })
        : telling.fire(shift, context),
  });
}

async function escalated(shift: Shift, context: ReminderContext): Promise<string> {
  return missingEscalatedText(shift, await stayingOn(shift, context), context.text);
}

/** Shifts of the unit that are spoken of at the same moment because the same roster has left them open: one line for all of them. */
async function openTogether(shift: Shift, { read, step }: ReminderContext): Promise<Shift[]> {
  const { calendar, policy, now } = read;
  const lastDay = calendar.addDays(calendar.dayOf(now), DAYS_TOLD);
  const shifts = await shiftsOfUnit(shift.unit, calendar.dayOf(now), lastDay, onlyTelling(read));
  const isNow = (one: Shift) =>
    shiftAgenda(one, { calendar, policy }).some((other) => other.step === step.step && +other.at === +step.at);
  return shifts
    .filter((one) => one.layer === shift.layer && one.people.length === 0 && one.startAt > now && isNow(one))
    .sort((one, other) => one.startAt.getTime() - other.startAt.getTime());
}

/** A shift without people is a gap of its own length. */
function gapOf(shift: Shift) {
  const { unit, layer, startAt, endAt } = shift;
  const minutes = (endAt.getTime() - startAt.getTime()) / 60_000;
  return { unit, layer, fromAt: startAt, toAt: endAt, minutes, unfilled: [shift] };
}
