import { unitsOf } from '../../people/posts.ts';
import type { Reading } from '../../reading.ts';
import type { Day, ThingId } from '../../thing.ts';
import { leavesIn, leavesOf, shiftsOfUnit, shiftsOnDays } from '../collections.ts';
import { isValid } from '../duty-line.ts';
import type { Shift } from '../shift.ts';
import { type DutyLeave, touches } from './leave.ts';

/** Everybody who is away on a Shanghai day. */
export async function awayOn(day: Day, read: Reading): Promise<ReadonlySet<ThingId>> {
  const leaves = await read.members<DutyLeave>(leavesIn(day.slice(0, 7)));
  return new Set(leaves.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay).map(({ person }) => person));
}

/** What these people have filed, earlier days first. */
export async function leavesOfPeople(people: readonly ThingId[], read: Reading): Promise<DutyLeave[]> {
  const found = await Promise.all([...new Set(people)].map((person) => read.members<DutyLeave>(leavesOf(person))));
  return found.flat().sort((one, other) => (one.fromDay < other.fromDay ? -1 : one.fromDay > other.fromDay ? 1 : 0));
}

/** A leave of so many days is looked at in every unit; of a longer one in the person's own units only, which have far fewer shifts. */
const EVERYWHERE_DAYS = 14;

/** The published shifts that somebody would have to serve during a leave and that are not over, by time. */
export async function shiftsDuring(leave: DutyLeave, read: Reading): Promise<Shift[]> {
  const { calendar, now } = read;
  const today = calendar.dayOf(now);
  const fromDay = calendar.addDays([leave.fromDay, today].sort().at(-1)!, -1);
  if (leave.toDay < fromDay) return [];
  const shifts = await shiftsBetween(leave, fromDay, read);
  return shifts
    .filter((shift) => isValid(shift) && shift.state !== 'closed' && shift.endAt > now)
    .filter((shift) => shift.people.includes(leave.person) && touches(leave, shift, (at) => calendar.dayOf(at)))
    .sort((one, other) => one.startAt.getTime() - other.startAt.getTime());
}

async function shiftsBetween({ person, toDay }: DutyLeave, fromDay: Day, read: Reading): Promise<Shift[]> {
  if (read.calendar.daysBetween(fromDay, toDay) <= EVERYWHERE_DAYS) return shiftsOnDays(fromDay, toDay, read);
  const known = (await read.office()).people.get(person);
  const units = known ? unitsOf(known, read.calendar.dayOf(read.now)) : [];
  return (await Promise.all(units.map((unit) => shiftsOfUnit(unit, fromDay, toDay, read)))).flat();
}
