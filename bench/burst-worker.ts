import { readSettings } from '../config/settings.ts';
import { OfficeCache } from '../domain/reading.ts';
import { openOffice } from '../store/open-office.ts';
import { fireDue } from '../workers/fire-due.ts';
import { BENCH_OFFICE, firing } from './place.ts';

/** What a worker process of the bench tells after each alarm: how many it has committed so far and what they have cost it. */
export interface Progress {
  readonly fired: number;
  readonly cpuUs: number;
  /** By the office's clock. */
  readonly atMs: number;
}

/** A worker as production starts it, in a process of its own; it lives until its parent ends it. */
export async function burstWorker(url: string): Promise<void> {
  const office = await openOffice({ url, office: BENCH_OFFICE, onTrouble: () => {}, onSkew: () => {} });
  const settings = readSettings({ ZHISHOU_POLICY_FILE: undefined });
  const context = firing({ office, settings, offices: new OfficeCache() });
  let fired = 0;
  let since: NodeJS.CpuUsage | undefined;
  const alarm = office.wakeAlarms.runWorker(await office.workerConnection(), async (ids) => {
    since ??= process.cpuUsage();
    const now = await fireDue(ids, office.store.wakes, context);
    fired += now;
    const { user, system } = process.cpuUsage(since);
    process.send?.({ fired, cpuUs: user + system, atMs: office.clock.now().getTime() } satisfies Progress);
  });
  await alarm.ready();
  process.send?.({ fired: 0, cpuUs: 0, atMs: 0 } satisfies Progress);
}
