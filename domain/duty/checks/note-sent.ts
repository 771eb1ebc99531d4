import type { CheckIn } from './check-in.ts';
import { sentCheck } from './climb-check.ts';

/**
 * A question of this check-in went out at that moment; which one follows from when it was decided. Undefined where nothing is
 * new, so that it may be told twice.
 */
export function noteSent(check: CheckIn, decidedAt: Date, at: Date): CheckIn | undefined {
  const { askedAgainAt, askedAgainSentAt } = check;
  if (askedAgainAt && decidedAt >= askedAgainAt) {
    return askedAgainSentAt || check.state === 'void' ? undefined : { ...check, askedAgainSentAt: at };
  }
  const outcome = sentCheck(check, at);
  return outcome.ok ? outcome.check : undefined;
}
