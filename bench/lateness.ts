import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import type { Assignment } from '../domain/tasks/task.ts';
import { connect } from '../store/connection.ts';
import { fireDue } from '../workers/fire-due.ts';
import { issuedTask } from './assignments.ts';
import { percentile, type Row } from './figures.ts';
import { firing, openPlace, type Place, store, unitsWithLiaisons } from './place.ts';

const WAITING = 100_000;
const PER_SECOND = 200;
const SECONDS = 20;
/** Of a process that was just started: not counted, on either side. */
const WARM_SECONDS = 5;
const WARM = PER_SECOND * WARM_SECONDS;
const COUNT = PER_SECOND * SECONDS + WARM;

/** How late a steady 200 a second are begun while 100,000 others wait, beside bare BullMQ with the same. */
export async function lateness(): Promise<Row[]> {
  const bare = (await bareLateness()).slice(WARM);
  const ours = (await ourLateness()).slice(WARM);
  const [oursP99, bareP99] = [percentile(ours, 0.99), percentile(bare, 0.99)];
  const ratio = oursP99 / bareP99;
  return [
    {
      what: '(c) 200/s among 100,000 waiting: p99 lateness',
      figure: `${oursP99.toFixed(1)} ms`,
      against: `${ratio.toFixed(2)} of bare BullMQ's ${bareP99.toFixed(1)} ms (at most 1.5); p50 ${percentile(ours, 0.5).toFixed(1)} and ${percentile(bare, 0.5).toFixed(1)} ms`,
      ok: ratio <= 1.5,
    },
  ];
}

async function ourLateness(): Promise<number[]> {
  const place = await openPlace();
  try {
    await store(place, unitsWithLiaisons(COUNT));
    await store(place, farAssignments(place));
    const startMs = place.office.clock.now().getTime() + 8_000;
    await store(place, steadyAssignments(place, startMs));
    return await ring(place);
  } finally {
    await place.close();
  }
}

function farAssignments({ settings, office }: Place): Assignment[] {
  const at = office.clock.now();
  const dueAt = new Date(at.getTime() + 60 * 86_400_000);
  return Array.from({ length: WAITING / 1_000 }, (_, index) => {
    const units = Array.from({ length: 1_000 }, (__, unit) => `unit.u${unit}`);
    return issuedTask(`T${1000 + index}`, units, settings, at, { dueAt }).assignments;
  }).flat();
}

function steadyAssignments({ settings }: Place, startMs: number): Assignment[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const dueMs = startMs + index * (1_000 / PER_SECOND);
    return issuedTask(`S${10_000 + index}`, [`unit.u${index}`], settings, new Date(dueMs - 15 * 60_000), {
      priority: 'urgent',
    }).assignments;
  }).flat();
}

function ring(place: Place): Promise<number[]> {
  const { office } = place;
  const late: number[] = [];
  const context = firing(place);
  return new Promise((resolve, reject) => {
    let done = 0;
    const start = async () => {
      const alarm = office.wakeAlarms.runWorker(
        await office.workerConnection(),
        async (ids) => {
          const fired = await fireDue(ids, office.store.wakes, context);
          done += fired;
          if (done >= COUNT) setImmediate(() => alarm.close().then(() => resolve(late), reject));
        },
        { onRing: (lateMs) => late.push(lateMs) },
      );
    };
    start().catch(reject);
  });
}

async function bareLateness(): Promise<number[]> {
  const place = await openPlace();
  const queue = new Queue('bare', { connection: place.office.redis });
  const connection = await connect(place.url, 'worker');
  try {
    for (let from = 0; from < WAITING; from += 500) await queue.addBulk(bareJobs(500, () => 60 * 86_400_000));
    const startMs = Date.now() + 4_000;
    const late: number[] = [];
    const worker = new Worker('bare', async (job) => void late.push(Date.now() - job.data.dueMs), {
      connection,
      concurrency: 50,
    });
    const jobs = bareJobs(COUNT, (index) => startMs + index * (1_000 / PER_SECOND) - Date.now());
    for (let from = 0; from < COUNT; from += 500) await queue.addBulk(jobs.slice(from, from + 500));
    while (late.length < COUNT) await sleep(100);
    await worker.close();
    return late;
  } finally {
    connection.disconnect();
    await queue.close();
    await place.close();
  }
}

function bareJobs(count: number, delayMs: (index: number) => number) {
  // BullMQ counts a delay from the job's timestamp: said by us, or the time that adding takes would be read as lateness.
  const timestamp = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const delay = Math.max(0, delayMs(index));
    return {
      name: 'due',
      data: { dueMs: timestamp + delay },
      opts: { delay, timestamp, removeOnComplete: true, removeOnFail: true },
    };
  });
}
