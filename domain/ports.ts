import type { Address, Message, MessageClass } from './message.ts';
import type { ThingId, Versioned } from './thing.ts';

/** Who caused a commit; `system` is a timer. Goes into every audit entry. */
export interface Actor {
  readonly person?: ThingId;
  readonly contactId?: string;
  readonly room?: ThingId;
  readonly messageId?: string;
  readonly system?: string;
}

/**
 * What was read on the way to a decision, with the revision it was read at: `thing <id>`, `collection <name>`,
 * `series <letter>`. A commit stands only if all of them are unchanged.
 */
export type ReadSet = ReadonlyMap<string, number>;

/** One thing to be stored, fully worked out; the store adds nothing of its own. */
export interface ThingWrite {
  readonly id: ThingId;
  /** JSON, or null where the thing goes. */
  readonly json: string | null;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  /** Collections whose readers depend on the content of their members, not only on who belongs. */
  readonly touches: readonly string[];
  /** When this thing next wants to be woken, epoch milliseconds; null for never. */
  readonly wakeAtMs: number | null;
}

/** Everything that one decision changes. Applied whole or not at all. */
export interface Batch {
  readonly atMs: number;
  readonly reads: ReadSet;
  readonly things: readonly ThingWrite[];
  /** Audit entries as JSON, in order. */
  readonly audit: readonly string[];
  readonly messages: readonly PendingMessage[];
  /** Numbers given out, by series letter: the last one after this commit. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly nudges: readonly ThingId[];
  /** The incoming message this decision answers; a second batch with the same id does nothing. */
  readonly messageId?: string;
}

export type Outcome =
  | { readonly kind: 'done' }
  /** This message was handled before: nothing was written. */
  | { readonly kind: 'repeated' }
  /** Something that was read has changed since: nothing was written; decide again on fresh data. */
  | { readonly kind: 'conflict'; readonly on: string };

/** What one look at the store shall bring. */
export interface Wanted {
  /** Collections of which only the revision matters. */
  readonly revs?: readonly string[];
  /** Collections with their members. */
  readonly collections?: readonly string[];
  readonly ids?: readonly ThingId[];
}

/** Everything of one look, as it was at one and the same moment. */
export interface Snapshot {
  readonly revs: ReadonlyMap<string, number>;
  readonly collections: ReadonlyMap<string, { readonly ids: readonly ThingId[]; readonly rev: number }>;
  /** The things asked for and all members of the collections. */
  readonly things: ReadonlyMap<ThingId, Versioned>;
}

/** State as the functional core sees it. Implemented by Redis and, for flow tests, by a twin in memory; one contract suite for both. */
export interface ThingStore {
  load(ids: readonly ThingId[]): Promise<Versioned[]>;
  /** Members in no particular order, and the collection's revision. */
  collection(name: string): Promise<{ readonly ids: readonly ThingId[]; readonly rev: number }>;
  /** How many members; cheap, however many they are. */
  collectionSize(name: string): Promise<number>;
  /** All of it in one round trip. */
  snapshot(wanted: Wanted): Promise<Snapshot>;
  /** The revision alone, cheap: for caches. */
  collectionRev(name: string): Promise<number>;
  /** The last number given out in a series. */
  lastNumber(series: string): Promise<number>;
  commit(batch: Batch): Promise<Outcome>;
}

/** The wake index: which things are due. It is the truth; alarms only make it prompt. */
export interface WakeIndex {
  dueWakes(beforeMs: number, limit: number): Promise<ThingId[]>;
  /** The earliest moment in the index, or undefined when nothing waits. */
  nextWakeMs(): Promise<number | undefined>;
  /** Counts a failure of this thing's wake and puts it off to `retryAtMs`; returns how often since its last commit, which forgets them. */
  wakeFailed(id: ThingId, retryAtMs: number): Promise<number>;
  /** Takes a thing out of the index until somebody looks at it. */
  park(id: ThingId, reason: string): Promise<void>;
  /**
   * Forgets the failures of a thing whose wake went well, and takes it out of the index if its entry there is no later than
   * `dueAtMs` (the `now` of the wake) and, where `rev` is given, the thing is still at that revision.
   */
  wakeDone(id: ThingId, dueAtMs: number, rev?: number): Promise<void>;
}

