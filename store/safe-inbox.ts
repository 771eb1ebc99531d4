import type { IncomingMessage } from '../domain/message.ts';
import { isStoreAway } from './failure.ts';
import type { Accepted, RedisInbox } from './inbox.ts';
import type { Spill } from './spill.ts';

const RETRY_MS = 500;

/** The inbox that takes messages even while Redis is away or full: they wait on the disk and come back in their order. */
export class SafeInbox {
  private readonly inbox: RedisInbox;
  private readonly spill: Spill;
  private readonly onReturned: () => void;
  private draining: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** `onReturned`: spilled messages now lie in the inbox; go through `pending()` as after a start. */
  constructor(inbox: RedisInbox, spill: Spill, onReturned: () => void) {
    this.inbox = inbox;
    this.spill = spill;
    this.onReturned = onReturned;
  }

  /** Feeds back what an earlier process left behind, and keeps trying until it is gone. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.drain(), RETRY_MS);
    await this.drain();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** `spilled` is as safe as `new`, but the message will be met in `pending()` only after Redis is back. */
  async accept(message: IncomingMessage): Promise<Accepted | { readonly kind: 'spilled' }> {
    // What waits on the disk came first.
    if (await this.spill.isEmpty()) {
      try {
        return await this.inbox.accept(message);
      } catch (error) {
        if (!isStoreAway(error)) throw error;
      }
    }
    await this.spill.append(message);
    return { kind: 'spilled' };
  }

  /** One try to bring everything back; does nothing where nothing waits. */
  drain(): Promise<void> {
    this.draining ??= this.feedBack().finally(() => {
      this.draining = undefined;
    });
    return this.draining;
  }

  private async feedBack(): Promise<void> {
    try {
      const fed = await this.spill.feed(async (message) => void (await this.inbox.accept(message)));
      if (fed > 0) this.onReturned();
    } catch (error) {
      if (!isStoreAway(error)) throw error;
    }
  }
}
