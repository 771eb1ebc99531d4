interface Waiting {
  readonly atMs: number;
  readonly sequence: number;
  readonly work: () => Promise<void>;
  readonly done: () => void;
}

/**
 * One piece of work at a time per lane, lanes side by side. Work that arrives within `holdMs` of the first is put in the order
 * of its own time first, because a chat delivers messages of one room out of order.
 */
export class InOrder {
  private readonly lanes = new Map<string, Waiting[]>();
  private readonly holdMs: number;
  private readonly wait: (ms: number) => Promise<void>;
  private readonly idlers: (() => void)[] = [];
  private sequence = 0;
  private waiting = 0;

  constructor(holdMs: number, wait: (ms: number) => Promise<void>) {
    this.holdMs = holdMs;
    this.wait = wait;
  }

  get depth(): number {
    return this.waiting;
  }

  /** Resolves when the work is done; the work must not throw. */
  run(lane: string, atMs: number, work: () => Promise<void>): Promise<void> {
    this.waiting++;
    return new Promise((done) => {
      const entry: Waiting = { atMs, sequence: this.sequence++, work, done };
      const queue = this.lanes.get(lane);
      if (queue) {
        queue.push(entry);
        return;
      }
      this.lanes.set(lane, [entry]);
      void this.drain(lane);
    });
  }

  idle(): Promise<void> {
    return this.waiting === 0 ? Promise.resolve() : new Promise((resolve) => this.idlers.push(resolve));
  }

  private async drain(lane: string): Promise<void> {
    const queue = this.lanes.get(lane)!;
    while (queue.length > 0) {
      if (this.holdMs > 0) await this.wait(this.holdMs);
      queue.sort((a, b) => a.atMs - b.atMs || a.sequence - b.sequence);
      const next = queue.shift()!;
      await next.work();
      next.done();
      this.waiting--;
    }
    this.lanes.delete(lane);
    if (this.waiting === 0) for (const resolve of this.idlers.splice(0)) resolve();
  }
}
