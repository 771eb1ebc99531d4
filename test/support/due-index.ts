/** Ids in the order in which they are due; ties in the order of their ids, as in a sorted set of Redis. */
export class DueIndex {
  private readonly dueMs = new Map<string, number>();
  /** A binary heap; entries that no longer agree with `dueMs` are dropped when they come up. */
  private readonly heap: (readonly [atMs: number, id: string])[] = [];

  get(id: string): number | undefined {
    return this.dueMs.get(id);
  }

  set(id: string, atMs: number): void {
    if (this.dueMs.get(id) === atMs) return;
    this.dueMs.set(id, atMs);
    this.push([atMs, id]);
  }

  /** Brings an entry forward, never back. */
  lower(id: string, atMs: number): void {
    const known = this.dueMs.get(id);
    if (known === undefined || atMs < known) this.set(id, atMs);
  }

  delete(id: string): void {
    this.dueMs.delete(id);
  }

  next(): number | undefined {
    return this.top()?.[0];
  }

  /** Up to `limit` ids that are due at `beforeMs` or earlier. */
  due(beforeMs: number, limit: number): string[] {
    const found = new Map<string, number>();
    for (let top = this.top(); top && top[0] <= beforeMs && found.size < limit; top = this.top()) {
      found.set(top[1], top[0]);
      this.pop();
    }
    for (const [id, atMs] of found) this.push([atMs, id]);
    return [...found.keys()];
  }

  private top(): readonly [number, string] | undefined {
    while (this.heap[0] && this.dueMs.get(this.heap[0][1]) !== this.heap[0][0]) this.pop();
    return this.heap[0];
  }

  private push(entry: readonly [number, string]): void {
    const { heap } = this;
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!before(heap[place]!, heap[parent]!)) break;
      [heap[place], heap[parent]] = [heap[parent]!, heap[place]!];
      place = parent;
    }
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    heap[0] = last;
    for (let place = 0; ; ) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
      }
      if (least === place) return;
      [heap[place], heap[least]] = [heap[least]!, heap[place]!];
      place = least;
    }
  }
}

function before(a: readonly [number, string], b: readonly [number, string]): boolean {
  return a[0] !== b[0] ? a[0] < b[0] : a[1] < b[1];
}
