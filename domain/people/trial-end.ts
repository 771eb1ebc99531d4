import { shiftsOfUnit } from '../duty/collections.ts';
import type { Shift } from '../duty/shift.ts';
import type { Reading } from '../reading.ts';
import type { Day, Thing, ThingId } from '../thing.ts';
import { dispatchers } from './find-people.ts';
import type { Office, Unit } from './office.ts';
import { holdersOf } from './posts.ts';
import { isReachable } from './reach.ts';
import { isTrialDay, type Trial, trialId } from './trial.ts';

/**
 * The trial is over, by itself at its midnight or because a person said so: from now on the unit counts. Shifts that have not
 * begun lose the mark; what has begun stays practice to its end.
 */
export async function endTrial(trial: Trial, unit: Unit, read: Reading, by?: ThingId): Promise<Thing[]> {
  const ended: Trial = { ...trial, endedAt: read.now, ...(by && { endedBy: by }) };
  const active: Unit = { ...unit, status: 'active', origin: 'chat' };
  return [ended, active, ...(await remarked(ended, trial.untilDay, read))];
}

/** A person sets the last day: drawn out, cut short, or begun anew for a unit that counted already. */
export async function setTrial(
  unit: Unit,
  known: Trial | undefined,
  untilDay: Day,
  read: Reading,
  by: ThingId,
): Promise<Thing[]> {
  const running = known && !known.endedAt ? known : undefined;
  const today = read.calendar.dayOf(read.now);
  const fromDay = running?.fromDay ?? today;
  const trial: Trial = { id: trialId(unit.id), type: 'trial', unit: unit.id, fromDay, untilDay, setBy: by };
  const last = running && running.untilDay > untilDay ? running.untilDay : untilDay;
  const tried: Thing[] = unit.status === 'trial' ? [] : [{ ...unit, status: 'trial', origin: 'chat' } as Unit];
  return [trial, ...tried, ...(await remarked(trial, last, read))];
}

/** The shifts up to a day that have not begun and bear a mark that they should not, or lack it. */
async function remarked(trial: Trial, lastDay: Day, read: Reading): Promise<Shift[]> {
  const today = read.calendar.dayOf(read.now);
  const shifts = await shiftsOfUnit(trial.unit, today, lastDay, read);
  return shifts
    .filter(({ day, startAt, state }) => day <= lastDay && startAt > read.now && state === 'published')
    .flatMap((shift) => {
      const { trial: was, ...rest } = shift;
      const is = isTrialDay(trial, shift.day);
      return is === Boolean(was) ? [] : [is ? { ...rest, trial: true } : rest];
    });
}

/** Whom the turn of a trial concerns, each once: the unit's liaison, and the dispatcher. */
export function peopleOfTrial(office: Office, unit: ThingId, day: Day): ThingId[] {
  const [liaison] = holdersOf(office, unit, 'liaison', day).filter(isReachable);
  const [desk] = dispatchers(office, day).filter(isReachable);
  return [...new Set([liaison, desk].flatMap((person) => (person ? [person.id] : [])))];
}
