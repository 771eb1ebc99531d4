import type { Redis } from 'ioredis';
import { Alarms } from './alarms.ts';
import { RedisClock } from './clock.ts';
import { connect } from './connection.ts';
import { Heartbeats } from './heartbeats.ts';
import { type OfficeKeys, officeKeys } from './keys.ts';
import type { OutboxOptions } from './outbox.ts';
import { RedisStore } from './redis-store.ts';
import { Relay } from './relay.ts';

export interface OpenOfficeOptions {
  readonly url: string;
  /** Name of the office in keys. */
  readonly office: string;
  readonly onTrouble: (error: Error) => void;
  readonly onSkew: (skewMs: number) => void;
  /** Only the bot: writes of a bot that lost its lease are refused. */
  readonly fence?: OutboxOptions['fence'];
  /** Test switch: may end the process at a named point. */
  readonly crashPoint?: (name: string) => void;
}

/** Everything a process needs to work on one office's state: store, clock, alarms and how to end all of it. */
export interface OpenOffice {
  readonly redis: Redis;
  readonly keys: OfficeKeys;
  readonly store: RedisStore;
  readonly clock: RedisClock;
  readonly wakeAlarms: Alarms;
  readonly outboxAlarms: Alarms;
  readonly heartbeats: Heartbeats;
  /** A further connection of the kind that waits out every outage, for a queue's worker. */
  workerConnection(): Promise<Redis>;
  close(): Promise<void>;
}

/** Opens an office. Throws StoreUnavailable where Redis does not answer within ten seconds. */
export async function openOffice(options: OpenOfficeOptions): Promise<OpenOffice> {
  const redis = await connect(options.url, 'producer');
  const keys = officeKeys(options.office);
  const clock = await new RedisClock(redis, keys, { onSkew: options.onSkew }).start();
  const wakeAlarms = new Alarms({ redis, keys, index: 'wakes', clock });
  const outboxAlarms = new Alarms({ redis, keys, index: 'outbox', clock });
  const relay = new Relay({ wakes: wakeAlarms, outbox: outboxAlarms }, options.onTrouble, options.crashPoint);
  const store = new RedisStore(redis, {
    office: options.office,
    onDue: relay.onDue,
    ...(options.fence && { fence: options.fence }),
  });

  return {
    ...{ redis, keys, store, clock, wakeAlarms, outboxAlarms },
    heartbeats: new Heartbeats(redis, keys),
    workerConnection: () => connect(options.url, 'worker'),
    async close() {
      await relay.idle();
      clock.stop();
      await Promise.all([wakeAlarms.close(), outboxAlarms.close()]);
      redis.disconnect();
    },
  };
}
