import type { Address } from '../message.ts';
import type { Account, Office, Person } from '../people/office.ts';
import { accountOf } from '../people/reach.ts';
import type { ThingId } from '../thing.ts';

export type Destination =
  | { readonly kind: 'room'; readonly roomChannelId: string }
  | { readonly kind: 'contact'; readonly contactId: string }
  /** A person without an account that takes private messages. */
  | { readonly kind: 'unreachable'; readonly person: Person }
  /** The office does not know it, or has not seen the room in the chat. */
  | { readonly kind: 'nowhere' };

const CONTACT = 'contact.';

export function isRoomAddress(to: Address): boolean {
  return to.startsWith('room.');
}

/** Where an address leads by ids alone, never by names. */
export function destinationOf(to: Address, office: Office): Destination {
  if (to.startsWith(CONTACT)) return { kind: 'contact', contactId: to.slice(CONTACT.length) };
  if (isRoomAddress(to)) {
    const roomChannelId = office.rooms.get(to)?.channelId;
    return roomChannelId ? { kind: 'room', roomChannelId } : { kind: 'nowhere' };
  }

  const person = office.people.get(to);
  if (!person) return { kind: 'nowhere' };
  const account = ownAccount(person, office);
  return account?.reachable ? { kind: 'contact', contactId: account.contactId } : { kind: 'unreachable', person };
}

export interface MentionTarget {
  readonly name: string;
  /** Absent where the person has no account: then the name is only written. */
  readonly contactId?: string;
}

/** People to @; being in the room is enough, they need not be reachable in private. */
export function mentionsOf(people: readonly ThingId[], office: Office): MentionTarget[] {
  return people.flatMap((id) => {
    const person = office.people.get(id);
    if (!person) return [];
    const contactId = ownAccount(person, office)?.contactId;
    return [{ name: person.name, ...(contactId ? { contactId } : {}) }];
  });
}

/** Never an account that somebody else claims too. */
function ownAccount(person: Person, office: Office): Account | undefined {
  const accounts = person.accounts.filter(({ contactId }) => office.byContact.get(contactId)?.id === person.id);
  return accountOf({ ...person, accounts });
}
