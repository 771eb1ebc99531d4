import type { ThingId } from '../domain/thing.ts';

export interface QueuedWake {
  readonly id: ThingId;
  readonly atMs: number;
}

/** Which thing is to be woken next, in order of time, then of id. A thing has one wake; the last that was filed holds. */
export class PreviewQueue {
  private readonly filed = new Map<ThingId, number>();
  /** A binary heap; entries that are not what is filed any more are passed over when they come up. */
  private readonly heap: QueuedWake[] = [];

  /** Null: it wants to be woken no more. */
  file(id: ThingId, atMs: number | null): void {
    if (atMs === null) this.filed.delete(id);
    else if (this.filed.get(id) !== atMs) this.push({ id, atMs });
  }

  /** Brings a wake forward, never back. */
  lower(id: ThingId, atMs: number): void {
    if (atMs < (this.filed.get(id) ?? Number.POSITIVE_INFINITY)) this.push({ id, atMs });
  }

  /** Undefined where nothing wants to be woken. */
  first(): QueuedWake | undefined {
    for (let top = this.heap[0]; top; top = this.heap[0]) {
      if (this.filed.get(top.id) === top.atMs) return top;
      this.drop();
    }
    return undefined;
  }

  /** Takes the first out. */
  take(): QueuedWake | undefined {
    const wake = this.first();
    if (wake) {
      this.filed.delete(wake.id);
      this.drop();
    }
    return wake;
  }

  private push(wake: QueuedWake): void {
    this.filed.set(wake.id, wake.atMs);
    const { heap } = this;
    let at = heap.push(wake) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(heap[parent]!, wake)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = wake;
  }

  private drop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (isBefore(last, heap[child]!)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function isBefore(one: QueuedWake, other: QueuedWake): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.id < other.id);
}
