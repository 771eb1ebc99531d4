import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { connect } from '../../store/connection.ts';
import { EmbeddedRedis, type EmbeddedRedisOptions } from '../../store/embedded-redis.ts';
import { StoreFull, StoreUnavailable } from '../../store/failure.ts';
import { isRunning } from '../../store/redis-process.ts';
import { RedisStore } from '../../store/redis-store.ts';
import { aBatch, aWrite } from '../support/batch.ts';

let folder: string;
let ends: (() => unknown)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhishou-embedded-'));
  ends = [() => rmSync(folder, { recursive: true, force: true })];
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
});

async function start(options: Partial<EmbeddedRedisOptions> = {}): Promise<EmbeddedRedis> {
  const server = await EmbeddedRedis.start({ folder, ...options });
  ends.push(() => server.stop());
  return server;
}

async function client(server: EmbeddedRedis): Promise<Redis> {
  const redis = await connect(server.url, 'producer');
  ends.push(() => redis.disconnect());
  return redis;
}

async function until(done: () => boolean | Promise<boolean>, patienceMs = 10_000) {
  const endMs = performance.now() + patienceMs;
  while (!(await done())) {
    if (performance.now() > endMs) throw new Error('this did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const commitOne = (redis: Redis, id = 'task.1', fields = {}) =>
  new RedisStore(redis).things.commit(aBatch({ things: [aWrite(id, { fields })] }));
const isThere = async (redis: Redis, id = 'task.1') => (await new RedisStore(redis).things.load([id]))[0]!.rev > 0;

describe("the product's own Redis", () => {
  test('runs with the settings that were measured', async () => {
    const redis = await client(await start());
    const settings = await redis.config(
      'GET',
      'appendfsync',
      'appendonly',
      'hz',
      'hash-max-listpack-value',
      'maxmemory-policy',
    );

    expect(
      Object.fromEntries((settings as string[]).flatMap((name, n, all) => (n % 2 ? [] : [[name, all[n + 1]]]))),
    ).toEqual({
      appendfsync: 'always',
      appendonly: 'yes',
      hz: '100',
      'hash-max-listpack-value': '1024',
      'maxmemory-policy': 'noeviction',
    });
  });

  test('keeps its data from one start to the next', async () => {
    const first = await start();
    await commitOne(await client(first));
    await first.stop();

    expect(await isThere(await client(await start()))).toBe(true);
  });

  test('listens on a loopback port where one is asked for', async () => {
    const port = await freePort();
    const server = await start({ port });
    expect(server.url).toBe(`redis://127.0.0.1:${port}`);
    expect(await commitOne(await client(server))).toEqual({ kind: 'done' });
  });

  test('lies in a folder with a very long name', async () => {
    folder = join(folder, 'a'.repeat(120));
    mkdirSync(folder);
    expect(await commitOne(await client(await start()))).toEqual({ kind: 'done' });
  });

  test('is adopted by a second start instead of running twice', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(await second.pid()).toBe(await first.pid());

    const pid = (await first.pid())!;
    await second.stop();
    expect(isRunning(pid)).toBe(false);
  });

  test('ends when the process that started it is killed', async () => {
    const { parent, pid } = await startedByAnother();
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');

    await until(() => !isRunning(pid));
  });

  test('comes back with its data when it is killed', async () => {
    const troubles: string[] = [];
    const server = await start({ onTrouble: (message) => troubles.push(message) });
    const redis = await client(server);
    await commitOne(redis);
    process.kill((await server.pid())!, 'SIGKILL');

    await until(() => isThere(redis).catch(() => false));
    expect(troubles[0]).toMatch(/^Redis ended/);
  });

  test('says in plain words that the port is taken', async () => {
    const port = await freePort();
    const other = createServer((socket) => socket.on('error', () => {})).listen(port, '127.0.0.1');
    ends.push(() => other.close());
    await expect(start({ port })).rejects.toThrow(`port ${port} is taken by another program`);
  });

  test('says in plain words that the port belongs to the Redis of somebody else', async () => {
    const port = await freePort();
    await start({ port });
    const elsewhere = join(folder, 'other');
    await expect(start({ port, folder: elsewhere })).rejects.toThrow(`port ${port} is taken by another server`);
  });

  test('says in plain words that the folder cannot be used', async () => {
    writeFileSync(join(folder, 'appendonlydir'), 'not a folder');
    await expect(start()).rejects.toThrow(/Redis does not start: /);
  });
});

describe('a disk that fills up', () => {
  test('stops writing before it is full, and still reads', async () => {
    const troubles: string[] = [];
    const server = await start({ onTrouble: (message) => troubles.push(message) });
    await commitOne(await client(server));
    await server.stop();

    const tight = await start({
      reserveBytes: Number.MAX_SAFE_INTEGER,
      onTrouble: (message) => troubles.push(message),
    });
    const redis = await client(tight);
    await until(() =>
      commitOne(redis).then(
        () => false,
        (error) => error instanceof StoreFull,
      ),
    );
    expect(await isThere(redis)).toBe(true);
    await until(() => /nearly full/.test(troubles.at(-1) ?? ''));
  });

  const disk = join(tmpdir(), `zhishou-disk-${process.pid}`);
  const canMount = () => {
    mkdirSync(disk, { recursive: true });
    return inShell(`mount -t tmpfs -o size=64m tmpfs ${disk}`);
  };

  test('loses nothing that was acknowledged, even if somebody else fills it to the last byte', async () => {
    // Needs the right to mount a small disk; without it there is nothing to fill.
    if (!canMount()) return;
    ends.push(() => inShell(`umount -l ${disk}`));
    const server = await start({ folder: join(disk, 'redis') });
    const redis = await client(server);
    const acknowledged: string[] = [];
    const refused: unknown[] = [];
    for (let n = 0; refused.length === 0; n += 1) {
      await commitOne(redis, `task.${n}`, { text: randomBytes(150_000).toString('base64') }).then(
        () => void acknowledged.push(`task.${n}`),
        (error) => void refused.push(error),
      );
    }
    // Usually the former; the latter if the disk filled up between two looks at it.
    expect(refused[0] instanceof StoreFull || refused[0] instanceof StoreUnavailable).toBe(true);

    const ballast = join(disk, 'ballast');
    inShell(`dd if=/dev/zero of=${ballast} bs=64k`);
    // With not a byte left Redis may end itself at its next write; that is an outage and not a loss.
    await redis.call('DEL', 'nothing').catch(() => {});
    await redis.call('CONFIG', 'SET', 'maxmemory', '0').catch(() => {});
    await commitOne(redis, 'task.x').catch((error) => {
      expect(error instanceof StoreFull || error instanceof StoreUnavailable).toBe(true);
    });
    rmSync(ballast);

    await until(
      () =>
        redis.ping().then(
          () => true,
          () => false,
        ),
      20_000,
    );
    for (const id of acknowledged) expect([id, await isThere(redis, id)]).toEqual([id, true]);
    inShell(`mount -o remount,size=128m ${disk}`);
    await until(
      () =>
        commitOne(redis, 'task.after').then(
          () => true,
          () => false,
        ),
      20_000,
    );
  }, 60_000);
});

function inShell(command: string): boolean {
  return spawnSync('sh', ['-c', command]).status === 0;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startedByAnother() {
  const module = new URL('../../store/embedded-redis.ts', import.meta.url).href;
  const source = `
    import { EmbeddedRedis } from ${JSON.stringify(module)};
    const server = await EmbeddedRedis.start({ folder: process.argv.at(-1) });
    console.log(await server.pid());
    setInterval(() => {}, 1000);
  `;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ends.push(() => parent.kill('SIGKILL'));
  const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (line) => resolve(Number(line))));
  return { parent, pid };
}
