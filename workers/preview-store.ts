import type { Batch, Outcome, PendingMessage, Snapshot, ThingStore, Wanted } from '../domain/ports.ts';
import { snapshotFrom } from '../domain/snapshot.ts';
import type { Thing, ThingId, Versioned } from '../domain/thing.ts';
import { decodeThing } from '../domain/thing-json.ts';

/** What one commit did, for whoever plays on. */
export interface Committed {
  readonly messages: readonly PendingMessage[];
  /** When each thing that was written next wants to be woken; null for never. */
  readonly wakes: ReadonlyMap<ThingId, number | null>;
  /** Things that are to be looked at now. */
  readonly nudges: readonly ThingId[];
}

/** The store as it would become: reads come from the real one, each once; what is committed stays here and goes nowhere. */
export class PreviewStore implements ThingStore {
  private readonly base: ThingStore;
  private readonly things = new Map<ThingId, Versioned>();
  private readonly members = new Map<string, Set<ThingId>>();
  private readonly revs = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private done: Committed[] = [];

  constructor(base: ThingStore) {
    this.base = base;
  }

  /** What was committed since this was last asked. */
  takeCommitted(): readonly Committed[] {
    const done = this.done;
    this.done = [];
    return done;
  }

  async load(ids: readonly ThingId[]): Promise<Versioned[]> {
    const unknown = ids.filter((id) => !this.things.has(id));
    if (unknown.length > 0) {
      const found = await this.base.load(unknown);
      unknown.forEach((id, index) => {
        this.things.set(id, found[index]!);
      });
    }
    return ids.map((id) => this.things.get(id)!);
  }

  async collection(name: string): Promise<{ readonly ids: readonly ThingId[]; readonly rev: number }> {
    return { ids: [...(await this.membersOf(name))], rev: await this.collectionRev(name) };
  }

  async collectionSize(name: string): Promise<number> {
    return this.members.get(name)?.size ?? this.base.collectionSize(name);
  }

  snapshot(wanted: Wanted): Promise<Snapshot> {
    return snapshotFrom(this, wanted);
  }

  async collectionRev(name: string): Promise<number> {
    const rev = this.revs.get(name) ?? (await this.base.collectionRev(name));
    this.revs.set(name, rev);
    return rev;
  }

  async lastNumber(series: string): Promise<number> {
    return this.numbers.get(series) ?? this.base.lastNumber(series);
  }

  async commit(batch: Batch): Promise<Outcome> {
    for (const { id, json, joins, leaves, touches } of batch.things) {
      this.things.set(id, { thing: json === null ? undefined : (decodeThing(json) as Thing), rev: 0 });
      for (const name of joins) (await this.membersOf(name)).add(id);
      for (const name of leaves) (await this.membersOf(name)).delete(id);
      // Whoever remembers a collection by its revision, as the office is, must see that it has changed.
      for (const name of new Set([...joins, ...leaves, ...touches]))
        this.revs.set(name, (await this.collectionRev(name)) + 1);
    }
    for (const [series, last] of Object.entries(batch.numbers)) this.numbers.set(series, last);
    const wakes = new Map(batch.things.map(({ id, json, wakeAtMs }) => [id, json === null ? null : wakeAtMs]));
    this.done.push({ messages: batch.messages, wakes, nudges: batch.nudges });
    return { kind: 'done' };
  }

  private async membersOf(name: string): Promise<Set<ThingId>> {
    const known = this.members.get(name) ?? new Set((await this.base.collection(name)).ids);
    this.members.set(name, known);
    return known;
  }
}
