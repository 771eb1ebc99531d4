import type { IncomingMessage } from '../domain/message.ts';
import { secrecyMark } from '../domain/secrecy/secrecy-mark.ts';
import { InOrder } from './in-order.ts';

/** Where messages lie until they are handled, so that a crash loses none; `spilled` ones lie on the disk until the store is back. */
export interface InboxStore {
  accept(message: IncomingMessage): Promise<{ kind: 'new'; entryId: string } | { kind: 'known' } | { kind: 'spilled' }>;
  pending(): AsyncIterable<InboxEntry>;
  /** How many processes have begun with what an earlier one left, this one included. */
  started(entryId: string): Promise<number>;
  remove(entryId: string): Promise<void>;
}

export interface InboxEntry {
  readonly entryId: string;
  readonly message: IncomingMessage;
}

export interface InboxParts {
  readonly store: InboxStore;
  /** One message in; everything it causes is committed when this resolves. Throws only when the store is away. */
  readonly handle: (message: IncomingMessage) => Promise<unknown>;
  /** Of one that has ended several processes: it is not read again, and whoever wrote it is told. */
  readonly giveUp: (message: IncomingMessage) => Promise<unknown>;
  /** A message that bears a secrecy mark; it is never given to the store. */
  readonly secrecy: (message: IncomingMessage, mark: string) => Promise<unknown>;
  /** How long messages of one room are held to be put in order; channels do not keep it. */
  readonly holdMs: number;
  readonly wait: (ms: number) => Promise<void>;
  readonly log: { warn(fields: object, text: string): void };
  readonly crashPoint?: (name: string) => void;
}

const RETRY_MS = 1_000;
/** A message that so many processes have begun with and none has ended is what ends them. */
const MOST_STARTS = 3;

/** Takes messages in: guard, then the store, then one after another per conversation. */
export class Inbox {
  private readonly parts: InboxParts;
  private readonly order: InOrder;
  private readonly underWay = new Set<string>();
  private stopped = false;

  constructor(parts: InboxParts) {
    this.parts = parts;
    this.order = new InOrder(parts.holdMs, parts.wait);
  }

  /** Goes on with what lies in the store and is not under way: what an earlier process left, or what came back from the disk. */
  async replay(): Promise<void> {
    await this.untilStored(async () => {
      for await (const entry of this.parts.store.pending())
        this.enqueue(entry, (message) => this.again(entry, message));
    });
  }

  /** Resolves when the message is safe: from then on the channel may forget it. */
  async take(message: IncomingMessage): Promise<void> {
    const mark = secrecyMark(message);
    if (mark) return this.untilStored(() => this.parts.secrecy(message, mark));

    const accepted = await this.parts.store.accept(message);
    this.parts.crashPoint?.('inbox.written');
    if (accepted.kind === 'new') this.enqueue({ entryId: accepted.entryId, message });
  }

  /** How many messages wait or are being handled. */
  get depth(): number {
    return this.order.depth;
  }

  /** Resolves when everything taken in so far has been handled. */
  idle(): Promise<void> {
    return this.order.idle();
  }

  stop(): void {
    this.stopped = true;
  }

  /** Counted when its turn has come: what only waits behind a message that ends the process is not to blame. */
  private async again({ entryId }: InboxEntry, message: IncomingMessage): Promise<unknown> {
    const starts = await this.parts.store.started(entryId);
    return starts > MOST_STARTS ? this.parts.giveUp(message) : this.parts.handle(message);
  }

  private enqueue({ entryId, message }: InboxEntry, handle = this.parts.handle): void {
    if (this.underWay.has(entryId)) return;
    this.underWay.add(entryId);
    const lane = message.room ? `room ${message.room.channelId}` : `private ${message.from.contactId}`;
    void this.order.run(lane, message.sentAt.getTime(), async () => {
      await this.untilStored(() => handle(message));
      await this.untilStored(() => this.parts.store.remove(entryId));
      this.underWay.delete(entryId);
    });
  }

  /** The store may be away for a while; what came in keeps its place until it is back. */
  private async untilStored(work: () => Promise<unknown>): Promise<void> {
    while (!this.stopped) {
      try {
        await work();
        return;
      } catch (error) {
        this.parts.log.warn({ err: error }, 'a message waits for the store');
        await this.parts.wait(RETRY_MS);
      }
    }
  }
}
