import type { Batch } from '../domain/ports.ts';
import { type Committed, commitAll } from './commit.ts';
import type { OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** Most writes of one step: Redis does nothing else meanwhile, a few milliseconds at the most. */
const MOST_WRITES = 64;

interface Waiting {
  readonly batch: Batch;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what is committed in one turn of the event loop together. In a burst that halves the work on both sides; a commit alone goes
 * out at the end of its turn. Each stands or falls for itself.
 */
export class CommitGroup {
  private readonly redis: RedisClient;
  private readonly keys: OfficeKeys;
  private waiting: Waiting[] = [];
  private writes = 0;

  constructor(redis: RedisClient, keys: OfficeKeys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** Rejects with StoreFull or StoreUnavailable; after the latter it may have been applied. */
  commit(batch: Batch): Promise<Committed> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ batch, resolve, reject });
      this.writes += 1 + batch.things.length + batch.messages.length;
      if (this.writes >= MOST_WRITES) this.flush();
    });
  }

  private flush(): void {
    const { waiting } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    this.writes = 0;
    commitAll(
      this.redis,
      this.keys,
      waiting.map(({ batch }) => batch),
    ).then(
      (all) => {
        for (const [index, committed] of all.entries()) {
          if (committed instanceof Error) waiting[index]!.reject(committed);
          else waiting[index]!.resolve(committed);
        }
      },
      (error) => {
        for (const { reject } of waiting) reject(error);
      },
    );
  }
}
