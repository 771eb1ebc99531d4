import type { ThingId } from '../thing.ts';
import { newRoomId } from './ids.ts';
import type { Office, Room } from './office.ts';

/** A room as the channel shows it. */
export interface ChannelRoom {
  readonly channelId: string;
  readonly topic: string;
}

/**
 * The room something was said in. `recognised`: an office file's room, seen for the first time and to be saved with its channel
 * from now on · `unbound`: nobody's room, without units, not stored; what is asked there is answered in private.
 */
export interface HeardRoom {
  readonly kind: 'known' | 'recognised' | 'unbound';
  readonly room: Room;
}

export function roomHeard(office: Office, { channelId, topic }: ChannelRoom): HeardRoom {
  const known = office.byChannel.get(channelId);
  if (known) return { kind: 'known', room: known };
  const awaited = roomAwaiting(office, topic);
  if (awaited) return { kind: 'recognised', room: { ...awaited, channelId } };
  return { kind: 'unbound', room: { id: newRoomId(office, channelId), type: 'room', topic, channelId, units: [] } };
}

/** The room that is this unit's own: what is said there is read by nobody else. */
export function roomOf(office: Office, unit: ThingId): Room | undefined {
  return [...office.rooms.values()].find((room) => room.units.length === 1 && room.units[0] === unit);
}

/** A bound room that the channel has not shown us yet, by its topic; undefined where two have that topic. */
function roomAwaiting(office: Office, topic: string): Room | undefined {
  const found = [...office.rooms.values()].filter((room) => !room.channelId && room.topic === topic);
  return found.length === 1 ? found[0] : undefined;
}
