import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiskGuard } from './disk-guard.ts';
import { leashed, leashOn } from './leash.ts';
import { ask, findRedisServer, isRunning, lastWords, type Place, serverIn, startLock } from './redis-process.ts';

export interface EmbeddedRedisOptions {
  /** Where its data lies; one server per folder. */
  readonly folder: string;
  /** A loopback port; without it only a socket in the folder. */
  readonly port?: number;
  readonly maxmemoryBytes?: number;
  /** Free bytes on the disk below which writes are refused. */
  readonly reserveBytes?: number;
  /** One that runs already is used and left running, because somebody else keeps it. */
  readonly borrow?: boolean;
  /** The server ended (disk full, killed) and is being started again; or room ran out or came back. */
  readonly onTrouble?: (message: string) => void;
}

/** Settings that were measured; appendfsync always: what was acknowledged survives a power loss. */
const SETTINGS = {
  bind: '127.0.0.1',
  appendonly: 'yes',
  appendfsync: 'always',
  save: '',
  'maxmemory-policy': 'noeviction',
  hz: '100',
  'hash-max-listpack-value': '1024',
  'auto-aof-rewrite-min-size': '16mb',
  loglevel: 'warning',
  logfile: 'redis.log',
};

const START_PATIENCE_MS = 20_000;

/** The product's own Redis, for an installation without one. Ends with this process; what an earlier one left is adopted. */
export class EmbeddedRedis {
  readonly url: string;
  private readonly options: EmbeddedRedisOptions;
  private readonly place: Place;
  private readonly guard: DiskGuard;
  private leash: ChildProcess | undefined;
  private stopping = false;

  /** Throws an Error in plain words when there is no server program, the port is taken or the folder cannot be written. */
  static async start(options: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
    const folder = resolve(options.folder);
    await mkdir(folder, { recursive: true });
    const redis = new EmbeddedRedis({ ...options, folder: await realpath(folder) });
    await redis.adoptOrLaunch();
    if (redis.leash) redis.guard.start();
    return redis;
  }

  private constructor(options: EmbeddedRedisOptions) {
    const { folder, port, maxmemoryBytes = 0, reserveBytes = 8 * 1024 * 1024, onTrouble = () => {} } = options;
    const socket = socketIn(folder);
    this.options = options;
    this.place = port === undefined ? { path: socket } : { host: '127.0.0.1', port };
    this.url = port === undefined ? `unix://${encodeURI(socket)}` : `redis://127.0.0.1:${port}`;
    this.guard = new DiskGuard(this.place, { folder, maxmemoryBytes, reserveBytes, onTrouble });
  }

  /** Ends the server and waits until its data is on the disk. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.guard.stop();
    if (!this.leash) return;
    const pid = await this.pid();
    this.leash.stdin?.end();
    for (let waitedMs = 0; pid && isRunning(pid) && waitedMs < 10_000; waitedMs += 20) await sleep(20);
  }

  /** The running server's process id; undefined if none answers. */
  async pid(): Promise<number | undefined> {
    const server = await ask(this.place, 'INFO', 'server').catch(() => '');
    return Number(server.match(/process_id:(\d+)/)?.[1]) || undefined;
  }

  /** Two servers on one folder would spoil its data, so only one process at a time may look and launch. */
  private async adoptOrLaunch(): Promise<void> {
    const release = await startLock(join(this.options.folder, 'starting.pid'), START_PATIENCE_MS);
    try {
      if (!(await this.adopt())) await this.launch();
    } finally {
      await release();
    }
  }

  /** Takes over a server that runs on this folder already. */
  private async adopt(): Promise<boolean> {
    const { folder, port } = this.options;
    const pid = await this.settled();
    if (!pid) return false;
    const dir = await ask(this.place, 'CONFIG', 'GET', 'dir').catch(() => '');
    if (dir !== `dir ${folder}`) throw new Error(`port ${port} is taken by another server; choose another or stop it`);

    if (!this.options.borrow) this.hold(leashOn(pid));
    return true;
  }

  /** The id of the server on this folder, if there is one. What was killed with its parent takes a moment to be gone. */
  private async settled(): Promise<number | undefined> {
    const { folder } = this.options;
    for (const untilMs = performance.now() + START_PATIENCE_MS; ; await sleep(50)) {
      const pid = await this.pid();
      const silent = pid ? undefined : await serverIn(join(folder, 'redis.pid'));
      if (!silent) return pid;
      if (performance.now() > untilMs)
        throw new Error(`process ${silent} is a Redis on ${folder} that does not answer; end it first`);
    }
  }

  private async launch(): Promise<void> {
    const { folder, port } = this.options;
    const settings = {
      ...SETTINGS,
      dir: folder,
      pidfile: join(folder, 'redis.pid'),
      maxmemory: String(await this.guard.limitBytes()),
      ...(port === undefined
        ? { port: '0', unixsocket: socketIn(folder), unixsocketperm: '700' }
        : { port: String(port) }),
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const leash = leashed(await findRedisServer(), args);
    const ended = new Promise<false>((done) => leash.once('exit', () => done(false)));
    if (!(await Promise.race([ended, this.answers()]))) {
      leash.stdin?.end();
      const words = await lastWords(folder);
      if (/Failed listening|already in use/.test(words)) throw new Error(`port ${port} is taken by another program`);
      throw new Error(`Redis does not start: ${words}`);
    }
    this.hold(leash);
  }

  private hold(leash: ChildProcess): void {
    this.leash = leash;
    // The leash must not keep our process alive; our end is what it waits for.
    leash.unref();
    (leash.stdin as Socket | null)?.unref();
    if (leash.exitCode !== null) void this.again();
    else leash.once('exit', () => void this.again());
  }

  private async answers(): Promise<boolean> {
    for (let waitedMs = 0; waitedMs < START_PATIENCE_MS; waitedMs += 20) {
      if ((await ask(this.place, 'PING').catch(() => undefined)) === 'PONG') return true;
      await sleep(20);
    }
    return false;
  }

  /** The server ended by itself: starts it again, each second, until it runs. */
  private async again(): Promise<void> {
    if (this.stopping) return;
    this.options.onTrouble?.(`Redis ended: ${await lastWords(this.options.folder)}`);
    for (;;) {
      await sleep(1000, undefined, { ref: false });
      if (this.stopping) return;
      const failed = await this.adoptOrLaunch().catch((error: Error) => error);
      if (!failed) return;
      this.options.onTrouble?.(failed.message);
    }
  }
}

/** Unix sockets may have at most 107 bytes of path. */
function socketIn(folder: string): string {
  const path = join(folder, 'redis.sock');
  if (Buffer.byteLength(path) < 104) return path;
  return join(tmpdir(), `zhishou-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.sock`);
}
