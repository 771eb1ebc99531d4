import type { ThingId } from '../../thing.ts';
import { reliefOf } from '../near.ts';
import { peopleAt } from '../presence.ts';
import type { Shift } from '../shift.ts';
import { relieve, standIn } from '../shift-rules.ts';
import { outgoingOf } from '../who.ts';
import type { CheckIn } from './check-in.ts';
import { standInArrived } from './climb-check.ts';

const REASON = '点名未应答，到岗顶班';

/**
 * 已补位: whoever came to the post after an unanswered check-in is on duty from then on, in place of the one who was asked. Where
 * that one only stayed on because his relief had not come, it is the relief's shift that is taken over. Answers the shifts that
 * change; none where the person stands there already, or where the post's time is over. `shifts` are those of the unit around.
 */
export function manPost(check: CheckIn, by: ThingId, at: Date, shifts: readonly Shift[]): Shift[] {
  const shift = shifts.find(({ id }) => id === check.shift);
  if (!shift || peopleAt(shift, at).includes(by)) return [];
  const act = { by, at, reason: REASON };
  if (at < shift.endAt)
    return isOpen(shift) ? [standIn(shift, whom(shift, by, placeOf(shift, check.person, at)), act)] : [];

  const relief = reliefOf(shift, shifts);
  if (!relief || !isOpen(relief) || relief.takenOverAt || at < relief.startAt || at >= relief.endAt) return [];
  const taken = standIn(relief, whom(relief, by, relief.people[0]), act);
  return [taken, ...outgoingOf(shifts, taken).map((one) => relieve(one, taken))];
}

/**
 * Somebody has taken the post over since whoever was asked should have answered: it is manned, and nobody need go there. The
 * check as it is then; undefined where it is not so. `shifts` are those of the unit around.
 */
export function relievedMeanwhile(check: CheckIn, at: Date, shifts: readonly Shift[]): CheckIn | undefined {
  const shift = shifts.find(({ id }) => id === check.shift);
  const relief = shift?.handedOverAt && shift.handedOverAt <= at ? reliefOf(shift, shifts) : undefined;
  const [by] = relief?.takenOverAt ? peopleAt(relief, at) : [];
  if (!relief?.takenOverAt || !by) return undefined;
  const outcome = standInArrived(check, { by, at: relief.takenOverAt, words: '接班' });
  return outcome.ok ? outcome.check : undefined;
}

function isOpen({ state }: Shift): boolean {
  return state === 'published' || state === 'on-duty';
}

/** Whose place on the roster somebody holds: his own, or that of the one for whom he stands in. */
function placeOf({ standIns = [] }: Shift, person: ThingId, at: Date): ThingId | undefined {
  const standing = standIns.findLast((one) => one.person === person && one.fromAt <= at && !one.toAt);
  return standing ? standing.instead : person;
}

function whom({ people }: Shift, person: ThingId, instead: ThingId | undefined) {
  return { person, ...(instead && people.includes(instead) && { instead }) };
}
