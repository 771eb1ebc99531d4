import type { ThingId } from '../thing.ts';
import { expandSet, roomAwaiting, setsNamed, type UnitMatch, unitNamed } from './find-units.ts';
import { newRoomId } from './ids.ts';
import type { Office, Room } from './office.ts';

/** 建群绑定 梅林镇, said in the room. Names may be units or sets. */
export interface RoomRequest {
  readonly channelId: string;
  readonly topic: string;
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

  const known = office.byChannel.get(request.channelId) ?? roomAwaiting(office, request.topic);
  if (known?.channelId && isSame(known.units, units)) return { kind: 'already', room: known };
  const id = known?.id ?? newRoomId(office, request.channelId);
  const room: Room = {
    ...known,
    id,
    type: 'room',
    topic: request.topic,
    channelId: request.channelId,
    units,
    origin: 'chat',
  };
  return { kind: 'bound', room, before: known?.units ?? [] };
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
