import { createHash } from 'node:crypto';
import { verifySeal } from '../../domain/duty/checks/seal/verify-seal.ts';
import { sealPendingText, sealProblemText, sealVerifiedText } from '../../domain/wording/seal.ts';

/**
 * `zhishou duty verify`: checks sealed plans of unannounced checks against what was published, from chat text alone; needs
 * neither Redis nor the office. Prints what it found, in Chinese, one line each. Exit code 0 if all of it holds, 1 if not.
 */
export function dutyVerify(chatText: string, out: (line: string) => void): number {
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const { ok, pending, problems, verified } = verifySeal(chatText, sha256);
  for (const plan of verified) out(sealVerifiedText(plan));
  for (const plan of pending) out(sealPendingText(plan));
  for (const problem of problems) out(sealProblemText(problem));
  return ok ? 0 : 1;
}
