import { type Logger, pino } from 'pino';
import type { Env } from './env.ts';

export type { Logger } from 'pino';

/** One log line is one JSON object on standard output. Texts of messages and names are logged at debug only, telephone numbers never. */
export function openLog(env: Pick<Env, 'LOG_LEVEL'>, process: string): Logger {
  return pino({
    level: env.LOG_LEVEL,
    base: { process },
    redact: { paths: ['*.phone', '*.token', '*.text', '*.code', 'err.config'], censor: '…' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
