import type { Assignment, Task } from '../tasks/task.ts';
import type { Day, ThingId } from '../thing.ts';
import type { Relation } from './grants.ts';
import type { Office, Person, Post } from './office.ts';
import { currentTenures, unitsOf } from './posts.ts';

/** What a right is asked for. */
export interface RightObject {
  readonly office: Office;
  readonly day: Day;
  readonly unit?: ThingId;
  readonly thing?: Task | Assignment;
}

/** How this person stands to what is asked about. */
export function relationsTo(object: RightObject, person: Person): ReadonlySet<Relation> {
  const { thing } = object;
  const found = new Set<Relation>(['bound']);
  if (thing?.assigner === person.id) found.add('assigner');
  if (thing?.reviewer === person.id) found.add('reviewer');
  if (isOwner(thing, person)) found.add('owner');
  if (speaksForUnit(object, person)) found.add('unit');
  if (isStandIn(object, person)) found.add('stand-in');
  if (isInCharge(object, person)) found.add('in-charge');
  return found;
}

/** The units whose details an answer would hold. */
export function unitsConcerned({ thing, unit }: RightObject): readonly ThingId[] {
  if (thing?.type === 'assignment') return [thing.unit];
  if (thing) return [...new Set([...thing.leads, ...thing.coops, ...thing.executors])];
  return unit ? [unit] : [];
}

function isOwner(thing: RightObject['thing'], person: Person): boolean {
  if (!thing) return false;
  return thing.type === 'assignment' ? thing.owner === person.id : thing.owners.includes(person.id);
}

/** Where no object is named yet (我的待办), whoever speaks for any unit speaks for his own. */
function speaksForUnit(object: RightObject, person: Person): boolean {
  const concerned = unitsConcerned(object);
  const posts = currentTenures(person, object.day).filter(
    (tenure) => concerned.length === 0 || concerned.includes(tenure.unit),
  );
  return posts.some((tenure) => tenure.post !== 'enterprise-contact' || mayTouch(object, person, tenure.unit));
}

/** An enterprise contact speaks for his own enterprise, and there only where the order names nobody else. */
function mayTouch({ office, thing }: RightObject, person: Person, unit: ThingId): boolean {
  if (office.units.get(unit)?.kind !== 'enterprise') return false;
  if (thing?.type === 'assignment') return thing.owner === undefined || thing.owner === person.id;
  return !thing || thing.owners.length === 0 || thing.owners.includes(person.id);
}

function isStandIn(object: RightObject, person: Person): boolean {
  const units = unitsConcerned(object).length > 0 ? unitsConcerned(object) : unitsOf(person, object.day);
  return currentTenures(person, object.day).some(
    (tenure) => tenure.post === 'liaison' && tenure.letter === 'B' && units.includes(tenure.unit),
  );
}

const IN_CHARGE: readonly Post[] = ['head', 'deputy', 'liaison'];

/** Who leads a unit or speaks for it; where no unit is named, any. */
function isInCharge(object: RightObject, person: Person): boolean {
  const concerned = unitsConcerned(object);
  return currentTenures(person, object.day).some(
    ({ post, unit }) => IN_CHARGE.includes(post) && (concerned.length === 0 || concerned.includes(unit)),
  );
}
