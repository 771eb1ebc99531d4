import type { Chat } from './chat.ts';
import type { ChatState } from './chat-state.ts';
import { BOT_ID, type ChatEntry, type ChatMessage } from './chat-types.ts';

/** A message as the interface shows it. */
export interface MessageView {
  readonly id: string;
  readonly room: string | null;
  readonly from: string;
  readonly fromName: string;
  readonly to: string | null;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly quote: string | null;
  readonly at: string;
  readonly file?: { name: string; size: number; kind: 'image' | 'file'; sha256: string; url: string };
  readonly recalled?: true;
}

export function messageView(state: ChatState, message: ChatMessage): MessageView {
  const { seq: _, file, ...rest } = message;
  return {
    ...rest,
    fromName: state.contact(message.from).name,
    ...(file && {
      file: { ...file, url: `/local/files/${file.sha256}/${encodeURIComponent(file.name)}` },
    }),
  };
}

export function roomView(state: ChatState, id: string) {
  const { topic, members } = state.room(id);
  return {
    id,
    topic,
    members: members.map((member) => ({ id: member, name: state.contact(member).name })),
  };
}
export type RoomView = ReturnType<typeof roomView>;

export function sessionView(chat: Chat) {
  const { state } = chat;
  return {
    self: { id: BOT_ID, name: state.contact(BOT_ID).name },
    epoch: state.epoch,
    loggedIn: state.loggedOutSeq === undefined,
    reason: state.logoutReason,
    acknowledged: state.acknowledged,
  };
}
export type SessionView = ReturnType<typeof sessionView>;

/** What happened, for the page (everything) or for the bot's account. `quoted` spares a look-up. */
export type ChatEvent = { readonly seq: number } & (
  | { readonly kind: 'message'; readonly message: MessageView; readonly quoted?: MessageView }
  | { readonly kind: 'recall'; readonly id: string; readonly message: MessageView; readonly at: string }
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'room'; readonly id: string }
  | { readonly kind: 'logout'; readonly reason: string }
  | { readonly kind: 'login' }
);

/** The event behind a log entry; none for a message that was taken back before anybody asked for it. */
export function eventOf(state: ChatState, entry: ChatEntry): ChatEvent | undefined {
  const { seq } = entry;
  switch (entry.kind) {
    case 'message':
      return messageEvent(state, seq, entry.message.id);
    case 'recall':
      return {
        seq,
        kind: 'recall',
        id: entry.id,
        message: messageView(state, state.message(entry.messageId)),
        at: entry.at,
      };
    case 'contact':
      return { seq, kind: 'contact', id: entry.contact.id };
    case 'room':
      return { seq, kind: 'room', id: entry.room.id };
    case 'logout':
      return { seq, kind: 'logout', reason: entry.reason };
    case 'login':
      return { seq, kind: 'login' };
    default:
      return undefined;
  }
}

function messageEvent(state: ChatState, seq: number, id: string): ChatEvent | undefined {
  const message = state.message(id);
  if (message.recalled) return undefined;
  const quoted = message.quote === null ? undefined : messageView(state, state.message(message.quote));
  return { seq, kind: 'message', message: messageView(state, message), ...(quoted && { quoted }) };
}
