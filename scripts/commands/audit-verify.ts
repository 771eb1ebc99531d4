import type { Env } from '../../config/env.ts';
import { verifyAudit } from '../../store/audit-seals.ts';
import { withOffice } from '../office-store.ts';

/** `zhishou audit verify`: recomputes the whole chain. Exit code 0 if it holds, 1 if not. */
export async function auditVerify(env: Env, out: (line: string) => void): Promise<number> {
  const verdict = await withOffice(env, ({ redis, keys }) => verifyAudit(redis, keys));
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}
