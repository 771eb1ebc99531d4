import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as chrono from 'chrono-node/zh';
import { normalise } from '../bot/understand/normalise.ts';
import { readTimes } from '../bot/understand/time/read-times.ts';
import { type Roster, understand } from '../bot/understand/understand.ts';
import { projectRoot } from '../config/root.ts';
import { readSettings } from '../config/settings.ts';
import type { Row } from './figures.ts';

const ROUNDS = 7;
const ROUND_MS = 600;
const WARM_MOST_MS = 15_000;
/** A reader is warm when so many rounds have not been faster than the fastest before, by a share that is no accident. */
const WARM_ROUNDS = 4;
const FASTER = 1.02;
const NAMES = 100;

/** One core, warm: times beside chrono-node's Chinese parser over the same texts, whole messages beside it, and what loading costs. */
export async function understanding(): Promise<Row[]> {
  const { calendar } = readSettings({ ZHISHOU_POLICY_FILE: undefined });
  const times = textsOf('open/times.jsonl');
  const messages = textsOf('open/messages.jsonl');
  const at = new Date('2026-11-25T14:20:00+08:00');
  const soon = { soonWorkdays: 3, swiftWorkdays: 1 };
  const roster = rosterOf(NAMES);

  const ours = (text: string) => void readTimes({ normal: normalise(text), at, calendar, names: [], soon });
  const theirs = (text: string) => void chrono.hans.parse(text, at);
  const whole = (text: string) => void understand({ text, at, calendar, addressed: true, roster });
  const [timesRate = 0, chronoRate = 0] = rates([
    { read: ours, texts: times },
    { read: theirs, texts: times },
  ]);
  const [messageRate = 0, chronoAgain = 0] = rates([
    { read: whole, texts: messages },
    { read: theirs, texts: times },
  ]);
  const { importMs, heapMb } = costOfLoading();

  return [
    {
      what: '(u) times in a text',
      figure: `${Math.round(timesRate)}/s`,
      against: `at least twice chrono-node's ${Math.round(chronoRate)}/s over the same ${times.length} texts; ${(timesRate / chronoRate).toFixed(1)} times`,
      ok: timesRate >= 2 * chronoRate,
    },
    {
      what: '(u) whole messages',
      figure: `${Math.round(messageRate)}/s`,
      against: `at least 10,000/s; ${messages.length} texts, ${NAMES} names; ${(messageRate / chronoAgain).toFixed(2)} of chrono-node's rate for a time`,
      ok: messageRate >= 10_000,
    },
    {
      what: '(u) loading the module',
      figure: `${importMs.toFixed(0)} ms`,
      against: `at most 150 ms and 30 MB; ${heapMb.toFixed(1)} MB`,
      ok: importMs <= 150 && heapMb <= 30,
    },
  ];
}

function textsOf(file: string): string[] {
  const lines = readFileSync(join(projectRoot(), 'test', 'bot', 'understand', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

interface Reader {
  readonly read: (text: string) => void;
  readonly texts: readonly string[];
}

/** Texts a second of each when warm: the median of rounds that take turns, so that a busy moment hits all alike. */
function rates(readers: readonly Reader[]): number[] {
  for (const reader of readers) warmUp(reader);
  const measured: number[][] = readers.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, reader] of readers.entries()) measured[index]!.push(roundOf(reader));
  }
  return measured.map((each) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)]!);
}

/**
 * The engine compiles a function for speed only after it has run for long. A message passes through so many that reading them keeps
 * getting faster for some eight seconds, chrono-node's few are there within one: each reader runs until it gets no faster.
 */
function warmUp(reader: Reader): void {
  const endMs = performance.now() + WARM_MOST_MS;
  let best = 0;
  let idle = 0;
  while (idle < WARM_ROUNDS && performance.now() < endMs) {
    const rate = roundOf(reader);
    idle = rate > best * FASTER ? 0 : idle + 1;
    best = Math.max(best, rate);
  }
}

/** Texts a second in one round. */
function roundOf({ read, texts }: Reader): number {
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < ROUND_MS) {
    for (const text of texts) read(text);
    count += texts.length;
  }
  return (count * 1000) / (performance.now() - startMs);
}

function rosterOf(names: number): Roster {
  const units = Array.from({ length: names / 2 }, (_, n) => ({
    name: `青${String.fromCharCode(0x4e00 + n * 37)}镇`,
    aliases: [],
  }));
  const people = Array.from({ length: names / 2 }, (_, n) => ({
    name: `陈${String.fromCharCode(0x5e00 + n * 41)}`,
    unit: units[n]!.name,
    post: '联络员',
  }));
  return { people, units, sets: [{ name: '各乡镇', aliases: ['各镇'] }] };
}

/** In a process of its own, so that nothing is loaded already. */
function costOfLoading(): { importMs: number; heapMb: number } {
  const module = pathToFileURL(join(projectRoot(), 'dist', 'bot', 'understand', 'understand.js')).href;
  const program = `
    global.gc();
    const before = process.memoryUsage().rss;
    const startMs = performance.now();
    const { understand } = await import(${JSON.stringify(module)});
    const importMs = performance.now() - startMs;
    if (typeof understand !== 'function') process.exit(1);
    console.log(JSON.stringify({ importMs, heapMb: (process.memoryUsage().rss - before) / 1048576 }));
  `;
  const run = () =>
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { encoding: 'utf8' }),
    ) as { importMs: number; heapMb: number };
  const runs = Array.from({ length: 5 }, run).sort((a, b) => a.importMs - b.importMs);
  return runs[2]!;
}
