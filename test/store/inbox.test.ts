import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { IncomingMessage } from '../../domain/message.ts';
import { connect } from '../../store/connection.ts';
import { RedisInbox } from '../../store/inbox.ts';
import { officeKeys } from '../../store/keys.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { SafeInbox } from '../../store/safe-inbox.ts';
import { Spill } from '../../store/spill.ts';
import { aBatch, DAY_MS, START_MS } from '../support/batch.ts';
import { TestRedis } from '../support/redis.ts';

function aMessageSaid(id: string, part: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    id,
    sentAt: new Date(START_MS),
    receivedAt: new Date(START_MS + 120),
    from: { contactId: 'c.chenli', name: '陈立' },
    kind: 'text',
    text: '收到',
    mentionsMe: false,
    mentionsAll: false,
    mentions: [],
    ...part,
  };
}

let redis: TestRedis;
let client: Redis;
let inbox: RedisInbox;
let folder: string;

beforeAll(async () => {
  redis = await TestRedis.start();
  client = await connect(redis.socket, 'producer');
  inbox = new RedisInbox(client, officeKeys());
});
beforeEach(async () => {
  await client.flushall();
  folder = await mkdtemp(join(tmpdir(), 'zhishou-spill-'));
});
afterAll(async () => {
  client.disconnect();
  await redis.stop();
});

async function waiting(): Promise<IncomingMessage[]> {
  const found: IncomingMessage[] = [];
  for await (const { message } of inbox.pending()) found.push(message);
  return found;
}
const ids = async () => (await waiting()).map(({ id }) => id);

