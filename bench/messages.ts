import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { calendarLinks } from '../bot/calendar-links.ts';
import { randomCodes } from '../bot/codes.ts';
import { type DispatchContext, dispatch } from '../bot/dispatch.ts';
import { Inbox } from '../bot/inbox.ts';
import { KINDS } from '../domain/kinds.ts';
import type { IncomingMessage } from '../domain/message.ts';
import { connect } from '../store/connection.ts';
import { RedisInbox } from '../store/inbox.ts';
import { issuedTask } from './assignments.ts';
import { percentile, type Row } from './figures.ts';
import { inParallel, openPlace, type Place, store, unitsWithLiaisons } from './place.ts';

const noTables = { sheetsOf: async () => [], tableIn: () => undefined, speechIn: async () => undefined };

/** So many that nobody has to say more than a few things in a burst, as when every village of a county reports. */
const PEOPLE = 3_000;
const UNITS_PER_TASK = 100;
const MESSAGES = 6_000;
const IN_FLIGHT = 100;
const STEADY = 1_000;
const STEADY_PER_SECOND = 50;

/** Progress reports of many people, from the inbox through understanding, rule and commit into the outbox. */
export async function messages(): Promise<Row[]> {
  const place = await openPlace();
  try {
    await store(place, unitsWithLiaisons(PEOPLE));
    for (let from = 0; from < PEOPLE; from += UNITS_PER_TASK) {
      const units = Array.from({ length: UNITS_PER_TASK }, (_, index) => `unit.u${from + index}`);
      const { task, assignments } = issuedTask(taskOf(from), units, place.settings, place.office.clock.now());
      await store(place, [task, ...assignments]);
    }
    await flood(place, MESSAGES, 'warm');
    const bare = await bareRate(place);
    const { rate, cpuUs } = await flood(place, MESSAGES, 'flood');
    const late = await steady(place);
    const waiting = await place.office.redis.zcard(place.office.keys.index('outbox'));
    if (waiting < PEOPLE) throw new Error('the answers did not reach the outbox');
    return [
      {
        what: '(a) messages from inbox to outbox',
        figure: `${Math.round(rate)}/s`,
        against: `at least 1,500/s; ${(rate / bare).toFixed(2)} of bare BullMQ's ${Math.round(bare)}/s (add and work off an empty job); ${Math.round(cpuUs)} µs of processor time each`,
        ok: rate >= 1_500,
      },
      {
        what: '(a) the same at 50 a second: p99',
        figure: `${percentile(late, 0.99).toFixed(1)} ms`,
        against: `at most 20 ms; p50 ${percentile(late, 0.5).toFixed(1)} ms`,
        ok: percentile(late, 0.99) <= 20,
      },
    ];
  } finally {
    await place.close();
  }
}

/** Messages a second when they come as fast as they are taken. */
async function flood(place: Place, count: number, name: string): Promise<{ rate: number; cpuUs: number }> {
  const waiting = new Map<string, () => void>();
  const { inbox } = open(place, (messageId) => waiting.get(messageId)?.());
  const startMs = performance.now();
  const cpu = process.cpuUsage();
  const all = Array.from({ length: count }, (_, index) => message(place, name, index));
  await inParallel(all, IN_FLIGHT, async (one) => {
    const handled = new Promise<void>((resolve) => waiting.set(one.id, resolve));
    await inbox.take(one);
    await handled;
  });
  await inbox.idle();
  const { user, system } = process.cpuUsage(cpu);
  return { rate: (count / (performance.now() - startMs)) * 1_000, cpuUs: (user + system) / count };
}

/** The same number of empty jobs, each added and worked off, as many under way at a time. */
async function bareRate({ office, url }: Place): Promise<number> {
  const queue = new Queue('bare', { connection: office.redis });
  const connection = await connect(url, 'worker');
  const done = new Map<string, () => void>();
  const worker = new Worker('bare', async (job) => done.get(job.data.id)?.(), { connection, concurrency: 50 });
  const ids = Array.from({ length: MESSAGES }, (_, index) => `bare.${index}`);
  const startMs = performance.now();
  await inParallel(ids, IN_FLIGHT, async (id) => {
    const handled = new Promise<void>((resolve) => done.set(id, resolve));
    await queue.add('message', { id }, { removeOnComplete: true, removeOnFail: true });
    await handled;
  });
  const rate = (MESSAGES / (performance.now() - startMs)) * 1_000;
  await worker.close();
  await queue.close();
  connection.disconnect();
  return rate;
}

/** Milliseconds from the arrival of a message to its answer in the outbox, at a steady fifty a second. */
async function steady(place: Place): Promise<number[]> {
  const late: number[] = [];
  const { inbox } = open(place, (messageId) => late.push(performance.now() - arrivedMs.get(messageId)!));
  const arrivedMs = new Map<string, number>();
  const startMs = performance.now();
  for (let index = 0; index < STEADY; index++) {
    const waitMs = startMs + index * (1_000 / STEADY_PER_SECOND) - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    const one = message(place, 'steady', index);
    arrivedMs.set(one.id, performance.now());
    void inbox.take(one);
  }
  while (late.length < STEADY) await sleep(10);
  return late;
}

function open({ office, settings, offices }: Place, onDone: (messageId: string) => void = () => {}): { inbox: Inbox } {
  const stored = new RedisInbox(office.redis, office.keys);
  const context: DispatchContext = {
    ...settings,
    ...{ store: office.store.things, kinds: KINDS, offices, codes: randomCodes, tables: noTables },
    freshLink: calendarLinks('http://127.0.0.1'),
    now: () => office.clock.now(),
    log: {
      debug() {},
      error(fields) {
        throw (fields as { err: unknown }).err;
      },
    },
  };
  const inbox = new Inbox({
    store: stored,
    async handle(one) {
      const handled = await dispatch(one, context);
      if (handled !== 'done') throw new Error(`message ${one.id} ended as ${handled}`);
      onDone(one.id);
    },
    giveUp: async () => {},
    secrecy: async () => {},
    holdMs: 0,
    wait: sleep,
    log: {
      warn(fields) {
        throw (fields as { err: unknown }).err;
      },
    },
  });
  return { inbox };
}

function message({ office }: Place, name: string, index: number): IncomingMessage {
  const at = office.clock.now();
  return {
    id: `${name}.${index}`,
    sentAt: at,
    receivedAt: at,
    from: { contactId: `wx-${index % PEOPLE}`, name: '' },
    kind: 'text',
    text: `进展 ${taskOf(index % PEOPLE)} 已查15家还剩6家`,
    mentionsMe: false,
    mentionsAll: false,
    mentions: [],
  };
}

function taskOf(person: number): string {
  return `T${String(Math.floor(person / UNITS_PER_TASK) + 1).padStart(4, '0')}`;
}
