import type { StoredFile } from '../../../domain/message.ts';
import { type ChatState, conversationKey } from './chat-state.ts';
import { BOT_ID, type ChatContact, type ChatMessage, ChatRefusal, EVERYONE_ID } from './chat-types.ts';

/** A message somebody wants to write; people, rooms and messages by id or name. */
export interface Draft {
  readonly room?: string;
  readonly to?: string;
  readonly from: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly quote?: string;
  readonly file?: StoredFile;
}

type Place = Pick<ChatMessage, 'room' | 'to'>;

const EVERYONE_NAMES = new Set(['所有人', '全体成员', EVERYONE_ID]);

/** The draft with ids for names, or a refusal: WeChat's rules about who may write where. */
export function checkedDraft(state: ChatState, draft: Draft): Omit<ChatMessage, 'id' | 'seq' | 'at' | 'recalled'> {
  const from = state.contact(draft.from);
  const place = draft.room === undefined ? privatePlace(state, from, draft.to) : roomPlace(state, from, draft.room);
  checkAccount(state, from, place.to);
  return {
    ...place,
    from: from.id,
    text: draft.text,
    mentions: mentioned(state, draft.mentions),
    quote: quoted(state, draft.quote, { ...place, from: from.id }),
    ...(draft.file && { file: draft.file }),
  };
}

function roomPlace(state: ChatState, from: ChatContact, topicOrId: string): Place {
  const room = state.room(topicOrId);
  if (!room.members.includes(from.id)) {
    throw new ChatRefusal(403, 'not-a-member', `"${from.name}" is not a member of the room "${room.topic}"`);
  }
  return { room: room.id, to: null };
}

function privatePlace(state: ChatState, from: ChatContact, nameOrId: string | undefined): Place {
  const to = state.contact(nameOrId ?? BOT_ID);
  if (from.id === to.id || (from.id !== BOT_ID && to.id !== BOT_ID)) {
    const rule = 'a private message goes from a person to the bot or from the bot to a person';
    throw new ChatRefusal(400, 'not-with-bot', rule);
  }
  return { room: null, to: to.id };
}

function checkAccount(state: ChatState, from: ChatContact, to: string | null): void {
  if (from.id !== BOT_ID) return;
  if (state.loggedOutSeq !== undefined) {
    throw new ChatRefusal(409, 'logged-out', `the account "${from.name}" is logged out`);
  }
  if (to !== null && !state.contact(to).friend) {
    throw new ChatRefusal(403, 'not-friend', `"${state.contact(to).name}" is not a friend of the account`);
  }
}

function quoted(
  state: ChatState,
  id: string | undefined,
  place: Pick<ChatMessage, 'room' | 'to' | 'from'>,
): string | null {
  if (id === undefined) return null;
  const message = state.message(id);
  if (conversationKey(message) !== conversationKey(place)) {
    throw new ChatRefusal(400, 'quote-from-elsewhere', `message "${id}" stands in another conversation`);
  }
  return message.id;
}

function mentioned(state: ChatState, names: readonly string[]): string[] {
  return [...new Set(names.map((name) => (EVERYONE_NAMES.has(name) ? EVERYONE_ID : state.contact(name).id)))];
}
