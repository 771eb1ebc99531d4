import { Queue, Worker } from 'bullmq';
import { KINDS } from '../domain/kinds.ts';
import { connect } from '../store/connection.ts';
import { fireDue } from '../workers/fire-due.ts';
import { reminderFor } from '../workers/reminders/index.ts';
import { issuedTask } from './assignments.ts';
import type { Row } from './figures.ts';
import { openPlace, type Place, store, unitsWithLiaisons } from './place.ts';

const THINGS = 10_000;
const AHEAD_MS = 6_000;

/** 10,000 things due in one second, each with its commit and its message, beside bare BullMQ draining as many empty jobs. */
export async function burst(): Promise<Row[]> {
  const bare = await bareRate();
  const ours = await ourRate();
  const ratio = ours / bare;
  return [
    {
      what: '(b) 10,000 due in one second: commits a second',
      figure: `${Math.round(ours)}/s`,
      against: `${ratio.toFixed(2)} of bare BullMQ's ${Math.round(bare)}/s (at least 0.6)`,
      ok: ratio >= 0.6,
    },
  ];
}

async function ourRate(): Promise<number> {
  const place = await openPlace();
  try {
    const people = unitsWithLiaisons(THINGS);
    await store(place, people);
    const dueMs = await storeDueThings(place);
    return await drain(place, dueMs);
  } finally {
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

function drain(place: Place, dueMs: number): Promise<number> {
  const { office, settings, offices } = place;
  const context = {
    ...settings,
    ...{ store: office.store.things, wakes: office.store.wakes, kinds: KINDS, offices, reminderFor },
    now: () => office.clock.now(),
  };
  return new Promise((resolve, reject) => {
    let done = 0;
    const start = async () => {
      const alarm = office.wakeAlarms.runWorker(await office.workerConnection(), async (ids) => {
        const fired = await fireDue(ids, office.store.wakes, context);
        done += fired;
        if (done < THINGS) return;
        const tookMs = office.clock.now().getTime() - dueMs;
        setImmediate(() => alarm.close().then(() => resolve((THINGS / tookMs) * 1_000), reject));
      });
    };
    start().catch(reject);
  });
}

async function bareRate(): Promise<number> {
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

async function drainBare({ url }: Place, dueMs: number): Promise<number> {
  const connection = await connect(url, 'worker');
  let done = 0;
  let finish: (rate: number) => void = () => {};
  const rate = new Promise<number>((resolve) => {
    finish = resolve;
  });
  const worker = new Worker(
    'bare',
    async () => {
      if (++done === THINGS) finish((THINGS / (Date.now() - dueMs)) * 1_000);
    },
    { connection, concurrency: 50 },
  );
  const result = await rate;
  await worker.close();
  connection.disconnect();
  return result;
}
