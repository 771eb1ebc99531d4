import { decideAndCommit } from '../domain/decide-and-commit.ts';
import { decide } from '../domain/decision.ts';
import type { IncomingMessage } from '../domain/message.ts';
import type { SecrecyHit } from '../domain/secrecy/secrecy-hit.ts';
import { SECRECY_TEXT } from '../domain/wording/general.ts';
import type { DispatchContext } from './dispatch.ts';

/** A message with a secrecy mark: its sender is told in private, and only that it came is noted. */
export async function refuseSecret(message: IncomingMessage, mark: string, context: DispatchContext): Promise<void> {
  const hit: SecrecyHit = {
    id: `secrecy-hit.${message.id.replaceAll(':', '-')}`,
    type: 'secrecy-hit',
    messageId: message.id,
    contactId: message.from.contactId,
    ...(message.room && { roomChannelId: message.room.channelId }),
    mark,
    sentAt: message.sentAt,
  };
  await decideAndCommit(`message ${message.id}`, context, async (read) => {
    const person = (await read.office()).byContact.get(message.from.contactId);
    const to = person?.id ?? `contact.${message.from.contactId}`;
    return {
      decision: decide({
        save: [hit],
        say: [{ to, class: 'R', text: SECRECY_TEXT, once: `${message.id}.secrecy` }],
      }),
      actor: { contactId: message.from.contactId, messageId: message.id, ...(person && { person: person.id }) },
    };
  });
}
