import type { CheckIn, VoidCause } from '../check-in.ts';
import type { Plan } from '../plan.ts';
import type { Deviation } from '../seal/seal-text.ts';
import type { Skipped } from './check-rounds.ts';

const CAUSES: Readonly<Record<VoidCause, string>> = {
  outage: '通道中断',
  incident: '事件处置中',
  unsent: '没有发出',
  practice: '试运行练习，不计入',
};

/** Where what was asked differs from what was planned, and why: nothing of the plan is left out in silence. */
export function deviationsFrom(plan: Plan, checks: readonly CheckIn[], skipped: readonly Skipped[]): Deviation[] {
  return plan.checks.flatMap(({ at, unit, name }): Deviation[] => {
    const isIt = (one: { readonly unit: string }, moment: Date) => one.unit === unit && +moment === +at;
    const check = checks.find((one) => one.plan === plan.no && isIt(one, one.askAt));
    if (!check) {
      const reason = skipped.find((one) => isIt(one, one.at))?.reason ?? '没有发起点名';
      return [{ kind: 'paused', at, name, reason }];
    }
    if (check.state !== 'void') return [];
    return [{ kind: 'void', at, name, reason: CAUSES[check.voided?.cause ?? 'unsent'] }];
  });
}
