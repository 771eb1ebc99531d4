import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ChatLog, openChatLog } from './chat-log.ts';
import { checkedDraft, type Draft } from './chat-rules.ts';
import { ChatState } from './chat-state.ts';
import {
  BOT_ID,
  type ChatCast,
  type ChatClock,
  type ChatContact,
  type ChatEntry,
  type ChatMessage,
  ChatRefusal,
  type ChatRoom,
  type Gap,
  type NewEntry,
} from './chat-types.ts';

/** The chat as its servers know it. Every change is in the log before anybody can see it. */
export class Chat {
  readonly state = new ChatState();
  readonly #log: ChatLog;
  readonly #clock: ChatClock;
  readonly #watchers = new Set<() => void>();

  constructor(dir: string, cast: ChatCast, clock: ChatClock) {
    this.#clock = clock;
    this.#log = openChatLog(join(dir, 'chat.jsonl'));
    for (const entry of this.#log.entries) this.state.apply(entry);
    // Ids must not come back after the log was thrown away: the bot remembers which messages it has handled.
    if (this.state.epoch === '') this.#append({ kind: 'opened', epoch: randomBytes(3).toString('hex') });
    this.#seed(cast);
  }

  close(): void {
    this.#log.close();
    this.#wake();
  }

  get hasSpoken(): boolean {
    return this.state.messages.size > 0;
  }

  post(draft: Draft): ChatMessage {
    const written = checkedDraft(this.state, draft);
    const id = this.#nextId();
    this.#append({ kind: 'message', message: { id, ...written, at: this.#clock.now().toISOString() } });
    return this.state.message(id);
  }

  /** Takes a message back; a second time changes nothing. */
  recall(messageId: string): ChatMessage {
    const message = this.state.message(messageId);
    if (!message.recalled) this.#append({ kind: 'recall', id: this.#nextId(), messageId });
    return this.state.message(messageId);
  }

  changeContact(id: string, change: Partial<Pick<ChatContact, 'friend' | 'name'>>): ChatContact {
    const contact = this.state.contact(id);
    this.#append({ kind: 'contact', contact: { ...contact, ...change } });
    return this.state.contact(contact.id);
  }

  addContact(name: string, id = `c${this.#nextId()}`): ChatContact {
    this.#checkFree(id);
    this.#append({ kind: 'contact', contact: { id, name, friend: true } });
    return this.state.contact(id);
  }

  /** Makes a room; the bot is always in it. */
  addRoom(topic: string, members: readonly string[], id = `r${this.#nextId()}`): ChatRoom {
    this.#checkFree(id);
    const ids = members.map((member) => this.state.contact(member).id);
    this.#append({ kind: 'room', room: { id, topic, members: [...new Set([...ids, BOT_ID])] } });
    return this.state.room(id);
  }

  /** Changes topic or members of a room; the bot stays in it. */
  changeRoom(id: string, change: { readonly topic?: string; readonly members?: readonly string[] }): ChatRoom {
    const room = this.state.room(id);
    const members = change.members?.map((member) => this.state.contact(member).id) ?? room.members;
    const topic = change.topic ?? room.topic;
    this.#append({ kind: 'room', room: { id: room.id, topic, members: [...new Set([...members, BOT_ID])] } });
    return this.state.room(room.id);
  }

  logout(reason: string): void {
    if (this.state.loggedOutSeq === undefined) this.#append({ kind: 'logout', reason });
  }

  login(gap: Gap): void {
    if (this.state.loggedOutSeq !== undefined) this.#append({ kind: 'login', gap });
  }

  acknowledge(upTo: number): void {
    if (upTo > this.state.acknowledged) this.#append({ kind: 'acknowledged', upTo: Math.min(upTo, this.state.seq) });
  }

  /** Resolves at the next change, when `ms` have passed, or when `signal` is aborted. */
  changed(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#watchers.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#watchers.add(done);
      signal?.addEventListener('abort', done);
    });
  }

  #append(entry: NewEntry): ChatEntry {
    const stamped = { seq: this.state.seq + 1, at: this.#clock.now().toISOString(), ...entry } as ChatEntry;
    this.#log.append(stamped);
    this.state.apply(stamped);
    this.#wake();
    return stamped;
  }

  #wake(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #nextId(): string {
    return `m${this.state.epoch}-${String(this.state.seq + 1).padStart(8, '0')}`;
  }

  #seed(cast: ChatCast): void {
    const { contacts, rooms } = this.state;
    if (!contacts.has(BOT_ID)) this.addContact(cast.botName, BOT_ID);
    for (const { id, name } of cast.contacts) if (!contacts.has(id)) this.addContact(name, id);
    for (const { id, topic, members } of cast.rooms) if (!rooms.has(id)) this.addRoom(topic, members, id);
  }

  #checkFree(id: string): void {
    if (this.state.contacts.has(id) || this.state.rooms.has(id)) {
      throw new ChatRefusal(409, 'id-taken', `the id "${id}" is taken`);
    }
  }
}
