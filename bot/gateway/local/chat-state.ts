import {
  BOT_ID,
  type ChatContact,
  type ChatEntry,
  type ChatMessage,
  ChatRefusal,
  type ChatRoom,
} from './chat-types.ts';

/** A stretch of the log in which the account was logged out and whose messages it will never get. */
interface LostGap {
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** Everything the log says, ready to be asked. Changes only by `apply`, so a restart comes to the same state. */
export class ChatState {
  seq = 0;
  epoch = '';
  readonly contacts = new Map<string, ChatContact>();
  readonly rooms = new Map<string, ChatRoom>();
  readonly messages = new Map<string, ChatMessage>();
  /** Message ids by conversation: room id, or contact id for the private chat with the bot. */
  readonly conversations = new Map<string, string[]>();
  /** What the account's event stream and the page's feed are made of, in order. */
  readonly entries: ChatEntry[] = [];
  acknowledged = 0;
  /** Set while the account is logged out: the entry that did it. */
  loggedOutSeq: number | undefined;
  logoutReason = '';
  readonly lostGaps: LostGap[] = [];

  apply(entry: ChatEntry): void {
    this.seq = entry.seq;
    if (entry.kind !== 'acknowledged' && entry.kind !== 'opened') this.entries.push(entry);
    if (entry.kind === 'opened') this.epoch = entry.epoch;
    if (entry.kind === 'contact') this.contacts.set(entry.contact.id, entry.contact);
    if (entry.kind === 'room') this.rooms.set(entry.room.id, entry.room);
    if (entry.kind === 'message') this.#addMessage({ ...entry.message, seq: entry.seq });
    if (entry.kind === 'recall') this.#recall(entry.messageId);
    if (entry.kind === 'acknowledged') this.acknowledged = Math.max(this.acknowledged, entry.upTo);
    if (entry.kind === 'logout') {
      this.loggedOutSeq = entry.seq;
      this.logoutReason = entry.reason;
    }
    if (entry.kind === 'login') this.#login(entry.seq, entry.gap);
  }

  #addMessage(message: ChatMessage): void {
    this.messages.set(message.id, message);
    const key = conversationKey(message);
    const ids = this.conversations.get(key);
    if (ids) ids.push(message.id);
    else this.conversations.set(key, [message.id]);
  }

  #recall(id: string): void {
    const message = this.messages.get(id);
    if (!message) return;
    const { file: _, ...rest } = message;
    this.messages.set(id, { ...rest, text: '', recalled: true });
  }

  #login(seq: number, gap: 'replay' | 'lost'): void {
    if (this.loggedOutSeq !== undefined && gap === 'lost') {
      this.lostGaps.push({ fromSeq: this.loggedOutSeq, toSeq: seq });
    }
    this.loggedOutSeq = undefined;
    this.logoutReason = '';
  }

  wasLost(seq: number): boolean {
    return this.lostGaps.some(({ fromSeq, toSeq }) => seq > fromSeq && seq < toSeq);
  }

  /** Entries after `seq`; the list is ordered, so the beginning is found by halving. */
  entriesAfter(seq: number, limit: number): ChatEntry[] {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] as ChatEntry).seq <= seq) low = middle + 1;
      else high = middle;
    }
    return this.entries.slice(low, low + limit);
  }

  contact(nameOrId: string): ChatContact {
    return find(this.contacts, nameOrId, 'contact', ({ name }) => name);
  }

  room(topicOrId: string): ChatRoom {
    return find(this.rooms, topicOrId, 'room', ({ topic }) => topic);
  }

  message(id: string): ChatMessage {
    const message = this.messages.get(id);
    if (!message) throw new ChatRefusal(404, 'unknown-message', `there is no message "${shown(id)}" in this chat`);
    return message;
  }
}

/** The room, or the person who talks with the bot. */
export function conversationKey(message: Pick<ChatMessage, 'room' | 'to' | 'from'>): string {
  if (message.room !== null) return message.room;
  return message.from === BOT_ID ? (message.to as string) : message.from;
}

function find<T extends { id: string }>(all: Map<string, T>, key: string, what: string, nameOf: (one: T) => string): T {
  const byId = all.get(key);
  if (byId) return byId;
  const named = [...all.values()].filter((one) => nameOf(one) === key);
  if (named.length > 1) {
    const ids = named.map(({ id }) => id).join(', ');
    throw new ChatRefusal(409, `ambiguous-${what}`, `several are called "${shown(key)}"; use one of the ids ${ids}`);
  }
  if (!named[0]) throw new ChatRefusal(404, `unknown-${what}`, `there is no ${what} "${shown(key)}" in this chat`);
  return named[0];
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