describe('the inbox', () => {
  test('takes a message in once', async () => {
    expect(await inbox.accept(aMessageSaid('m1'))).toMatchObject({ kind: 'new' });
    expect(await inbox.accept(aMessageSaid('m1'))).toEqual({ kind: 'known' });
    expect(await ids()).toEqual(['m1']);
  });

  test('counts how many processes have begun with what lies in it', async () => {
    expect([await inbox.started('1-0'), await inbox.started('1-0'), await inbox.started('2-0')]).toEqual([1, 2, 1]);
    expect(await client.ttl(officeKeys().inboxStarts)).toBeGreaterThan(86_000);
  });

  test('knows a message again that was handled and removed, for a week at least', async () => {
    const accepted = await inbox.accept(aMessageSaid('m1'));
    if (accepted.kind === 'new') await inbox.remove(accepted.entryId);

    expect(await inbox.size()).toBe(0);
    const receivedAt = new Date(START_MS + 7 * DAY_MS);
    expect(await inbox.accept(aMessageSaid('m1', { receivedAt }))).toEqual({ kind: 'known' });
  });

  test('knows a message whose decision was committed even if it never came this way', async () => {
    await new RedisStore(client).things.commit(aBatch({ messageId: 'm1' }));

    expect(await inbox.accept(aMessageSaid('m1'))).toEqual({ kind: 'known' });
  });

  test('gives back everything that waits, oldest first, as it was said', async () => {
    const quote = { from: '王芳', text: '请报进展', messageId: 'm0', mine: true };
    const said = Array.from({ length: 450 }, (_, n) => aMessageSaid(`m${n}`, { quote, text: `第${n}条` }));
    for (const message of said) await inbox.accept(message);

    expect(await waiting()).toEqual(said);
  });

  test('takes a message in once even if two processes see it at the same time', async () => {
    const other = new RedisInbox(redis.client(), officeKeys());
    const results = await Promise.all([inbox, other, inbox, other].map((each) => each.accept(aMessageSaid('m1'))));

    expect(results.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(await ids()).toEqual(['m1']);
  });
});

describe('the inbox while Redis is away', () => {
  test('loses nothing and keeps the order', async () => {
    let returned = 0;
    const safe = new SafeInbox(inbox, new Spill(folder), () => {
      returned += 1;
    });
    await safe.accept(aMessageSaid('m1'));
    await redis.kill();
    expect(await safe.accept(aMessageSaid('m2'))).toEqual({ kind: 'spilled' });
    expect(await safe.accept(aMessageSaid('m3'))).toEqual({ kind: 'spilled' });
    await safe.drain();
    expect(returned).toBe(0);

    await redis.run();
    while ((await client.ping().catch(() => '')) !== 'PONG') await new Promise((resolve) => setTimeout(resolve, 20));
    // Redis kept nothing here, so m1 is gone with it; what counts is what was spilled, and what comes after it.
    expect(await safe.accept(aMessageSaid('m4'))).toEqual({ kind: 'spilled' });
    await safe.drain();
    expect(await safe.accept(aMessageSaid('m5'))).toMatchObject({ kind: 'new' });
    expect(await ids()).toEqual(['m2', 'm3', 'm4', 'm5']);
    expect(returned).toBe(1);
  });

  test('spills as well when Redis is full', async () => {
    const safe = new SafeInbox(inbox, new Spill(folder), () => {});
    await client.config('SET', 'maxmemory', '1');
    expect(await safe.accept(aMessageSaid('m1'))).toEqual({ kind: 'spilled' });
    await client.config('SET', 'maxmemory', '0');
    await safe.drain();

    expect(await ids()).toEqual(['m1']);
  });
});

describe('the spill', () => {
  const take = async (spill: Spill) => {
    const taken: string[] = [];
    await spill.feed(async ({ id }) => void taken.push(id));
    return taken;
  };

  test('brings instants back as dates', async () => {
    const spill = new Spill(folder);
    await spill.append(aMessageSaid('m1'));
    const back: IncomingMessage[] = [];
    await spill.feed(async (message) => void back.push(message));

    expect(back).toEqual([aMessageSaid('m1')]);
    expect(await spill.isEmpty()).toBe(true);
  });

  test('passes over a line that a crash has torn, and over nothing else', async () => {
    await new Spill(folder).append(aMessageSaid('m1'));
    await appendFile(join(folder, 'inbox-spill.jsonl'), '{"id":"torn","te');
    const spill = new Spill(folder);
    await spill.append(aMessageSaid('m2'));

    expect(await take(new Spill(folder))).toEqual(['m1', 'm2']);
  });

  test('gives the rest again when feeding was interrupted', async () => {
    const spill = new Spill(folder);
    for (const id of ['m1', 'm2', 'm3']) await spill.append(aMessageSaid(id));
    const interrupted = spill.feed(async ({ id }) => {
      if (id === 'm2') throw new Error('Redis is away again');
    });
    await expect(interrupted).rejects.toThrow('away again');
    await spill.append(aMessageSaid('m4'));

    expect(await take(new Spill(folder))).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  test('also feeds what is appended meanwhile', async () => {
    const spill = new Spill(folder);
    await spill.append(aMessageSaid('m1'));
    const taken: string[] = [];
    await spill.feed(async ({ id }) => {
      taken.push(id);
      if (id === 'm1') await spill.append(aMessageSaid('m2'));
    });

    expect(taken).toEqual(['m1', 'm2']);
  });

  test('holds every message that was acknowledged before the process was killed', async () => {
    const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WRITER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = '';
    await new Promise<void>((resolve) => {
      writer.stdout.on('data', (part) => {
        acknowledged += part;
        if (acknowledged.split('\n').length > 30) resolve();
      });
    });
    writer.kill('SIGKILL');
    await new Promise((resolve) => writer.once('exit', resolve));

    const whole = acknowledged.slice(0, acknowledged.lastIndexOf('\n')).split('\n');
    const kept = await take(new Spill(folder));
    expect(kept.slice(0, whole.length)).toEqual(whole);
    expect(await readFile(join(folder, 'inbox-spill.jsonl'), 'utf8').catch(() => '')).toBe('');
    await rm(folder, { recursive: true });
  });
});

const WRITER = `
import { Spill } from ${JSON.stringify(new URL('../../store/spill.ts', import.meta.url).href)};
const spill = new Spill(process.argv.at(-1));
for (let n = 0; ; n += 1) {
  await spill.append({ id: 'm' + n, text: '报 T0612 '.repeat(50) });
  process.stdout.write('m' + n + '\\n');
}
`;
