import type { IncomingMessage } from '../domain/message.ts';
import { reviveInstants } from '../domain/thing-json.ts';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';
import { memorySeconds, seenIn } from './seen.ts';

export interface InboxEntry {
  readonly entryId: string;
  readonly message: IncomingMessage;
}

export type Accepted = { readonly kind: 'new'; readonly entryId: string } | { readonly kind: 'known' };

const DAY_SECONDS = 86_400;

const takeIn = script(`
if redis.call('EXISTS', KEYS[2]) == 1 or redis.call('SISMEMBER', KEYS[4], ARGV[1]) == 1 then return '' end
if redis.call('SADD', KEYS[3], ARGV[1]) == 0 then return '' end
redis.call('EXPIRE', KEYS[3], ${memorySeconds('inbox')}, 'NX')
return redis.call('XADD', KEYS[1], '*', 'm', ARGV[2])
`);

/** Messages that were accepted and are not yet handled. What is in here survives any crash. */
export class RedisInbox {
  private readonly redis: RedisClient;
  private readonly keys: OfficeKeys;
  private leaving: { readonly entryIds: string[]; readonly gone: Promise<void> } | undefined;

  constructor(redis: RedisClient, keys: OfficeKeys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** Takes a message in, once: the same id again is `known` for at least seven days. Throws StoreFull or StoreUnavailable. */
  async accept(message: IncomingMessage): Promise<Accepted> {
    const { inbox, handled } = this.keys;
    const seen = seenIn(this.keys, 'inbox', message.id, message.receivedAt.getTime());
    const keys = [inbox, handled(message.id), ...seen.keys];
    const entryId = String(await takeIn(this.redis, keys, [seen.member, JSON.stringify(message)]));
    return entryId === '' ? { kind: 'known' } : { kind: 'new', entryId };
  }

  /** What waits, in the order of arrival; for the start after a crash. */
  async *pending(): AsyncGenerator<InboxEntry> {
    for (let from = '-'; ; ) {
      const entries = await answered(this.redis.xrange(this.keys.inbox, from, '+', 'COUNT', 200));
      for (const [entryId, [, json]] of entries) yield { entryId, message: decoded(json!) };
      const last = entries.at(-1);
      if (!last) return;
      from = `(${last[0]}`;
    }
  }

  /** Notes that a process which found it lying here begins with it; answers how many have, this one included, within a day. */
  async started(entryId: string): Promise<number> {
    const { inboxStarts } = this.keys;
    const [count] = await answered(
      Promise.all([this.redis.hincrby(inboxStarts, entryId, 1), this.redis.expire(inboxStarts, DAY_SECONDS)]),
    );
    return count;
  }

  async size(): Promise<number> {
    return answered(this.redis.xlen(this.keys.inbox));
  }

  /** Forgets a message whose handling is complete (or that turned out to be chatter). */
  remove(entryId: string): Promise<void> {
    this.leaving ??= this.removeTogether();
    this.leaving.entryIds.push(entryId);
    return this.leaving.gone;
  }

  /** What is done within one turn of the event loop leaves in one command. */
  private removeTogether(): NonNullable<RedisInbox['leaving']> {
    const entryIds: string[] = [];
    const turn = new Promise<void>((resolve) => void setImmediate(resolve));
    const gone = turn.then(async () => {
      this.leaving = undefined;
      await answered(this.redis.xdel(this.keys.inbox, ...entryIds));
    });
    return { entryIds, gone };
  }
}

function decoded(json: string): IncomingMessage {
  const message = JSON.parse(json);
  reviveInstants(message);
  return message;
}
