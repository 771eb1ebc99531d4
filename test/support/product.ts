import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Chat } from './chat.ts';
import { childrenOf, freePort, isAlive, killHard, namesOf, notedIn, ROOT, until } from './processes.ts';
import { unfinished } from './unfinished.ts';

export type ProcessName = 'bot' | 'workers' | 'web' | 'chat';

export interface ProductOptions {
  /** Lies on top of the environment of the test. */
  readonly env?: Record<string, string>;
  /** An existing folder, which is left where it is; else a new one, which is removed at the end. */
  readonly dataDir?: string;
}

/** How a process that was started ended, and everything it printed. */
export interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

const STARTED = /已就绪/;
const START_MS = 60_000;
const STOP_MS = 20_000;

const running = new Set<Product>();

/** Ends everything that any test of this file has left running. */
export async function stopProducts(): Promise<void> {
  await Promise.all([...running].map((product) => product.stop()));
}

// A test process that ends without its hooks must not leave a product behind.
process.once('exit', () => {
  for (const product of running) product.killAll();
});

/** The real product as a tree of processes on free ports, in a data folder of its own. */
export class Product {
  readonly dataDir: string;
  readonly chat: Chat;
  private readonly env: Record<string, string>;
  private readonly isOwnFolder: boolean;
  private readonly webPort: number;
  private root: ChildProcess | undefined;

  /** Starts it and waits until it says that it is ready. */
  static async start(options: ProductOptions = {}): Promise<Product> {
    const product = await Product.prepare(options);
    await product.start();
    return product;
  }

  /** A product that does not run yet. */
  static async prepare({ env = {}, dataDir }: ProductOptions = {}): Promise<Product> {
    const product = new Product(env, dataDir, await freePort(), await freePort());
    running.add(product);
    return product;
  }

