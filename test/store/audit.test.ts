import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { auditOf } from '../../store/audit.ts';
import { auditHead, FIRST_HEAD, type Seal, sealMinutes, verifyAudit } from '../../store/audit-seals.ts';
import { type FileStore, openFileStore } from '../../store/files/file-store.ts';
import { officeKeys } from '../../store/keys.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { tempDir } from '../bot/gateway/chat-world.ts';
import { aBatch, aWrite, START_MS } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

const keys = officeKeys();
const MINUTE_MS = 60_000;

let redis: TestRedis;
let client: Redis;
let store: RedisStore;
let dir: Awaited<ReturnType<typeof tempDir>>;
let files: FileStore;

beforeAll(async () => {
  dir = await tempDir();
  files = openFileStore(dir.path);
  redis = await TestRedis.start();
  client = redis.client();
  store = new RedisStore(client);
});
beforeEach(() => client.flushall());
afterAll(() => Promise.all([redis.stop(), dir.remove()]));

const entry = (thing: string, what: string) => JSON.stringify({ thing, what });

/** One audited change of a thing. */
async function change(id: string, what: string, atMs = START_MS) {
  await store.things.commit(aBatch({ atMs, things: [aWrite(id)], audit: [entry(id, what)] }));
}

/** Three minutes of office life, the last of them not over yet at `START_MS + 2.5 min`. */
async function aMorning() {
  for (let n = 0; n < 30; n += 1) await change(`task.${n % 4}`, `step ${n}`, START_MS + n * 5000);
  await sealMinutes(client, keys, START_MS + 2.5 * MINUTE_MS);
}

describe('the ledger', () => {
  test('lists what happened to one thing, oldest first', async () => {
    await change('task.1', 'created');
    await change('task.2', 'created');
    await store.things.commit(aBatch({ things: [aWrite('task.1')] }));
    await store.things.commit(aBatch({ things: [aWrite('task.1')] }));
    await store.things.commit(
      aBatch({
        things: [aWrite('task.2'), aWrite('task.1'), aWrite('task.11')],
        audit: [entry('task.2', 'changed'), entry('task.1', 'changed'), entry('task.11', 'created')],
      }),
    );

    expect(await auditOf(client, keys, 'task.1')).toEqual([entry('task.1', 'created'), entry('task.1', 'changed')]);
    expect(await auditOf(client, keys, 'task.11')).toEqual([entry('task.11', 'created')]);
    expect(await auditOf(client, keys, 'task.3')).toEqual([]);
  });

  test('knows what happened to a thing that is gone or was never audited', async () => {
    await change('task.1', 'created');
    await store.things.commit(aBatch({ things: [aWrite('task.1', { json: null })], audit: [entry('task.1', 'gone')] }));
    await store.things.commit(aBatch({ things: [aWrite('task.2')] }));

    expect(await auditOf(client, keys, 'task.1')).toEqual([entry('task.1', 'created'), entry('task.1', 'gone')]);
    expect(await auditOf(client, keys, 'task.2')).toEqual([]);
  });

  test('seals finished minutes only, each once', async () => {
    await aMorning();
    expect(await client.llen(keys.seals)).toBe(2);
    expect(await sealMinutes(client, keys, START_MS + 2.9 * MINUTE_MS)).toBe(0);
    expect(await sealMinutes(client, keys, START_MS + 3 * MINUTE_MS)).toBe(1);

    expect(await verifyAudit(client, keys, files)).toMatchObject({ ok: true, entries: 30, seals: 3, unsealed: 0 });
    expect(await auditHead(client, keys)).not.toBe(FIRST_HEAD);
  });

  test('is sealed once when several workers do it at the same time', async () => {
    for (let n = 0; n < 60; n += 1) await change('task.1', `step ${n}`, START_MS + n * 20_000);
    const others = [client, redis.client(), redis.client()];
    await Promise.all(others.map((each) => sealMinutes(each, keys, START_MS + 60 * MINUTE_MS)));

    expect(await verifyAudit(client, keys, files)).toMatchObject({ ok: true, entries: 60, seals: 20, unsealed: 0 });
  });

  test('also covers what was decided in one minute and committed in the next', async () => {
    await change('task.1', 'late by a second', START_MS + MINUTE_MS);
    await change('task.1', 'decided before', START_MS + MINUTE_MS - 10);
    await sealMinutes(client, keys, START_MS + 2 * MINUTE_MS);
    await change('task.1', 'decided long before', START_MS);
    await sealMinutes(client, keys, START_MS + 3 * MINUTE_MS);

    expect(await verifyAudit(client, keys, files)).toMatchObject({ ok: true, entries: 3, unsealed: 0 });
  });

  test('is sound when it is empty', async () => {
    expect(await verifyAudit(client, keys, files)).toEqual({
      ok: true,
      entries: 0,
      seals: 0,
      unsealed: 0,
      head: FIRST_HEAD,
    });
  });
});

describe('somebody who rewrites the ledger', () => {
  type Entry = [id: string, fields: string[]];

  /** Writes the stream anew, as only the machine's owner could. */
  async function rewrite(edit: (entries: Entry[]) => Entry[]) {
    const entries = (await client.xrange(keys.audit, '-', '+')) as Entry[];
    await client.del(keys.audit);
    for (const [id, fields] of edit(entries)) await client.xadd(keys.audit, id, ...fields);
  }
  const verdict = () => verifyAudit(client, keys, files);

  test('is noticed when one entry was changed', async () => {
    await aMorning();
    await rewrite((entries) =>
      entries.map(([id, fields], n) =>
        n === 3 ? [id, fields.map((field) => field.replace('step 3', 'step X'))] : [id, fields],
      ),
    );
    expect(await verdict()).toMatchObject({
      ok: false,
      firstBad: { reason: 'a commit was changed after it was sealed' },
    });
  });

  test('is noticed when the time of an entry was changed', async () => {
    await aMorning();
    await rewrite((entries) =>
      entries.map(([id, fields]) => [id, fields.map((field) => field.replace(String(START_MS), '1'))]),
    );
    expect((await verdict()).ok).toBe(false);
  });

  test('is noticed when one entry was deleted', async () => {
    await aMorning();
    const [[id]] = (await client.xrange(keys.audit, '-', '+', 'COUNT', 1)) as [Entry];
    await client.xdel(keys.audit, id);
    expect(await verdict()).toMatchObject({ ok: false, firstBad: { reason: '12 commits were sealed, 11 are here' } });
  });

  test.each([0, 1])('is noticed when seal %i was deleted', async (place) => {
    await aMorning();
    const seal = (await client.lindex(keys.seals, place))!;
    await client.lrem(keys.seals, 1, seal);
    expect((await verdict()).ok).toBe(false);
  });

  test('is noticed when a seal was made to fit a changed entry', async () => {
    await aMorning();
    await rewrite((entries) => entries.filter((_, n) => n !== 20));
    const seal: Seal = JSON.parse((await client.lindex(keys.seals, 1))!);
    await client.lset(keys.seals, 1, JSON.stringify({ ...seal, count: seal.count - 1 }));
    expect((await verdict()).ok).toBe(false);
  });

  test('is noticed when everything was thrown away', async () => {
    await aMorning();
    await client.del(keys.seals, keys.audit);
    expect((await verdict()).ok).toBe(false);
  });
});
