import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClock } from './clock.ts';
import { answered } from './failure.ts';
import type { AlarmIndex, OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';
import type { Ticks } from './ticks.ts';

const STEP_PATIENCE_MS = 3000;
const LOOK_EACH_MS = 10;

export interface FastForwardOptions {
  readonly redis: RedisClient;
  readonly keys: OfficeKeys;
  readonly clock: Pick<RedisClock, 'now' | 'moveClock'>;
  /** The lease without which nobody sends, so that nobody need be waited for. */
  readonly lease?: string;
  readonly stepPatienceMs?: number;
  /** Periodic work, done on the way at its hours. */
  readonly ticks?: Ticks;
}

/**
 * Plays the office's time up to `toMs`: from one due moment to the next, each time waiting until all that is due has been done,
 * so that a story happens in its order. A step that does not come to rest is waited for three seconds. Never goes back.
 */
export async function playTo(toMs: number, options: FastForwardOptions): Promise<void> {
  const { clock, stepPatienceMs = STEP_PATIENCE_MS } = options;
  // What a step left behind will not be done by waiting for it again.
  let stuck = await rest(options, 0, stepPatienceMs);
  for (;;) {
    const nextMs = await nextMoment(options);
    if (nextMs === undefined || nextMs >= toMs) break;
    await clock.moveClock(nextMs);
    await options.ticks?.ask(clock.now());
    stuck = await rest(options, stuck, stepPatienceMs);
  }
  await clock.moveClock(toMs);
  await options.ticks?.ask(clock.now());
  await rest(options, stuck, stepPatienceMs);
}

/** Waits until nothing more is due or under way than `stuck`; answers how much is left. */
async function rest(options: FastForwardOptions, stuck: number, patienceMs: number): Promise<number> {
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    const open = await unfinished(options);
    if (open <= stuck || performance.now() >= untilMs) return open;
    await sleep(LOOK_EACH_MS);
  }
}

async function unfinished({ redis, keys, clock, ticks, lease = 'bot' }: FastForwardOptions): Promise<number> {
  const nowMs = clock.now().getTime();
  const due = (index: AlarmIndex) => answered(redis.zcount(keys.index(index), '-inf', nowMs));
  const [bot, wakes, sayings, sending, heard, periodic] = await Promise.all([
    answered(redis.exists(keys.lease(lease))),
    due('wakes'),
    due('outbox'),
    answered(redis.scard(keys.underWay)),
    answered(redis.xlen(keys.inbox)),
    ticks?.busy() ?? 0,
  ]);
  return wakes + periodic + (bot === 1 ? sayings + sending + heard : 0);
}

/** The earliest moment after now at which something is due. */
async function nextMoment({
  redis,
  keys,
  clock,
  ticks,
  lease = 'bot',
}: FastForwardOptions): Promise<number | undefined> {
  const nowMs = clock.now().getTime();
  const after = async (index: AlarmIndex) => {
    const reply = await answered(
      redis.zrangebyscore(keys.index(index), `(${nowMs}`, '+inf', 'WITHSCORES', 'LIMIT', 0, 1),
    );
    return reply[1] === undefined ? [] : [Number(reply[1])];
  };
  const bot = await answered(redis.exists(keys.lease(lease)));
  const tickMs = await ticks?.nextMs(nowMs);
  const moments = [...(await after('wakes')), ...(bot === 1 ? await after('outbox') : []), ...(tickMs ? [tickMs] : [])];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
