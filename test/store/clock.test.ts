import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { Alarms } from '../../store/alarms.ts';
import { RedisClock } from '../../store/clock.ts';
import { playTo } from '../../store/fast-forward.ts';
import { officeKeys } from '../../store/keys.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { Relay } from '../../store/relay.ts';
import { aBatch, aMessage, anEnvelope, aWrite } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const keys = officeKeys();
const HOUR_MS = 3_600_000;

let redis: TestRedis;
let client: Redis;

beforeAll(async () => {
  redis = await TestRedis.start();
  client = redis.client();
});
beforeEach(() => client.flushall());
afterAll(() => redis.stop());

const redisMs = async () => {
  const [seconds, micros] = await client.time();
  return Number(seconds) * 1000 + Number(micros) / 1000;
};

describe("the office's clock", () => {
  test('shows Redis time, even on a machine whose own clock is wrong', async () => {
    const skews: number[] = [];
    const clock = new RedisClock(client, keys, { onSkew: (skewMs) => skews.push(skewMs) });
    const honest = Date.now;
    Date.now = () => honest() - 60_000;
    try {
      const beforeMs = await redisMs();
      await clock.measure();
      const shownMs = clock.now().getTime();
      const afterMs = await redisMs();
      const roundTripMs = afterMs - beforeMs;
      expect(shownMs).toBeGreaterThan(beforeMs - roundTripMs);
      expect(shownMs).toBeLessThan(afterMs + roundTripMs);
      expect(Math.round(skews[0]! / 1000)).toBe(60);
    } finally {
      Date.now = honest;
    }
    await clock.measure();
    expect(skews).toHaveLength(1);
  });

  test('is moved for every process at once', async () => {
    const [here, there] = [new RedisClock(client, keys), new RedisClock(redis.client(), keys)];
    await here.start();
    await there.start();
    const moved = new Promise<void>((resolve) => void there.onMove(resolve));
    const toMs = Date.now() + 5 * HOUR_MS;
    await here.moveClock(toMs);
    await moved;

    for (const clock of [here, there]) expect(Math.abs(clock.now().getTime() - toMs)).toBeLessThan(HOUR_MS);
    const later = await new RedisClock(client, keys).start();
    expect(later.offsetMs).toBe(here.offsetMs);
    for (const clock of [here, there, later]) clock.stop();
  });

  test('never goes back', async () => {
    const clock = await new RedisClock(client, keys).start();
    await clock.moveClock(Date.now() + HOUR_MS);
    const { offsetMs } = clock;
    await clock.moveClock(Date.now());
    await clock.moveClock(Date.now() - HOUR_MS);

    expect(clock.offsetMs).toBe(offsetMs);
    clock.stop();
  });

  test('makes what waits be filed anew when it is moved', async () => {
    await client.hset(keys.alarms, 'wakes', '1', 'parked', '1');
    await new RedisClock(client, keys).moveClock(Date.now() + HOUR_MS);

    expect(await client.hgetall(keys.alarms)).toEqual({ parked: '1' });
  });
});

