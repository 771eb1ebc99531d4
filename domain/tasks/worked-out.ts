import type { Calendar } from '../calendar/calendar.ts';
import type { AgendaContext } from '../kind.ts';
import type { Policy } from '../policy.ts';
import type { Step } from '../step.ts';

/** Enough for the orders that fall due at one moment. */
const MOST = 200;

const known = new WeakMap<Calendar, WeakMap<Policy, Map<string, readonly Step[]>>>();

/**
 * The moments of a ladder, worked out once for all parts of an order: they have its times in common, and each asks several times in
 * one wake. `name` says everything that `work` goes by besides calendar and policy.
 */
export function workedOut(name: string, context: AgendaContext, work: () => readonly Step[]): readonly Step[] {
  const steps = stepsOf(context);
  let found = steps.get(name);
  if (!found) {
    found = work();
    if (steps.size >= MOST) steps.clear();
    steps.set(name, found);
  }
  return found;
}

function stepsOf({ calendar, policy }: AgendaContext): Map<string, readonly Step[]> {
  const policies = known.get(calendar) ?? new WeakMap<Policy, Map<string, readonly Step[]>>();
  known.set(calendar, policies);
  const steps = policies.get(policy) ?? new Map<string, readonly Step[]>();
  policies.set(policy, steps);
  return steps;
}
