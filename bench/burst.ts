import { type ChildProcess, fork } from 'node:child_process';
import { Queue, Worker } from 'bullmq';
import { connect } from '../store/connection.ts';
import { issuedTask } from './assignments.ts';
import type { Progress } from './burst-worker.ts';
import type { Row } from './figures.ts';
import { openPlace, type Place, store, unitsWithLiaisons } from './place.ts';

const THINGS = 10_000;
const AHEAD_MS = 6_000;
/** Between the burst that warms up and the one that counts; the first must be over by then. */
const APART_MS = 20_000;

/** How fast, per second of the clock, and what each cost the processes that did it. */
interface Drain {
  readonly rate: number;
  readonly cpuUs: number;
}

/** A process that was just started, and the same one the next time, as it is in production. */
interface Drains {
  readonly started: Drain;
  readonly running: Drain;
}

/**
 * 10,000 things due in one second, each with its commit and its message, beside bare BullMQ draining as many empty jobs: both sides
 * twice, and the second time counts. With the two workers of production, which the mark is for, and with one.
 */
export async function burst(): Promise<Row[]> {
  const bare = await bareDrains();
  return [
    rowOf('two workers', await ourDrains(2), bare),
    { ...rowOf('one worker', await ourDrains(1), bare), ok: true },
  ];
}

function rowOf(by: string, ours: Drains, bare: Drains): Row {
  const ratio = ours.running.rate / bare.running.rate;
  const cpu = `µs of processor time each ${Math.round(ours.running.cpuUs)}, bare ${Math.round(bare.running.cpuUs)}`;
  const started = `just started ${Math.round(ours.started.rate)} of ${Math.round(bare.started.rate)}/s`;
  return {
    what: `(b) 10,000 due in one second: commits a second, ${by}`,
    figure: `${Math.round(ours.running.rate)}/s`,
    against: `${ratio.toFixed(2)} of bare BullMQ's ${Math.round(bare.running.rate)}/s (at least 0.6); ${started}; ${cpu}`,
    ok: ratio >= 0.6,
  };
}

async function ourDrains(workers: number): Promise<Drains> {
  const place = await openPlace();
  const running: ChildProcess[] = [];
  try {
    await store(place, unitsWithLiaisons(THINGS));
    // Storing takes a while; the first moment is chosen late enough that everything is stored before it.
    const firstMs = place.office.clock.now().getTime() + AHEAD_MS + 12_000;
    const dues = [firstMs, firstMs + APART_MS];
    for (const [index, dueMs] of dues.entries()) await storeDueThings(`T000${index + 1}`, dueMs, place);
    return await drains(place, dues, workers, running);
  } finally {
    for (const one of running) one.kill();
    await place.close();
  }
}

/** Urgent assignments whose first reminder falls due at one and the same moment. */
async function storeDueThings(no: string, dueMs: number, place: Place): Promise<void> {
  const units = Array.from({ length: THINGS }, (_, index) => `unit.u${index}`);
  const issuedAt = new Date(dueMs - 15 * 60_000);
  await store(place, issuedTask(no, units, place.settings, issuedAt, { priority: 'urgent' }).assignments);
}

/** Worker processes are this same program, told to be one. */
function drains({ url }: Place, dues: readonly number[], workers: number, running: ChildProcess[]): Promise<Drains> {
  const latest = new Map<ChildProcess, Progress>();
  const measured = new Measured(dues);
  return new Promise((resolve, reject) => {
    for (let n = 0; n < workers; n++) {
      const child = fork(process.argv[1]!, ['worker', url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      running.push(child);
      child.once('exit', (code) => reject(new Error(`a worker of the bench ended with ${code}`)));
      child.on('message', (progress: Progress) => {
        latest.set(child, progress);
        const all = [...latest.values()];
        const fired = all.reduce((sum, one) => sum + one.fired, 0);
        const cpuUs = all.reduce((sum, one) => sum + one.cpuUs, 0);
        const found = measured.note(fired, cpuUs, Math.max(...all.map(({ atMs }) => atMs)));
        if (found) resolve(found);
      });
    }
  });
}

/** Takes down when each burst was over, and what it had cost by then. */
class Measured {
  private readonly dues: readonly number[];
  private readonly found: Drain[] = [];
  private costUs = 0;

  constructor(dues: readonly number[]) {
    this.dues = dues;
  }

  /** `done` and `cpuUs` since the start, at `atMs`; answers once the last burst is over. */
  note(done: number, cpuUs: number, atMs: number): Drains | undefined {
    const { found, dues } = this;
    if (found.length === dues.length || done < THINGS * (found.length + 1)) return undefined;
    const next = dues[found.length + 1];
    if (next !== undefined && atMs > next)
      throw new Error('the first burst lasts into the second: too slow to measure');
    found.push({ rate: (THINGS / (atMs - dues[found.length]!)) * 1_000, cpuUs: (cpuUs - this.costUs) / THINGS });
    this.costUs = cpuUs;
    const [started, running] = found;
    return started && running && { started, running };
  }
}

async function bareDrains(): Promise<Drains> {
  const place = await openPlace();
  const queue = new Queue('bare', { connection: place.office.redis });
  try {
    const firstMs = Date.now() + AHEAD_MS + 4_000;
    const dues = [firstMs, firstMs + APART_MS];
    for (const dueMs of dues) await addBare(queue, dueMs);
    return await drainBare(place, dues);
  } finally {
    await queue.close();
    await place.close();
  }
}

async function addBare(queue: Queue, dueMs: number): Promise<void> {
  for (let from = 0; from < THINGS; from += 500) {
    const jobs = Array.from({ length: 500 }, (_, index) => ({
      name: 'due',
      data: { id: from + index },
      opts: { delay: dueMs - Date.now(), removeOnComplete: true, removeOnFail: true },
    }));
    await queue.addBulk(jobs);
  }
}

async function drainBare({ url }: Place, dues: readonly number[]): Promise<Drains> {
  const connection = await connect(url, 'worker');
  const measured = new Measured(dues);
  let done = 0;
  let since: NodeJS.CpuUsage | undefined;
  let finish: (found: Drains) => void = () => {};
  const all = new Promise<Drains>((resolve) => {
    finish = resolve;
  });
  const worker = new Worker(
    'bare',
    async () => {
      since ??= process.cpuUsage();
      if (++done % THINGS !== 0) return;
      const { user, system } = process.cpuUsage(since);
      const found = measured.note(done, user + system, Date.now());
      if (found) finish(found);
    },
    { connection, concurrency: 50 },
  );
  const result = await all;
  await worker.close();
  connection.disconnect();
  return result;
}
