import { afterAll, beforeAll } from '@jest/globals';
import { RedisStore } from '../../store/redis-store.ts';
import { TestRedis } from '../support/redis.ts';
import { TwinStore } from '../support/twin-store.ts';
import { storeContract } from './contract.ts';

let redis: TestRedis;
let clients: [ReturnType<TestRedis['client']>, ReturnType<TestRedis['client']>];

beforeAll(async () => {
  redis = await TestRedis.start();
  clients = [redis.client(), redis.client()];
});
afterAll(() => redis.stop());

storeContract('the store in Redis', async () => {
  await clients[0].flushall();
  const store = new RedisStore(clients[0]);
  return { ...store, second: new RedisStore(clients[1]).things };
});

storeContract('its twin in memory', async () => {
  const twin = new TwinStore();
  return { things: twin, wakes: twin, outbox: twin.outbox, second: twin };
});
