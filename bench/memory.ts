import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../config/root.ts';
import { issuedTask } from './assignments.ts';
import type { Row } from './figures.ts';
import { openPlace, store, unitsWithLiaisons } from './place.ts';

const ASSIGNMENTS = 5_000;
const MOST_BYTES = 2_500;

/** What an open assignment costs in Redis, all in: state, collections, wake, alarm if filed, audit. */
export async function memory(): Promise<Row[]> {
  const place = await openPlace();
  try {
    const { redis } = place.office;
    await store(place, unitsWithLiaisons(100));
    const before = usedMemory(await redis.info('memory'));
    const units = Array.from({ length: 100 }, (_, index) => `unit.u${index}`);
    for (let index = 0; index < ASSIGNMENTS / 100; index++) {
      const { task, assignments } = issuedTask(`T${1000 + index}`, units, place.settings, place.office.clock.now());
      await store(place, [task, ...assignments]);
    }
    const bytes = (usedMemory(await redis.info('memory')) - before) / ASSIGNMENTS;
    return [
      {
        what: '(d) Redis bytes of an open assignment',
        figure: `${Math.round(bytes)}`,
        against: `at most ${MOST_BYTES}`,
        ok: bytes <= MOST_BYTES,
      },
    ];
  } finally {
    await place.close();
  }
}

function usedMemory(text: string): number {
  return Number(/used_memory:(\d+)/.exec(text)?.[1]);
}

/** Resident memory of bot and workers, and how long the second start takes. */
export async function startUp(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhishou-bench-start-'));
  const env = {
    ...process.env,
    ZHISHOU_DATA: folder,
    ZHISHOU_CHAT_PORT: '18791',
    ZHISHOU_WEB_PORT: '18792',
    LOG_LEVEL: 'silent',
  };
  try {
    const first = await started(env);
    await end(first.process);
    const second = await started(env);
    await sleep(4_000);
    const resident = residentMegabytes(await (await fetch('http://127.0.0.1:18792/metrics')).text());
    await end(second.process);
    return [
      {
        what: '(d) second start to ready',
        figure: `${second.seconds.toFixed(1)} s`,
        against: `under 5 s; first ${first.seconds.toFixed(1)} s`,
        ok: second.seconds < 5,
      },
      { what: '(d) resident memory', figure: resident, against: 'reported', ok: true },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function residentMegabytes(metrics: string): string {
  const of = (name: string) => /process="NAME",pid="\d+",figure="rssBytes"\} (\d+)/.source.replace('NAME', name);
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(of(name)).exec(metrics)?.[1] ?? Number.NaN) / 1_048_576);
  return `bot ${megabytes('bot')} MB, worker ${megabytes('workers')} MB`;
}

async function started(env: NodeJS.ProcessEnv): Promise<{ process: ChildProcess; seconds: number }> {
  const script = join(projectRoot(), 'scripts', 'zhishou.mjs');
  const startMs = performance.now();
  const child = spawn(process.execPath, [script, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('已就绪')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`start ended with ${code}`)));
  });
  return { process: child, seconds: (performance.now() - startMs) / 1_000 };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
