import { Worker } from 'bullmq';
import cron from 'node-cron';
import type { Logger } from '../../config/logger.ts';
import type { Running } from '../../config/process.ts';
import { Ticks } from '../../store/ticks.ts';
import { checkPlanning } from './check-planning.ts';
import { dutyMorning } from './duty-morning.ts';
import { holidayPlanning } from './holiday-planning.ts';
import { kitPlanning } from './kit-planning.ts';
import { moveOldAudit } from './move-audit.ts';
import { periodPlanning } from './period-planning.ts';
import type { Periodic, PeriodicContext } from './periodic.ts';
import { sealAudit } from './seal-audit.ts';
import { weeklyPlanning } from './weekly-planning.ts';
import { zeroReportPlanning } from './zero-report-planning.ts';

/** Everything the calendar asks for. A new one is one file and one line here. */
const PERIODICS: readonly Periodic[] = [
  dutyMorning,
  sealAudit,
  moveOldAudit,
  checkPlanning,
  holidayPlanning,
  periodPlanning,
  kitPlanning,
  weeklyPlanning,
  zeroReportPlanning,
];

/** node-cron ticks; which work that means, the office's own clock says; BullMQ works, in any of the processes. */
export async function startPeriodic(context: PeriodicContext & { log: Logger }): Promise<Running> {
  const { office, log } = context;
  const ticks = new Ticks(office.redis, office.keys);
  await ticks.register(PERIODICS.map(({ name, cron, unseen }) => ({ name, cron, ...(unseen && { unseen }) })));
  const worker = new Worker(ticks.queue.name, (job) => byName(job.name).run(context), {
    prefix: office.keys.queues,
    connection: await office.workerConnection(),
    lockDuration: 10_000,
    stalledInterval: 5_000,
    maxStalledCount: 10,
    runRetryDelay: 1_000,
  });
  worker.on('error', (error) => log.warn({ err: error }, 'the periodic queue is in trouble'));
  worker.on('failed', (job, error) => log.error({ periodic: job?.name, err: error }, 'a periodic job failed'));

  // With Redis away nobody is asked; the next tick makes it good.
  const ask = () => void ticks.ask(office.clock.now()).catch(() => {});
  const minutes = cron.schedule('* * * * *', ask, { timezone: 'Asia/Shanghai', suppressMissedWarning: true });

  return {
    async stop() {
      await minutes.destroy();
      await worker.close();
      await ticks.close();
    },
  };
}

function byName(name: string): Periodic {
  const periodic = PERIODICS.find((candidate) => candidate.name === name);
  if (!periodic) throw new Error(`no periodic job is called "${name}"`);
  return periodic;
}
