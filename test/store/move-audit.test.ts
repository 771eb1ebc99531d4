import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { type AuditPart, auditParts } from '../../store/audit-files.ts';
import { sealMinutes, verifyAudit } from '../../store/audit-seals.ts';
import { openFileStore } from '../../store/files/file-store.ts';
import { officeKeys } from '../../store/keys.ts';
import { moveAudit } from '../../store/move-audit.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { tempDir } from '../bot/gateway/chat-world.ts';
import { aBatch, aWrite, DAY_MS } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const keys = officeKeys();
const START_MS = Date.parse('2026-01-05T02:00:00Z');
const APRIL = Date.UTC(2026, 3, 1);

let redis: TestRedis;
let client: Redis;
let store: RedisStore;
let folder: Awaited<ReturnType<typeof tempDir>>;
const files = () => openFileStore(folder.path);

beforeAll(async () => {
  folder = await tempDir();
  redis = await TestRedis.start();
  client = redis.client();
  store = new RedisStore(client);
});
beforeEach(() => client.flushall());
afterAll(() => Promise.all([redis.stop(), folder.remove()]));

/** A change every second day from January to May, sealed; and one whose minute is not over. */
async function fiveMonths(): Promise<number> {
  for (let n = 0; n < 70; n += 1) await change(n, START_MS + n * 2 * DAY_MS);
  const endMs = START_MS + 140 * DAY_MS;
  await change(70, endMs);
  await sealMinutes(client, keys, endMs);
  return endMs;
}

async function change(n: number, atMs: number): Promise<void> {
  const audit = [JSON.stringify({ thing: `task.${n % 3}`, what: `step ${n}` })];
  await store.things.commit(aBatch({ atMs, things: [aWrite(`task.${n % 3}`)], audit }));
}

const verdict = () => verifyAudit(client, keys, files());

describe('older months of the ledger', () => {
  test('move to a file each; the chain holds over files and Redis, and goes on', async () => {
    const endMs = await fiveMonths();
    const before = await verdict();
    expect(before).toMatchObject({ ok: true, entries: 71, seals: 70, unsealed: 1 });
    expect(await moveAudit(client, keys, files(), APRIL)).toBe(3);

    expect((await auditParts(client, keys)).map(({ month, seals }) => [month, seals])).toEqual([
      ['2026-01', 14],
      ['2026-02', 14],
      ['2026-03', 15],
    ]);
    expect(await client.llen(keys.seals)).toBe(27);
    expect(await client.xlen(keys.audit)).toBe(28);
    expect(await verdict()).toEqual(before);
    expect(await moveAudit(client, keys, files(), APRIL)).toBe(0);

    await change(71, endMs + DAY_MS);
    await sealMinutes(client, keys, endMs + 2 * DAY_MS);
    expect(await verdict()).toMatchObject({ ok: true, entries: 72, seals: 72, unsealed: 0 });
  });

  test('may all have moved', async () => {
    const endMs = await fiveMonths();
    await sealMinutes(client, keys, endMs + DAY_MS);
    expect(await moveAudit(client, keys, files(), endMs + DAY_MS)).toBe(5);
    expect(await client.xlen(keys.audit)).toBe(0);
    expect(await verdict()).toMatchObject({ ok: true, entries: 71, seals: 71 });
    await change(72, endMs + 2 * DAY_MS);
    await sealMinutes(client, keys, endMs + 3 * DAY_MS);
    expect(await verdict()).toMatchObject({ ok: true, entries: 72, seals: 72 });
  });

  test('are moved once by two who do it at the same time', async () => {
    await fiveMonths();
    const others = [client, redis.client(), redis.client()];
    const moved = await Promise.all(others.map((each) => moveAudit(each, keys, files(), APRIL)));
    expect(moved.reduce((sum, count) => sum + count)).toBe(3);
    expect(await verdict()).toMatchObject({ ok: true, entries: 71, seals: 70 });
  });

  test('stay where they are when something in them was changed', async () => {
    await fiveMonths();
    const [[id]] = (await client.xrange(keys.audit, '-', '+', 'COUNT', 1)) as [[string, string[]]];
    await client.xdel(keys.audit, id);
    await expect(moveAudit(client, keys, files(), APRIL)).rejects.toThrow('1 commits were sealed, 0 are here');
    expect(await client.llen(keys.seals)).toBe(70);
    expect(await auditParts(client, keys)).toEqual([]);
  });

  test('are plain lines, and their loss or another file in their place is noticed', async () => {
    await fiveMonths();
    await moveAudit(client, keys, files(), APRIL);
    const [january, february] = (await auditParts(client, keys)) as unknown as [AuditPart, AuditPart];
    const [line] = gunzipSync(await files().get(january.sha256))
      .toString('utf8')
      .split('\n');
    const { seal, commits } = JSON.parse(line!);
    expect(seal).toMatchObject({ count: 1, minute: '2026-01-05T02:00:00.000Z' });
    expect(commits[0].entries).toContain('step 0');

    await client.lset(keys.auditParts, 1, JSON.stringify({ ...february, sha256: january.sha256 }));
    expect(await verdict()).toMatchObject({ ok: false, firstBad: { reason: expect.stringContaining('seal before') } });
    await client.lset(keys.auditParts, 1, JSON.stringify(february));
    expect((await verdict()).ok).toBe(true);
    await rm(join(folder.path, january.sha256.slice(0, 2), january.sha256));
    expect(await verdict()).toMatchObject({
      ok: false,
      firstBad: { reason: expect.stringContaining('the file of 2026-01 cannot be read') },
    });
  });
});
