import type { Logger } from 'pino';

export type GatewayLogger = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** The library's own bogus errors after every change of a room: it looks for a contact under the room's id: `no contact found for id: 5@chatroom`. */
const NOISE = /no contact found for id|Contact\.find|contactRawPayload.*@chatroom|there is no contact/i;

const EVERY_MS = 60_000;

/**
 * Logs the same error once a minute with the number it was held back: a puppet without network emits hundreds a second.
 * Numbers inside the text do not make it another error.
 */
export class ErrorLog {
  readonly #logger: GatewayLogger;
  readonly #seen = new Map<string, { sinceMs: number; held: number }>();

  constructor(logger: GatewayLogger) {
    this.#logger = logger;
  }

  log(error: unknown, what: string, nowMs: number): void {
    const message = error instanceof Error ? error.message : String(error);
    const short = message.split('\n', 1)[0]?.slice(0, 300) ?? '';
    if (NOISE.test(short)) {
      this.#logger.debug({ what, error: short }, 'puppet error without meaning');
      return;
    }
    const key = `${what} ${short.replace(/\d+/g, '#')}`;
    const seen = this.#seen.get(key);
    if (seen && nowMs - seen.sinceMs < EVERY_MS) {
      seen.held += 1;
      return;
    }
    this.#logger.warn({ what, error: short, heldBack: seen?.held ?? 0 }, 'puppet error');
    if (this.#seen.size > 200) this.#seen.clear();
    this.#seen.set(key, { sinceMs: nowMs, held: 0 });
  }
}
