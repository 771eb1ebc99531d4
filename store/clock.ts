import type { Redis } from 'ioredis';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';

/** The product's time. All processes of an office agree on it within a few milliseconds. */
export interface Clock {
  now(): Date;
  /** How far the office's time was moved ahead of real time; 0 in real operation. */
  readonly offsetMs: number;
}

const MOST_SKEW_MS = 2000;
const POLL_MS = 250;
const MEASURE_MS = 60_000;

/** Moves the clock and makes everything that waits be filed anew; back only where it is said. Answers the offset that now holds. */
const setClock = script(`
local time = redis.call('TIME')
local known = tonumber(redis.call('GET', KEYS[1]) or '0')
local offset = tonumber(ARGV[1]) - (time[1] * 1000 + math.floor(time[2] / 1000))
if offset <= known and ARGV[2] ~= 'back' then return tostring(known) end
local moved = string.format('%.0f', offset)
redis.call('SET', KEYS[1], moved)
redis.call('HDEL', KEYS[2], 'wakes', 'outbox')
redis.call('PUBLISH', KEYS[1], moved)
return moved
`);

export interface RedisClockOptions {
  /** Hears when this machine's clock and Redis' are more than two seconds apart. */
  readonly onSkew?: (skewMs: number) => void;
}

/** Redis' time, known without asking: this machine's clock, corrected by its measured distance, plus the movable offset. */
export class RedisClock implements Clock {
  offsetMs = 0;
  skewMs = 0;
  private readonly redis: RedisClient;
  private readonly keys: OfficeKeys;
  private readonly options: RedisClockOptions;
  private readonly listeners = new Set<() => void>();
  private readonly timers: NodeJS.Timeout[] = [];
  private subscriber: Redis | undefined;

  constructor(redis: RedisClient, keys: OfficeKeys, options: RedisClockOptions = {}) {
    this.redis = redis;
    this.keys = keys;
    this.options = options;
  }

  /** Measures once, then keeps measuring each minute and looking for a moved clock each 250 ms. */
  async start(): Promise<this> {
    await this.measure();
    await this.readOffset();
    this.subscriber = this.redis.duplicate() as Redis;
    this.subscriber.on('error', () => {});
    this.subscriber.on('message', (_, moved) => this.movedTo(Number(moved)));
    this.subscriber.on('ready', () => void this.subscriber?.subscribe(this.keys.clock).catch(() => {}));
    // While Redis is away the last measurement holds; whoever needs Redis hears of the outage from their own commands.
    this.timers.push(
      setInterval(() => void this.measure().catch(() => {}), MEASURE_MS).unref(),
      setInterval(() => void this.readOffset().catch(() => {}), POLL_MS).unref(),
    );
    return this;
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.subscriber?.disconnect();
  }

  now(): Date {
    return new Date(Date.now() + this.skewMs + this.offsetMs);
  }

  /** Calls `listener` after each move of the clock; the answer takes it off again. */
  onMove(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sets the office's time to `toMs` for all processes. A moment that has passed changes nothing. */
  async moveClock(toMs: number): Promise<void> {
    this.movedTo(Number(await setClock(this.redis, [this.keys.clock, this.keys.alarms], [String(toMs), ''])));
  }

  /** The same, also to a moment that has passed: only for an office in which nothing has happened yet. */
  async setBack(toMs: number): Promise<void> {
    this.movedTo(Number(await setClock(this.redis, [this.keys.clock, this.keys.alarms], [String(toMs), 'back'])));
  }

  /** How far Redis' clock is ahead of this machine's. The quickest of three answers counts. */
  async measure(): Promise<number> {
    let best = { tripMs: Number.POSITIVE_INFINITY, skewMs: 0 };
    for (let n = 0; n < 3; n += 1) {
      const askedMs = Date.now();
      const [seconds, micros] = await answered(this.redis.time());
      const answeredMs = Date.now();
      const redisMs = Number(seconds) * 1000 + Number(micros) / 1000;
      const tripMs = answeredMs - askedMs;
      if (tripMs < best.tripMs) best = { tripMs, skewMs: Math.round(redisMs - (askedMs + answeredMs) / 2) };
    }
    this.skewMs = best.skewMs;
    if (Math.abs(this.skewMs) > MOST_SKEW_MS) this.options.onSkew?.(this.skewMs);
    return this.skewMs;
  }

  private async readOffset(): Promise<void> {
    this.movedTo(Number(await answered(this.redis.get(this.keys.clock))));
  }

  private movedTo(offsetMs: number): void {
    if (offsetMs === this.offsetMs) return;
    this.offsetMs = offsetMs;
    for (const listener of this.listeners) listener();
  }
}
