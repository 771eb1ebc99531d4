import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './env.ts';
import type { Logger } from './logger.ts';

const HARD_EXIT_MS = 10_000;
/** The embedded Redis goes with the parent: there is little left to end in order. */
const ORPHAN_EXIT_MS = 3_000;

/** What a running process can be asked to do at its end. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Ties a process to its surroundings: says that it is ready, ends in order on a signal or when its parent is gone, and ends
 * hard where ending in order takes too long (a queue whose Redis is away never closes).
 */
export function untilEnd(running: Running, log: Logger): void {
  let ending = false;
  const finish = (why: string, patienceMs = HARD_EXIT_MS) => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'ending');
    setTimeout(() => process.exit(1), patienceMs).unref();
    running.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'could not end in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => finish('SIGTERM'));
  process.once('SIGINT', () => finish('SIGINT'));
  if (process.send) {
    const orphaned = () => finish('the parent is gone', ORPHAN_EXIT_MS);
    process.once('disconnect', orphaned);
    // It may have gone while this process was still starting.
    if (process.connected) process.send('ready');
    else orphaned();
  }
}

/**
 * The test switch: ends the process at the n-th passing of a named point (`commit.after` or `commit.after:3`), as a power cut
 * would. Once per data folder, where `crashed-at.<point>` is left behind: the process that follows must get past it.
 */
export function crashPointFrom({
  ZHISHOU_CRASH_AT,
  dataDir,
}: Pick<Env, 'ZHISHOU_CRASH_AT' | 'dataDir'>): (name: string) => void {
  if (!ZHISHOU_CRASH_AT) return () => {};
  const [point, nth = '1'] = ZHISHOU_CRASH_AT.split(':');
  let passes = 0;
  return (name) => {
    if (name !== point || ++passes !== Number(nth)) return;
    if (isFirst(join(dataDir, `crashed-at.${name}`))) process.kill(process.pid, 'SIGKILL');
  };
}

function isFirst(marker: string): boolean {
  try {
    writeFileSync(marker, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