/** A message on its way from a commit to the chat. `sinceMs` is when it was decided. */
export interface PendingMessage extends Omit<Message, 'notBeforeAt' | 'notAfterAt'> {
  readonly sinceMs: number;
  readonly notBeforeMs?: number;
  readonly notAfterMs?: number;
  /** It was part of a message counted on this civil day that was never spoken: on that day it is not counted again. */
  readonly paidDay?: string;
  /** Set on what waits for the fall-back channels instead of the chat. */
  readonly diverted?: Diversion;
  /** The fall-back channels would not take it: before this moment they are not tried again. */
  readonly notDivertedBeforeMs?: number;
}

/** Whom a message was for, and why the chat does not carry it: it is `away`, or it would not take it. */
export interface Diversion {
  readonly to: Address;
  readonly why: 'away' | 'failed';
}

export type PartState = 'waiting' | 'sending' | 'sent' | 'unsure';

/** One chat message of an envelope. */
export interface EnvelopePart {
  readonly text: string;
  readonly mentions: readonly ThingId[];
  readonly file?: Message['file'];
  readonly state: PartState;
  readonly sendingAtMs?: number;
  /** Our messages that the conversation showed just before this one was sent: they are no proof of it. */
  readonly earlierIds?: readonly string[];
  readonly sentId?: string;
}

/** What is being said in one conversation right now: frozen before it is sent, one at a time per conversation. */
export interface Envelope {
  readonly id: string;
  readonly to: Address;
  readonly class: MessageClass;
  readonly once: readonly string[];
  readonly abouts: readonly string[];
  readonly frozenAtMs: number;
  readonly attempts: number;
  readonly parts: readonly EnvelopePart[];
  readonly items: readonly PendingMessage[];
}

/** How many budgeted messages a conversation has had, by civil day; `lastL3Ms` for the digest rule. */
export interface ConversationUse {
  readonly day: string;
  readonly budgeted: number;
  readonly lastL3Ms?: number;
  /** The last civil day on which the budget was used up: what waited through it was held, not forgotten. */
  readonly exhaustedDay?: string;
}

/** One conversation's waiting messages, as the sender finds them. */
export interface ConversationState {
  readonly to: Address;
  /** Changes with everything that happens to the conversation; `freeze` demands it back. */
  readonly rev: number;
  readonly items: readonly PendingMessage[];
  readonly envelope?: Envelope;
  readonly use?: ConversationUse;
}

/** `fallback`: it went over a fall-back channel instead of the chat. */
export type DeliveryCount = 'held' | 'merged' | 'sent' | 'fallback' | 'failed' | 'expired' | 'unsure';

/** The outbox as the sender sees it; same two implementations, same contract suite. */
export interface OutboxStore {
  dueConversations(beforeMs: number, limit: number): Promise<Address[]>;
  nextConversationMs(): Promise<number | undefined>;
  conversation(to: Address): Promise<ConversationState>;
  /**
   * In one step: takes the items of the envelope and those that lapsed out of the waiting list, stores the envelope (if any),
   * the use and the counts, and files the next look at this conversation. False, and nothing done, if the conversation moved on.
   */
  freeze(change: {
    readonly to: Address;
    readonly rev: number;
    readonly envelope?: Envelope;
    readonly taken: readonly string[];
    readonly use?: ConversationUse;
    readonly counts: Partial<Record<DeliveryCount, number>>;
    readonly nextLookMs: number | null;
    /** Messages that the lapse of others calls for (the assigner is told). */
    readonly messages?: readonly PendingMessage[];
  }): Promise<boolean>;
  /** Notes how far the envelope got. */
  progress(envelope: Envelope, nextLookMs: number): Promise<void>;
  /** The envelope is over; follow-up messages (a fall-back, a person's list) are stored in the same step. */
  settle(
    envelope: Envelope,
    counts: Partial<Record<DeliveryCount, number>>,
    nextLookMs: number | null,
    messages?: readonly PendingMessage[],
  ): Promise<void>;
  counts(): Promise<Record<DeliveryCount, number>>;
}
