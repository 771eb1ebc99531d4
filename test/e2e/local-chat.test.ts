import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { person, startBot, stopBots, tempDir, until } from '../bot/gateway/chat-world.ts';

const script = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

let dir: Awaited<ReturnType<typeof tempDir>>;
let children: ChildProcess[] = [];

/** Starts a process of the product and resolves when it prints a line that fits. */
async function run(args: string[], line: RegExp): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const printed of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line.test(printed)) return child;
  }
  throw new Error(`${args.join(' ')} ended without saying ${line}`);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

beforeEach(async () => {
  dir = await tempDir();
});

afterEach(async () => {
  await stopBots();
  await Promise.all(children.map(killed));
  children = [];
  await dir.remove();
});

describe('processes that die', () => {
  test('what the chat has confirmed is there after it was killed, and the bot hears each message once', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const start = () => run([script('local-chat-server.ts'), join(dir.path, 'chat'), String(port)], /^http/);
    const phone = person(url);
    let server = await start();
    const bot = await startBot({ url, filesDir: join(dir.path, 'files') });
    await until(() => bot.gateway.state() === 'online', 'online');

    const confirmed: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const posts = Array.from({ length: 60 }, (_, n) =>
        phone.says('陈立', `第${round}轮第${n}条`).then(
          (id) => confirmed.push(id),
          () => {},
        ),
      );
      await until(() => confirmed.length > round * 20 + 5, 'some confirmed');
      await killed(server);
      await Promise.all(posts);
      server = await start();
    }
    await until(
      () =>
        phone.get('/local/session').then(
          () => true,
          () => false,
        ),
      'chat back',
    );
    const kept = (await phone.get('/local/messages')).map(({ id }: { id: string }) => id);
    expect(kept).toEqual(expect.arrayContaining(confirmed));
    expect(kept).toEqual([...kept].sort());
    await until(() => bot.heard.length >= kept.length, 'everything heard');
    expect(bot.heard.map(({ id }) => id)).toEqual(kept);
  }, 120_000);

  test('a killed bot loses nothing: what it had not taken comes again to the next one', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await run([script('local-chat-server.ts'), join(dir.path, 'chat'), String(port)], /^http/);
    const phone = person(url);
    const startOther = () => run([script('local-chat-bot.ts'), url, dir.path], /^online$/);
    const taken = async () =>
      (await readFile(join(dir.path, 'taken'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

    let bot = await startOther();
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push(await phone.says('陈立', `第${n}条`));
    await until(async () => (await taken()).length > 5, 'some taken');
    await killed(bot);
    const before = (await taken()).length;
    expect(before).toBeLessThan(ids.length);
    bot = await startOther();
    await until(async () => new Set(await taken()).size === ids.length, 'all taken');

    const all = await taken();
    expect([...new Set(all)]).toEqual(ids);
    expect(all.length - ids.length).toBeLessThan(before);
    await killed(bot);
    await until(async () => (await phone.get('/local/session')).acknowledged > 0, 'acknowledged');
  }, 120_000);
});
