import type { StoredFile } from '../../../domain/message.ts';

/** The account that the bot uses in the local chat. */
export const BOT_ID = 'zhishou';

/** Mentioning this id means everybody in the room. */
export const EVERYONE_ID = 'notify@all';

/** Who and what there is when the chat is opened for the first time. The bot is a member of every room. */
export interface ChatCast {
  readonly botName: string;
  readonly contacts: readonly { readonly id: string; readonly name: string }[];
  readonly rooms: readonly { readonly id: string; readonly topic: string; readonly members: readonly string[] }[];
}

/** The product's clock; the chat has none of its own. */
export interface ChatClock {
  now(): Date;
  /** Resolves to the time it really became; rejects where the clock cannot be moved there. */
  move(to: Date): Promise<Date>;
  /** Begins at another time, also at one that has passed. Only before anybody has spoken. */
  beginAt(to: Date): Promise<Date>;
}

export interface ChatContact {
  readonly id: string;
  readonly name: string;
  /** Only friends can be written to privately by the bot. */
  readonly friend: boolean;
}

export interface ChatRoom {
  readonly id: string;
  readonly topic: string;
  readonly members: readonly string[];
}

export interface ChatMessage {
  readonly id: string;
  readonly seq: number;
  /** Exactly one of `room` and `to` is set; one end of a private message is always the bot. */
  readonly room: string | null;
  readonly to: string | null;
  readonly from: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly quote: string | null;
  readonly at: string;
  readonly file?: StoredFile;
  readonly recalled?: true;
}

/** What becomes of messages that arrive while the account is logged out. */
export type Gap = 'replay' | 'lost';

/** One line of the log. `seq` grows by one with each. */
export type ChatEntry = { readonly seq: number; readonly at: string } & (
  | { readonly kind: 'opened'; readonly epoch: string }
  | { readonly kind: 'contact'; readonly contact: ChatContact }
  | { readonly kind: 'room'; readonly room: ChatRoom }
  | { readonly kind: 'message'; readonly message: Omit<ChatMessage, 'seq' | 'recalled'> }
  | { readonly kind: 'recall'; readonly id: string; readonly messageId: string }
  | { readonly kind: 'logout'; readonly reason: string }
  | { readonly kind: 'login'; readonly gap: Gap }
  | { readonly kind: 'acknowledged'; readonly upTo: number }
);

type WithoutStamp<E> = E extends unknown ? Omit<E, 'seq' | 'at'> : never;
export type NewEntry = WithoutStamp<ChatEntry>;

/** Why the chat does not do what was asked. `status` is the HTTP status that says so. */
export class ChatRefusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413;
  readonly code: string;

  constructor(status: ChatRefusal['status'], code: string, message: string) {
    super(message);
    this.name = 'ChatRefusal';
    this.status = status;
    this.code = code;
  }
}
