import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, isAlive, until } from '../support/processes.ts';
import { Product, stopProducts } from '../support/product.ts';

const PATIENCE_MS = 180_000;
let product: Product;

beforeAll(async () => {
  build();
  product = await Product.start();
}, PATIENCE_MS);
afterAll(stopProducts, PATIENCE_MS);

describe('the product in one process tree', () => {
  test('is well as soon as it says that it is ready', async () => {
    await product.untilHealthy(5_000);
  });

  test('answers people of the sample office at once', async () => {
    await product.chat.says('陈立', '帮助');
    await product.chat.hears('陈立', /常用说法/);
  });

  test(
    'a second start says that one is running, and leaves it alone',
    async () => {
      const before = [await product.pid('bot'), product.redisPid()];
      const second = await product.run(['start']);
      expect(second.code).toBe(1);
      expect(second.printed).toMatch(/"zhishou start" already runs on .*\(process \d+\); stop it first/);
      expect([await product.pid('bot'), product.redisPid()]).toEqual(before);
      await product.chat.says('赵敏', '帮助');
      await product.chat.hears('赵敏', /常用说法/);
    },
    PATIENCE_MS,
  );

  test(
    'a command beside it uses its Redis and leaves it running',
    async () => {
      const before = product.redisPid();
      expect((await product.run(['audit', 'verify'])).code).toBe(0);
      expect(product.redisPid()).toBe(before);
    },
    PATIENCE_MS,
  );

  test(
    'a start on ports that are taken says which',
    async () => {
      const other = await Product.prepare({ env: product.ports });
      const ended = await other.run(['start']);
      expect(ended.code).toBe(1);
      expect(ended.printed).toMatch(new RegExp(`address already in use.*(${Object.values(product.ports).join('|')})`));
      await other.stop();
      await product.untilHealthy();
    },
    PATIENCE_MS,
  );

  test.each(['chat', 'web', 'workers', 'bot'] as const)(
    'a killed %s process is back by itself',
    async (name) => {
      const killed = await product.kill(name);
      await until(async () => (await product.pid(name)) !== killed, `another ${name}`);
      await product.untilHealthy();
      const before = (await product.chat.said('马强')).length;
      await product.chat.says('马强', '帮助');
      await until(async () => (await product.chat.said('马强')).length > before, 'an answer');
    },
    PATIENCE_MS,
  );

  test(
    'a start after the killing of its head waits for what is left and goes on with the data',
    async () => {
      product.killSupervisor();
      await product.start();
      await product.chat.says('周洁', '帮助');
      await product.chat.hears('周洁', /常用说法/);
      expect(await product.chat.said('陈立')).toHaveLength(1);
    },
    PATIENCE_MS,
  );

  test(
    'ends with everything that belongs to it',
    async () => {
      const names = ['bot', 'workers', 'web', 'chat'] as const;
      const pids = [...(await Promise.all(names.map((name) => product.pid(name)))), product.redisPid()!];
      expect(await product.end()).toBe(0);
      await until(() => !pids.some(isAlive), 'all processes to be gone');
    },
    PATIENCE_MS,
  );
});
