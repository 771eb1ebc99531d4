import type { ThingId } from '../thing.ts';
import type { Office } from './office.ts';

/**
 * A channel's id as part of a thing's id. Different ids stay different, and neither colons nor dots get through: `@ab:1` → `_40ab_3a1`.
 */
export function channelKey(channelId: string): string {
  return [...new TextEncoder().encode(channelId)].map((byte) => asPart(byte)).join('');
}

/** The id of somebody who came by the chat and is in no office file; a contact that stood for somebody else before gets another one. */
export function newPersonId(office: Office, contactId: string): ThingId {
  return freeId(`person.c-${channelKey(contactId)}`, office.people);
}

/** The id of a room that was bound in the chat. */
export function newRoomId(office: Office, channelId: string): ThingId {
  return freeId(`room.c-${channelKey(channelId)}`, office.rooms);
}

function asPart(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
}

function freeId(wanted: ThingId, taken: ReadonlyMap<ThingId, unknown>): ThingId {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
