import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { RedisClock } from '../../store/clock.ts';
import { playTo } from '../../store/fast-forward.ts';
import { officeKeys } from '../../store/keys.ts';
import { Ticks } from '../../store/ticks.ts';
import { TestRedis } from '../support/redis.ts';

const keys = officeKeys();
const MORNING = { name: 'morning', cron: '20,35 8 * * *' };
const HOURLY = { name: 'hourly', cron: '0 * * * *' };
const UNSEEN = { name: 'unseen', cron: '* * * * *', unseen: true };
const at = (clock: string, day = '2026-01-15') => new Date(`${day}T${clock}+08:00`);

let redis: TestRedis;
let client: Redis;
let ticks: Ticks;

beforeAll(async () => {
  redis = await TestRedis.start();
  client = redis.client();
});
beforeEach(async () => {
  await client.flushall();
  ticks = new Ticks(client, keys);
});
afterAll(() => redis.stop());

const asked = async () => (await ticks.queue.getJobs(['waiting'], 0, -1, true)).map(({ name }) => name);

describe('periodic work', () => {
  test('is asked for at its moment, once however many look', async () => {
    await ticks.register([MORNING]);
    const other = new Ticks(client, keys);
    await Promise.all([ticks.ask(at('08:20:00')), other.ask(at('08:20:00'))]);
    await other.ask(at('08:21:00'));
    expect(await asked()).toEqual(['morning']);

    await ticks.ask(at('08:35:59.999'));
    expect(await asked()).toEqual(['morning', 'morning']);
  });

  test('a moment that passed while nobody looked is made good within the hour, the latest only, and later not', async () => {
    await ticks.register([MORNING]);
    await ticks.ask(at('09:30:00'));
    expect(await asked()).toEqual(['morning']);

    await ticks.ask(at('11:00:00', '2026-01-16'));
    expect(await asked()).toEqual(['morning']);
  });

  test('what is no longer registered is not asked for', async () => {
    await ticks.register([MORNING, HOURLY]);
    await ticks.register([HOURLY]);
    await ticks.ask(at('09:00:00'));
    expect(await asked()).toEqual(['hourly']);
  });

  test('the next moment that anybody could notice', async () => {
    expect(await ticks.nextMs(at('08:00:00').getTime())).toBeUndefined();
    await ticks.register([MORNING, UNSEEN]);
    expect(await ticks.nextMs(at('08:35:00').getTime())).toBe(at('08:20:00', '2026-01-16').getTime());
  });

  test('a clock that is moved stops for it, and waits until it is done', async () => {
    const clock = await new RedisClock(client, keys).start();
    await clock.setBack(at('07:00:00').getTime());
    await ticks.register([MORNING, UNSEEN]);
    const done: string[] = [];
    const worker = new Worker(
      ticks.queue.name,
      async ({ name }) => {
        if (name !== 'unseen') done.push(clock.now().toISOString().slice(0, 16));
      },
      { prefix: keys.queues, connection: redis.client({ maxRetriesPerRequest: null }) },
    );
    await worker.waitUntilReady();
    await playTo(at('12:00:00', '2026-01-16').getTime(), { redis: client, keys, clock, ticks });

    expect(done).toEqual(['2026-01-15T00:20', '2026-01-15T00:35', '2026-01-16T00:20', '2026-01-16T00:35']);
    await worker.close();
    clock.stop();
  });
});
