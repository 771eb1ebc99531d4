import { join } from 'node:path';
import type { Env } from '../config/env.ts';
import { openLog } from '../config/logger.ts';
import { crashPointFrom, type Running } from '../config/process.ts';
import { readSettings } from '../config/settings.ts';
import { KINDS } from '../domain/kinds.ts';
import { OfficeCache } from '../domain/reading.ts';
import { openFileStore } from '../store/files/file-store.ts';
import { openOffice } from '../store/open-office.ts';
import type { FireContext } from './fire.ts';
import { fireDue } from './fire-due.ts';
import { tellParked } from './parked.ts';
import { startPeriodic } from './periodic/index.ts';
import { reminderFor } from './reminders/index.ts';

const CONCURRENCY = 10;
const BEAT_MS = 3_000;

/** Process 2: keeps time. Any number of them may run side by side. */
export async function runWorkers(env: Env & { REDIS_URL: string }): Promise<Running> {
  const log = openLog(env, 'workers');
  const settings = readSettings(env);
  const crashPoint = crashPointFrom(env);
  const office = await openOffice({
    url: env.REDIS_URL,
    office: env.ZHISHOU_OFFICE,
    onTrouble: (error) => log.warn({ err: error }, 'an alarm could not be filed; the sweep will find it'),
    onSkew: (skewMs) => log.error({ skewMs }, 'the clock of this machine is off by more than two seconds'),
    crashPoint,
  });
  const files = openFileStore(join(env.dataDir, 'files'));
  const context: FireContext = {
    ...settings,
    store: office.store.things,
    wakes: office.store.wakes,
    kinds: KINDS,
    offices: new OfficeCache(),
    now: () => office.clock.now(),
    reminderFor,
    files,
    crashPoint,
    onParked: (id, reason) => {
      log.error({ thing: id, reason }, 'a thing failed five times and is parked');
      void tellParked(id, context).catch((error) =>
        log.error({ err: error }, 'nobody could be told of a parked thing'),
      );
    },
  };

  const lateness = { worstMs: 0, fired: 0 };
  const alarm = office.wakeAlarms.runWorker(
    await office.workerConnection(),
    async (ids) => {
      const fired = await fireDue(ids, office.store.wakes, context);
      lateness.fired += fired;
    },
    {
      concurrency: CONCURRENCY,
      onTrouble: (error) => log.warn({ err: error }, 'an alarm was not handled; the sweep will ring again'),
      onRing: (lateMs) => {
        lateness.worstMs = Math.max(lateness.worstMs, lateMs);
      },
    },
  );
  const periodic = await startPeriodic({ office, settings, files, log });
  const beat = async () => {
    const fields = {
      skewMs: office.clock.skewMs,
      fired: lateness.fired,
      worstLateMs: Math.round(lateness.worstMs),
      rssBytes: process.memoryUsage.rss(),
    };
    lateness.worstMs = 0;
    await office.heartbeats.beat({ process: 'workers', pid: process.pid, atMs: Date.now(), fields }).catch(() => {});
  };
  await alarm.ready();
  await beat();
  const beating = setInterval(beat, BEAT_MS);
  log.info({ pid: process.pid }, 'workers are ready');

  return {
    async stop() {
      clearInterval(beating);
      await periodic.stop();
      await alarm.close(8_000);
      await office.heartbeats.leave('workers', process.pid).catch(() => {});
      await office.close();
    },
  };
}
