import type { ThingId } from '../thing.ts';
import { type ChannelRoom, roomHeard } from './find-rooms.ts';
import { expandSet, setsNamed, type UnitMatch, unitNamed } from './find-units.ts';
import type { Office, Room } from './office.ts';

/** 建群绑定 梅林镇, said in the room. Names may be units or sets. */
export interface RoomRequest extends ChannelRoom {
  readonly names: readonly string[];
}

/** `bound` is to be saved; `before` are the units it was bound to until now. */
export type RoomAnswer =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'unit-unclear'; readonly said: string; readonly match: Exclude<UnitMatch, { kind: 'one' }> }
  | { readonly kind: 'already'; readonly room: Room }
  | { readonly kind: 'bound'; readonly room: Room; readonly before: readonly ThingId[] };

/** Binds a room to units. Who may do so is `may(bind-room)`; no name is taken unless it is clear. */
export function bindRoom(office: Office, request: RoomRequest): RoomAnswer {
  if (request.names.length === 0) return { kind: 'incomplete' };

  const units: ThingId[] = [];
  for (const said of request.names) {
    const found = unitsMeant(office, said);
    if (!Array.isArray(found)) return { kind: 'unit-unclear', said, match: found };
    units.push(...found.filter((unit) => !units.includes(unit)));
  }

  const { kind, room } = roomHeard(office, request);
  if (kind === 'known' && isSame(room.units, units)) return { kind: 'already', room };
  return { kind: 'bound', room: { ...room, topic: request.topic, units, origin: 'chat' }, before: room.units };
}

function unitsMeant(office: Office, said: string): ThingId[] | Exclude<UnitMatch, { kind: 'one' }> {
  const match = unitNamed(office, said);
  if (match.kind === 'one') return [match.unit.id];
  const sets = match.kind === 'several' ? [] : setsNamed(office, said);
  return sets.length === 1 ? expandSet(office, sets[0]!) : match;
}

function isSame(one: readonly ThingId[], other: readonly ThingId[]): boolean {
  return one.length === other.length && one.every((unit) => other.includes(unit));
}
