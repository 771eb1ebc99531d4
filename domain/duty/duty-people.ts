import { dispatchers, supervisors } from '../people/find-people.ts';
import type { Office, Person, Unit } from '../people/office.ts';
import { deputyOf, headOf, holdersOf, unitsOf } from '../people/posts.ts';
import { reachable } from '../people/reach.ts';
import type { Day, ThingId } from '../thing.ts';
import type { Layer, Shift } from './shift.ts';
import { type OnDuty, whoIsOnDuty } from './who.ts';

/** When and about which unit somebody is looked for; `day` is the Shanghai day of the moment. */
export interface Sought {
  readonly office: Office;
  readonly unit: ThingId;
  readonly at: Date;
  readonly day: Day;
  /** Who is on leave that day: passed over, unless known to be at the post. */
  readonly away?: ReadonlySet<ThingId>;
}

/** 带班领导 of a unit at a moment; where none is rostered or none can be reached its deputy in charge, else its head. */
export function dutyLeaders(shifts: readonly Shift[], sought: Sought): Person[] {
  const { office, unit, day } = sought;
  const leading = reachable(office, peopleOnDuty(shifts, unit, 'leader', sought));
  if (leading.length > 0) return leading;
  const inCharge = [deputyOf(office, unit, day), headOf(office, unit, day)].flatMap((person) => person?.id ?? []);
  return reachable(office, there(inCharge, sought)).slice(0, 1);
}

/**
 * 总值班员 above a unit: who is on duty at the chief duty desk, else the desk's liaisons, else a dispatcher. `deskShifts` are the
 * shifts of `chiefDeskOf`. Nobody in `except`: who is missing at his own desk is not told of it as its chief.
 */
export function chiefOfficers(deskShifts: readonly Shift[], sought: Sought, except: readonly ThingId[] = []): Person[] {
  const { office, unit, day } = sought;
  const desk = chiefDeskOf(office, unit);
  const atDesk = desk ? [...peopleOnDuty(deskShifts, desk.id, 'officer', sought)] : [];
  const liaisons = desk ? holdersOf(office, desk.id, 'liaison', day).map(({ id }) => id) : [];
  const others = (people: readonly ThingId[]) => reachable(office, people).filter(({ id }) => !except.includes(id));
  const called = [liaisons, dispatchers(office, day).map(({ id }) => id)].map((people) => there(people, sought));
  const found = [atDesk, ...called].map(others);
  return found.find((people) => people.length > 0)?.slice(0, 2) ?? [];
}

/** Dispatchers and supervisors who can be written to: they get the seals and the summaries of check-ins, and only they rule. */
export function checkJudges(office: Office, day: Day): Person[] {
  return reachable(
    office,
    [...dispatchers(office, day), ...supervisors(office, day)].map(({ id }) => id),
  );
}

/** The heads of the offices the dispatchers belong to; where none can be written to, the dispatchers themselves. */
export function officeHeads(office: Office, day: Day, except: ReadonlySet<ThingId>): Person[] {
  const desk = dispatchers(office, day);
  const heads = desk
    .flatMap((person) => unitsOf(person, day))
    .flatMap((unit) => headOf(office, unit, day) ?? [])
    .filter(({ id }) => !except.has(id));
  const found = [heads, desk].map((people) =>
    reachable(
      office,
      people.map(({ id }) => id),
    ),
  );
  return found.find((people) => people.length > 0) ?? [];
}

/** 总值班室: the office called after duty, the one beside or above the unit before any other. */
export function chiefDeskOf(office: Office, unit: ThingId): Unit | undefined {
  const offices = [...office.units.values()].filter(({ kind, status }) => kind === 'office' && status !== 'closed');
  const named = offices.filter(({ name }) => name.includes('值班'));
  const desks = named.length > 0 ? named : offices.filter(({ aliases }) => aliases.some((one) => one.includes('值班')));
  const above = withParents(office, unit);
  const distance = ({ parent }: Unit) => {
    const steps = parent ? above.indexOf(parent) : -1;
    return steps < 0 ? above.length : steps;
  };
  return desks.toSorted((one, other) => distance(one) - distance(other))[0];
}

/** Whoever is known to be at the post before those who should be. */
function peopleOnDuty(shifts: readonly Shift[], unit: ThingId, layer: Layer, sought: Sought): ThingId[] {
  const isThere = ({ kind }: OnDuty) => kind === 'on-post' || kind === 'staying-on';
  const found = whoIsOnDuty(shifts, { unit, layer, at: sought.at });
  const atPost = found.filter(isThere).flatMap(({ people }) => people);
  return atPost.length > 0
    ? atPost
    : there(
        found.flatMap(({ people }) => people),
        sought,
      );
}

/** Those who are not on leave. */
function there(people: readonly ThingId[], { away }: Sought): ThingId[] {
  return people.filter((person) => !away?.has(person));
}

function withParents(office: Office, unit: ThingId): ThingId[] {
  const found: ThingId[] = [];
  for (let at: ThingId | undefined = unit; at && !found.includes(at); at = office.units.get(at)?.parent) found.push(at);
  return found;
}
