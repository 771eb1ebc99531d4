import { type Destination, mentionsOf } from '../../domain/outbox/destination.ts';
import type { Office } from '../../domain/people/office.ts';
import type { EnvelopePart } from '../../domain/ports.ts';
import { nameMention } from '../../domain/wording/outbox.ts';
import type { ChatTarget, OutgoingMessage } from '../gateway/gateway.ts';

/** Undefined where the destination is no place in the chat. */
export function targetOf(destination: Destination): ChatTarget | undefined {
  if (destination.kind === 'room') return { roomChannelId: destination.roomChannelId };
  return destination.kind === 'contact' ? { contactId: destination.contactId } : undefined;
}

/** Whom the chat cannot mention for want of an account is named in the text. */
export function outgoing(part: EnvelopePart, target: ChatTarget, office: Office): OutgoingMessage {
  const people = mentionsOf(part.mentions, office);
  const unnamed = people.filter(({ name, contactId }) => contactId === undefined && !part.text.includes(`@${name}`));
  const written = unnamed.map(({ name }) => nameMention(name));
  return {
    target,
    text: written.join('') + part.text,
    mentions: people.flatMap(({ name, contactId }) => (contactId === undefined ? [] : [{ name, contactId }])),
    ...(part.file ? { file: part.file } : {}),
  };
}
