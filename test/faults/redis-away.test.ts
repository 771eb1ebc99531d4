import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, until } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';
import { TestRedis } from '../support/redis.ts';

const PATIENCE_MS = 180_000;
const PEOPLE = ['陈立', '赵敏', '马强', '周洁', '孙浩'];

beforeAll(build, PATIENCE_MS);
afterAll(stopProducts, PATIENCE_MS);

async function allAsk(product: Product): Promise<void> {
  await Promise.all(PEOPLE.map((name) => product.chat.says(name, '我的待办')));
}

/** How often each person was answered. */
async function answers(product: Product): Promise<number[]> {
  return Promise.all(PEOPLE.map(async (name) => (await product.chat.said(name)).length));
}

async function untilAnswered(product: Product, times: number): Promise<void> {
  await until(async () => (await answers(product)).every((count) => count >= times), `${times} answers each`, 90_000);
  await product.untilStill();
  expect(await answers(product)).toEqual(PEOPLE.map(() => times));
}

describe('the embedded Redis', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start();
  }, PATIENCE_MS);
  afterAll(() => product.stop(), PATIENCE_MS);

  test(
    'is killed: it comes back by itself, and what was said meanwhile is answered once',
    async () => {
      const bot = await product.pid('bot');
      process.kill(product.redisPid()!, 'SIGKILL');
      await allAsk(product);
      await untilAnswered(product, 1);
      await product.untilHealthy();
      expect(await product.pid('bot')).toBe(bot);
    },
    PATIENCE_MS,
  );

  test(
    'stands still for so long that the bot loses its lease: health says so, and everything is answered once',
    async () => {
      const pid = product.redisPid()!;
      const bot = await product.pid('bot');
      process.kill(pid, 'SIGSTOP');
      try {
        await allAsk(product);
        const health = await product.health();
        expect(health.status).toBe(503);
        expect(health.failing).toContain('redis');
        await until(async () => (await product.pid('bot')) !== bot, 'the bot to have given up');
      } finally {
        process.kill(pid, 'SIGCONT');
      }
      await untilAnswered(product, 2);
      await product.untilHealthy();
    },
    PATIENCE_MS,
  );
});

test(
  'a Redis elsewhere that is gone for a while: health says so, and what was said meanwhile is answered once',
  async () => {
    const redis = await TestRedis.start({ appendonly: 'yes', appendfsync: 'always' });
    const product = await Product.start({ env: { REDIS_URL: redis.socket } });
    try {
      await redis.kill();
      await allAsk(product);
      await until(async () => (await product.health()).failing.includes('redis'), 'health to say so');
      await redis.run();
      await untilAnswered(product, 1);
      await product.untilHealthy();
    } finally {
      await product.stop();
      await redis.stop();
    }
  },
  PATIENCE_MS,
);
