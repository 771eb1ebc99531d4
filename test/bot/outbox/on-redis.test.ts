import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { CrashPoint } from '../../../bot/outbox/delivery-parts.ts';
import { waitFor } from '../../../bot/outbox/wait.ts';
import type { PendingMessage } from '../../../domain/ports.ts';
import { RedisStore } from '../../../store/redis-store.ts';
import { aBatch } from '../../support/batch.ts';
import { TestRedis } from '../../support/redis.ts';
import { CHEN, Crash, ROOM, Sending, ZHOU } from './sending.ts';

const clock = { now: () => new Date() };
let redis: TestRedis;
let client: ReturnType<TestRedis['client']>;
let store: RedisStore;

beforeAll(async () => {
  redis = await TestRedis.start();
  client = redis.client();
});
beforeEach(async () => {
  await client.flushall();
  store = new RedisStore(client);
});
afterAll(() => redis.stop());

async function say(...messages: (Pick<PendingMessage, 'to' | 'text'> & Partial<PendingMessage>)[]): Promise<void> {
  const sinceMs = Date.now();
  const pending = messages.map(
    (part, n): PendingMessage => ({ class: 'R', once: `m.${n}`, sinceMs: sinceMs + n, ...part }),
  );
  await store.things.commit(aBatch({ atMs: sinceMs, messages: pending }));
}

test.each<CrashPoint>(['outbox.frozen', 'outbox.sent-unnoted', 'outbox.between-parts', 'outbox.settled'])(
  'from real Redis everything is said once in real time, although the process dies: %s',
  async (point) => {
    const world = new Sending({ clock });
    const parts = { store: store.outbox, clock, wait: waitFor };
    await say(
      { to: CHEN, text: '今天请各单位报送烟花爆竹零售点排查台账。'.repeat(150), class: 'L1' },
      { to: CHEN, text: '已签收' },
      { to: ROOM, text: '请立即核实', class: 'L0', mentions: [ZHOU] },
    );
    const crashPoint = (name: CrashPoint) => {
      if (name === point) throw new Crash(name);
    };
    const doomed = world.newSender({ ...parts, crashPoint });
    await expect(doomed.lookAt(CHEN)).rejects.toThrow(Crash);

    const heir = world.newSender(parts);
    await heir.sessionChanged('online');
    expect(world.chat.transcript().map((line) => line.slice(0, 20))).toEqual(
      expect.arrayContaining(['ch-all: 请立即核实 @周洁\u2005', 'wx-chenli: 已签收']),
    );
    expect(world.chat.transcript()).toHaveLength(4);
    expect(await store.outbox.counts()).toMatchObject({ sent: 3, failed: 0, unsure: 0 });
    expect(await store.outbox.nextConversationMs()).toBeUndefined();
    expect(await store.outbox.underWay()).toEqual([]);
  },
);

test('what a restart finds waits in Redis exactly as it was held', async () => {
  const world = new Sending({ clock });
  const later = Date.now() + 3_600_000;
  await say({ to: CHEN, text: '一小时后再说', class: 'L0', notBeforeMs: later });
  await world.newSender({ store: store.outbox, clock, wait: waitFor }).lookAt(CHEN);
  expect(world.chat.transcript()).toEqual([]);
  expect(await store.outbox.nextConversationMs()).toBe(later);
  expect((await store.outbox.conversation(CHEN)).items).toHaveLength(1);
});
