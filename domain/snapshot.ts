import type { Snapshot, ThingStore, Wanted } from './ports.ts';

/** A snapshot put together from single looks, for stores in memory where nothing can come in between. */
export async function snapshotFrom(
  store: Pick<ThingStore, 'load' | 'collection' | 'collectionRev'>,
  { revs = [], collections = [], ids = [] }: Wanted,
): Promise<Snapshot> {
  const found = await Promise.all(collections.map(async (name) => [name, await store.collection(name)] as const));
  const all = [...found.flatMap(([, { ids: members }]) => members), ...ids];
  const things = await store.load(all);
  return {
    revs: new Map(await Promise.all(revs.map(async (name) => [name, await store.collectionRev(name)] as const))),
    collections: new Map(found),
    things: new Map(all.map((id, index) => [id, things[index]!])),
  };
}
