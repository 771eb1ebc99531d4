import { Queue, Worker } from 'bullmq';
import cron, { type RunCoordinator } from 'node-cron';
import type { Logger } from '../../config/logger.ts';
import type { Running } from '../../config/process.ts';
import type { OpenOffice } from '../../store/open-office.ts';
import { checkPlanning } from './check-planning.ts';
import { dutyMorning } from './duty-morning.ts';
import type { Periodic, PeriodicContext } from './periodic.ts';
import { sealAudit } from './seal-audit.ts';

/** Everything the calendar asks for. A new one is one file and one line here. */
const PERIODICS: readonly Periodic[] = [dutyMorning, sealAudit, checkPlanning];

const QUEUE = 'periodic';
const KEEP_SECONDS = 3_600;

/** node-cron ticks, in one of the processes; BullMQ works, in any of them. */
export async function startPeriodic(context: PeriodicContext & { log: Logger }): Promise<Running> {
  const { office, log } = context;
  const settings = { connection: office.redis, prefix: office.keys.queues };
  const queue = new Queue(QUEUE, { ...settings, streams: { events: { maxLen: 100 } } });
  queue.on('error', () => {});
  const worker = new Worker(QUEUE, (job) => byName(job.name).run(context), {
    ...settings,
    connection: await office.workerConnection(),
    lockDuration: 10_000,
    stalledInterval: 5_000,
    maxStalledCount: 10,
    runRetryDelay: 1_000,
  });
  worker.on('error', (error) => log.warn({ err: error }, 'the periodic queue is in trouble'));
  worker.on('failed', (job, error) => log.error({ periodic: job?.name, err: error }, 'a periodic job failed'));

  const coordinator = onceInTheOffice(office);
  const ticks = PERIODICS.map((periodic) =>
    cron.schedule(periodic.cron, ({ date }) => enqueue(queue, periodic, date).catch(() => {}), {
      name: periodic.name,
      timezone: 'Asia/Shanghai',
      distributed: true,
      runCoordinator: coordinator,
      suppressMissedWarning: true,
    }),
  );

  return {
    async stop() {
      await Promise.all(ticks.map((tick) => tick.destroy()));
      await worker.close();
      await queue.close();
    },
  };
}

function byName(name: string): Periodic {
  const periodic = PERIODICS.find((candidate) => candidate.name === name);
  if (!periodic) throw new Error(`no periodic job is called "${name}"`);
  return periodic;
}

/** The job's id carries its minute: two ticks of the same minute are one job. */
async function enqueue(queue: Queue, periodic: Periodic, at: Date): Promise<void> {
  const minute = Math.floor(at.getTime() / 60_000).toString(36);
  await queue.add(
    periodic.name,
    {},
    {
      jobId: `${periodic.name}.${minute}`,
      attempts: 5,
      backoff: { type: 'exponential', delay: 1_000 },
      removeOnComplete: { age: KEEP_SECONDS },
      removeOnFail: { age: KEEP_SECONDS },
    },
  );
}

/** Of all processes that tick at a moment the first to say so goes. With Redis away nobody goes; the next tick asks again. */
function onceInTheOffice({ redis, keys }: OpenOffice): RunCoordinator {
  return {
    async shouldRun(key, ttlMs) {
      const taken = await redis
        .set(`${keys.queues}:tick:${key}`, '1', 'PX', Math.max(ttlMs, 1_000), 'NX')
        .catch(() => null);
      return taken === 'OK';
    },
  };
}
