import type { ChatEvent } from './chat-views.ts';
import type { AccountEvents, LocalChatClient } from './client.ts';

export interface StreamListener {
  /** The server answered; `session` is the account's state as of now. */
  connected(session: AccountEvents): Promise<void>;
  event(event: ChatEvent): Promise<void>;
  /** The connection is gone; the stream tries again by itself. */
  lost(error: Error): Promise<void>;
}

const WAIT_SECONDS = 25;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
const ACKNOWLEDGE_AFTER_MS = 30;

/**
 * The account's event stream: reads on, reconnects with growing pauses, and acknowledges an event only after it and all
 * before it were taken. What was not is delivered again to the next process.
 */
export class AccountStream {
  readonly #client: LocalChatClient;
  readonly #listener: StreamListener;
  readonly #stopping = new AbortController();
  /** Events that were handed over and not yet taken, in order. */
  readonly #open = new Set<number>();
  #cursor: number | undefined;
  #epoch = '';
  #acknowledged = 0;
  #acknowledging: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(client: LocalChatClient, listener: StreamListener) {
    this.#client = client;
    this.#listener = listener;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Acknowledges what was taken and ends; waits for the reading to be over. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#acknowledging);
    await this.#running;
    await this.#acknowledge();
  }

  /** This event needs no second delivery. */
  taken(seq: number): void {
    if (!this.#open.delete(seq)) return;
    this.#acknowledgeSoon();
  }

  async #run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    let connected = false;
    while (!this.#stopping.signal.aborted) {
      try {
        // The first question after a break does not wait, so that the break is known to be over at once.
        const batch = await this.#client.events(this.#cursor, connected ? WAIT_SECONDS : 0, this.#stopping.signal);
        connected = await this.#take(batch, connected);
        retryMs = FIRST_RETRY_MS;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        if (connected || retryMs === FIRST_RETRY_MS) await this.#listener.lost(error as Error);
        connected = false;
        await this.#pause(retryMs);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
  }

  /** False when the question has to be asked again from the start: the chat behind the address is another one. */
  async #take(batch: AccountEvents, connected: boolean): Promise<boolean> {
    const moved = this.#epoch !== '' && batch.epoch !== this.#epoch;
    if (batch.epoch !== this.#epoch) {
      this.#epoch = batch.epoch;
      this.#open.clear();
      this.#acknowledged = batch.acknowledged;
      this.#cursor = batch.acknowledged;
    }
    if (moved) return false;
    if (!connected) await this.#listener.connected(batch);
    for (const event of batch.events) {
      if (this.#stopping.signal.aborted) return true;
      this.#open.add(event.seq);
      await this.#listener.event(event);
    }
    this.#cursor = batch.next;
    this.#acknowledgeSoon();
    return true;
  }

  #acknowledgeSoon(): void {
    this.#acknowledging ??= setTimeout(() => {
      this.#acknowledging = undefined;
      void this.#acknowledge();
    }, ACKNOWLEDGE_AFTER_MS);
  }

  /** Everything below the oldest open event. A failure costs nothing: the next acknowledgement says it again. */
  async #acknowledge(): Promise<void> {
    const [oldest] = this.#open;
    const upTo = oldest === undefined ? (this.#cursor ?? 0) : oldest - 1;
    if (upTo <= this.#acknowledged) return;
    await this.#client.acknowledge(upTo).then(
      () => {
        this.#acknowledged = upTo;
      },
      () => {},
    );
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#stopping.signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    });
  }
}
