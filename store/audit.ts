import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import type { RedisClient } from './script.ts';

/** What one commit wrote into the ledger. */
export interface AuditCommit {
  readonly entryId: string;
  readonly atMs: number;
  /** `<thing> <revision of its audited commit before this one>`, one a line: the way back through a thing's history. */
  readonly earlier: string;
  /** JSON, one entry a line. */
  readonly entries: string;
}

const PAGE = 1000;

/** The ledger in order as far as Redis has it, after `afterId` if given. */
export async function* auditCommits(
  redis: RedisClient,
  keys: OfficeKeys,
  afterId?: string,
): AsyncGenerator<AuditCommit> {
  for (let from = afterId ? `(${afterId}` : '-'; ; ) {
    const page = await answered(redis.xrange(keys.audit, from, '+', 'COUNT', PAGE));
    for (const [entryId, fields] of page) yield auditCommit(entryId, fields);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    from = `(${last[0]}`;
  }
}

/**
 * The entries about one thing that are still in Redis, oldest first, as JSON. Each commit points to the one before it, so this costs one look-up per
 * entry; only for a thing that is gone the whole ledger is read.
 */
export async function auditOf(redis: RedisClient, keys: OfficeKeys, id: string): Promise<string[]> {
  const head = await answered(redis.getrange(keys.thing(id), 0, 39));
  const [, own, audited] = head.match(/^(\d+)(?: (\d+))?\n/) ?? [];
  let rev = audited ?? own;
  if (rev === undefined) return auditByReading(redis, keys, id);

  const found: string[] = [];
  while (rev !== undefined && rev !== '0') {
    const [entry] = await answered(redis.xrange(keys.audit, `${rev}-0`, `${rev}-0`));
    if (!entry) break;
    const commit = auditCommit(entry[0], entry[1]);
    found.unshift(...entriesAbout(commit, id));
    const line: string | undefined = commit.earlier.split('\n').find((earlier) => earlier.startsWith(`${id} `));
    rev = line?.slice(id.length + 1);
  }
  return found;
}

async function auditByReading(redis: RedisClient, keys: OfficeKeys, id: string): Promise<string[]> {
  const found: string[] = [];
  for await (const commit of auditCommits(redis, keys)) found.push(...entriesAbout(commit, id));
  return found;
}

function entriesAbout(commit: AuditCommit, id: string): string[] {
  return commit.entries.split('\n').filter((json) => json.includes(`"thing":${JSON.stringify(id)}`));
}

function auditCommit(entryId: string, fields: readonly string[]): AuditCommit {
  const field = (name: string) => fields[fields.indexOf(name) + 1] ?? '';
  return { entryId, atMs: Number(field('t')), earlier: field('p'), entries: field('e') };
}
