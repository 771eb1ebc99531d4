import { shiftsOfUnit } from '../../domain/duty/collections.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { whoIsOnDuty } from '../../domain/duty/who.ts';
import type { ThingId } from '../../domain/thing.ts';
import { dutyAheadText, dutyNewText, dutySoonText, dutyTomorrowText } from '../../domain/wording/duty.ts';
import type { ReminderContext } from '../reminder.ts';
import { defineShiftTelling, plannedOf } from './shift-tells.ts';

/** To each person of a shift before it begins: at once where it is news, a week ahead, the day before, half an hour before. */
export const shiftPersonal = [
  defineShiftTelling('duty-new', async (shift, context) => [
    {
      to: plannedOf(shift, context, shift.newPeople),
      text: dutyNewText(shift, await leadersOf(shift, context), context.text),
    },
  ]),
  defineShiftTelling('duty-ahead', async (shift, context) => [
    { to: plannedOf(shift, context), text: dutyAheadText(shift, await leadersOf(shift, context), context.text) },
  ]),
  defineShiftTelling('duty-tomorrow', async (shift, context) => [
    { to: plannedOf(shift, context), text: dutyTomorrowText(shift, await leadersOf(shift, context), context.text) },
  ]),
  defineShiftTelling('duty-soon', async (shift, context) => [
    { to: plannedOf(shift, context), text: dutySoonText(shift, context.text) },
  ]),
];

/** Who will be in charge when an officer's shift begins, by the roster. */
async function leadersOf({ unit, layer, day, startAt }: Shift, { read, now }: ReminderContext): Promise<ThingId[]> {
  if (layer === 'leader') return [];
  const shifts = await shiftsOfUnit(unit, read.calendar.addDays(day, -1), day, read);
  const leading = whoIsOnDuty(shifts, { unit, layer: 'leader', at: startAt, now });
  return [...new Set(leading.flatMap(({ people }) => people))];
}
