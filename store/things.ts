import type { Batch, Outcome, Snapshot, ThingStore, Wanted } from '../domain/ports.ts';
import type { Thing, ThingId, Versioned } from '../domain/thing.ts';
import { decodeThing } from '../domain/thing-json.ts';
import type { Due } from './commit.ts';
import { CommitGroup } from './commit-group.ts';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';

/** Hears of index entries that no filed alarm covers. Must not throw. */
export type OnDue = (due: readonly Due[]) => void;

/** Revision and members at one and the same moment. */
const readCollection = script(
  `
return {redis.call('HGET', KEYS[1], ARGV[1]) or '0', redis.call('HKEYS', KEYS[2])}
`,
  // Reading goes on when there is no room to write.
  'no-writes',
);

/**
 * Revisions, members and things at one moment. KEYS: revisions, the collections' members, the things asked for. ARGV: how many
 * collections, what keys of things begin with, the names of the collections, then those of which only the revision is wanted.
 */
const look = script(
  `
local collections = tonumber(ARGV[1])
local names, members, keys, values = {}, {}, {}, {}
for n = 3, #ARGV do names[n - 2] = ARGV[n] end
for n = 1, collections do
  members[n] = redis.call('HKEYS', KEYS[1 + n])
  for _, id in ipairs(members[n]) do keys[#keys + 1] = ARGV[2] .. id end
end
for n = 2 + collections, #KEYS do keys[#keys + 1] = KEYS[n] end
for from = 1, #keys, 1000 do
  local part = redis.call('MGET', unpack(keys, from, math.min(from + 999, #keys)))
  for n = 1, math.min(1000, #keys - from + 1) do values[from + n - 1] = part[n] end
end
return {#names > 0 and redis.call('HMGET', KEYS[1], unpack(names)) or {}, members, values}
`,
  'no-writes',
);

/** State in Redis: one string per thing, `<revision>[ <last audited revision>]` on its first line and JSON after it. */
export class RedisThings implements ThingStore {
  private readonly redis: RedisClient;
  private readonly keys: OfficeKeys;
  private readonly onDue: OnDue;
  private readonly commits: CommitGroup;

  constructor(redis: RedisClient, keys: OfficeKeys, onDue: OnDue = () => {}) {
    this.redis = redis;
    this.keys = keys;
    this.onDue = onDue;
    this.commits = new CommitGroup(redis, keys);
  }

  async load(ids: readonly ThingId[]): Promise<Versioned[]> {
    if (ids.length === 0) return [];
    const values = await answered(this.redis.mget(ids.map((id) => this.keys.thing(id))));
    return values.map(versioned);
  }

  async collection(name: string): Promise<{ ids: ThingId[]; rev: number }> {
    const keys = [this.keys.collectionRevs, this.keys.members(name)];
    const [rev, ids] = (await readCollection(this.redis, keys, [name])) as [string, ThingId[]];
    return { rev: Number(rev), ids };
  }

  async collectionSize(name: string): Promise<number> {
    return answered(this.redis.hlen(this.keys.members(name)));
  }

  async snapshot({ revs = [], collections = [], ids = [] }: Wanted): Promise<Snapshot> {
    const { collectionRevs, members, thing } = this.keys;
    const keys = [collectionRevs, ...collections.map(members), ...ids.map(thing)];
    const args = [String(collections.length), thing(''), ...collections, ...revs];
    const [numbers, memberIds, values] = (await look(this.redis, keys, args)) as [
      (string | null)[],
      ThingId[][],
      (string | null)[],
    ];
    const all = [...memberIds.flat(), ...ids];
    return {
      revs: new Map(revs.map((name, index) => [name, Number(numbers[collections.length + index])])),
      collections: new Map(
        collections.map((name, index) => [name, { ids: memberIds[index]!, rev: Number(numbers[index]) }]),
      ),
      things: new Map(all.map((id, index) => [id, versioned(values[index] ?? null)])),
    };
  }

  async collectionRev(name: string): Promise<number> {
    return Number(await answered(this.redis.hget(this.keys.collectionRevs, name)));
  }

  async lastNumber(series: string): Promise<number> {
    return Number(await answered(this.redis.hget(this.keys.numbers, series)));
  }

  /** Throws StoreFull or StoreUnavailable; after the latter repeat it, the message id keeps it from happening twice. */
  async commit(batch: Batch): Promise<Outcome> {
    const { outcome, due } = await this.commits.commit(batch);
    if (due.length > 0) this.onDue(due);
    return outcome;
  }
}

function versioned(value: string | null): Versioned {
  return value === null ? NOTHING : new Stored(value);
}

const NOTHING: Versioned = { thing: undefined, rev: 0 };

/** Read from its text when somebody looks at it: of what is fetched because it may be needed, much is not. */
class Stored implements Versioned {
  readonly rev: number;
  private readonly value: string;
  private decoded: Thing | undefined;

  constructor(value: string) {
    this.value = value;
    this.rev = Number.parseInt(value, 10);
  }

  get thing(): Thing {
    this.decoded ??= decodeThing(this.value.slice(this.value.indexOf('\n') + 1));
    return this.decoded;
  }
}
