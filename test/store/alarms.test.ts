import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { alarmGroups } from '../../store/alarm-groups.ts';
import { nextSlice } from '../../store/alarm-slices.ts';
import type { AlarmWorker } from '../../store/alarm-worker.ts';
import { Alarms } from '../../store/alarms.ts';
import { officeKeys } from '../../store/keys.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { Relay } from '../../store/relay.ts';
import { aBatch, aMessage, aWrite } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const keys = officeKeys();
/** Real time: these tests are about ringing. */
const clock = { now: () => new Date(), onMove: () => () => {} };

describe('alarms', () => {
  let redis: TestRedis;
  let client: Redis;
  let alarms: Alarms;
  let worker: AlarmWorker | undefined;

  beforeAll(async () => {
    redis = await TestRedis.start();
    client = redis.client();
  });
  beforeEach(async () => {
    await client.flushall();
    alarms = new Alarms({ redis: client, keys, index: 'wakes', clock });
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    await alarms.close();
  });
  afterAll(() => redis.stop());

  const index = (entries: Record<string, number>) =>
    client.zadd(keys.index('wakes'), ...Object.entries(entries).flatMap(([id, atMs]) => [atMs, id]));
  const jobs = () => alarms.queue.getJobs(['delayed', 'waiting', 'active']);
  const filed = async () => (await jobs()).flatMap((job) => job.data.ids as string[]).sort();

  /** A worker that notes when each id rang and takes it out of the index. */
  async function ringing(options: { timers?: boolean } = {}) {
    const rang = new Map<string, number[]>();
    worker = alarms.runWorker(
      redis.client(),
      async (ids) => {
        for (const id of ids) rang.set(id, [...(rang.get(id) ?? []), Date.now()]);
        await client.zrem(keys.index('wakes'), ...ids);
      },
      options,
    );
    await worker.ready();
    return rang;
  }

  async function until(done: () => boolean | Promise<boolean>, patienceMs = 60_000) {
    const endMs = Date.now() + patienceMs;
    while (!(await done())) {
      if (Date.now() > endMs) throw new Error('this did not happen in time');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  test('file only what is due within the horizon, in a few jobs', async () => {
    const nowMs = Date.now();
    await index(Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`near.${n}`, nowMs + 30_000 + (n % 90)])));
    await index(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`far.${n}`, nowMs + 90_000 + n])));

    expect(await alarms.file(nowMs)).toBe(120);
    expect(await jobs()).toHaveLength(3);
    expect(await alarms.file(nowMs)).toBe(0);
    expect(await alarms.file(nowMs + 31_000)).toBe(500);
  });

  test('hand out each slice to one process only, however many ask', async () => {
    const nowMs = Date.now();
    const ids = Array.from({ length: 7000 }, (_, n) => `task.${n}`);
    await index(Object.fromEntries(ids.map((id, n) => [id, nowMs + 20_000 + (n % 3 === 0 ? 0 : n)])));
    const others = Array.from({ length: 3 }, () => new Alarms({ redis: client, keys, index: 'wakes', clock }));

    const counts = await Promise.all([alarms, ...others].map((each) => each.file(nowMs)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7000);
    expect(await filed()).toEqual([...ids].sort());
    for (const other of others) await other.close();
  });

  test('ring each thing at its moment, and what was overdue at once', async () => {
    const nowMs = Date.now();
    const due = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`task.${n}`, nowMs + 300 + n * 7]));
    await index({ ...due, 'task.old': nowMs - 3_600_000 });
    const rang = await ringing();

    await until(() => rang.size === 61);
    for (const [id, atMs] of Object.entries(due)) {
      expect(rang.get(id)![0]).toBeGreaterThanOrEqual(atMs);
    }
  });

  test('ring for what a commit makes due, without a sweep and without making the commit wait', async () => {
    const relay = new Relay({ wakes: alarms, outbox: alarms });
    const store = new RedisStore(client, { onDue: relay.onDue });
    const rang = await ringing({ timers: false });
    await alarms.file();

    const nowMs = Date.now();
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        store.things.commit(
          aBatch({ atMs: nowMs, things: [aWrite(`task.${n}`, { wakeAtMs: nowMs + (n % 2) * 150 })] }),
        ),
      ),
    );
    await relay.idle();
    await until(() => rang.size === 200);
    expect([...rang.values()].every((times) => times.length === 1)).toBe(true);
  });

  test('ring again for a wake that failed', async () => {
    const relay = new Relay({ wakes: alarms, outbox: alarms });
    const store = new RedisStore(client, { onDue: relay.onDue });
    await index({ 'task.1': Date.now() + 50_000 });
    const rang = await ringing({ timers: false });
    await alarms.file();

    await store.wakes.wakeFailed('task.1', Date.now() + 100);
    await until(() => rang.has('task.1'));
  });

  test('gather what many commits make due into few jobs', async () => {
    const relay = new Relay({ wakes: alarms, outbox: alarms });
    const nowMs = Date.now();
    for (let n = 0; n < 500; n += 1) relay.onDue([{ index: 'wakes', id: `task.${n}`, atMs: nowMs }]);
    await relay.idle();

    expect((await jobs()).length).toBeLessThanOrEqual(10);
    expect(await filed()).toHaveLength(500);
  });

  test('find by the sweep what a process that died did not file', async () => {
    const store = new RedisStore(client);
    const nowMs = Date.now();
    await alarms.file(nowMs);
    await store.things.commit(aBatch({ atMs: nowMs, things: [aWrite('task.1', { wakeAtMs: nowMs })] }));

    const rang: string[] = [];
    const handler = async (ids: readonly string[]) => void rang.push(...ids);
    expect(await alarms.sweep(nowMs + 1999, handler)).toBe(0);
    expect(await alarms.sweep(nowMs + 2000, handler)).toBe(1);
    expect(rang).toEqual(['task.1']);
  });

  test('find by the sweep what was handed out to a process that died before it filed it', async () => {
    const nowMs = Date.now();
    await index({ 'task.1': nowMs + 30_000 });
    await nextSlice(client, keys, 'wakes', nowMs + 60_000);
    expect(await alarms.file(nowMs)).toBe(0);

    const rang: string[] = [];
    expect(await alarms.sweep(nowMs + 32_000, async (ids) => void rang.push(...ids))).toBe(1);
    expect(rang).toEqual(['task.1']);
  });

  test('leave a backlog to the queue, but not for ever', async () => {
    const nowMs = Date.now();
    await index({ 'task.1': nowMs });
    await alarms.add([{ id: 'task.1', atMs: nowMs }]);

    const rang: string[] = [];
    const handler = async (ids: readonly string[]) => void rang.push(...ids);
    expect(await alarms.sweep(nowMs + 10_000, handler)).toBe(0);
    expect(await alarms.sweep(nowMs + 15_000, handler)).toBe(1);
  });

  test('ring by the sweep after the queue has lost everything', async () => {
    const nowMs = Date.now();
    await index(Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`task.${n}`, nowMs + 100])));
    await alarms.file(nowMs);
    await alarms.queue.obliterate({ force: true });
    const rang = await ringing();

    await until(() => rang.size === 130);
  });

  test('do not take a failure of the handler for success', async () => {
    let tries = 0;
    const troubles: Error[] = [];
    worker = alarms.runWorker(
      redis.client(),
      async (ids) => {
        tries += 1;
        if (tries === 1) throw new Error('the rule is broken');
        await client.zrem(keys.index('wakes'), ...ids);
      },
      { onTrouble: (error) => void troubles.push(error) },
    );
    await index({ 'task.1': Date.now() });

    await until(async () => (await client.zcard(keys.index('wakes'))) === 0);
    expect(tries).toBe(2);
    expect(troubles.map(({ message }) => message)).toEqual(['the rule is broken']);
  });

  test('serve the outbox by the same means', async () => {
    const outbox = new Alarms({ redis: client, keys, index: 'outbox', clock });
    const relay = new Relay({ wakes: alarms, outbox });
    const store = new RedisStore(client, { onDue: relay.onDue });
    await outbox.file();
    const rang: string[] = [];
    const hand = outbox.runWorker(redis.client(), async (ids) => void rang.push(...ids), { timers: false });
    await store.things.commit(aBatch({ atMs: Date.now(), messages: [aMessage({ sinceMs: Date.now() })] }));

    await until(() => rang.includes('room.anweihui'));
    await hand.close();
    await outbox.close();
  });

  test('end within their patience even if Redis is away', async () => {
    await ringing();
    await redis.kill();
    // Without patience BullMQ would wait here until the test is given up. Whether it ends cleanly depends on what the
    // connection was doing when the server died.
    await worker!.close(500);
    worker = undefined;
    await redis.run();
  });
});

describe('groups of alarms', () => {
  const entries = fc.array(fc.record({ id: fc.string(), atMs: fc.integer({ min: -500, max: 2000 }) }), {
    maxLength: 300,
  });

  test('hold every entry once, at its own moment or now, and never span more than a tenth of a second', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const groups = alarmGroups(list, 0);
        const back = groups.flatMap(({ atMs, ids, afterMs }) => ids.map((id, n) => ({ id, atMs: atMs + afterMs[n]! })));
        const sorted = (all: typeof list) => all.map(({ id, atMs }) => `${atMs} ${id}`).sort();

        expect(sorted(back)).toEqual(sorted(list.map(({ id, atMs }) => ({ id, atMs: Math.max(0, atMs) }))));
        for (const { ids, afterMs } of groups) {
          expect(ids.length).toBeLessThanOrEqual(50);
          expect(Math.max(...afterMs)).toBeLessThan(100);
          expect(Math.min(...afterMs)).toBe(0);
        }
      }),
    );
  });
});
