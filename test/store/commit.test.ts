import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { StoreFull, StoreUnavailable } from '../../store/failure.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { aBatch, aMessage, anEnvelope, aWrite, START_MS } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const EVERYTHING = {
  things: [
    aWrite('task.1', { joins: ['open'], touches: ['open'], wakeAtMs: START_MS }),
    aWrite('task.2', { leaves: ['x'] }),
  ],
  reads: new Map([
    ['thing task.1', 0],
    ['collection open', 0],
    ['series T', 0],
  ]),
  audit: ['{"thing":"task.1"}'],
  messages: [aMessage()],
  numbers: { T: 1 },
  nudges: ['task.2'],
  messageId: 'm1',
};

async function dump(redis: Redis): Promise<Record<string, string>> {
  const keys = (await redis.keys('*')).sort();
  return Object.fromEntries(
    await Promise.all(keys.map(async (key) => [key, (await redis.dumpBuffer(key))?.toString('base64') ?? ''])),
  );
}

describe('a commit in Redis', () => {
  let redis: TestRedis;
  let client: Redis;
  let store: RedisStore;

  beforeAll(async () => {
    redis = await TestRedis.start({ appendonly: 'yes', appendfsync: 'always' });
    client = redis.client();
    store = new RedisStore(client);
  });
  afterEach(async () => {
    await client.config('SET', 'maxmemory', '0');
    await client.flushall();
  });
  afterAll(() => redis.stop());

  test('writes nothing at all when memory is full, and goes on when there is room again', async () => {
    await store.things.commit(aBatch({ things: [aWrite('task.9', { wakeAtMs: START_MS })] }));
    const before = await dump(client);
    await client.config('SET', 'maxmemory', '1');

    await expect(store.things.commit(aBatch(EVERYTHING))).rejects.toThrow(StoreFull);
    await expect(store.things.commit(aBatch({ things: [aWrite('task.9', { json: null })] }))).rejects.toThrow(
      StoreFull,
    );
    expect(await dump(client)).toEqual(before);

    await client.config('SET', 'maxmemory', '0');
    expect(await store.things.commit(aBatch(EVERYTHING))).toEqual({ kind: 'done' });
  });

  test('needs no warning when Redis has forgotten its scripts', async () => {
    for (let n = 0; n < 3; n += 1) {
      await client.script('FLUSH');
      expect(await store.things.commit(aBatch({ things: [aWrite('task.1')] }))).toEqual({ kind: 'done' });
    }
  });

  test('survives a crash of Redis once it was acknowledged', async () => {
    await store.things.commit(aBatch(EVERYTHING));
    const before = await dump(client);
    await redis.kill('SIGKILL');
    await redis.run();

    expect(await dump(client)).toEqual(before);
    expect(await store.things.commit(aBatch(EVERYTHING))).toEqual({ kind: 'repeated' });
  });

  test('says that the store is away, within two seconds, when Redis is down or frozen', async () => {
    const producer = redis.client({ enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1500 });
    await new Promise((resolve) => producer.once('ready', resolve));
    await redis.kill();

    await expect(new RedisStore(producer).things.commit(aBatch(EVERYTHING))).rejects.toThrow(StoreUnavailable);
    await expect(new RedisStore(producer).things.load(['task.1'])).rejects.toThrow(StoreUnavailable);
    await redis.run();
  });

  test('happens once when its answer was lost and it is tried again', async () => {
    const producer = redis.client({ enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 300 });
    await new Promise((resolve) => producer.once('ready', resolve));
    const hasty = new RedisStore(producer);
    await hasty.things.commit(aBatch());
    const pid = await redis.pid();
    process.kill(pid, 'SIGSTOP');
    await expect(hasty.things.commit(aBatch(EVERYTHING))).rejects.toThrow(StoreUnavailable);
    process.kill(pid, 'SIGCONT');

    // The command lay in Redis' socket and was carried out after all.
    expect(await hasty.things.commit(aBatch(EVERYTHING))).toEqual({ kind: 'repeated' });
    expect((await hasty.outbox.conversation('room.anweihui')).items).toHaveLength(1);
    expect(await hasty.things.lastNumber('T')).toBe(1);
  });

  test('keeps the memory of used names and handled messages for as long as promised, and not for ever', async () => {
    await store.things.commit(aBatch(EVERYTHING));

    const days = async (pattern: string) => (await client.ttl((await client.keys(pattern))[0]!)) / 86_400;
    expect(await days('*:seen:once:*')).toBeGreaterThan(80);
    expect(await days('*:handled:m1')).toBeGreaterThan(7);
  });

  test('costs nine bytes for a name that was used once', async () => {
    for (let n = 0; n < 30; n += 1) {
      const messages = Array.from({ length: 500 }, (_, k) => aMessage({ once: `once.${n}.${k}`, to: 'room.x' }));
      await store.things.commit(aBatch({ messages }));
    }
    const keys = await client.keys('*:seen:once:*');
    const bytes = await Promise.all(keys.map(async (key) => Number(await client.memory('USAGE', key))));
    // 15 000 names in 512 sets: most of this is the sets themselves.
    expect(bytes.reduce((sum, size) => sum + size, 0) / 15_000).toBeLessThan(16);
  });
});

describe('the store in a cluster', () => {
  test('keeps every key of an office in one slot', async () => {
    const redis = await TestRedis.start({ 'cluster-enabled': 'yes' });
    try {
      const client = redis.client();
      await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
      while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) await client.ping();
      const store = new RedisStore(client, { office: 'qingshan' });

      expect(await store.things.commit(aBatch(EVERYTHING))).toEqual({ kind: 'done' });
      const { rev, items } = await store.outbox.conversation('room.anweihui');
      const envelope = anEnvelope(items);
      const taken = items.map(({ once }) => once);
      const nextLookMs = START_MS + 1;
      expect(await store.outbox.freeze({ to: envelope.to, rev, envelope, taken, counts: {}, nextLookMs })).toBe(true);
      await store.outbox.progress(envelope, START_MS + 2);
      await store.outbox.settle(envelope, { sent: 1 }, null);
      await store.wakes.wakeFailed('task.1', START_MS + 9);
      await store.wakes.park('task.1', 'why');
      await store.wakes.unpark('task.1', START_MS);
      await store.wakes.wakeDone('task.1', START_MS);
      expect((await client.keys('*')).every((key) => key.startsWith('{qingshan}:'))).toBe(true);
    } finally {
      await redis.stop();
    }
  });
});
