import { type KeyPeriod, keyPeriodsWith } from '../../../domain/calendar/key-periods.ts';
import type { Policy } from '../../../domain/policy.ts';

const PERIODS = new WeakMap<Policy, readonly KeyPeriod[]>();

/** What 汛期 and 两会 mean here. Words are made from a table once: the same table again for the same policy. */
export function periodsOf(policy: Policy): readonly KeyPeriod[] {
  const known = PERIODS.get(policy) ?? keyPeriodsWith(policy.periods);
  PERIODS.set(policy, known);
  return known;
}
