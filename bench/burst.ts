import { type ChildProcess, fork } from 'node:child_process';
import { Queue, Worker } from 'bullmq';
import { connect } from '../store/connection.ts';
import { issuedTask } from './assignments.ts';
import type { Progress } from './burst-worker.ts';
import type { Row } from './figures.ts';
import { openPlace, type Place, store, unitsWithLiaisons } from './place.ts';

const THINGS = 10_000;
const AHEAD_MS = 6_000;

/** How fast, per second of the clock, and what each cost the processes that did it. */
interface Drain {
  readonly rate: number;
  readonly cpuUs: number;
}

/**
 * 10,000 things due in one second, each with its commit and its message, beside bare BullMQ draining as many empty jobs. With the
 * two workers of production, and with one.
 */
export async function burst(): Promise<Row[]> {
  const bare = await bareDrain();
  return [rowOf('two workers', await ourDrain(2), bare), rowOf('one worker', await ourDrain(1), bare)];
}

function rowOf(by: string, ours: Drain, bare: Drain): Row {
  const ratio = ours.rate / bare.rate;
  const cpu = `µs of processor time each ${Math.round(ours.cpuUs)}, bare ${Math.round(bare.cpuUs)}`;
  return {
    what: `(b) 10,000 due in one second: commits a second, ${by}`,
    figure: `${Math.round(ours.rate)}/s`,
    against: `${ratio.toFixed(2)} of bare BullMQ's ${Math.round(bare.rate)}/s (at least 0.6); ${cpu}`,
    ok: ratio >= 0.6,
  };
}

async function ourDrain(workers: number): Promise<Drain> {
  const place = await openPlace();
  const running: ChildProcess[] = [];
  try {
    await store(place, unitsWithLiaisons(THINGS));
    const dueMs = await storeDueThings(place);
    return await drain(place, dueMs, workers, running);
  } finally {
    for (const one of running) one.kill();
    await place.close();
  }
}

/** Urgent assignments whose first reminder falls due at one and the same moment. */
async function storeDueThings({ office, settings, offices, ...rest }: Place): Promise<number> {
  const place = { office, settings, offices, ...rest };
  const units = Array.from({ length: THINGS }, (_, index) => `unit.u${index}`);
  const issue = (at: Date) => issuedTask('T0001', units, settings, at, { priority: 'urgent' });
  // Storing takes a while; the moment is chosen late enough that everything is stored before it.
  const dueMs = office.clock.now().getTime() + AHEAD_MS + 6_000;
  const { assignments } = issue(new Date(dueMs - 15 * 60_000));
  await store(place, assignments);
  return dueMs;
}

/** Worker processes are this same program, told to be one. */
function drain({ url }: Place, dueMs: number, workers: number, running: ChildProcess[]): Promise<Drain> {
  const latest = new Map<ChildProcess, Progress>();
  return new Promise((resolve, reject) => {
    for (let n = 0; n < workers; n++) {
      const child = fork(process.argv[1]!, ['worker', url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      running.push(child);
      child.once('exit', (code) => reject(new Error(`a worker of the bench ended with ${code}`)));
      child.on('message', (progress: Progress) => {
        latest.set(child, progress);
        const all = [...latest.values()];
        if (sum(all, ({ fired }) => fired) < THINGS) return;
        const endMs = Math.max(...all.map(({ atMs }) => atMs));
        resolve(
          drained(
            endMs - dueMs,
            sum(all, ({ cpuUs }) => cpuUs),
          ),
        );
      });
    }
  });
}

function sum<T>(of: readonly T[], what: (one: T) => number): number {
  return of.reduce((all, one) => all + what(one), 0);
}

function drained(tookMs: number, cpuUs: number): Drain {
  return { rate: (THINGS / tookMs) * 1_000, cpuUs: cpuUs / THINGS };
}

async function bareDrain(): Promise<Drain> {
  const place = await openPlace();
  const queue = new Queue('bare', { connection: place.office.redis });
  try {
    const dueMs = Date.now() + AHEAD_MS;
    for (let from = 0; from < THINGS; from += 500) {
      const jobs = Array.from({ length: 500 }, (_, index) => ({
        name: 'due',
        data: { id: from + index },
        opts: { delay: dueMs - Date.now(), removeOnComplete: true, removeOnFail: true },
      }));
      await queue.addBulk(jobs);
    }
    return await drainBare(place, dueMs);
  } finally {
    await queue.close();
    await place.close();
  }
}

async function drainBare({ url }: Place, dueMs: number): Promise<Drain> {
  const connection = await connect(url, 'worker');
  let done = 0;
  let since: NodeJS.CpuUsage | undefined;
  let finish: (found: Drain) => void = () => {};
  const all = new Promise<Drain>((resolve) => {
    finish = resolve;
  });
  const worker = new Worker(
    'bare',
    async () => {
      since ??= process.cpuUsage();
      if (++done < THINGS) return;
      const { user, system } = process.cpuUsage(since);
      finish(drained(Date.now() - dueMs, user + system));
    },
    { connection, concurrency: 50 },
  );
  const result = await all;
  await worker.close();
  connection.disconnect();
  return result;
}
