import { readdirSync } from 'node:fs';
import { officeKeys } from '../../store/keys.ts';
import type { Product } from './product.ts';

const KEYS = officeKeys('office');

/** How much of what was said or fell due a running product has not dealt with yet, by where it waits. */
export async function unfinished(product: Product): Promise<Record<string, number>> {
  const nowMs = (await product.chat.now()).getTime();
  // In the order of the way, so that nothing can slip by from one place to the next.
  const unheard = await product.chat.unheard();
  const spilled = readdirSync(product.dataDir).filter((name) => name.startsWith('inbox-spill')).length;
  return product.inStore(async (redis) => ({
    unheard,
    spilled,
    inbox: await redis.xlen(KEYS.inbox),
    wakes: await redis.zcount(KEYS.index('wakes'), '-inf', nowMs),
    outbox: await redis.zcount(KEYS.index('outbox'), '-inf', nowMs),
    underWay: await redis.scard(KEYS.underWay),
  }));
}
