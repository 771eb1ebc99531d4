import type { OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** Since when each account of the chat is logged in: its first login, or the last one for which a code had to be scanned. */
export class Logins {
  private readonly redis: RedisClient;
  private readonly key: string;

  constructor(redis: RedisClient, keys: OfficeKeys) {
    this.redis = redis;
    this.key = keys.logins;
  }

  /** Notes a login, `fresh` where a code was scanned for it. Answers the moment, epoch ms, that its days are counted from. */
  async note(account: string, atMs: number, fresh: boolean): Promise<number> {
    if (fresh) await this.redis.hset(this.key, account, atMs);
    else await this.redis.hsetnx(this.key, account, atMs);
    return Number((await this.redis.hget(this.key, account)) ?? atMs);
  }
}
