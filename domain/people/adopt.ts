import type { Day, ThingId } from '../thing.ts';
import { plainName } from './near-name.ts';
import type { OfficeThing, Person, Room } from './office.ts';
import { unitsOf } from './posts.ts';

/**
 * Wanted ids that are new, yet mean somebody or some room that is there under another id (who was bound in the chat before the
 * file named them): wanted id → the id that stays. Found once, where neither side leaves a doubt, and remembered as `fileId`.
 */
export function adoptions(
  current: readonly OfficeThing[],
  wanted: readonly OfficeThing[],
  today: Day,
): ReadonlyMap<ThingId, ThingId> {
  const named = new Set(wanted.map((thing) => thing.id));
  const unnamed = current.filter((thing) => !named.has(thing.id));
  const before = new Map(unnamed.map((thing) => [fileIdOf(thing) ?? thing.id, thing.id]));
  const known = new Set([...current.map((thing) => thing.id), ...before.keys()]);
  const fresh = wanted.filter((thing) => !known.has(thing.id));
  const strangers = unnamed.filter((thing) => !named.has(fileIdOf(thing) ?? thing.id));
  const means = (one: OfficeThing, other: OfficeThing) => isSamePerson(one, other, today) || isSameRoom(one, other);

  const pairs = fresh.flatMap((thing): [ThingId, ThingId][] => {
    const matches = strangers.filter((other) => means(thing, other));
    const rivals = fresh.filter((other) => matches[0] && means(other, matches[0]));
    return matches.length === 1 && rivals.length === 1 ? [[thing.id, matches[0]!.id]] : [];
  });
  return new Map([...before, ...pairs]);
}

function fileIdOf(thing: OfficeThing): ThingId | undefined {
  return thing.type === 'person' || thing.type === 'room' ? thing.fileId : undefined;
}

function isSamePerson(one: OfficeThing, other: OfficeThing, today: Day): boolean {
  if (one.type !== 'person' || other.type !== 'person') return false;
  return plainName(one.name) === plainName(other.name) && shareUnit(one, other, today);
}

function shareUnit(one: Person, other: Person, today: Day): boolean {
  const units = unitsOf(other, today);
  return unitsOf(one, today).some((unit) => units.includes(unit));
}

function isSameRoom(one: OfficeThing, other: OfficeThing): boolean {
  const isRoom = (thing: OfficeThing): thing is Room => thing.type === 'room';
  return isRoom(one) && isRoom(other) && one.topic === other.topic;
}
