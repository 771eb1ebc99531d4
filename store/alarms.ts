import { Queue } from 'bullmq';
import { type AlarmGroup, alarmGroups, type DueEntry } from './alarm-groups.ts';
import { nextSlice } from './alarm-slices.ts';
import { type AlarmHandler, AlarmWorker, type AlarmWorkerOptions } from './alarm-worker.ts';
import type { RedisClock } from './clock.ts';
import { answered } from './failure.ts';
import type { AlarmIndex, OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

const HORIZON_MS = 60_000;
const OVERDUE_MS = 2000;
/** While jobs wait in the queue, overdue entries are a backlog and not a loss; but not for ever. */
const BACKLOG_MS = 15_000;
const BULK = 200;
const CHUNK = 50;

export interface AlarmsOptions {
  /** A producer's connection. */
  readonly redis: RedisClient;
  readonly keys: OfficeKeys;
  readonly index: AlarmIndex;
  readonly clock: Pick<RedisClock, 'now' | 'onMove'>;
  readonly horizonMs?: number;
}

/**
 * The alarm clock of a due index. The index is the truth; what is due within the next minute is filed as delayed jobs so that it
 * rings to the millisecond, and whatever slips through is found in the index by the sweep two seconds later.
 */
export class Alarms {
  readonly options: AlarmsOptions;
  readonly queue: Queue;
  private sweeping = false;

  constructor(options: AlarmsOptions) {
    this.options = options;
    this.queue = new Queue(options.index, {
      connection: options.redis,
      prefix: options.keys.queues,
      streams: { events: { maxLen: 100 } },
      // Job ids are BullMQ's own counter: they never repeat. A failed alarm need not be kept, the sweep rings again.
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    this.queue.on('error', () => {});
  }

  nowMs(): number {
    return this.options.clock.now().getTime();
  }

  /** Files what falls due within the horizon and is not filed yet; answers how many entries. Several processes may do so at once. */
  async file(nowMs = this.nowMs(), horizonMs = this.options.horizonMs ?? HORIZON_MS): Promise<number> {
    const { redis, keys, index } = this.options;
    const untilMs = nowMs + horizonMs;
    for (let filed = 0; ; ) {
      const { entries, filedUntilMs } = await nextSlice(redis, keys, index, untilMs);
      await this.add(entries);
      filed += entries.length;
      if (filedUntilMs >= untilMs) return filed;
    }
  }

  /** Files alarms for these entries, whatever was filed before. */
  async add(entries: readonly DueEntry[]): Promise<void> {
    const nowMs = this.nowMs();
    const jobs = alarmGroups(entries, nowMs).map((data: AlarmGroup) => ({
      name: 'due',
      data,
      opts: { delay: data.atMs - nowMs },
    }));
    for (let n = 0; n < jobs.length; n += BULK) await answered(this.queue.addBulk(jobs.slice(n, n + BULK)));
  }

  /** Starts a worker that rings, files and sweeps until it is closed. `redis` is a worker's connection; it is closed with it. */
  runWorker(redis: RedisClient, handler: AlarmHandler, options: AlarmWorkerOptions = {}): AlarmWorker {
    return new AlarmWorker(this, redis, handler, options);
  }

  /** Hands what is overdue by more than two seconds to the handler; answers how many. */
  async sweep(nowMs: number, handler: AlarmHandler): Promise<number> {
    if (this.sweeping) return 0;
    this.sweeping = true;
    try {
      const ids = await this.lost(nowMs);
      for (let n = 0; n < ids.length; n += CHUNK) await handler(ids.slice(n, n + CHUNK));
      return ids.length;
    } finally {
      this.sweeping = false;
    }
  }

  /** Makes the next `file` start from the very beginning. */
  async resetCursor(): Promise<void> {
    await answered(this.options.redis.hdel(this.options.keys.alarms, this.options.index));
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  private async lost(nowMs: number): Promise<string[]> {
    const { redis, keys, index } = this.options;
    const overdue = (untilMs: number, most: number) =>
      answered(redis.zrangebyscore(keys.index(index), '-inf', untilMs, 'LIMIT', 0, most));

    const ids = await overdue(nowMs - OVERDUE_MS, 500);
    if (ids.length === 0 || (await answered(this.queue.getWaitingCount())) === 0) return ids;
    return overdue(nowMs - BACKLOG_MS, 500);
  }
}
