import { type Decision, decide, merge } from '../domain/decision.ts';
import type { Plan, PlannedCheck } from '../domain/duty/checks/plan.ts';
import type { RandomBytes } from '../domain/duty/checks/random.ts';
import { type CheckPlan, SEALED_PLANS, sealedPlan } from '../domain/duty/checks/rounds/check-plan.ts';
import { type CheckRounds, roundsOfPlan, secretRoundsId } from '../domain/duty/checks/rounds/check-rounds.ts';
import { drawNightPlan, nightsToPlan } from '../domain/duty/checks/rounds/plan-nights.ts';
import {
  daysToPlan,
  drawUnits,
  drawWeekPlan,
  isSealingTime,
  type PlannedDays,
  restOfWeek,
} from '../domain/duty/checks/rounds/plan-week.ts';
import { sealText } from '../domain/duty/checks/seal/seal-text.ts';
import { drawSalt, type Sha256, sealHash } from '../domain/duty/checks/seal/sheet.ts';
import type { DutyTerms } from '../domain/duty/checks/set-checks.ts';
import { shiftsOnDays } from '../domain/duty/collections.ts';
import { checkJudges } from '../domain/duty/duty-people.ts';
import { dutyTermsOn } from '../domain/periods/duty-terms.ts';
import type { RecordedReading } from '../domain/reading.ts';
import type { Day } from '../domain/thing.ts';

export interface SealContext {
  readonly random: RandomBytes;
  readonly sha256: Sha256;
}

/** A shift may have begun so many days before the period that it still runs in it. */
const DAYS_BACK = 8;

/** Draws and seals what this evening calls for; undefined where there is nothing, and at other times of the day. */
export async function sealAhead(read: RecordedReading, context: SealContext): Promise<Decision | undefined> {
  const { now, calendar, policy } = read;
  if (!isSealingTime(now, policy.checks, calendar)) return undefined;
  const rest = restOfWeek(now, calendar);
  const sealed = await read.members<CheckPlan>(SEALED_PLANS);
  const byDay = await termsBetween(rest.fromDay, rest.toDay, read);
  const termsOn = (day: Day) => byDay.get(day)!;
  const days = daysToPlan(now, sealed, policy.checks, calendar);
  const stretches = nightsToPlan(now, termsOn, sealed, policy.checks, calendar);
  if (!days && stretches.length === 0) return undefined;

  const office = await read.office();
  const shifts = await shiftsOnDays(calendar.addDays(rest.fromDay, -DAYS_BACK), rest.toDay, read);
  const terms = { office, shifts, policy: policy.checks, calendar, termsOn, random: context.random };
  const decisions: Decision[] = [];
  const asked = await plannedChecks(sealed, read);
  // A number that is used up without a plan would look like a plan that has vanished.
  const isRostered = (of: PlannedDays) =>
    drawUnits({ ...terms, ...of }, calendar.at(of.fromDay, '00:00'), calendar.at(of.toDay, '00:00')).length > 0;
  const seal = async (plan: Plan | undefined) => {
    if (!plan) return;
    decisions.push(await sealDecision(plan, read, context));
    asked.push(...plan.checks);
  };
  if (days && isRostered(days)) await seal(drawWeekPlan({ ...terms, ...days, no: await read.nextNumber('C') }));
  for (const stretch of stretches.filter(isRostered))
    await seal(drawNightPlan({ ...terms, stretch, asked, no: await read.nextNumber('C') }));
  return decisions.length > 0 ? merge(decisions) : undefined;
}

async function termsBetween(fromDay: Day, toDay: Day, read: RecordedReading): Promise<Map<Day, DutyTerms>> {
  const terms = new Map<Day, DutyTerms>();
  for (let day = fromDay; day < toDay; day = read.calendar.addDays(day, 1))
    terms.set(day, await dutyTermsOn(day, read));
  return terms;
}

/** What sealed plans ask of whom: another plan keeps its distance. */
async function plannedChecks(sealed: readonly CheckPlan[], read: RecordedReading): Promise<PlannedCheck[]> {
  const rounds = await read.things<CheckRounds>(sealed.map(({ no }) => secretRoundsId(no)));
  return rounds.flatMap(({ secret }) => secret?.plan.checks ?? []);
}

async function sealDecision(plan: Plan, read: RecordedReading, context: SealContext): Promise<Decision> {
  const { now, calendar } = read;
  const office = await read.office();
  const day = calendar.dayOf(now);
  const salt = drawSalt(context.random);
  const hash = sealHash(plan, salt, context.sha256);
  const told = checkJudges(office, day).map(({ id }) => id);
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
