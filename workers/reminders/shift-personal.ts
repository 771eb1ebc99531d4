import { shiftsOfUnit } from '../../domain/duty/collections.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { whoIsOnDuty } from '../../domain/duty/who.ts';
import { reachable } from '../../domain/people/reach.ts';
import { onlyTelling } from '../../domain/reading.ts';
import type { ThingId } from '../../domain/thing.ts';
import {
  dutyAheadText,
  dutyNewText,
  dutySoonText,
  dutyTomorrowText,
  reserveTomorrowText,
} from '../../domain/wording/duty.ts';
import type { ReminderContext } from '../reminder.ts';
import { defineShiftTelling, plannedOf } from './shift-tells.ts';

/** To each person of a shift before it begins: at once where it is news, a week ahead, the day before, half an hour before. */
export const shiftPersonal = [
  defineShiftTelling('duty-new', async (shift, context) => {
    const knownAt = shift.newAt ?? shift.publishedAt!;
    const leaders = await leadersOf(shift, context);
    const known = await knownWith(shift, knownAt, context);
    return plannedOf(shift, context, shift.newPeople).map((person) => ({
      to: [person],
      text: dutyNewText(known.filter(isNewFor(person.id)), leaders, context.text),
      once: `duty-new.${shift.unit}.${shift.layer}.${knownAt.getTime()}`,
    }));
  }),
  defineShiftTelling('duty-ahead', async (shift, context) => [
    { to: plannedOf(shift, context), text: dutyAheadText(shift, await leadersOf(shift, context), context.text) },
  ]),
  defineShiftTelling('duty-tomorrow', async (shift, context) => [
    { to: plannedOf(shift, context), text: dutyTomorrowText(shift, await leadersOf(shift, context), context.text) },
    {
      to: reachable(context.office, shift.reserve ?? []),
      text: reserveTomorrowText(shift, context.text),
      once: `reserve-tomorrow.${shift.unit}.${shift.day}`,
    },
  ]),
  defineShiftTelling('duty-soon', async (shift, context) => [
    { to: plannedOf(shift, context), text: dutySoonText(shift, context.text) },
  ]),
];

/** How far ahead a roster is published; what lies further is told with what comes later. */
const DAYS_TOLD = 62;

/** The shifts that the same decision put people on: whoever is on several reads of all of them in one line. */
async function knownWith(shift: Shift, knownAt: Date, { read }: ReminderContext): Promise<Shift[]> {
  const lastDay = read.calendar.addDays(shift.day, DAYS_TOLD);
  const shifts = await shiftsOfUnit(shift.unit, read.calendar.dayOf(read.now), lastDay, onlyTelling(read));
  const isKnown = (one: Shift) => [one.newAt, one.publishedAt].some((at) => at?.getTime() === knownAt.getTime());
  return shifts
    .filter((one) => one.layer === shift.layer && one.endAt > read.now && isKnown(one))
    .sort((one, other) => one.startAt.getTime() - other.startAt.getTime());
}

function isNewFor(person: ThingId): (shift: Shift) => boolean {
  return ({ people, newPeople = people }) => people.includes(person) && newPeople.includes(person);
}

/** Who will be in charge when an officer's shift begins, by the roster. */
async function leadersOf({ unit, layer, day, startAt }: Shift, { read, now }: ReminderContext): Promise<ThingId[]> {
  if (layer === 'leader') return [];
  const shifts = await shiftsOfUnit(unit, read.calendar.addDays(day, -1), day, onlyTelling(read));
  const leading = whoIsOnDuty(shifts, { unit, layer: 'leader', at: startAt, now });
  return [...new Set(leading.flatMap(({ people }) => people))];
}
