import { Queue } from 'bullmq';
import { CronExpressionParser } from 'cron-parser';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** Work that the calendar asks for again and again. */
export interface Tick {
  readonly name: string;
  /** Shanghai time. */
  readonly cron: string;
  /** Nobody sees whether it was done: a clock that is moved does not stop for it. */
  readonly unseen?: boolean;
}

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;
/** What was missed for longer is not made good: the next tick asks the same question. */
const LATE_MS = 60 * MINUTE_MS;
const KEEP_SECONDS = 3_600;

/**
 * Asks for periodic work when the office's time, which need not be the host's, comes to a moment of its cron expression. Each
 * moment is asked once in the office; one that passed while nobody looked is made good within the hour.
 */
export class Ticks {
  readonly queue: Queue;
  readonly #redis: RedisClient;
  readonly #keys: OfficeKeys;

  constructor(redis: RedisClient, keys: OfficeKeys) {
    this.#redis = redis;
    this.#keys = keys;
    this.queue = new Queue('periodic', {
      connection: redis,
      prefix: keys.queues,
      streams: { events: { maxLen: 100 } },
    });
    this.queue.on('error', () => {});
  }

  /** Says which work there is, for everybody who moves the clock; what is no longer named is forgotten. */
  async register(ticks: readonly Tick[]): Promise<void> {
    const known = await answered(this.#redis.hkeys(this.#keys.ticks));
    const gone = known.filter((name) => ticks.every((tick) => tick.name !== name));
    if (gone.length > 0) await answered(this.#redis.hdel(this.#keys.ticks, ...gone));
    for (const tick of ticks) await answered(this.#redis.hset(this.#keys.ticks, tick.name, JSON.stringify(tick)));
  }

  /** Files a job for all work whose moment has come by `now`. A job's id carries its moment: of several who ask one is heard. */
  async ask(now: Date): Promise<void> {
    const asked = await answered(this.#redis.hgetall(this.#keys.ticked));
    for (const { name, cron } of await this.#all()) {
      const atMs = lastMoment(cron, now);
      if (now.getTime() - atMs > LATE_MS || Number(asked[name] ?? -1) >= atMs) continue;
      await this.queue.add(
        name,
        {},
        {
          jobId: `${name}.${Math.floor(atMs / MINUTE_MS).toString(36)}`,
          attempts: 5,
          backoff: { type: 'exponential', delay: 1_000 },
          removeOnComplete: { age: KEEP_SECONDS, count: 1_000 },
          removeOnFail: { age: KEEP_SECONDS },
        },
      );
      // Only now: whoever dies in between leaves the moment to be asked again.
      await answered(this.#redis.hset(this.#keys.ticked, name, String(atMs)));
    }
  }

  /** Milliseconds of the earliest moment after `afterMs` that somebody could see something of. */
  async nextMs(afterMs: number): Promise<number | undefined> {
    const seen = (await this.#all()).filter(({ unseen }) => !unseen);
    const moments = seen.map(({ cron }) => {
      const expression = CronExpressionParser.parse(cron, { currentDate: new Date(afterMs), tz: ZONE });
      return expression.next().getTime();
    });
    return moments.length > 0 ? Math.min(...moments) : undefined;
  }

  /** Jobs that wait or are being done. */
  async busy(): Promise<number> {
    return this.queue.getJobCountByTypes('waiting', 'active');
  }

  /** Forgets what was asked already: after the clock went back those moments come again. */
  async startOver(): Promise<void> {
    await answered(this.#redis.del(this.#keys.ticked));
  }

  close(): Promise<void> {
    return this.queue.close();
  }

  async #all(): Promise<Tick[]> {
    return (await answered(this.#redis.hvals(this.#keys.ticks))).map((json) => JSON.parse(json) as Tick);
  }
}

/** The latest moment of the expression that is not after `now`; moments are whole minutes. */
function lastMoment(cron: string, now: Date): number {
  const nextSecond = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
  return CronExpressionParser.parse(cron, { currentDate: nextSecond, tz: ZONE }).prev().getTime();
}
