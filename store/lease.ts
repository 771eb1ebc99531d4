import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';

/** Answers the fencing number under which the lease is held now, or 0 if somebody else holds it. */
const acquire = script(`
local held = redis.call('GET', KEYS[1])
if held then
  local holder, number = string.match(held, '^(.*) (%d+)$')
  if holder ~= ARGV[1] then return 0 end
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return tonumber(number)
end
local number = redis.call('INCR', KEYS[2])
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. number, 'PX', ARGV[2])
return number
`);

const release = script(`
local held = redis.call('GET', KEYS[1])
if held and string.match(held, '^(.*) %d+$') == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
`);

const MARGIN_MS = 500;

export interface LeaseOptions {
  readonly ttlMs?: number;
  /** Unique among all processes that ever run. */
  readonly holder: string;
  readonly onHeld?: () => void;
  /** The lease ran out or went to somebody else: stop speaking at once. */
  readonly onLost?: () => void;
}

/** At most one process of an office holds the lease of a name. A stand-by tries until the holder falls silent, then takes over. */
export class Lease {
  readonly name: string;
  private readonly redis: RedisClient;
  private readonly keys: readonly string[];
  private readonly options: LeaseOptions;
  private readonly ttlMs: number;
  private number: number | undefined;
  private goodUntilMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private expiry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(redis: RedisClient, keys: OfficeKeys, name: string, options: LeaseOptions) {
    this.redis = redis;
    this.keys = [keys.lease(name), keys.fence(name)];
    this.name = name;
    this.options = options;
    this.ttlMs = options.ttlMs ?? 6000;
  }

  /** Tries at once and then three times per lifetime, until `stop`. */
  async start(): Promise<boolean> {
    await this.renew();
    this.timer = setInterval(() => void this.renew(), this.ttlMs / 3);
    return this.isHeld();
  }

  /** Gives the lease up, so that a stand-by need not wait. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.expiry);
    this.number = undefined;
    // If Redis is away the lease ends by itself.
    await release(this.redis, this.keys, [this.options.holder]).catch(() => {});
  }

  /** By this process' own monotonic clock, counted from before the last renewal was asked for: errs on the safe side. */
  isHeld(): boolean {
    return this.number !== undefined && performance.now() < this.goodUntilMs;
  }

  /** Grows with every new holder; writes under an older one are refused by the outbox. */
  fence(): number | undefined {
    return this.isHeld() ? this.number : undefined;
  }

  /** One try to get or keep the lease. */
  async renew(): Promise<void> {
    const askedMs = performance.now();
    // An error says nothing about who holds it: what was granted last holds until it runs out.
    const number = await acquire(this.redis, this.keys, [this.options.holder, String(this.ttlMs)]).catch(
      () => undefined,
    );
    if (this.stopped || number === undefined) return;
    if (number === 0) return this.lose();

    if (this.number !== undefined && this.number !== number) this.lose();
    const isNew = this.number === undefined;
    this.number = Number(number);
    this.goodUntilMs = askedMs + this.ttlMs - MARGIN_MS;
    clearTimeout(this.expiry);
    this.expiry = setTimeout(() => this.lose(), this.goodUntilMs - performance.now());
    if (isNew) this.options.onHeld?.();
  }

  private lose(): void {
    clearTimeout(this.expiry);
    if (this.number === undefined) return;
    this.number = undefined;
    this.options.onLost?.();
  }
}
