import { roomOf } from '../people/find-rooms.ts';
import type { Office } from '../people/office.ts';
import { unitsOf } from '../people/posts.ts';
import type { Day, ThingId } from '../thing.ts';
import type { Notice } from './notice.ts';

/** Units whose work is done in a room of their own, so that it is worth saying that one has none. */
const WITH_ROOM = new Set(['township', 'street', 'park']);

/** Where a call is said besides to each in private: the own room of each unit, once each. */
export interface OwnRooms {
  readonly rooms: readonly ThingId[];
  /** Townships, streets and parks that have no room of their own. */
  readonly without: readonly ThingId[];
}

export function ownRooms(units: readonly ThingId[], office: Office): OwnRooms {
  const found = units.map((unit) => ({ unit, room: roomOf(office, unit)?.id }));
  return {
    rooms: [...new Set(found.flatMap(({ room }) => room ?? []))],
    without: found
      .filter(({ unit, room }) => !room && WITH_ROOM.has(office.units.get(unit)?.kind ?? ''))
      .map(({ unit }) => unit),
  };
}

/** The room in which somebody may answer as well as in private: that of his own unit. */
export function ownRoomOf({ rooms = [] }: Notice, person: ThingId, office: Office, day: Day): ThingId | undefined {
  const known = office.people.get(person);
  const units = known && rooms.length > 0 ? unitsOf(known, day) : [];
  return rooms.find((id) => units.some((unit) => office.rooms.get(id)?.units.includes(unit)));
}
