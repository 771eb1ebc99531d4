import { type AuditCommit, auditCommits } from './audit.ts';
import { type AuditFiles, readPart, type Sealed, writePart } from './audit-files.ts';
import { flaw, type Seal } from './audit-seals.ts';
import { answered } from './failure.ts';
import type { OfficeKeys } from './keys.ts';
import { type RedisClient, script } from './script.ts';

/** A file holds so many characters of commits at most; a busy month is several files. */
const MOST_CHARS = 32 * 1024 * 1024;
const PAGE = 1000;

/** Takes what has been written out of Redis, if it still begins with the same seal: two workers may do so at once. */
const cut = script(`
if redis.call('LINDEX', KEYS[1], 0) ~= ARGV[1] then return 0 end
redis.call('RPUSH', KEYS[3], ARGV[4])
redis.call('LTRIM', KEYS[1], ARGV[2], -1)
redis.call('XTRIM', KEYS[2], 'MINID', ARGV[3])
return 1
`);

/**
 * Moves sealed minutes that began before `beforeMs` from Redis to files, a month or a part of it a file, and answers how many
 * files that were. A file is read back before anything is removed; a month whose chain does not hold stays where it is, so that
 * nothing that was tampered with is tidied away. Throws where that is so.
 */
export async function moveAudit(
  redis: RedisClient,
  keys: OfficeKeys,
  files: AuditFiles,
  beforeMs: number,
): Promise<number> {
  for (let moved = 0; ; moved += 1) {
    const minutes = await oldest(redis, keys, beforeMs);
    const [first] = minutes;
    if (!first) return moved;
    assertWhole(minutes);
    const part = await writePart(first.seal.minute.slice(0, 7), minutes, files);
    assertWhole(await readPart(part, files));
    const next = `${Number.parseInt(minutes.at(-1)!.seal.to, 10) + 1}-0`;
    const args = [JSON.stringify(first.seal), String(minutes.length), next, JSON.stringify(part)];
    if ((await cut(redis, [keys.seals, keys.audit, keys.auditParts], args)) === 0) return moved;
  }
}

/** The oldest minutes, of one month and for one file. */
async function oldest(redis: RedisClient, keys: OfficeKeys, beforeMs: number): Promise<Sealed[]> {
  const minutes: Sealed[] = [];
  const commits = auditCommits(redis, keys);
  let next = await commits.next();
  let chars = 0;
  for (let at = 0; ; at += PAGE) {
    const page = await answered(redis.lrange(keys.seals, at, at + PAGE - 1));
    for (const json of page) {
      const seal = JSON.parse(json) as Seal;
      const month = minutes[0]?.seal.minute.slice(0, 7) ?? seal.minute.slice(0, 7);
      const isOld = Date.parse(seal.minute) < beforeMs;
      if (!isOld || !seal.minute.startsWith(month) || chars > MOST_CHARS) return minutes;
      const part: AuditCommit[] = [];
      for (; !next.done && !isBehind(next.value, seal); next = await commits.next()) part.push(next.value);
      minutes.push({ seal, commits: part });
      chars += part.reduce((sum, { entries, earlier }) => sum + entries.length + earlier.length, 0);
    }
    if (page.length < PAGE) return minutes;
  }
}

function assertWhole(minutes: readonly Sealed[]): void {
  for (const [index, { seal, commits }] of minutes.entries()) {
    const reason = flaw(seal, commits, minutes[index - 1]?.seal.head ?? seal.previous);
    if (reason) throw new Error(`the ledger of ${seal.minute} is not moved: ${reason}`);
  }
}

function isBehind({ entryId }: AuditCommit, { to }: Seal): boolean {
  return Number.parseInt(entryId, 10) > Number.parseInt(to, 10);
}
