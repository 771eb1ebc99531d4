import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, Worker } from 'bullmq';
import { type AlarmGroup, GROUP_SPAN_MS } from './alarm-groups.ts';
import type { Alarms } from './alarms.ts';
import type { RedisClient } from './script.ts';

/** Gets ids that are due. Must be harmless to repeat, also in parallel; the index alone says whether there is still something to do. */
export type AlarmHandler = (ids: readonly string[]) => Promise<void>;

export interface AlarmWorkerOptions {
  /** Alarms handled at a time; each brings up to fifty ids. */
  readonly concurrency?: number;
  /** Hears of errors, at most one of a kind per second. The alarm rings again by the sweep. */
  readonly onTrouble?: (error: Error) => void;
  /** How late each id was rung, in milliseconds. */
  readonly onRing?: (lateMs: number) => void;
  /** False: neither file nor sweep; for tests. */
  readonly timers?: boolean;
}

const FILE_EACH_MS = 5000;
const SWEEP_EACH_MS = 1000;

/** The hand on the alarm clock. */
export class AlarmWorker {
  private readonly alarms: Alarms;
  private readonly redis: RedisClient;
  private readonly handler: AlarmHandler;
  private readonly options: AlarmWorkerOptions;
  private readonly worker: Worker<AlarmGroup>;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly troubledAtMs = new Map<string, number>();
  private stopListening = () => {};

  constructor(alarms: Alarms, redis: RedisClient, handler: AlarmHandler, options: AlarmWorkerOptions) {
    this.alarms = alarms;
    this.redis = redis;
    this.handler = handler;
    this.options = options;
    this.worker = new Worker(alarms.options.index, (job: Job<AlarmGroup>) => this.ring(job.data), {
      connection: redis,
      prefix: alarms.options.keys.queues,
      concurrency: options.concurrency ?? 10,
      lockDuration: 10_000,
      stalledInterval: 5000,
      maxStalledCount: 10,
      runRetryDelay: 1000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    this.worker.on('error', (error) => this.trouble(error));
    this.worker.on('failed', (_, error) => this.trouble(error));
    if (options.timers ?? true) this.startTimers();
  }

  async ready(): Promise<void> {
    await this.worker.waitUntilReady();
  }

  /** Lets running alarms finish, but no longer than `patienceMs`: with Redis away BullMQ would wait for ever. True if all finished. */
  async close(patienceMs = 10_000): Promise<boolean> {
    this.stopListening();
    for (const timer of this.timers) clearInterval(timer);
    const giveUp = new AbortController();
    const late = sleep(patienceMs, false, { signal: giveUp.signal }).catch(() => false);
    const clean = await Promise.race([this.worker.close().then(() => true), late]);
    giveUp.abort();
    if (!clean) void this.worker.close(true).catch(() => {});
    this.redis.disconnect();
    return clean;
  }

  /** Rings each id of a group at its own moment; a handler that is slow for one does not make the next late. */
  private async ring({ atMs, ids, afterMs }: AlarmGroup): Promise<void> {
    const failures: unknown[] = [];
    const running: Promise<void>[] = [];
    for (let next = 0; next < ids.length; ) {
      const nowMs = this.alarms.nowMs();
      let end = next;
      while (end < ids.length && atMs + afterMs[end]! <= nowMs) end += 1;
      if (end > next) {
        for (let n = next; n < end; n += 1) this.options.onRing?.(nowMs - atMs - afterMs[n]!);
        running.push(this.handler(ids.slice(next, end)).catch((error) => void failures.push(error)));
        next = end;
        continue;
      }
      const waitMs = atMs + afterMs[next]! - nowMs;
      // The clocks of two machines differ by more than they should: the sweep will ring by Redis' time.
      if (waitMs > GROUP_SPAN_MS + 1000) break;
      await sleep(waitMs);
    }
    await Promise.all(running);
    if (failures.length > 0) throw failures[0];
  }

  private startTimers(): void {
    const { alarms } = this;
    const quietly = (work: () => Promise<unknown>) => () => void work().catch((error) => this.trouble(error));
    const file = quietly(() => alarms.file());
    const sweep = quietly(() => alarms.sweep(alarms.nowMs(), this.handler));
    this.timers.push(setInterval(file, FILE_EACH_MS), setInterval(sweep, SWEEP_EACH_MS));
    // After a move of the clock only what is due at once is filed: it may be moved again in the next moment. But it must
    // reach beyond the next filing, or what commits make due in between would ring late.
    this.stopListening = alarms.options.clock.onMove(quietly(() => alarms.file(alarms.nowMs(), 2 * FILE_EACH_MS)));
    file();
  }

  private trouble(error: Error): void {
    const nowMs = performance.now();
    if (nowMs - (this.troubledAtMs.get(error.message) ?? Number.NEGATIVE_INFINITY) < 1000) return;
    if (this.troubledAtMs.size > 100) this.troubledAtMs.clear();
    this.troubledAtMs.set(error.message, nowMs);
    this.options.onTrouble?.(error);
  }
}
