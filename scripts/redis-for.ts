import { join } from 'node:path';
import type { Env } from '../config/env.ts';
import { EmbeddedRedis } from '../store/embedded-redis.ts';

export interface Redis {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Redis to use: the one that is configured, else one of our own in the data folder; `borrow` leaves one running that runs. */
export async function redisFor(
  env: Env,
  options: { readonly borrow?: boolean; readonly onTrouble?: (message: string) => void },
): Promise<Redis> {
  if (env.REDIS_URL) return { url: env.REDIS_URL, stop: async () => {} };
  const embedded = await EmbeddedRedis.start({ folder: join(env.dataDir, 'redis'), ...options });
  return { url: embedded.url, stop: () => embedded.stop() };
}
