import { join } from 'node:path';
import type { Env } from '../../config/env.ts';
import { verifyAudit } from '../../store/audit-seals.ts';
import { openFileStore } from '../../store/files/file-store.ts';
import { withOffice } from '../office-store.ts';

/** `zhishou audit verify`: recomputes the whole chain, in files and in Redis. Exit code 0 if it holds, 1 if not. */
export async function auditVerify(env: Env, out: (line: string) => void): Promise<number> {
  const files = openFileStore(join(env.dataDir, 'files'));
  const verdict = await withOffice(env, ({ redis, keys }) => verifyAudit(redis, keys, files));
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}
