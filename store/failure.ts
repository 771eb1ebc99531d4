/** Redis has no room (memory or disk): nothing was written. People must make room; trying again helps only then. */
export class StoreFull extends Error {
  constructor(cause: Error) {
    super(`the store is full: ${cause.message}`, { cause });
    this.name = 'StoreFull';
  }
}

/** Redis cannot be reached or does not answer. What was asked may or may not have been done: repeat it with the same ids. */
export class StoreUnavailable extends Error {
  constructor(cause: Error) {
    super(`the store cannot be reached: ${cause.message}`, { cause });
    this.name = 'StoreUnavailable';
  }
}

/** The store's own trouble, which is nobody's fault: what was to be done is taken up again when the store is back. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof StoreFull || error instanceof StoreUnavailable;
}

const FULL = ['OOM ', 'MISCONF '];
const AWAY = ['LOADING ', 'READONLY ', 'MASTERDOWN ', 'CLUSTERDOWN ', 'NOREPLICAS ', 'TRYAGAIN ', 'UNBLOCKED '];
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
// "Command timed out", "Connection is closed.", "Stream isn't writeable and enableOfflineQueue options is false"
const AWAY_WORDS = /^(Command timed out|Connection is closed|Stream isn't writeable|Socket timeout|connect )/;

/** Names what went wrong where callers must act on it; anything else comes back unchanged. */
export function storeFailure(error: unknown): unknown {
  if (!(error instanceof Error) || isStoreAway(error)) return error;

  const { message, name } = error;
  if (FULL.some((prefix) => message.startsWith(prefix))) return new StoreFull(error);
  const away =
    AWAY.some((prefix) => message.startsWith(prefix)) ||
    AWAY_CODES.has((error as NodeJS.ErrnoException).code ?? '') ||
    AWAY_WORDS.test(message) ||
    name === 'MaxRetriesPerRequestError' ||
    name === 'ClusterAllFailedError';
  return away ? new StoreUnavailable(error) : error;
}

/** Waits for Redis and throws what `storeFailure` makes of its errors. */
export async function answered<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    throw storeFailure(error);
  }
}
