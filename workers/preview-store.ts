import type { Batch, Outcome, PendingMessage, Snapshot, ThingStore, Wanted } from '../domain/ports.ts';
import { snapshotFrom } from '../domain/snapshot.ts';
import type { Thing, ThingId, Versioned } from '../domain/thing.ts';
import { decodeThing } from '../domain/thing-json.ts';

/** The store as it would become: reads come from the real one, what is committed stays here and goes nowhere. */
export class PreviewStore implements ThingStore {
  /** What the last commit wanted said. */
  said: readonly PendingMessage[] = [];
  /** Things that a commit has brought into being since this was last emptied. */
  created: ThingId[] = [];
  private readonly base: ThingStore;
  private readonly things = new Map<ThingId, Thing | undefined>();
  private readonly wakes = new Map<ThingId, number | null>();
  private readonly members = new Map<string, Set<ThingId>>();
  private readonly numbers = new Map<string, number>();

  constructor(base: ThingStore) {
    this.base = base;
  }

  async load(ids: readonly ThingId[]): Promise<Versioned[]> {
    const found = await this.base.load(ids);
    return ids.map((id, index) => (this.things.has(id) ? { thing: this.things.get(id), rev: 0 } : found[index]!));
  }

  async collection(name: string): Promise<{ readonly ids: readonly ThingId[]; readonly rev: number }> {
    const { ids, rev } = await this.base.collection(name);
    return { ids: [...(this.members.get(name) ?? ids)], rev };
  }

  async collectionSize(name: string): Promise<number> {
    return this.members.get(name)?.size ?? this.base.collectionSize(name);
  }

  snapshot(wanted: Wanted): Promise<Snapshot> {
    return snapshotFrom(this, wanted);
  }

  collectionRev(name: string): Promise<number> {
    return this.base.collectionRev(name);
  }

  async lastNumber(series: string): Promise<number> {
    return this.numbers.get(series) ?? this.base.lastNumber(series);
  }

  /** When a thing would next be woken; undefined where nothing here has touched it yet. */
  wakeAtMs(id: ThingId): number | null | undefined {
    return this.wakes.get(id);
  }

  async commit(batch: Batch): Promise<Outcome> {
    for (const { id, json, joins, leaves, wakeAtMs } of batch.things) {
      const [before] = await this.load([id]);
      if (!before?.thing) this.created.push(id);
      this.things.set(id, json === null ? undefined : decodeThing(json));
      this.wakes.set(id, json === null ? null : wakeAtMs);
      for (const name of joins) (await this.membersOf(name)).add(id);
      for (const name of leaves) (await this.membersOf(name)).delete(id);
    }
    for (const [series, last] of Object.entries(batch.numbers)) this.numbers.set(series, last);
    this.said = batch.messages;
    return { kind: 'done' };
  }

  private async membersOf(name: string): Promise<Set<ThingId>> {
    const known = this.members.get(name) ?? new Set((await this.base.collection(name)).ids);
    this.members.set(name, known);
    return known;
  }
}
