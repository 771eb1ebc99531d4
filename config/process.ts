import type { Logger } from './logger.ts';

const HARD_EXIT_MS = 10_000;

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
  const finish = (why: string) => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'ending');
    setTimeout(() => process.exit(1), HARD_EXIT_MS).unref();
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
    process.once('disconnect', () => finish('the parent is gone'));
    process.send('ready');
  }
}

/** The test switch: ends the process at the n-th passing of a named point (`commit.after` or `commit.after:3`), as a power cut would. */
export function crashPointFrom(setting: string | undefined): (name: string) => void {
  if (!setting) return () => {};
  const [point, nth = '1'] = setting.split(':');
  let passes = 0;
  return (name) => {
    if (name === point && ++passes === Number(nth)) process.kill(process.pid, 'SIGKILL');
  };
}
