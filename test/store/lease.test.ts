import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { officeKeys } from '../../store/keys.ts';
import { Lease } from '../../store/lease.ts';
import { Deposed } from '../../store/outbox.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { aBatch, aMessage, anEnvelope, START_MS } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const keys = officeKeys();
const TTL_MS = 1500;

let redis: TestRedis;
let client: Redis;
let leases: Lease[] = [];

beforeAll(async () => {
  redis = await TestRedis.start();
  client = redis.client();
});
beforeEach(() => client.flushall());
afterEach(async () => {
  for (const lease of leases) await lease.stop();
  leases = [];
});
afterAll(() => redis.stop());

function aLease(holder: string, connection = client) {
  const heard: string[] = [];
  const lease = new Lease(connection, keys, 'bot', {
    holder,
    ttlMs: TTL_MS,
    onHeld: () => heard.push('held'),
    onLost: () => heard.push('lost'),
  });
  leases.push(lease);
  return { lease, heard };
}

async function until(done: () => boolean, patienceMs = 4000) {
  const endMs = performance.now() + patienceMs;
  while (!done()) {
    if (performance.now() > endMs) throw new Error('this did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the lease to speak', () => {
  test('is held by one process, for as long as it renews', async () => {
    const [first, second] = [aLease('bot.1'), aLease('bot.2')];
    expect(await first.lease.start()).toBe(true);
    expect(await second.lease.start()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, TTL_MS * 1.5));

    expect(first.lease.isHeld()).toBe(true);
    expect(second.lease.isHeld()).toBe(false);
    expect(second.lease.fence()).toBeUndefined();
  });

  test('goes to the stand-by at once when it is given up', async () => {
    const [first, second] = [aLease('bot.1'), aLease('bot.2')];
    await first.lease.start();
    await first.lease.stop();

    expect(await second.lease.start()).toBe(true);
    expect(second.lease.fence()).toBe(2);
  });

  test('goes to the stand-by when the holder falls silent, and the holder knows it before', async () => {
    const cut = redis.client({ retryStrategy: () => null, maxRetriesPerRequest: 0, enableOfflineQueue: false });
    await new Promise((resolve) => cut.once('ready', resolve));
    const [first, second] = [aLease('bot.1', cut), aLease('bot.2')];
    await first.lease.start();
    await second.lease.start();
    cut.disconnect();

    await until(() => first.heard.includes('lost'));
    expect(second.lease.isHeld()).toBe(false);
    await until(() => second.heard.includes('held'));
    expect(first.lease.isHeld()).toBe(false);
    expect(second.lease.fence()).toBe(2);
  });

  test('is lost when somebody else holds it at the next renewal', async () => {
    const { lease, heard } = aLease('bot.1');
    await lease.start();
    await client.set(keys.lease('bot'), 'bot.2 7');
    await lease.renew();

    expect(heard).toEqual(['held', 'lost']);
    expect(lease.isHeld()).toBe(false);
  });

  test('keeps one that lost it from noting that it sends', async () => {
    const [first, second] = [aLease('bot.1'), aLease('bot.2')];
    await first.lease.start();
    const fenceOf = ({ lease }: { lease: Lease }) => ({ lease: 'bot', number: () => lease.fence() });
    const store = new RedisStore(client, { fence: fenceOf(first) });
    const next = new RedisStore(client, { fence: fenceOf(second) });
    await store.things.commit(aBatch({ messages: [aMessage()] }));
    const { rev, items } = await store.outbox.conversation('room.anweihui');
    const envelope = anEnvelope(items);
    const taken = items.map(({ once }) => once);
    await store.outbox.freeze({ to: envelope.to, rev, envelope, taken, counts: {}, nextLookMs: START_MS });

    // The process stood still for so long that it still believes in its lease.
    await client.del(keys.lease('bot'));
    await second.lease.start();
    expect(first.lease.isHeld()).toBe(true);
    await expect(store.outbox.progress(envelope, START_MS)).rejects.toThrow(Deposed);
    await expect(store.outbox.settle(envelope, { sent: 1 }, null)).rejects.toThrow(Deposed);
    await next.outbox.progress(envelope, START_MS);
    await next.outbox.settle(envelope, { sent: 1 }, null);
    expect((await next.outbox.counts()).sent).toBe(1);
  });
});
