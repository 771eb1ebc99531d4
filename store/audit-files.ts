import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { AuditCommit } from './audit.ts';
import type { Seal } from './audit-seals.ts';
import { answered } from './failure.ts';
import type { FileStore } from './files/file-store.ts';
import type { OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** Where months of the ledger lie once they have left Redis: under the SHA-256 of their bytes. */
export type AuditFiles = Pick<FileStore, 'put' | 'get'>;

/** A stretch of the ledger in one file. */
export interface AuditPart {
  /** `2026-01`, in UTC like the seals. */
  readonly month: string;
  readonly sha256: string;
  readonly seals: number;
  readonly commits: number;
  /** Minutes of the first and the last seal, and the chain's head after the last. */
  readonly from: string;
  readonly to: string;
  readonly head: string;
}

/** One sealed minute and what it covers. */
export interface Sealed {
  readonly seal: Seal;
  readonly commits: readonly AuditCommit[];
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export async function auditParts(redis: RedisClient, keys: OfficeKeys): Promise<AuditPart[]> {
  const parts = await answered(redis.lrange(keys.auditParts, 0, -1));
  return parts.map((json) => JSON.parse(json) as AuditPart);
}

/** JSON lines, one sealed minute each, in gzip: readable without us. */
export async function writePart(month: string, minutes: readonly Sealed[], files: AuditFiles): Promise<AuditPart> {
  const lines = minutes.map((minute) => `${JSON.stringify(minute)}\n`);
  const { sha256 } = await files.put(await pack(Buffer.from(lines.join(''))), `audit-${month}.jsonl.gz`);
  const last = minutes.at(-1)!.seal;
  const commits = minutes.reduce((count, minute) => count + minute.commits.length, 0);
  return {
    ...{ month, sha256, seals: minutes.length, commits },
    ...{ from: minutes[0]!.seal.minute, to: last.minute, head: last.head },
  };
}

/** Throws where the file is gone or its bytes are no longer what they were. */
export async function readPart({ sha256 }: AuditPart, files: AuditFiles): Promise<Sealed[]> {
  const text = (await unpack(await files.get(sha256))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sealed);
}
