import type { IncomingMessage, StoredFile } from '../../domain/message.ts';
import type { Pace } from './pace.ts';

/** `need-scan`: somebody must scan the login code · `degraded`: logged in but not to be trusted · `banned`: never log in again by itself. */
export type SessionState = 'starting' | 'need-scan' | 'online' | 'degraded' | 'offline' | 'banned';

/** Where the chat delivers: exactly one of the two. */
export interface ChatTarget {
  readonly roomChannelId?: string;
  readonly contactId?: string;
}

export interface OutgoingMessage {
  readonly target: ChatTarget;
  readonly text: string;
  /** Contacts to @; only in rooms. */
  readonly mentions: readonly { readonly contactId: string; readonly name: string }[];
  readonly file?: StoredFile;
}

/**
 * Why a message did not go out. `not-sent`: certainly not, try again · `unknown`: it may have gone (time-out) ·
 * `not-friend`: this contact cannot be written to · `refused`: the channel will never take it · `throttled`: too fast, pause the account.
 */
export type SendFailure = 'not-sent' | 'unknown' | 'not-friend' | 'refused' | 'throttled';

export class SendError extends Error {
  readonly failure: SendFailure;

  constructor(failure: SendFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SendError';
    this.failure = failure;
  }
}

/** A message of our own as the chat shows it: the echo that proves a send. */
export interface OwnMessage {
  readonly id: string;
  readonly at: Date;
  readonly target: ChatTarget;
  readonly text: string;
  readonly file?: string;
}

export interface GatewayEvents {
  message(message: IncomingMessage): void | Promise<void>;
  own(message: OwnMessage): void;
  state(state: SessionState, detail: string): void;
  /** The login code to be scanned, as the text that goes into a QR picture. */
  scan(code: string): void;
}

/** The chat behind one small interface. Nothing of Wechaty is seen outside `bot/gateway`. */
export interface Gateway {
  start(events: GatewayEvents): Promise<void>;
  stop(): Promise<void>;
  state(): SessionState;
  /** Ids by which the bot itself appears. */
  self(): { readonly contactId: string; readonly name: string } | undefined;
  /** Throws SendError. Never waits for longer than 15 s. */
  send(message: OutgoingMessage): Promise<{ readonly id: string | undefined }>;
  /** Our own messages since a moment, where the channel can show them; undefined where it cannot. */
  ownSince?(target: ChatTarget, since: Date): Promise<OwnMessage[]>;
  /** Rooms the account is in. */
  rooms(): Promise<
    {
      readonly channelId: string;
      readonly topic: string;
      readonly members: readonly { readonly contactId: string; readonly name: string }[];
    }[]
  >;
  /** How fast this channel may be spoken to. */
  readonly pace: Pace;
}
