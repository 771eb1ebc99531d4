import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis, type RedisOptions } from 'ioredis';
import { leashed } from '../../store/leash.ts';
import { ask, findRedisServer } from '../../store/redis-process.ts';

/** Settings of the product's own Redis; tests may override them. */
const SETTINGS: Record<string, string> = {
  port: '0',
  save: '',
  appendonly: 'no',
  hz: '100',
  'hash-max-listpack-value': '1024',
  'maxmemory-policy': 'noeviction',
};

/** A real Redis for one test file, on a socket in a folder of its own. */
export class TestRedis {
  readonly folder: string;
  readonly socket: string;
  private readonly settings: Record<string, string>;
  private readonly clients: Redis[] = [];
  private child: ChildProcess | undefined;

  static async start(settings: Record<string, string> = {}): Promise<TestRedis> {
    const redis = new TestRedis({ ...SETTINGS, ...settings });
    await redis.run();
    return redis;
  }

  private constructor(settings: Record<string, string>) {
    this.folder = mkdtempSync(join(tmpdir(), 'zhishou-redis-'));
    this.socket = join(this.folder, 'redis.sock');
    this.settings = settings;
  }

  /** Starts the server, again after `kill`, and waits until it answers. */
  async run(): Promise<void> {
    const settings = { ...this.settings, unixsocket: this.socket, dir: this.folder };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.child = leashed(await findRedisServer(), args);

    const probe = new Redis({ path: this.socket, retryStrategy: () => 20, maxRetriesPerRequest: null });
    probe.on('error', () => {});
    await probe.ping();
    probe.disconnect();
  }

  client(options: RedisOptions = {}): Redis {
    const client = new Redis({ path: this.socket, retryStrategy: () => 50, maxRetriesPerRequest: null, ...options });
    client.on('error', () => {});
    this.clients.push(client);
    return client;
  }

  /** Ends the server as a crash would (or politely), and waits until it is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(await this.pid(), signal);
    await gone;
  }

  async pid(): Promise<number> {
    const server = await ask({ path: this.socket }, 'INFO', 'server');
    return Number(server.match(/process_id:(\d+)/)?.[1]);
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.disconnect();
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
