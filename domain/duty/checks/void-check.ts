import { type CheckIn, isAsking, minutesAfter, type VoidCause, windowEndAt } from './check-in.ts';
import { became, type CheckOutcome, refused } from './outcome.ts';
import type { Span } from './plan.ts';

/**
 * Voids a check whose window an outage of the bot or of the person's channel overlaps, however far it has come, a ruling
 * included: it never counts. An answer on time stands, because an outage can only excuse. Answers the check itself where
 * nothing overlaps. An outage without an end is still going on.
 */
export function voidForOutages(check: CheckIn, outages: readonly Span[], at: Date, words: string): CheckIn {
  const { sentAt, state } = check;
  const endAt = windowEndAt(check);
  if (!sentAt || !endAt || state === 'void' || state === 'on-time') return check;

  const isHit = outages.some(({ fromAt, toAt }) => fromAt < endAt && (toAt === undefined || toAt > sentAt));
  return isHit ? voided(check, 'outage', at, words) : check;
}

/**
 * The numbers should have gone to a person long ago and have not: nobody kept time since the last step, whatever an answer that
 * comes now looks like. Answers the check itself where all went its way.
 */
export function voidUnkept(check: CheckIn, now: Date, toleranceMin: number): CheckIn {
  const { sentAt, state, ladder, handledAt } = check;
  const isBeforePhone = state === 'waiting' || state === 'asked-again';
  if (!sentAt || !isBeforePhone || now <= minutesAfter(sentAt, ladder.phoneListMin + toleranceMin)) return check;
  const fromAt = handledAt && handledAt > sentAt ? handledAt : sentAt;
  return voidForOutages(check, [{ fromAt, toAt: now }], now, '通道中断');
}

/** 暂停: the unit is handling an incident, so nobody there is asked; also one that is being asked is let go. */
export function pauseCheck(check: CheckIn, at: Date, words: string): CheckOutcome {
  if (check.state !== 'planned' && !isAsking(check)) return refused(check, check.state === 'void' ? 'void' : 'over');
  return became(voided(check, 'incident', at, words));
}

/** What could not be sent when its moment came is not sent later. */
export function lapseUnsent(check: CheckIn, at: Date): CheckOutcome {
  if (check.state !== 'planned') return refused(check, check.state === 'void' ? 'void' : 'over');
  if (at < minutesAfter(check.askAt, check.ladder.unsentMin)) return refused(check, 'too-early');
  return became(voided(check, 'unsent', at, ''));
}

/** A practice question of a unit on trial ends with its window and leaves no mark. */
export function endPractice(check: CheckIn, at: Date): CheckOutcome {
  if (check.state === 'void') return refused(check, 'void');
  if (!check.trial || !isAsking(check)) return refused(check, check.state === 'planned' ? 'not-asked' : 'over');
  const endAt = windowEndAt(check);
  if (!endAt || at < endAt) return refused(check, 'too-early');
  return became(voided(check, 'practice', at, ''));
}

function voided(check: CheckIn, cause: VoidCause, at: Date, words: string): CheckIn {
  return { ...check, state: 'void', voided: { cause, at, words }, basisAt: at };
}
