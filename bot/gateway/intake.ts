import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Puppet } from 'wechaty-puppet';
import { type Arrival, Arrivals } from './arrivals.ts';
import { writtenAt } from './message-kinds.ts';
import { MessageReader, placeOf, type ReaderOptions, type ReadMessage } from './message-reader.ts';

export interface IntakeOptions extends Omit<ReaderOptions, 'puppet'> {
  /** Takes a message in; asked again when it rejects. */
  readonly take: (read: ReadMessage, conversation: string) => void | Promise<void>;
}

/** A puppet that delivers a message again until it is told that it arrived. */
interface AcknowledgingPuppet {
  messageTaken?(id: string): void;
}

const REMEMBERED_IDS = 20_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 30_000;
const PLACE_TRIES = 6;

/**
 * The way of a message from one puppet into the bot: once each, in order within a conversation, read, handed on until it
 * is taken, and only then acknowledged. After `stop` nothing more is handed on; what was under way is not acknowledged.
 */
export class Intake {
  readonly #puppet: Puppet;
  readonly #options: IntakeOptions;
  readonly #reader: MessageReader;
  readonly #arrivals: Arrivals;
  readonly #seen = new Map<string, 'open' | 'done'>();
  readonly #stopping = new AbortController();

  constructor(puppet: Puppet, options: IntakeOptions) {
    this.#puppet = puppet;
    this.#options = options;
    this.#reader = new MessageReader({ ...options, puppet });
    this.#arrivals = new Arrivals(options.traits.holdMs, (arrival) => this.#handle(arrival));
  }

  arrived(id: string): void {
    const seen = this.#seen.get(id);
    if (seen === 'done') this.#acknowledge(id);
    if (seen) return;
    this.#seen.set(id, 'open');
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > REMEMBERED_IDS) this.#seen.delete(oldest as string);
    this.#arrivals.arrived(this.#place(id));
  }

  stop(): void {
    this.#stopping.abort();
    this.#arrivals.stop();
  }

  async #place(id: string): Promise<Arrival | undefined> {
    for (let attempt = 0; attempt < PLACE_TRIES && !this.#stopped; attempt += 1) {
      try {
        const payload = await this.#puppet.messagePayload(id);
        const conversation = placeOf(payload, this.#options.selfId());
        return { id, conversation, sentMs: writtenAt(payload.timestamp).getTime() };
      } catch (error) {
        this.#options.errors.log(error, 'payload of a message', performance.now());
        await this.#pause(FIRST_RETRY_MS * 2 ** attempt);
      }
    }
    this.#seen.delete(id);
    return undefined;
  }

  async #handle({ id, conversation }: Arrival): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.#stopped) {
      try {
        await this.#options.take(await this.#reader.read(id), conversation);
        this.#seen.set(id, 'done');
        this.#acknowledge(id);
        return;
      } catch (error) {
        this.#options.errors.log(error, 'taking in a message', performance.now());
        await this.#pause(retryMs);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  #acknowledge(id: string): void {
    (this.#puppet as AcknowledgingPuppet).messageTaken?.(id);
  }

  async #pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }
}
