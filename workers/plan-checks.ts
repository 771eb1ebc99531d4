import { type CommitContext, decideAndCommit } from '../domain/decide-and-commit.ts';
import { type Decision, decide } from '../domain/decision.ts';
import type { RandomBytes } from '../domain/duty/checks/random.ts';
import { type CheckPlan, SEALED_PLANS, sealedPlan } from '../domain/duty/checks/rounds/check-plan.ts';
import { roundsOfPlan, setRounds, setRoundsId } from '../domain/duty/checks/rounds/check-rounds.ts';
import { daysToPlan, drawWeekPlan, momentsOf } from '../domain/duty/checks/rounds/plan-week.ts';
import { sealText } from '../domain/duty/checks/seal/seal-text.ts';
import { drawSalt, type Sha256, sealHash } from '../domain/duty/checks/seal/sheet.ts';
import { shiftsOnDays } from '../domain/duty/collections.ts';
import { reachable } from '../domain/duty/duty-people.ts';
import { dispatchers, supervisors } from '../domain/people/find-people.ts';
import type { RecordedReading } from '../domain/reading.ts';

export interface PlanChecksContext extends CommitContext {
  readonly random: RandomBytes;
  readonly sha256: Sha256;
}

/** A shift may have begun so many days before the period that it still runs in it. */
const DAYS_BACK = 8;

/**
 * Files what lies ahead and is not there yet: the set check-ins of today and tomorrow, and on Sunday evening the sealed plan of
 * the coming week. What is to be done follows from the state, so that it may be called at any time and as often as one likes.
 */
export async function planChecks(context: PlanChecksContext): Promise<void> {
  const actor = { system: 'check-planning' };
  await decideAndCommit('set check-ins', context, async (read) => {
    const decision = await fileSetRounds(read);
    return decision && { decision, actor };
  });
  await decideAndCommit('the plan of the week', context, async (read) => {
    const decision = await sealWeek(read, context);
    return decision && { decision, actor };
  });
}

async function fileSetRounds(read: RecordedReading): Promise<Decision | undefined> {
  const { now, calendar, policy } = read;
  const today = calendar.dayOf(now);
  const save = [];
  for (const day of [today, calendar.addDays(today, 1)]) {
    const moments = momentsOf(day, policy.checks, calendar).filter((at) => at > now);
    const known = await read.thing(setRoundsId(day));
    if (moments.length > 0 && !known) save.push(setRounds(day, moments, now));
  }
  return save.length > 0 ? decide({ save }) : undefined;
}

async function sealWeek(read: RecordedReading, context: PlanChecksContext): Promise<Decision | undefined> {
  const { now, calendar, policy } = read;
  const days = daysToPlan(now, await read.members<CheckPlan>(SEALED_PLANS), policy.checks, calendar);
  if (!days) return undefined;

  const office = await read.office();
  const shifts = await shiftsOnDays(calendar.addDays(days.fromDay, -DAYS_BACK), days.toDay, read);
  const terms = { ...days, office, shifts, policy: policy.checks, calendar, random: context.random };
  const plan = drawWeekPlan({ ...terms, no: await read.nextNumber('C') });
  if (!plan) return undefined;

  const day = calendar.dayOf(now);
  const salt = drawSalt(context.random);
  const hash = sealHash(plan, salt, context.sha256);
  const people = [...dispatchers(office, day), ...supervisors(office, day)].map(({ id }) => id);
  const told = reachable(office, people).map(({ id }) => id);
  return decide({
    save: [sealedPlan(plan, hash, told, now), roundsOfPlan(plan, salt, now)],
    // Of the classes only D keeps to decent hours on every day and is never folded into a list, which would break a seal.
    say: told.map((to) => ({
      to,
      class: 'D' as const,
      text: sealText(plan, hash),
      once: `check-plan.${plan.no}.seal.${to}`,
      about: plan.no,
    })),
  });
}
