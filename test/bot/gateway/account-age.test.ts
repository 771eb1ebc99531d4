import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createAccountAge } from '../../../bot/gateway/account-age.ts';
import type { SessionState } from '../../../bot/gateway/gateway.ts';
import { officeKeys } from '../../../store/keys.ts';
import { Logins } from '../../../store/logins.ts';
import { TestRedis } from '../../support/redis.ts';

let redis: TestRedis;
let client: ReturnType<TestRedis['client']>;
let now: Date;
let account: string;

beforeAll(async () => {
  redis = await TestRedis.start();
  client = redis.client();
});
beforeEach(async () => {
  await client.flushall();
  now = new Date('2026-01-14T10:00:00+08:00');
  account = 'wxid_duty';
});
afterAll(() => redis.stop());

/** One process of the bot: what it knows it knows from Redis and from its session. */
function aProcess(logins: { note: Logins['note'] } = new Logins(client, officeKeys())) {
  const troubles: unknown[] = [];
  const self = () => ({ contactId: account });
  const age = createAccountAge({ logins, self, now: () => now, onTrouble: (error) => troubles.push(error) });
  const becomes = async (...states: readonly SessionState[]) => {
    for (const state of states) await age.changed(state);
    return age.sinceMs() === undefined ? undefined : new Date(age.sinceMs()!).toISOString().slice(5, 16);
  };
  return { becomes, troubles };
}

const days = (count: number) => {
  now = new Date(now.getTime() + count * 24 * 3_600_000);
};

test('an account is as old as its first login; neither a restart nor a break of the line makes it new', async () => {
  const first = aProcess();
  expect(await first.becomes('starting', 'need-scan')).toBeUndefined();
  expect(await first.becomes('online')).toBe('01-14T02:00');
  days(2);
  expect(await first.becomes('degraded', 'offline', 'online')).toBe('01-14T02:00');
  expect(await aProcess().becomes('starting', 'online')).toBe('01-14T02:00');
});

test('one that was logged out and scanned again begins anew, once', async () => {
  const bot = aProcess();
  await bot.becomes('online');
  days(5);
  expect(await bot.becomes('degraded', 'need-scan', 'online')).toBe('01-19T02:00');
  days(1);
  expect(await bot.becomes('degraded', 'online')).toBe('01-19T02:00');
});

test('each account has days of its own', async () => {
  await aProcess().becomes('online');
  days(3);
  account = 'wxid_other';
  expect(await aProcess().becomes('online')).toBe('01-17T02:00');
  account = 'wxid_duty';
  expect(await aProcess().becomes('online')).toBe('01-14T02:00');
});

test('where it cannot be noted its age stays unknown, and the scan is not forgotten', async () => {
  const kept = new Logins(client, officeKeys());
  let away = true;
  const { becomes, troubles } = aProcess({
    note: (...login) => (away ? Promise.reject(new Error('Redis is away')) : kept.note(...login)),
  });
  await kept.note(account, 0, false);
  expect(await becomes('need-scan', 'online')).toBeUndefined();
  expect(troubles).toHaveLength(1);
  away = false;
  expect(await becomes('degraded', 'online')).toBe('01-14T02:00');
});
