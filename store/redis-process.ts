import { execFile } from 'node:child_process';
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Where a local server listens. */
export type Place = { readonly path: string } | { readonly host: string; readonly port: number };

/** The server program's full path. Throws an Error that says what to install. */
export async function findRedisServer(): Promise<string> {
  const found = await promisify(execFile)('sh', ['-c', 'command -v redis-server || command -v valkey-server']).catch(
    () => ({
      stdout: '',
    }),
  );
  if (found.stdout.trim()) return found.stdout.trim();
  throw new Error(
    'neither redis-server nor valkey-server is installed; install one (Debian: apt-get install redis-server) or set REDIS_URL',
  );
}

/** The id of a Redis that still runs according to a pid file; ids are reused, so what runs under it is looked at. */
export async function serverIn(pidFile: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (!pid || !isRunning(pid)) return undefined;
  const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return /^(redis|valkey)/.test(command) ? pid : undefined;
}

/** Locks held by this very process; its id alone would not tell them from those of a crashed one that had the same id. */
const held = new Set<string>();

/** Waits until no other living process holds the lock file, takes it, and answers how to give it back. */
export async function startLock(path: string, patienceMs: number): Promise<() => Promise<void>> {
  for (const untilMs = performance.now() + patienceMs; ; ) {
    const taken = await writeFile(path, String(process.pid), { flag: 'wx' }).catch(
      (error: NodeJS.ErrnoException) => error,
    );
    if (!taken) {
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    }
    // On a full disk there is no lock to be had, and no second one either.
    if (taken.code === 'ENOSPC') return async () => {};
    if (taken.code !== 'EEXIST') throw taken;

    const holder = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
    // A file without a number has been created this instant, or its writer died in between.
    const writtenMs = await stat(path).then(
      (found) => found.mtimeMs,
      () => 0,
    );
    const isFresh = !holder && writtenMs > Date.now() - 1000;
    const isAlive = holder === process.pid ? held.has(path) : isRunning(holder);
    if (!isFresh && !(holder && isAlive)) await rm(path, { force: true });
    else if (performance.now() > untilMs) throw new Error(`process ${holder} has been starting Redis for too long`);
    else await sleep(50);
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One question to a local server on a connection of its own; lists come back joined by blanks. Throws after a second of silence. */
export async function ask(place: Place, ...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...place, timeout: 1000 });
    let reply = '';
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.on('error', fail);
    socket.on('timeout', () => fail(new Error('Redis does not answer')));
    socket.on('close', () => fail(new Error('Redis closed the connection')));
    socket.on('connect', () => socket.write(`${words.map((word) => JSON.stringify(word)).join(' ')}\r\n`));
    socket.on('data', (part) => {
      reply += part;
      const text = complete(reply);
      if (text === undefined) return;
      socket.destroy();
      resolve(text);
    });
  });
}

/** The last thing a server wrote into its log before it ended. */
export async function lastWords(folder: string): Promise<string> {
  const path = join(folder, 'redis.log');
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return 'it wrote no log';
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2000), 0, 2000, Math.max(0, size - 2000));
    const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n');
    // Warnings are marked `#`: "12:M 02 Mar 2026 09:30:00.000 # Could not create server TCP listening socket"
    const warning = lines.findLast((line) => line.includes(' # ')) ?? lines.at(-1) ?? '';
    return warning.slice(warning.indexOf(' # ') + 3).trim();
  } finally {
    await file.close();
  }
}

/** The value of a complete reply of Redis' protocol, as far as this file's questions need it. */
function complete(reply: string): string | undefined {
  if (!reply.endsWith('\r\n')) return undefined;
  const lines = reply.slice(0, -2).split('\r\n');
  const [head = ''] = lines;
  if (head.startsWith('$'))
    return Buffer.byteLength(reply) >= Number(head.slice(1)) + head.length + 4 ? lines.slice(1).join('\n') : undefined;
  if (head.startsWith('*'))
    return lines.length >= 1 + 2 * Number(head.slice(1))
      ? lines.filter((_, n) => n > 0 && n % 2 === 0).join(' ')
      : undefined;
  return head.slice(1);
}
