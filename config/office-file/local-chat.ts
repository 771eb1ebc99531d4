import type { Draft, DraftRoom } from './draft.ts';
import type { Names } from './names.ts';

/** Who and what is there in the local chat when it is empty. */
export interface LocalChat {
  readonly contacts: readonly { readonly id: string; readonly name: string }[];
  /** Members by contact id. */
  readonly rooms: readonly { readonly id: string; readonly topic: string; readonly members: readonly string[] }[];
}

/** Everybody with a `chat` contact, the strangers of the `chat` section, and all rooms with their members. */
export function localChat(names: Names, draft: Draft): LocalChat {
  const own = draft.people.flatMap(({ id, name, chat }) =>
    chat ? [{ person: `person.${id.text}`, id: chat.text, name: name.text }] : [],
  );
  const others = draft.contacts.map((contact) => ({ id: contact.id.text, name: contact.name.text }));
  const known = new Set(others.map((contact) => contact.name));
  const memberIds = ({ members }: DraftRoom) =>
    members.flatMap((member) => {
      const person = names.person(member, known);
      return (
        own.find((contact) => contact.person === person)?.id ??
        others.find((contact) => contact.name === member.text)?.id ??
        []
      );
    });
  return {
    contacts: [...own.map(({ id, name }) => ({ id, name })), ...others],
    rooms: [...draft.rooms, ...draft.chatRooms].map((room) => ({
      id: room.id.text,
      topic: room.topic.text,
      members: memberIds(room),
    })),
  };
}
