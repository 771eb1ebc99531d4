import type { Batch, Outcome, Snapshot, ThingStore, WakeIndex, Wanted } from '../../domain/ports.ts';
import { snapshotFrom } from '../../domain/snapshot.ts';
import type { Thing, ThingId, Versioned } from '../../domain/thing.ts';
import { decodeThing } from '../../domain/thing-json.ts';
import { DueIndex } from './due-index.ts';
import { TwinOutbox } from './twin-outbox.ts';

interface Stored {
  readonly json: string;
  readonly rev: number;
  thing?: Thing;
}

/**
 * The store in memory, for flow tests: the same contract as Redis, a thousand times faster. What it hands out is frozen, so
 * that code which changes a loaded thing fails here and not in production.
 */
export class TwinStore implements ThingStore, WakeIndex {
  readonly things = this;
  readonly wakes = this;
  readonly outbox: TwinOutbox;
  /** Audit entries as JSON, in order. */
  readonly audit: string[] = [];
  private rev = 0;
  private readonly stored = new Map<ThingId, Stored>();
  private readonly members = new Map<string, Set<ThingId>>();
  private readonly collectionRevs = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readonly handled = new Set<string>();
  private readonly due = new DueIndex();
  private readonly failures = new Map<ThingId, number>();
  private readonly aside = new Map<ThingId, string>();

  constructor() {
    this.outbox = new TwinOutbox(() => ++this.rev);
  }

  async load(ids: readonly ThingId[]): Promise<Versioned[]> {
    return ids.map((id) => {
      const stored = this.stored.get(id);
      if (!stored) return { thing: undefined, rev: 0 };
      stored.thing ??= frozen(decodeThing(stored.json));
      return { thing: stored.thing, rev: stored.rev };
    });
  }

  async collection(name: string): Promise<{ ids: ThingId[]; rev: number }> {
    return { ids: [...(this.members.get(name) ?? [])], rev: this.collectionRevs.get(name) ?? 0 };
  }

  async collectionSize(name: string): Promise<number> {
    return this.members.get(name)?.size ?? 0;
  }

  snapshot(wanted: Wanted): Promise<Snapshot> {
    return snapshotFrom(this, wanted);
  }

  async collectionRev(name: string): Promise<number> {
    return this.collectionRevs.get(name) ?? 0;
  }

  async lastNumber(series: string): Promise<number> {
    return this.numbers.get(series) ?? 0;
  }

  async commit(batch: Batch): Promise<Outcome> {
    if (batch.messageId !== undefined && this.handled.has(batch.messageId)) return { kind: 'repeated' };
    const on = this.firstConflict(batch);
    if (on) return { kind: 'conflict', on };

    const rev = ++this.rev;
    for (const [series, last] of Object.entries(batch.numbers)) this.numbers.set(series, last);
    for (const write of batch.things) this.write(write, rev);
    for (const id of batch.nudges) if (!this.aside.has(id)) this.due.lower(id, batch.atMs);
    this.outbox.add(batch.messages, rev, batch.atMs);
    this.audit.push(...batch.audit);
    if (batch.messageId !== undefined) this.handled.add(batch.messageId);
    return { kind: 'done' };
  }

  async dueWakes(beforeMs: number, limit: number): Promise<ThingId[]> {
    return this.due.due(beforeMs, limit);
  }

  async nextWakeMs(): Promise<number | undefined> {
    return this.due.next();
  }

  async wakeFailed(id: ThingId, retryAtMs: number): Promise<number> {
    if (this.due.get(id) !== undefined) this.due.set(id, retryAtMs);
    const failures = (this.failures.get(id) ?? 0) + 1;
    this.failures.set(id, failures);
    return failures;
  }

  async park(id: ThingId, reason: string): Promise<void> {
    this.due.delete(id);
    this.failures.delete(id);
    this.aside.set(id, reason);
  }

  async wakeDone(id: ThingId, dueAtMs: number, rev?: number): Promise<void> {
    this.failures.delete(id);
    const changed = rev !== undefined && (this.stored.get(id)?.rev ?? 0) !== rev;
    if (!changed && (this.due.get(id) ?? Number.POSITIVE_INFINITY) <= dueAtMs) this.due.delete(id);
  }

  async parked(): Promise<{ id: ThingId; reason: string }[]> {
    return [...this.aside].map(([id, reason]) => ({ id, reason }));
  }

  async unpark(id: ThingId, atMs: number): Promise<boolean> {
    if (!this.aside.delete(id)) return false;
    this.failures.delete(id);
    this.due.lower(id, atMs);
    return true;
  }

  /** When a thing is to be woken; null for never. */
  wakeAtMs(id: string): number | null {
    return this.due.get(id) ?? null;
  }

  private firstConflict({ reads, numbers }: Batch): string | undefined {
    for (const [key, rev] of reads) if (this.revOf(key) !== rev) return key;
    const reused = Object.entries(numbers).find(([series, last]) => last <= (this.numbers.get(series) ?? 0));
    return reused && `series ${reused[0]}`;
  }

  private revOf(key: string): number {
    const name = key.slice(key.indexOf(' ') + 1);
    if (key.startsWith('thing ')) return this.stored.get(name)?.rev ?? 0;
    if (key.startsWith('collection ')) return this.collectionRevs.get(name) ?? 0;
    if (key.startsWith('series ')) return this.numbers.get(name) ?? 0;
    throw new Error(`a read set cannot hold "${key}"`);
  }

  private write({ id, json, joins, leaves, touches, wakeAtMs }: Batch['things'][number], rev: number): void {
    if (json === null) this.stored.delete(id);
    else this.stored.set(id, { json, rev });
    if (wakeAtMs === null) this.due.delete(id);
    else this.due.set(id, wakeAtMs);
    this.aside.delete(id);
    this.failures.delete(id);

    for (const name of joins) {
      const members = this.members.get(name) ?? new Set();
      if (members.has(id)) continue;
      this.members.set(name, members.add(id));
      this.collectionRevs.set(name, rev);
    }
    for (const name of leaves) {
      if (this.members.get(name)?.delete(id)) this.collectionRevs.set(name, rev);
    }
    for (const name of touches) this.collectionRevs.set(name, rev);
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const field of Object.values(value)) frozen(field);
    Object.freeze(value);
  }
  return value;
}
