import { serve } from '@hono/node-server';
import type { Env } from '../config/env.ts';
import { openLog } from '../config/logger.ts';
import type { Running } from '../config/process.ts';
import { readSettings } from '../config/settings.ts';
import { type OpenOffice, openOffice } from '../store/open-office.ts';
import { webApp } from './app.ts';
import { calendarFeeds } from './feeds/serve.ts';
import { type Check, type Health, healthOf } from './health.ts';
import { metricsText } from './metrics.ts';

/** Process 3: health, metrics and calendar feeds. Any number of them may run side by side. */
export async function runWeb(env: Env & { REDIS_URL: string }): Promise<Running> {
  const log = openLog(env, 'web');
  const office = await openOffice({
    url: env.REDIS_URL,
    office: env.ZHISHOU_OFFICE,
    onTrouble: () => {},
    onSkew: () => {},
  });
  const app = webApp({
    health: () => health(office),
    metrics: () => metrics(office),
    calendar: calendarFeeds({
      ...readSettings(env),
      store: office.store.things,
      office: env.ZHISHOU_OFFICE,
      now: () => office.clock.now(),
    }),
  });
  const server = serve({ fetch: app.fetch, hostname: env.ZHISHOU_WEB_HOST, port: env.ZHISHOU_WEB_PORT });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  log.info({ port: env.ZHISHOU_WEB_PORT }, 'web is ready');

  return {
    async stop() {
      server.close();
      await office.close();
    },
  };
}

/** `/livez` for a process that runs in a container of its own: answers as long as its event loop turns. */
export async function serveLivez(env: Env): Promise<Running> {
  const app = webApp({
    health: async () => ({ ok: false, checks: { here: { ok: false, detail: 'ask the web process' } } }),
    metrics: async () => '',
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: env.ZHISHOU_WEB_PORT });
  return { stop: async () => void server.close() };
}

async function health(office: OpenOffice): Promise<Health> {
  const redis = await ping(office);
  if (!redis.ok) {
    const unknown = { ok: false, detail: 'unknown while Redis is away' };
    return { ok: false, checks: { redis, workers: unknown, bot: unknown, chat: unknown } };
  }
  const nowMs = office.clock.now().getTime();
  const [heartbeats, wakeMs, outboxMs, parked] = await Promise.all([
    office.heartbeats.all(Date.now()),
    office.store.wakes.nextWakeMs(),
    office.store.outbox.nextConversationMs(),
    office.redis.hlen(office.keys.parked),
  ]);
  return healthOf({
    redis,
    nowMs: Date.now(),
    heartbeats,
    wakesLateMs: Math.max(0, nowMs - (wakeMs ?? nowMs)),
    outboxLateMs: Math.max(0, nowMs - (outboxMs ?? nowMs)),
    parked,
  });
}

/** Answering is not enough: a Redis that can no longer write answers all the same. */
async function ping({ redis, keys }: OpenOffice): Promise<Check> {
  try {
    await redis.set(`${keys.queues}:health`, '1', 'EX', 60);
    return { ok: true, detail: 'answers and writes' };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message.slice(0, 120) : String(error) };
  }
}

async function metrics(office: OpenOffice): Promise<string> {
  const [report, heartbeats, deliveries, wakesWaiting, memory] = await Promise.all([
    health(office),
    office.heartbeats.all(Date.now()),
    office.store.outbox.counts(),
    office.redis.zcard(office.keys.index('wakes')),
    office.redis.info('memory'),
  ]);
  const redisBytes = Number(/used_memory:(\d+)/.exec(memory)?.[1] ?? 0);
  return metricsText({ health: report, heartbeats, deliveries, wakesWaiting, redisBytes });
}
