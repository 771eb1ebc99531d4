import type { WakeIndex } from '../domain/ports.ts';
import type { ThingId } from '../domain/thing.ts';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';
import type { OnDue } from './things.ts';

/** A thing whose wakes failed too often and that waits for somebody to look at it. */
export interface Parked {
  readonly id: ThingId;
  readonly reason: string;
  readonly at: Date;
}

const noteFailure = script(`
redis.call('ZADD', KEYS[1], 'XX', ARGV[2], ARGV[1])
redis.call('HSET', KEYS[3], 'failing', 1)
return redis.call('HINCRBY', KEYS[2], ARGV[1], 1) .. ' ' .. (redis.call('HGET', KEYS[3], 'wakes') or '0')
`);

const setAside = script(`
local time = redis.call('TIME')
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
local atMs = time[1] * 1000 + math.floor(time[2] / 1000) + (redis.call('GET', KEYS[4]) or 0)
redis.call('HSET', KEYS[5], 'parked', 1)
return redis.call('HSET', KEYS[3], ARGV[1], string.format('%.0f', atMs) .. ' ' .. ARGV[2])
`);

const noteSuccess = script(`
redis.call('HDEL', KEYS[2], ARGV[1])
if ARGV[3] ~= '' and (string.match(redis.call('GETRANGE', KEYS[3], 0, 19), '^%d+') or '0') ~= ARGV[3] then return 0 end
local dueMs = redis.call('ZSCORE', KEYS[1], ARGV[1])
if dueMs and tonumber(dueMs) <= tonumber(ARGV[2]) then redis.call('ZREM', KEYS[1], ARGV[1]) end
return 1
`);

const bringBack = script(`
if redis.call('HDEL', KEYS[3], ARGV[1]) == 0 then return '' end
if redis.call('EXISTS', KEYS[3]) == 0 then redis.call('HDEL', KEYS[4], 'parked') end
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('ZADD', KEYS[1], 'LT', ARGV[2], ARGV[1])
return redis.call('HGET', KEYS[4], 'wakes') or '0'
`);

/** The wake index as a sorted set of thing ids by due moment. A commit that writes a parked thing brings it back. */
export class RedisWakes implements WakeIndex {
  private readonly redis: RedisClient;
  private readonly keys: OfficeKeys;
  private readonly onDue: OnDue;

  constructor(redis: RedisClient, keys: OfficeKeys, onDue: OnDue = () => {}) {
    this.redis = redis;
    this.keys = keys;
    this.onDue = onDue;
  }

  /** Those of the ids that are due by the index; an alarm that was filed before a thing moved on rings for nothing. */
  async stillDue(ids: readonly ThingId[], nowMs: number): Promise<ThingId[]> {
    if (ids.length === 0) return [];
    const scores = await answered(this.redis.zmscore(this.keys.index('wakes'), ...ids));
    return ids.filter((_, index) => scores[index] !== null && Number(scores[index]) <= nowMs);
  }

  async dueWakes(beforeMs: number, limit: number): Promise<ThingId[]> {
    return answered(this.redis.zrangebyscore(this.keys.index('wakes'), '-inf', beforeMs, 'LIMIT', 0, limit));
  }

  async nextWakeMs(): Promise<number | undefined> {
    const [, score] = await answered(this.redis.zrange(this.keys.index('wakes'), 0, 0, 'WITHSCORES'));
    return score === undefined ? undefined : Number(score);
  }

  async wakeFailed(id: ThingId, retryAtMs: number): Promise<number> {
    const keys = [this.keys.index('wakes'), this.keys.wakeFailures, this.keys.alarms];
    const reply = String(await noteFailure(this.redis, keys, [id, String(retryAtMs)]));
    const [failures, filedUntilMs] = reply.split(' ').map(Number);
    if (retryAtMs < filedUntilMs!) this.onDue([{ index: 'wakes', id, atMs: retryAtMs }]);
    return failures!;
  }

  async park(id: ThingId, reason: string): Promise<void> {
    const keys = [
      this.keys.index('wakes'),
      this.keys.wakeFailures,
      this.keys.parked,
      this.keys.clock,
      this.keys.alarms,
    ];
    await setAside(this.redis, keys, [id, reason]);
  }

  async wakeDone(id: ThingId, dueAtMs: number, rev?: number): Promise<void> {
    const keys = [this.keys.index('wakes'), this.keys.wakeFailures, this.keys.thing(id)];
    await noteSuccess(this.redis, keys, [id, String(dueAtMs), rev === undefined ? '' : String(rev)]);
  }

  /** What was parked, when and why; the longest waiting first. */
  async parked(): Promise<Parked[]> {
    const entries = Object.entries(await answered(this.redis.hgetall(this.keys.parked)));
    return entries
      .map(([id, value]) => ({
        id,
        at: new Date(Number.parseInt(value, 10)),
        reason: value.slice(value.indexOf(' ') + 1),
      }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Wakes a parked thing again at `atMs`; false if it was not parked. */
  async unpark(id: ThingId, atMs: number): Promise<boolean> {
    const keys = [this.keys.index('wakes'), this.keys.wakeFailures, this.keys.parked, this.keys.alarms];
    const filedUntilMs = String(await bringBack(this.redis, keys, [id, String(atMs)]));
    if (filedUntilMs === '') return false;
    if (atMs < Number(filedUntilMs)) this.onDue([{ index: 'wakes', id, atMs }]);
    return true;
  }
}
