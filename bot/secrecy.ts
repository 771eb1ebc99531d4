import { decide } from '../domain/decision.ts';
import type { IncomingMessage } from '../domain/message.ts';
import { planCommit } from '../domain/plan-commit.ts';
import { RecordedReading } from '../domain/reading.ts';
import type { SecrecyHit } from '../domain/secrecy/secrecy-hit.ts';
import { SECRECY_TEXT } from '../domain/wording/general.ts';
import type { DispatchContext } from './dispatch.ts';

/** A message with a secrecy mark: its sender is told in private, and only that it came is noted. */
export async function refuseSecret(message: IncomingMessage, mark: string, context: DispatchContext): Promise<void> {
  const read = new RecordedReading({ ...context, now: context.now() });
  const office = await read.office();
  const person = office.byContact.get(message.from.contactId);
  const hit: SecrecyHit = {
    id: `secrecy-hit.${message.id.replaceAll(':', '-')}`,
    type: 'secrecy-hit',
    messageId: message.id,
    contactId: message.from.contactId,
    ...(message.room && { roomChannelId: message.room.channelId }),
    mark,
    sentAt: message.sentAt,
  };
  const decision = decide({
    save: [hit],
    say: [
      {
        to: person?.id ?? `contact.${message.from.contactId}`,
        class: 'R',
        text: SECRECY_TEXT,
        once: `${message.id}.secrecy`,
      },
    ],
  });
  const actor = { contactId: message.from.contactId, messageId: message.id, ...(person && { person: person.id }) };
  const batch = await planCommit(decision, read, actor, context);
  await context.store.commit(batch);
}
