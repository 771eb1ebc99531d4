import type { ThingId } from '../thing.ts';
import type { Office, OfficeThing, Person } from './office.ts';

/**
 * The office from its stored things, in the order of their ids whatever order they come in. A contact or channel that two claim belongs to neither: better a stranger than
 * the wrong person.
 */
export function buildOffice(things: readonly OfficeThing[]): Office {
  const people = byId(things, 'person');
  const rooms = byId(things, 'room');

  return {
    units: byId(things, 'unit'),
    sets: byId(things, 'unit-set'),
    people,
    rooms,
    periods: byId(things, 'own-period'),
    kits: byId(things, 'own-kit'),
    years: byId(things, 'holiday-year'),
    byContact: unclaimedTwice([...people.values()].flatMap((person) => contactsOf(person))),
    byChannel: unclaimedTwice([...rooms.values()].flatMap((room) => (room.channelId ? [[room.channelId, room]] : []))),
  };
}

function byId<T extends OfficeThing['type']>(things: readonly OfficeThing[], type: T) {
  type Found = Extract<OfficeThing, { type: T }>;
  const found = things.filter((thing): thing is Found => thing.type === type);
  found.sort((one, other) => (one.id < other.id ? -1 : 1));
  return new Map<ThingId, Found>(found.map((thing) => [thing.id, thing]));
}

function contactsOf(person: Person): [string, Person][] {
  return [...new Set(person.accounts.map((account) => account.contactId))].map((contactId) => [contactId, person]);
}

function unclaimedTwice<V>(pairs: readonly [string, V][]): Map<string, V> {
  const claims = new Map<string, number>();
  for (const [key] of pairs) claims.set(key, (claims.get(key) ?? 0) + 1);
  return new Map(pairs.filter(([key]) => claims.get(key) === 1));
}
