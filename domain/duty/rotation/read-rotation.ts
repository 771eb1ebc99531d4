import { unitsOf } from '../../people/posts.ts';
import type { Reading } from '../../reading.ts';
import type { Day, ThingId } from '../../thing.ts';
import { leavesOfPeople } from '../absences/read-leaves.ts';
import { shiftsOfUnit } from '../collections.ts';
import type { Layer, Shift } from '../shift.ts';
import { candidatesFor } from './candidates.ts';
import type { RotationFacts } from './gather.ts';
import type { Stretch } from './rotation.ts';

export interface RotationAsked extends Stretch {
  readonly unit: ThingId;
  /** Those named; a layer for which nobody is takes whoever was on it before. */
  readonly named: Readonly<Record<Layer, readonly ThingId[]>>;
  readonly without: readonly ThingId[];
  readonly anew: boolean;
}

/** Whoever was on the roster in these days before the span is on it again. */
const DAYS_BEFORE = 92;
const DAYS_AFTER = 7;
const DAYS_AROUND = 3;

/** What a roster of a unit rests on, as things are now. */
export async function readRotation(asked: RotationAsked, read: Reading): Promise<RotationFacts> {
  const { unit, fromDay, toDay, anew } = asked;
  const { calendar, policy, now } = read;
  const office = await read.office();
  const own = await shiftsOfUnit(unit, firstNeeded(fromDay, read), calendar.addDays(toDay, DAYS_AFTER), read);
  const recent = own.filter(({ day }) => day >= calendar.addDays(fromDay, -DAYS_BEFORE));
  const of = (layer: Layer) => {
    const { [layer]: named } = asked.named;
    const found = named.length > 0 ? named : candidatesFor({ unit, layer, day: fromDay, shifts: recent, office });
    return found.filter((person) => !asked.without.includes(person));
  };
  // A unit that has never had anybody in charge on its roster is not given that layer unasked.
  const leads = asked.named.leader.length > 0 || recent.length === 0 || recent.some(({ layer }) => layer === 'leader');
  const people = { leader: leads ? of('leader') : [], officer: of('officer') };
  const all = [...new Set([...people.leader, ...people.officer])];
  return {
    ...{ unit, fromDay, toDay, anew, office, calendar, now, people },
    shifts: [...own, ...(await elsewhere(all, asked, read))],
    leaves: await leavesOfPeople(all, read),
    dayStart: policy.checks.shiftStart,
    restHours: policy.duty.restHours,
  };
}

function firstNeeded(fromDay: Day, { calendar }: Reading): Day {
  const yearStart = `${fromDay.slice(0, 4)}-01-01`;
  const before = calendar.addDays(fromDay, -DAYS_BEFORE);
  return before < yearStart ? before : yearStart;
}

/** The shifts of these people in the other units that they belong to. */
async function elsewhere(
  people: readonly ThingId[],
  { unit, fromDay, toDay }: RotationAsked,
  read: Reading,
): Promise<Shift[]> {
  const office = await read.office();
  const { calendar } = read;
  const units = new Set(people.flatMap((id) => unitsOf(office.people.get(id)!, fromDay)));
  units.delete(unit);
  const from = calendar.addDays(fromDay, -DAYS_AROUND);
  const to = calendar.addDays(toDay, DAYS_AROUND);
  const found = await Promise.all([...units].map((other) => shiftsOfUnit(other, from, to, read)));
  return found.flat().filter((shift) => shift.people.some((person) => people.includes(person)));
}
