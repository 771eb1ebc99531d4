import { type CommitContext, decideAndCommit } from '../domain/decide-and-commit.ts';
import { type Decision, decide } from '../domain/decision.ts';
import {
  type CheckRounds,
  replannedRounds,
  setRounds,
  setRoundsId,
} from '../domain/duty/checks/rounds/check-rounds.ts';
import { momentsOf } from '../domain/duty/checks/rounds/plan-week.ts';
import { dutyTermsOn } from '../domain/periods/duty-terms.ts';
import type { RecordedReading } from '../domain/reading.ts';
import type { ThingId } from '../domain/thing.ts';
import { type SealContext, sealAhead } from './seal-checks.ts';

export type PlanChecksContext = CommitContext & SealContext;

/**
 * Files what lies ahead and is not there yet: the set check-ins of today and tomorrow as the key periods of the day ask for them,
 * on Sunday evening the sealed plan of the coming week, and every evening that of the nights that came in addition. What is to
 * be done follows from the state, so that it may be called at any time and as often as one likes.
 */
export async function planChecks(context: PlanChecksContext): Promise<void> {
  const actor = { system: 'check-planning' };
  await decideAndCommit('set check-ins', context, async (read) => {
    const decision = await fileSetRounds(read);
    return decision && { decision, actor };
  });
  await decideAndCommit('plans of unannounced checks', context, async (read) => {
    const decision = await sealAhead(read, context);
    return decision && { decision, actor };
  });
}

async function fileSetRounds(read: RecordedReading): Promise<Decision | undefined> {
  const { now, calendar, policy } = read;
  const today = calendar.dayOf(now);
  const save: CheckRounds[] = [];
  const drop: ThingId[] = [];
  for (const day of [today, calendar.addDays(today, 1)]) {
    const terms = await dutyTermsOn(day, read);
    const moments = momentsOf(day, terms, policy.checks, calendar).filter((at) => at > now);
    const known = await read.thing<CheckRounds>(setRoundsId(day));
    if (!known && moments.length > 0) save.push(setRounds(day, moments, now));
    const replanned = known && replannedRounds(known, moments, now);
    if (replanned === 'over') drop.push(setRoundsId(day));
    else if (replanned && replanned !== known) save.push(replanned);
  }
  return save.length + drop.length > 0 ? decide({ save, drop }) : undefined;
}
