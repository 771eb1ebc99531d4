import type { Day, ThingId } from '../thing.ts';
import type { Office, Person, Post, Role, Tenure } from './office.ts';

/** Both days are included. */
export function isCurrent(tenure: Tenure, day: Day): boolean {
  return tenure.fromDay <= day && (tenure.toDay === undefined || day <= tenure.toDay);
}

export function currentTenures(person: Person, day: Day): Tenure[] {
  return person.tenures.filter((tenure) => isCurrent(tenure, day));
}

/** The units a person belongs to on that day. */
export function unitsOf(person: Person, day: Day): ThingId[] {
  return [...new Set(currentTenures(person, day).map((tenure) => tenure.unit))];
}

export function belongsTo(person: Person, unit: ThingId, day: Day): boolean {
  return unitsOf(person, day).includes(unit);
}

/** Roles end with the last post: somebody whose every tenure has ended holds none. Who never had a post keeps the roles given. */
export function rolesOf(person: Person, day: Day): readonly Role[] {
  const left = person.tenures.length > 0 && currentTenures(person, day).length === 0;
  return left ? [] : person.roles;
}

/** Has a post or a role on that day; who has neither is to the bot a stranger again. */
export function isServing(person: Person, day: Day): boolean {
  return rolesOf(person, day).length > 0 || currentTenures(person, day).length > 0;
}

/** Who holds a post in a unit on that day: A before B before the rest, then the longest in post. */
export function holdersOf(office: Office, unit: ThingId, post: Post, day: Day): Person[] {
  const held = postsIn(office, unit).filter(({ tenure }) => tenure.post === post && isCurrent(tenure, day));
  held.sort((one, other) => rank(one).localeCompare(rank(other)));
  return [...new Set(held.map(({ person }) => person))];
}

/** 主要负责人. */
export function headOf(office: Office, unit: ThingId, day: Day): Person | undefined {
  return holdersOf(office, unit, 'head', day)[0];
}

/** 分管负责人; the one an unanswered matter climbs to. */
export function deputyOf(office: Office, unit: ThingId, day: Day): Person | undefined {
  return holdersOf(office, unit, 'deputy', day)[0];
}

/** Everybody who belongs to a unit on that day, in the order of the office's people. */
export function membersOf(office: Office, unit: ThingId, day: Day): Person[] {
  const current = postsIn(office, unit).filter(({ tenure }) => isCurrent(tenure, day));
  return [...new Set(current.map(({ person }) => person))];
}

/** What an item says about who answers for it. */
export interface Responsibility {
  readonly unit: ThingId;
  /** The person the order named. */
  readonly owner?: ThingId;
}

/**
 * Who answers for an item on that day, in the order in which they are to be asked: the person it names as long as he is in
 * the unit, else the unit's liaisons, A before B. A post that changed hands is answered for by whoever holds it now.
 */
export function ownersOf(office: Office, item: Responsibility, day: Day): Person[] {
  const named = item.owner ? office.people.get(item.owner) : undefined;
  if (named && belongsTo(named, item.unit, day)) return [named];

  return holdersOf(office, item.unit, 'liaison', day);
}

/** The other of an A and B pair: the person's own post in that unit, held under the other letter. */
export function standInOf(office: Office, unit: ThingId, person: Person, day: Day): Person | undefined {
  const lettered = currentTenures(person, day).filter((tenure) => tenure.unit === unit && tenure.letter);
  const partners = lettered.flatMap((own) =>
    postsIn(office, unit).filter(
      ({ person: other, tenure }) =>
        other.id !== person.id &&
        tenure.post === own.post &&
        tenure.letter === otherLetter(own) &&
        isCurrent(tenure, day),
    ),
  );
  return partners[0]?.person;
}

/** The letters under which a unit has no liaison on that day. */
export function freeLetters(office: Office, unit: ThingId, day: Day): ('A' | 'B')[] {
  const held = postsIn(office, unit).filter(({ tenure }) => tenure.post === 'liaison' && isCurrent(tenure, day));
  return (['A', 'B'] as const).filter((letter) => !held.some(({ tenure }) => tenure.letter === letter));
}

interface Held {
  readonly person: Person;
  readonly tenure: Tenure;
}

const indexes = new WeakMap<Office, Map<ThingId, Held[]>>();

/** Every tenure of a unit, past and future ones too. Worked out once per office: a notice to thousands asks thousands of times. */
function postsIn(office: Office, unit: ThingId): readonly Held[] {
  let index = indexes.get(office);
  if (!index) {
    index = new Map();
    for (const person of office.people.values()) {
      for (const tenure of person.tenures)
        index.set(tenure.unit, [...(index.get(tenure.unit) ?? []), { person, tenure }]);
    }
    indexes.set(office, index);
  }
  return index.get(unit) ?? [];
}

function rank({ person, tenure }: Held): string {
  return [tenure.letter ?? 'Z', tenure.fromDay, person.id].join(' ');
}

function otherLetter(tenure: Tenure): 'A' | 'B' {
  return tenure.letter === 'A' ? 'B' : 'A';
}
