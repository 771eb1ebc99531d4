import { hash } from 'node:crypto';
import type { OfficeKeys } from './keys.ts';

const DAY_MS = 86_400_000;
const BUCKETS = 512;

/**
 * How long names are remembered, in periods of `days`. The current period is written, the ones before are only looked into;
 * so a name is kept for at least `days * (periods - 1)` days.
 */
const MEMORIES = {
  once: { days: 40, periods: 2 },
  inbox: { days: 7, periods: 2 },
} as const;

export type Memory = keyof typeof MEMORIES;

/** Real seconds after which Redis drops a period's bucket. */
export function memorySeconds(memory: Memory): number {
  const { days, periods } = MEMORIES[memory];
  return (days * periods + 1) * 86_400;
}

/**
 * Where a name is remembered: the current bucket first, then the earlier ones. A name becomes a 64-bit integer in one of 512
 * sets, which Redis keeps as plain sorted arrays of 8 bytes each as long as a set has at most 512 members.
 */
export function seenIn(
  keys: OfficeKeys,
  memory: Memory,
  name: string,
  atMs: number,
): { keys: string[]; member: string } {
  const { days, periods } = MEMORIES[memory];
  const digest = hash('sha1', name);
  const bucket = Number.parseInt(digest.slice(0, 4), 16) % BUCKETS;
  const period = Math.floor(atMs / (days * DAY_MS));

  return {
    keys: Array.from({ length: periods }, (_, back) => keys.seen(`${memory}:${period - back}:${bucket}`)),
    member: String(BigInt.asIntN(64, BigInt(`0x${digest.slice(8, 24)}`))),
  };
}