describe('fast forward', () => {
  /** A process tree in small: workers that walk a task through its steps, and a bot that sends what is said. */
  async function office({ sends = true, stepPatienceMs }: { sends?: boolean; stepPatienceMs?: number } = {}) {
    const clock = await new RedisClock(client, keys).start();
    const alarms = {
      wakes: new Alarms({ redis: client, keys, index: 'wakes', clock }),
      outbox: new Alarms({ redis: client, keys, index: 'outbox', clock }),
    };
    const store = new RedisStore(client, { onDue: new Relay(alarms).onDue });
    const story: string[] = [];
    const startMs = clock.now().getTime();

    const wake = async (ids: readonly string[]) => {
      for (const id of ids) {
        const [{ thing, rev }] = (await store.things.load([id])) as [{ thing?: { steps: number[] }; rev: number }];
        const [next, ...steps] = thing?.steps ?? [];
        const nowMs = clock.now().getTime();
        if (next === undefined || startMs + next > nowMs) continue;
        await store.things.commit(
          aBatch({
            atMs: nowMs,
            reads: new Map([[`thing ${id}`, rev]]),
            things: [aWrite(id, { fields: { steps }, wakeAtMs: steps[0] === undefined ? null : startMs + steps[0] })],
            messages: [aMessage({ once: `${id}.${next}`, text: `${id} ${next / HOUR_MS}`, sinceMs: nowMs })],
          }),
        );
      }
    };
    const send = async (rooms: readonly string[]) => {
      for (const to of rooms) {
        const { rev, items, envelope: waiting } = await store.outbox.conversation(to);
        if (waiting || items.length === 0) continue;
        const nowMs = clock.now().getTime();
        const envelope = anEnvelope(items, { id: `env.${rev}`, frozenAtMs: nowMs });
        const taken = items.map(({ once }) => once);
        const frozen = await store.outbox.freeze({ to, rev, envelope, taken, counts: {}, nextLookMs: nowMs + 15_000 });
        if (!frozen) continue;
        await new Promise((resolve) => setTimeout(resolve, 20));
        story.push(...items.map(({ text }) => `${text} at ${Math.round((clock.now().getTime() - startMs) / HOUR_MS)}`));
        await store.outbox.settle(envelope, { sent: 1 }, null);
      }
    };
    const hands = [alarms.wakes.runWorker(redis.client(), wake)];
    if (sends) {
      hands.push(alarms.outbox.runWorker(redis.client(), send));
      await client.set(keys.lease('bot'), 'bot 1');
    }
    for (const hand of hands) await hand.ready();

    return {
      clock,
      story,
      async begin(id: string, ...hours: number[]) {
        const steps = hours.map((hour) => hour * HOUR_MS);
        const write = aWrite(id, { fields: { steps }, wakeAtMs: startMs + steps[0]! });
        await store.things.commit(aBatch({ atMs: startMs, things: [write] }));
      },
      play: (hours: number) => playTo(startMs + hours * HOUR_MS, { redis: client, keys, clock, stepPatienceMs }),
      async close() {
        for (const hand of hands) await hand.close();
        await alarms.wakes.close();
        await alarms.outbox.close();
        clock.stop();
      },
    };
  }

  test('plays a story in its order, each line spoken at its own hour', async () => {
    const { begin, play, story, close } = await office();
    await begin('task.a', 1, 5, 48);
    await begin('task.b', 3, 24, 100);
    await play(50);

    expect(story).toEqual(['task.a 1 at 1', 'task.b 3 at 3', 'task.a 5 at 5', 'task.b 24 at 24', 'task.a 48 at 48']);
    await close();
  });

  test('ends at the hour that was asked for, and going back does nothing', async () => {
    const { begin, play, clock, story, close } = await office();
    await begin('task.a', 1, 9);
    const startMs = clock.now().getTime();
    await play(4);
    await play(2);

    expect(Math.round((clock.now().getTime() - startMs) / HOUR_MS)).toBe(4);
    expect(story).toEqual(['task.a 1 at 1']);
    await close();
  });

  test('does not wait for a bot that is not there', async () => {
    const { begin, play, close } = await office({ sends: false, stepPatienceMs: 10_000 });
    await begin('task.a', 1, 2, 3, 4, 5);
    const startedMs = performance.now();
    await play(6);

    expect(performance.now() - startedMs).toBeLessThan(10_000);
    await close();
  });

  test('does not wait more than once for what nobody does', async () => {
    const clock = await new RedisClock(client, keys).start();
    const nowMs = clock.now().getTime();
    for (const hour of [1, 2, 3]) await client.zadd(keys.index('wakes'), nowMs + hour * HOUR_MS, `task.${hour}`);
    const startedMs = performance.now();
    await playTo(nowMs + 4 * HOUR_MS, { redis: client, keys, clock, stepPatienceMs: 3000 });

    expect(performance.now() - startedMs).toBeLessThan(11_500);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(nowMs + 4 * HOUR_MS);
    clock.stop();
  });
});
