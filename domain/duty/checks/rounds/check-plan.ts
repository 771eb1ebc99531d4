import type { Step } from '../../../step.ts';
import type { Thing, ThingId } from '../../../thing.ts';
import { minutesAfter } from '../check-in.ts';
import type { Plan, PlanKind } from '../plan.ts';

/**
 * What everybody may know of a sealed plan: that it exists, for which time, and its hash. The ledger keeps it from the moment
 * of sealing, so that also the ledger shows that it was not changed. The plan itself lies in the rounds of the same number and
 * comes here when the time is over.
 */
export interface CheckPlan extends Thing {
  readonly type: 'check-plan';
  /** `C0001`. */
  readonly no: string;
  readonly kind: PlanKind;
  readonly state: 'sealed' | 'revealed';
  readonly fromAt: Date;
  readonly toAt: Date;
  /** SHA-256 over the sealed text, lower-case hexadecimal. */
  readonly hash: string;
  readonly sealedAt: Date;
  /** Who got the seal, and will get the plan. */
  readonly told: readonly ThingId[];
  /** Only when it is over. */
  readonly revealed?: { readonly plan: Plan; readonly salt: string; readonly at: Date };
}

/** After the period's end the last check has so many minutes to come to its own end. */
const REVEAL_AFTER_MIN = 60;

/** Plans whose time is not over. */
export const SEALED_PLANS = 'check-plans.sealed';

export function checkPlanId(no: string): ThingId {
  return `check-plan.${no}`;
}

export function checkPlanAgenda({ state, toAt }: CheckPlan): Step[] {
  if (state === 'revealed') return [];
  return [{ at: minutesAfter(toAt, REVEAL_AFTER_MIN), step: 'reveal', track: 'plan', kind: 'act' }];
}

/** The seal as it is known before the period begins: nothing of the plan but its number, kind, time and hash. */
export function sealedPlan(
  { no, kind, fromAt, toAt }: Plan,
  hash: string,
  told: readonly ThingId[],
  now: Date,
): CheckPlan {
  return {
    ...{ id: checkPlanId(no), type: 'check-plan', no, kind, state: 'sealed', fromAt, toAt, hash, told },
    ...{ sealedAt: now, handledAt: now },
  };
}
