import { Redis, type RedisOptions } from 'ioredis';
import { StoreUnavailable } from './failure.ts';

/** Reconnects quickly and for ever: 100 ms, 200 ms … at most a second between two tries. */
const retryStrategy = (times: number): number => Math.min(100 * times, 1000);

const ROLES = {
  /** Answers within 1.5 s or throws: an official is waiting. A command that timed out may have been executed. */
  producer: { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1500 },
  /** Waits out every outage; blocking commands must not time out. */
  worker: { maxRetriesPerRequest: null },
} satisfies Record<string, RedisOptions>;

export type ConnectionRole = keyof typeof ROLES;

/**
 * How to reach Redis: `redis://`, `rediss://`, `unix:///run/redis.sock` or a bare path. `more` goes through to ioredis, such as
 * `sentinels`, `name` and `failoverDetector: true` (which must be set with Sentinel, or a planned switch loses writes).
 */
export function connectionOptions(url: string, role: ConnectionRole, more: RedisOptions = {}): RedisOptions {
  return { ...whereTo(url), retryStrategy, ...ROLES[role], ...more };
}

/** Opens a connection and waits until it is ready. Throws StoreUnavailable if that takes longer than `waitMs`. */
export async function connect(
  url: string,
  role: ConnectionRole,
  { waitMs = 10_000, ...more }: RedisOptions & { waitMs?: number } = {},
): Promise<Redis> {
  const redis = new Redis(connectionOptions(url, role, more));
  let last = new Error('no answer');
  // Without a listener ioredis prints every failed attempt; whoever sends a command hears of the outage anyway.
  redis.on('error', (error) => {
    last = error;
  });

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      redis.disconnect();
      reject(new StoreUnavailable(last));
    }, waitMs);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return redis;
}

function whereTo(url: string): RedisOptions {
  if (url.startsWith('/')) return { path: url };
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const credentials = {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  };
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname), ...credentials };
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw new Error(`Redis cannot be reached by "${protocol}"`);

  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || 6379),
    ...(pathname.length > 1 && { db: Number(pathname.slice(1)) }),
    ...(protocol === 'rediss:' && { tls: {} }),
    ...credentials,
  };
}
