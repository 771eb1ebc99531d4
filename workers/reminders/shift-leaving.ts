import { dutyLeaders } from '../../domain/duty/duty-people.ts';
import { shiftsNear } from '../../domain/duty/near.ts';
import { reachable } from '../../domain/people/reach.ts';
import { notRelievedText } from '../../domain/wording/post.ts';
import { defineShiftTelling } from './shift-tells.ts';

/** Whoever asked to be relieved still waits: both hear it, and the leader in charge. */
export const shiftLeaving = defineShiftTelling('not-relieved', async (shift, { office, now, read, text }) => {
  const { leaving, unit } = shift;
  if (!leaving) return [];
  const shifts = await shiftsNear(unit, now, read);
  const leaders = dutyLeaders(shifts, { office, unit, at: now, day: read.calendar.dayOf(now) });
  const people = [leaving.person, leaving.standIn, ...leaders.map(({ id }) => id)];
  return [{ to: reachable(office, people), text: notRelievedText(shift, leaving, text) }];
});
