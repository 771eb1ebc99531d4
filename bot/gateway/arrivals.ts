export interface Arrival {
  readonly id: string;
  readonly conversation: string;
  readonly sentMs: number;
}

interface Held {
  readonly arrivals: Arrival[];
  readonly timer: NodeJS.Timeout;
}

/**
 * Hands messages on one after the other within a conversation, in the order in which they were written. Channels that mix
 * the order up are given `holdMs` to bring what was written earlier; with 0 the order of arrival is trusted.
 */
export class Arrivals {
  readonly #holdMs: number;
  readonly #handle: (arrival: Arrival) => Promise<void>;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #held = new Map<string, Held>();
  #inOrder: Promise<void> = Promise.resolve();

  constructor(holdMs: number, handle: (arrival: Arrival) => Promise<void>) {
    this.#holdMs = holdMs;
    this.#handle = handle;
  }

  /** `placed` resolves to undefined where the message cannot be read at all. It must not reject, nor `handle`. */
  arrived(placed: Promise<Arrival | undefined>): void {
    if (this.#holdMs === 0) {
      this.#inOrder = this.#inOrder.then(() => placed).then((arrival) => arrival && this.#enqueue(arrival));
      return;
    }
    void placed.then((arrival) => arrival && this.#hold(arrival));
  }

  /** Lets go of what is still being held; `handle` is not called for it. */
  stop(): void {
    for (const { timer } of this.#held.values()) clearTimeout(timer);
    this.#held.clear();
  }

  #hold(arrival: Arrival): void {
    const held = this.#held.get(arrival.conversation);
    if (held) {
      held.arrivals.push(arrival);
      return;
    }
    const arrivals = [arrival];
    const timer = setTimeout(() => {
      this.#held.delete(arrival.conversation);
      for (const one of arrivals.sort((a, b) => a.sentMs - b.sentMs)) this.#enqueue(one);
    }, this.#holdMs);
    this.#held.set(arrival.conversation, { arrivals, timer });
  }

  #enqueue(arrival: Arrival): void {
    const before = this.#lanes.get(arrival.conversation) ?? Promise.resolve();
    const after = before.then(() => this.#handle(arrival));
    this.#lanes.set(arrival.conversation, after);
    void after.then(() => {
      if (this.#lanes.get(arrival.conversation) === after) this.#lanes.delete(arrival.conversation);
    });
  }
}
