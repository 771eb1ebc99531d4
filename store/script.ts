import { createHash } from 'node:crypto';
import { type Cluster, Command, type Redis } from 'ioredis';
import { storeFailure } from './failure.ts';

export type RedisClient = Redis | Cluster;

export type Script = (redis: RedisClient, keys: readonly string[], args: readonly string[]) => Promise<unknown>;

/**
 * A Lua script, sent by its SHA-1. The first line of the source makes Redis refuse it as a whole, before its first write,
 * when memory is short, and in a cluster when a key lies in another slot (Redis 7 and later).
 */
export function script(lua: string, flags = ''): Script {
  const source = `#!lua${flags && ` flags=${flags}`}\n${lua}`;
  const sha = createHash('sha1').update(source).digest('hex');

  return async (redis, keys, args) => {
    try {
      return await send(redis, 'evalsha', sha, keys, args);
    } catch (error) {
      // Redis was restarted or its scripts flushed. Nothing has run yet, so sending the source is safe.
      const unknown = error instanceof Error && error.message.startsWith('NOSCRIPT');
      if (!unknown) throw storeFailure(error);
      return send(redis, 'eval', source, keys, args).catch((again) => {
        throw storeFailure(again);
      });
    }
  };
}

function send(redis: RedisClient, name: string, body: string, keys: readonly string[], args: readonly string[]) {
  const command = new Command(name, [body, String(keys.length), ...keys, ...args], { replyEncoding: 'utf8' });
  return Promise.resolve(redis.sendCommand(command));
}
