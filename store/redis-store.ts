import { type OfficeKeys, officeKeys } from './keys.ts';
import { type OutboxOptions, RedisOutbox } from './outbox.ts';
import type { RedisClient } from './script.ts';
import { type OnDue, RedisThings } from './things.ts';
import { RedisWakes } from './wake-index.ts';

export interface RedisStoreOptions {
  /** The office's hash tag; one office per process tree. */
  readonly office?: string;
  /** Where entries go that the alarms filed so far do not cover: the relay. */
  readonly onDue?: OnDue;
  readonly fence?: OutboxOptions['fence'];
}

/** The office's state in Redis, behind the ports of the domain. */
export class RedisStore {
  readonly keys: OfficeKeys;
  readonly things: RedisThings;
  readonly wakes: RedisWakes;
  readonly outbox: RedisOutbox;

  constructor(redis: RedisClient, { office, onDue, fence }: RedisStoreOptions = {}) {
    this.keys = officeKeys(office);
    this.things = new RedisThings(redis, this.keys, onDue);
    this.wakes = new RedisWakes(redis, this.keys, onDue);
    this.outbox = new RedisOutbox(redis, this.keys, { onDue, fence });
  }
}
