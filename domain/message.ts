import type { ThingId } from './thing.ts';

/** Where a message goes: `person.chenli` (private chat), `room.anweihui`, or `contact.<channel id>` for a sender nobody is bound to. */
export type Address = string;

/**
 * R answers a person who just spoke · D dispatch caused by a person's 确认 · L0 incidents and warnings · L1 people on shift ·
 * L2 due today · L3 ordinary reminders · L4 digests. Windows and budgets per class are policy.
 */
export const MESSAGE_CLASSES = ['L0', 'R', 'D', 'L1', 'L2', 'L3', 'L4'] as const;
export type MessageClass = (typeof MESSAGE_CLASSES)[number];

/** What a Decision wants said. The outbox decides when, merged with what, and in how many parts. */
export interface Message {
  readonly to: Address;
  readonly class: MessageClass;
  readonly text: string;
  /** Names this very utterance for ever (thing.step.occurrence.recipient); a second one with the same name is dropped. */
  readonly once: string;
  /** Number of the matter, `T0612`; printed so that people can quote it. */
  readonly about?: string;
  /** People to be @-mentioned; only in rooms. */
  readonly mentions?: readonly ThingId[];
  /** Not spoken before this moment, whatever its class allows. */
  readonly notBeforeAt?: Date;
  /** After this moment it would mislead: it lapses, and whoever is named in `lapseTo` is told. */
  readonly notAfterAt?: Date;
  readonly lapseTo?: Address;
  /** The thing this is a reminder of: if it is answered before the reminder is spoken, the reminder is overtaken and dropped. */
  readonly of?: ThingId;
  /** Takes back a reminder of this thing: where that one has not been spoken yet, both are dropped. */
  readonly takesBack?: ThingId;
  /** Urgent matters break the windows of class D. */
  readonly urgent?: boolean;
  /** A file to go with the text, by its SHA-256 in the file store. */
  readonly file?: StoredFile;
}

/** A file people sent or the product made; bytes lie under its SHA-256 in the data folder. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly kind: 'image' | 'file';
  /** The secrecy mark that its contents bear: nothing of it has been kept. */
  readonly mark?: string;
}

/** Whether it is said to the bot: in private, by name, or in answer to what it said. In a room people speak of everything all day. */
export function isToBot({ room, mentionsMe, quote }: Pick<IncomingMessage, 'room' | 'mentionsMe' | 'quote'>): boolean {
  return room === undefined || mentionsMe || quote?.mine === true;
}

/** One message as it came out of the chat, after quote and mention were taken apart by us. */
export interface IncomingMessage {
  /** The channel's own id: the key under which it is handled once. */
  readonly id: string;
  /** When it was written, by the channel's clock. */
  readonly sentAt: Date;
  /** When this process first saw it. */
  readonly receivedAt: Date;
  readonly from: { readonly contactId: string; readonly name: string };
  /** Absent in a private chat. */
  readonly room?: { readonly channelId: string; readonly topic: string };
  readonly kind: 'text' | 'image' | 'file' | 'voice' | 'recall' | 'other';
  /** Text without the quote and without the mention of the bot; for a recall, the id of the message taken back. */
  readonly text: string;
  readonly mentionsMe: boolean;
  readonly mentionsAll: boolean;
  /** Others who are mentioned: contact id where the channel says it, else the name as written. */
  readonly mentions: readonly string[];
  readonly quote?: {
    readonly from: string;
    readonly text: string;
    readonly messageId?: string;
    readonly mine: boolean;
  };
  readonly file?: StoredFile;
}
