import type { OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** What a process says of itself every few seconds; health reads it. */
export interface Heartbeat {
  readonly process: string;
  readonly pid: number;
  readonly atMs: number;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

const KEPT_MS = 24 * 3_600_000;

/** Signs of life of all processes of an office, by process name. */
export class Heartbeats {
  private readonly redis: RedisClient;
  private readonly key: string;

  constructor(redis: RedisClient, keys: OfficeKeys) {
    this.redis = redis;
    this.key = keys.heartbeats;
  }

  async beat(heartbeat: Heartbeat): Promise<void> {
    await this.redis.hset(this.key, `${heartbeat.process}.${heartbeat.pid}`, JSON.stringify(heartbeat));
  }

  /** The latest of every process that has been seen within a day; older ones are forgotten. */
  async all(nowMs: number): Promise<Heartbeat[]> {
    const entries = Object.entries(await this.redis.hgetall(this.key));
    const beats = entries.map(([field, json]) => ({ field, beat: JSON.parse(json) as Heartbeat }));
    const old = beats.filter(({ beat }) => nowMs - beat.atMs > KEPT_MS);
    if (old.length > 0) await this.redis.hdel(this.key, ...old.map(({ field }) => field));
    return beats.filter((entry) => !old.includes(entry)).map(({ beat }) => beat);
  }

  async leave(process: string, pid: number): Promise<void> {
    await this.redis.hdel(this.key, `${process}.${pid}`);
  }
}
