import type { Step } from '../../../step.ts';
import type { Day, Thing, ThingId } from '../../../thing.ts';
import type { CheckKind } from '../check-in.ts';
import type { Plan } from '../plan.ts';

/** One moment at which people are asked; without units everybody on duty is. */
export interface Round {
  readonly at: Date;
  readonly units?: readonly ThingId[];
}

/**
 * Moments that lie ahead. Check-ins are filed only when their round comes: until then there is no code that anybody could
 * read, no entry in the ledger that tells when a unit is asked, and nobody has to be exchanged when a shift changes hands.
 * Of a sealed plan this is the secret part; it is not audited, no collection lists it, and it goes when the plan is published.
 */
export interface CheckRounds extends Thing {
  readonly type: 'check-rounds';
  readonly kind: Exclude<CheckKind, 'takeover'>;
  readonly rounds: readonly Round[];
  readonly secret?: { readonly plan: Plan; readonly salt: string };
  /** Asked out of turn by a person, who hears what came of it. */
  readonly called?: { readonly by: ThingId; readonly resultAt: Date };
  /** Units that were not asked when their round came, and why. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly at: Date;
  readonly unit: ThingId;
  readonly reason: string;
}

/** Rounds are an act: what an outage has delayed is filed all the same and then voided, so that it appears in the records. */
export function roundsAgenda({ rounds, called }: CheckRounds): Step[] {
  const asking = rounds.map(({ at }): Step => ({ at, step: 'round', track: 'rounds', kind: 'act' }));
  return called ? [...asking, { at: called.resultAt, step: 'result', track: 'rounds', kind: 'act' }] : asking;
}

export function secretRoundsId(no: string): ThingId {
  return `check-rounds.${no}`;
}

export function setRoundsId(day: Day): ThingId {
  return `check-rounds.set-${day}`;
}

/** A plan as the rounds in which it will be asked. */
export function roundsOfPlan(plan: Plan, salt: string, now: Date): CheckRounds {
  const moments = [...new Set(plan.checks.map(({ at }) => at.getTime()))];
  const rounds = moments.map((ms) => ({
    at: new Date(ms),
    units: plan.checks.filter(({ at }) => at.getTime() === ms).map(({ unit }) => unit),
  }));
  return {
    ...{ id: secretRoundsId(plan.no), type: 'check-rounds', kind: 'random', rounds, secret: { plan, salt } },
    ...{ skipped: [], handledAt: now },
  };
}

/** The set check-ins of a day; those that have passed are not asked any more. */
export function setRounds(day: Day, moments: readonly Date[], now: Date): CheckRounds {
  const rounds = moments.map((at) => ({ at }));
  return { id: setRoundsId(day), type: 'check-rounds', kind: 'set', rounds, skipped: [], handledAt: now };
}

/**
 * The set check-ins of a day after key periods were changed: what was asked stays, what lies ahead is as `moments` have it. The
 * same object where nothing differs; `over` where nothing is left that would be asked.
 */
export function replannedRounds(known: CheckRounds, moments: readonly Date[], now: Date): CheckRounds | 'over' {
  const ahead = known.rounds.filter(({ at }) => at > now);
  if (ahead.length === moments.length && ahead.every(({ at }, index) => +at === +moments[index]!)) return known;

  const rounds = [...known.rounds.filter(({ at }) => at <= now), ...moments.map((at) => ({ at }))];
  const isOver = rounds.every(({ at }) => known.handledAt !== undefined && at <= known.handledAt);
  return isOver ? 'over' : { ...known, rounds };
}
