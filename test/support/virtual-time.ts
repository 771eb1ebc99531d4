interface Timer {
  readonly atMs: number;
  readonly end: () => void;
}

const ROUNDS_UNTIL_STUCK = 200;

/** A clock that stands still until everybody waits, and then jumps to the next moment somebody waits for. */
export class VirtualTime {
  private nowMs: number;
  private readonly timers = new Set<Timer>();

  constructor(start: Date) {
    this.nowMs = start.getTime();
  }

  readonly now = (): Date => new Date(this.nowMs);

  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        this.timers.delete(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = { atMs: this.nowMs + ms, end };
      this.timers.add(timer);
      signal?.addEventListener('abort', end);
    });
  };

  moveTo(at: Date): void {
    this.nowMs = Math.max(this.nowMs, at.getTime());
    for (const timer of [...this.timers].sort((one, other) => one.atMs - other.atMs)) {
      if (timer.atMs > this.nowMs) break;
      timer.end();
    }
  }

  /** Lets everything run that needs no time. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20; round++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets time pass until the promise is over; throws what it threw. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    promise.then(over, over);
    for (let idle = 0; !isOver; ) {
      await new Promise((resolve) => setImmediate(resolve));
      idle += 1;
      if (isOver || idle < 5) continue;
      const next = Math.min(...[...this.timers].map(({ atMs }) => atMs));
      if (next < Number.POSITIVE_INFINITY) {
        this.moveTo(new Date(next));
        idle = 0;
      } else if (idle > ROUNDS_UNTIL_STUCK) throw new Error('nobody waits for time and yet it is not over');
    }
    return promise;
  }
}