  private constructor(env: Record<string, string>, dataDir: string | undefined, chatPort: number, webPort: number) {
    this.isOwnFolder = dataDir === undefined;
    this.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), 'zhishou-product-'));
    this.chat = new Chat(`http://127.0.0.1:${chatPort}`);
    this.webPort = webPort;
    this.env = { ZHISHOU_CHAT_PORT: String(chatPort), ZHISHOU_WEB_PORT: String(webPort), ...env };
  }

  /** Starts it, again on the same data. Answers after how many milliseconds it was ready. */
  async start(env: Record<string, string> = {}): Promise<number> {
    const startedMs = performance.now();
    const seen = this.printed().length;
    const root = this.spawn(['start'], env);
    this.root = root;
    await until(() => STARTED.test(this.printed().slice(seen)) || hasEnded(root), 'the product to be ready', START_MS);
    if (hasEnded(root)) throw new Error(`the product did not start:\n${this.printed().slice(seen)}`);
    return performance.now() - startedMs;
  }

  /** Runs a command of the product in the same folder and waits for its end. */
  async run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    const seen = this.printed().length;
    const command = this.spawn(args, env);
    await until(() => hasEnded(command), `zhishou ${args.join(' ')} to end`, START_MS);
    return { code: command.exitCode, printed: this.printed().slice(seen) };
  }

  /** The id of a process; waits where it is just being started again. */
  async pid(name: ProcessName): Promise<number> {
    await until(() => this.find(name) !== undefined, `a ${name} process`);
    return this.find(name)!;
  }

  redisPid(): number | undefined {
    const file = join(this.dataDir, 'redis', 'redis.pid');
    const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
    return pid && isAlive(pid) && namesOf(pid).some((word) => /redis|valkey/.test(word)) ? pid : undefined;
  }

  /** `kill -9` of one process. Answers which id it had. */
  async kill(name: ProcessName): Promise<number> {
    const pid = await this.pid(name);
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** `kill -9` of everything at once: the supervisor first, so that it starts nothing again, and Redis. */
  killAll(): void {
    const pid = this.root?.pid;
    const children = pid ? childrenOf(pid) : [];
    for (const one of [pid, this.redisPid(), ...children, ...notedIn(this.dataDir)]) if (one) killHard(one);
  }

  /** `kill -9` of the supervisor alone. */
  killSupervisor(): void {
    this.root?.kill('SIGKILL');
  }

  get redisSocket(): string {
    return this.env.REDIS_URL ?? join(this.dataDir, 'redis', 'redis.sock');
  }

  /** What is in its store. */
  async inStore<T>(look: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis({ path: this.redisSocket, lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => {});
    try {
      await redis.connect();
      return await look(redis);
    } finally {
      redis.disconnect();
    }
  }

  /** Waits until nothing is due or under way any more. */
  async untilStill(patienceMs = 150_000): Promise<void> {
    let open: Record<string, number> | undefined;
    const isStill = async () => {
      open = await unfinished(this).catch(() => undefined);
      return open !== undefined && Object.values(open).every((count) => count === 0);
    };
    await until(isStill, () => `stillness (${JSON.stringify(open)})`, patienceMs);
  }

  async health(): Promise<{ status: number; failing: string[] }> {
    const response = await fetch(`http://127.0.0.1:${this.webPort}/healthz`, { signal: AbortSignal.timeout(10_000) });
    const { checks } = (await response.json()) as { checks: Record<string, { ok: boolean }> };
    const failing = Object.entries(checks).flatMap(([name, { ok }]) => (ok ? [] : [name]));
    return { status: response.status, failing };
  }

  async untilHealthy(patienceMs = 150_000): Promise<void> {
    let last = '';
    const isWell = async () => {
      const health = await this.health().catch((error: Error) => ({ status: 0, failing: [error.message] }));
      last = health.failing.join(', ');
      return health.status === 200;
    };
    await until(isWell, () => `health (failing: ${last})`, patienceMs);
  }

  /** Everything that all of its processes have printed. */
  printed(): string {
    const file = this.logFile;
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** The variables that say where it listens. */
  get ports(): Record<'ZHISHOU_CHAT_PORT' | 'ZHISHOU_WEB_PORT', string> {
    const { ZHISHOU_CHAT_PORT = '', ZHISHOU_WEB_PORT = '' } = this.env;
    return { ZHISHOU_CHAT_PORT, ZHISHOU_WEB_PORT };
  }

  /** Ends it as Ctrl-C would; answers its exit code. */
  async end(): Promise<number | null> {
    const { root } = this;
    if (!root) return null;
    if (!hasEnded(root)) root.kill('SIGTERM');
    await until(() => hasEnded(root), 'the product to end', STOP_MS);
    return root.exitCode;
  }

  /** Ends it in order where that is possible, hard where not, and removes its folder. */
  async stop(): Promise<void> {
    await this.end().catch(() => {});
    this.killAll();
    await until(
      () => this.redisPid() === undefined && notedIn(this.dataDir).length === 0,
      'all of it to be gone',
      STOP_MS,
    );
    running.delete(this);
    if (this.isOwnFolder) rmSync(this.dataDir, { recursive: true, force: true });
    rmSync(this.logFile, { force: true });
  }

  private get logFile(): string {
    return `${this.dataDir}.log`;
  }

  private find(name: ProcessName): number | undefined {
    return childrenOf(this.root?.pid ?? 0).find((pid) => namesOf(pid).at(-1) === name);
  }

  private spawn(args: readonly string[], env: Record<string, string>): ChildProcess {
    const { REDIS_URL: _, ...inherited } = process.env;
    const log = openSync(this.logFile, 'a');
    try {
      return spawn(process.execPath, [join(ROOT, 'scripts/zhishou.mjs'), ...args], {
        cwd: ROOT,
        // The channel ends the product should this process be killed.
        stdio: ['ignore', log, log, 'ipc'],
        env: { ...inherited, LOG_LEVEL: 'warn', ZHISHOU_DATA: this.dataDir, ...this.env, ...env },
      });
    } finally {
      closeSync(log);
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
