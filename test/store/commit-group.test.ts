import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { StoreFull } from '../../store/failure.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { aBatch, aMessage, aWrite, DAY_MS, START_MS } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const DONE = { kind: 'done' };

describe('what is committed in one turn', () => {
  let redis: TestRedis;
  let client: Redis;
  let store: RedisStore;

  beforeAll(async () => {
    redis = await TestRedis.start();
    client = redis.client();
  });
  beforeEach(() => {
    store = new RedisStore(client);
  });
  afterEach(async () => {
    await client.config('SET', 'maxmemory', '0');
    await client.flushall();
  });
  afterAll(() => redis.stop());

  const commit = (part: Parameters<typeof aBatch>[0]) => store.things.commit(aBatch(part));
  const scriptsRun = async () =>
    Number(/cmdstat_evalsha:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0);

  test('goes to Redis together, and no more at once than Redis can do in a few milliseconds', async () => {
    await commit({});
    await client.config('RESETSTAT');
    await Promise.all(Array.from({ length: 20 }, (_, n) => commit({ things: [aWrite(`task.${n}`)] })));
    expect(await scriptsRun()).toBe(1);

    await client.config('RESETSTAT');
    await Promise.all(Array.from({ length: 200 }, (_, n) => commit({ things: [aWrite(`task.${n}`)] })));
    expect(await scriptsRun()).toBeGreaterThan(5);
  });

  test('is decided one after the other: the second of two that read the same is refused', async () => {
    const reads = new Map([['thing task.1', 0]]);
    const things = [aWrite('task.1', { joins: ['open'] })];
    const after = new Map([['collection open', 0]]);
    const outcomes = await Promise.all([
      commit({ reads, things }),
      commit({ reads, things }),
      commit({ reads: after, things: [aWrite('task.2')] }),
      commit({ reads: new Map([['series T', 0]]), numbers: { T: 1 } }),
      commit({ reads: new Map([['series T', 0]]), numbers: { T: 1 } }),
      commit({ messageId: 'm1', things: [aWrite('task.3')] }),
      commit({ messageId: 'm1', reads, things: [aWrite('task.3')] }),
      commit({ things: [aWrite('task.4')] }),
    ]);

    expect(outcomes).toEqual([
      DONE,
      { kind: 'conflict', on: 'thing task.1' },
      { kind: 'conflict', on: 'collection open' },
      DONE,
      { kind: 'conflict', on: 'series T' },
      DONE,
      { kind: 'repeated' },
      DONE,
    ]);
    const ids = ['task.1', 'task.2', 'task.3', 'task.4'];
    const revs = (await store.things.load(ids)).map(({ rev }) => rev);
    expect(revs[1]).toBe(0);
    expect(new Set(revs).size).toBe(4);
  });

  test('leaves the wake that was said last, and the nudge where it is earlier', async () => {
    const wake = (id: string, wakeAtMs: number | null) => ({ things: [aWrite(id, { wakeAtMs })] });
    await commit(wake('task.5', START_MS + DAY_MS));
    await Promise.all([
      commit(wake('task.1', START_MS + 5)),
      commit(wake('task.1', START_MS + 9)),
      commit(wake('task.2', START_MS + 5)),
      commit(wake('task.2', null)),
      commit(wake('task.3', null)),
      commit({ nudges: ['task.3', 'task.5', 'task.6'] }),
      commit(wake('task.4', START_MS + 5)),
      commit({ nudges: ['task.4'] }),
      commit(wake('task.5', START_MS + DAY_MS)),
    ]);

    const wakes = await client.zrange(store.keys.index('wakes'), 0, -1, 'WITHSCORES');
    const at = Object.fromEntries(
      wakes.flatMap((id, n) => (n % 2 === 0 ? [[id, Number(wakes[n + 1]) - START_MS]] : [])),
    );
    expect(at).toEqual({ 'task.1': 9, 'task.3': 0, 'task.4': 0, 'task.5': DAY_MS, 'task.6': 0 });
  });

  test('looks at a conversation when the first of its messages wants it, and says none twice', async () => {
    const say = (once: string, notBeforeMs?: number) => ({
      messages: [aMessage({ once, to: 'room.x', ...(notBeforeMs && { notBeforeMs }) })],
    });
    await Promise.all([
      commit(say('a', START_MS + 90)),
      commit(say('b', START_MS + 30)),
      commit(say('a')),
      commit(say('c', START_MS + 60)),
    ]);

    expect(await client.zscore(store.keys.index('outbox'), 'room.x')).toBe(String(START_MS + 30));
    const { items } = await store.outbox.conversation('room.x');
    expect(items.map(({ once }) => once)).toEqual(['a', 'b', 'c']);
  });

  test('keeps the way back through the history of a thing that changed twice', async () => {
    const change = (n: number) => commit({ things: [aWrite('task.1')], audit: [JSON.stringify({ id: 'task.1', n })] });
    await Promise.all([change(1), commit({ things: [aWrite('task.2')] }), change(2)]);

    const entries = await client.xrange(store.keys.audit, '-', '+');
    const [first, second] = entries.map(([id]) => id.split('-')[0]);
    expect(entries[1]![1]).toEqual(expect.arrayContaining(['p', `task.1 ${first}`]));
    expect((await store.things.load(['task.1']))[0]!.rev).toBe(Number(second));
  });

  test('spares the neighbours of one that cannot be applied', async () => {
    await client.lpush(store.keys.members('broken'), 'x');
    const [before, broken, after] = await Promise.allSettled([
      commit({ things: [aWrite('task.1')] }),
      commit({ things: [aWrite('task.2', { joins: ['broken'] })] }),
      commit({ things: [aWrite('task.3', { wakeAtMs: START_MS })], messages: [aMessage()] }),
    ]);

    expect([before, after].map((one) => one.status === 'fulfilled' && one.value)).toEqual([DONE, DONE]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('WRONGTYPE') } });
    expect(await store.wakes.dueWakes(START_MS, 10)).toEqual(['task.3']);
  });

  test('fails as a whole, with nothing written, when there is no room', async () => {
    await client.config('SET', 'maxmemory', '1');
    const all = await Promise.allSettled(['task.1', 'task.2'].map((id) => commit({ things: [aWrite(id)] })));
    expect(all.map((one) => one.status === 'rejected' && one.reason)).toEqual([
      expect.any(StoreFull),
      expect.any(StoreFull),
    ]);
    await client.config('SET', 'maxmemory', '0');
    expect((await store.things.load(['task.1', 'task.2'])).map(({ rev }) => rev)).toEqual([0, 0]);
  });
});
