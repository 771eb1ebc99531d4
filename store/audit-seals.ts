import { createHash } from 'node:crypto';
import { type AuditCommit, auditCommits } from './audit.ts';
import { type AuditFiles, auditParts, readPart } from './audit-files.ts';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';

/** One finished minute of the ledger, chained to the one before. */
export interface Seal {
  /** Start of the minute, ISO in UTC. */
  readonly minute: string;
  /** How many commits it covers, and the first and the last of them. */
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly hash: string;
  readonly previous: string;
  readonly head: string;
}

export interface AuditVerdict {
  readonly ok: boolean;
  /** Commits and seals that were read. */
  readonly entries: number;
  readonly seals: number;
  /** Commits of minutes that are not sealed yet. */
  readonly unsealed: number;
  readonly head: string;
  readonly firstBad?: { readonly minute: string; readonly reason: string };
}

const MINUTE_MS = 60_000;
export const FIRST_HEAD = '0'.repeat(64);

/** Appends a seal if nobody else has sealed meanwhile. The last seal is kept a second time, so that its loss is noticed. */
const appendSeal = script(`
if (redis.call('GET', KEYS[2]) or '') ~= ARGV[1] then return 0 end
redis.call('RPUSH', KEYS[1], ARGV[2])
redis.call('SET', KEYS[2], ARGV[2])
return 1
`);

/** Seals the minutes that ended before `nowMs`; answers how many. Two workers may do so at once: each minute is sealed once. */
export async function sealMinutes(redis: RedisClient, keys: OfficeKeys, nowMs: number): Promise<number> {
  let lastJson = (await answered(redis.get(keys.lastSeal))) ?? '';
  let last: Seal | undefined = lastJson ? JSON.parse(lastJson) : undefined;
  let sealed = 0;

  for await (const commits of byMinute(auditCommits(redis, keys, last?.to))) {
    if (minuteOf(commits) + MINUTE_MS > nowMs) break;
    const json = JSON.stringify(sealOf(commits, last?.head ?? FIRST_HEAD));
    const appended = await appendSeal(redis, [keys.seals, keys.lastSeal], [lastJson, json]);
    if (appended === 0) break;
    [lastJson, last, sealed] = [json, JSON.parse(json), sealed + 1];
  }
  return sealed;
}

/** Reads everything again, the months in files first, and says where the first thing is that does not fit. */
export async function verifyAudit(redis: RedisClient, keys: OfficeKeys, files: AuditFiles): Promise<AuditVerdict> {
  const chain = new Chain();
  for (const part of await auditParts(redis, keys)) {
    try {
      for (const sealed of await readPart(part, files)) chain.take(sealed.seal, sealed.commits);
    } catch (error) {
      chain.blame(part.from, `the file of ${part.month} cannot be read: ${(error as Error).message}`);
      chain.head = part.head;
    }
  }

  const seals = await answered(redis.lrange(keys.seals, 0, -1));
  const commits = auditCommits(redis, keys);
  let next = await commits.next();
  const taken = async (isIn: (commit: AuditCommit) => boolean) => {
    const part: AuditCommit[] = [];
    for (; !next.done && isIn(next.value); next = await commits.next()) part.push(next.value);
    return part;
  };
  for (const json of seals) {
    const seal = JSON.parse(json) as Seal;
    chain.take(seal, await taken((commit) => !isAfter(commit.entryId, seal.to)));
  }
  const last = (await answered(redis.get(keys.lastSeal))) ?? '';
  const isLast =
    seals.length > 0 ? last === seals.at(-1) : last === '' || (JSON.parse(last) as Seal).head === chain.head;
  if (!isLast) chain.blame(chain.minute, 'the last seal is not the one that was written last');
  const unsealed = (await taken(() => true)).length;
  const { entries, seals: count, head, firstBad } = chain;
  return {
    ok: !firstBad,
    entries: entries + unsealed,
    seals: count,
    unsealed,
    head,
    ...(firstBad && { firstBad }),
  };
}

/** Follows seals from the first on. */
class Chain {
  entries = 0;
  seals = 0;
  head = FIRST_HEAD;
  minute = '';
  firstBad: AuditVerdict['firstBad'];

  take(seal: Seal, commits: readonly AuditCommit[]): void {
    const reason = flaw(seal, commits, this.head);
    if (reason) this.blame(seal.minute, reason);
    this.entries += commits.length;
    this.seals += 1;
    this.head = seal.head;
    this.minute = seal.minute;
  }

  blame(minute: string, reason: string): void {
    this.firstBad ??= { minute, reason };
  }
}

/** The head of the chain; printed once a day where many read it, so that not even the owner of the machine can rewrite the past. */
export async function auditHead(redis: RedisClient, keys: OfficeKeys): Promise<string> {
  const json = await answered(redis.get(keys.lastSeal));
  return json ? (JSON.parse(json) as Seal).head : FIRST_HEAD;
}

/** What is wrong with a seal over its commits, behind the head before it; undefined where nothing is. */
export function flaw(seal: Seal, commits: readonly AuditCommit[], previous: string): string | undefined {
  if (seal.previous !== previous) return 'the seal before this one is missing or was changed';
  if (commits.length !== seal.count) return `${seal.count} commits were sealed, ${commits.length} are here`;
  if (hashOf(commits) !== seal.hash) return 'a commit was changed after it was sealed';
  if (headOf(seal) !== seal.head) return 'the seal was changed';
  return undefined;
}

function sealOf(commits: readonly AuditCommit[], previous: string): Seal {
  const seal = {
    minute: new Date(minuteOf(commits)).toISOString(),
    count: commits.length,
    from: commits[0]!.entryId,
    to: commits.at(-1)!.entryId,
    hash: hashOf(commits),
    previous,
  };
  return { ...seal, head: headOf(seal) };
}

function hashOf(commits: readonly AuditCommit[]): string {
  const hash = createHash('sha256');
  for (const { entryId, atMs, earlier, entries } of commits)
    hash.update(`${JSON.stringify([entryId, atMs, earlier, entries])}\n`);
  return hash.digest('hex');
}

function headOf({ minute, count, from, to, hash, previous }: Omit<Seal, 'head'>): string {
  return createHash('sha256')
    .update(JSON.stringify([minute, count, from, to, hash, previous]))
    .digest('hex');
}

/** Commits of one minute together. One that was decided in an earlier minute than the one before it counts with its neighbours. */
async function* byMinute(commits: AsyncIterable<AuditCommit>): AsyncGenerator<AuditCommit[]> {
  let part: AuditCommit[] = [];
  for await (const commit of commits) {
    if (part.length > 0 && minute(commit.atMs) > minuteOf(part)) {
      yield part;
      part = [];
    }
    part.push(commit);
  }
  if (part.length > 0) yield part;
}

function minuteOf(commits: readonly AuditCommit[]): number {
  return minute(commits[0]!.atMs);
}

function minute(atMs: number): number {
  return Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}

/** Entry ids are `<revision>-0`. */
function isAfter(entryId: string, otherId: string): boolean {
  return Number.parseInt(entryId, 10) > Number.parseInt(otherId, 10);
}
