import type { Calendar } from '../../../calendar/calendar.ts';
import { minuteMs } from '../../../calendar/civil-day.ts';
import type { ThingId } from '../../../thing.ts';
import type { Shift } from '../../shift.ts';
import { whoIsOnDuty } from '../../who.ts';
import type { CheckIn } from '../check-in.ts';
import type { CheckPolicy } from '../policy.ts';
import { nightOf } from './check-night.ts';
import type { CheckRounds } from './check-rounds.ts';

/** Why a unit is not asked although a person wants it asked. */
export type NotCalled = 'nobody' | 'paused' | 'handover' | 'asked-lately' | 'asked-tonight';

export interface RollTerms {
  /** All that can say who is on duty now. */
  readonly shifts: readonly Shift[];
  /** Check-ins of the last day. */
  readonly checks: readonly CheckIn[];
  readonly paused: ReadonlySet<ThingId>;
  readonly policy: CheckPolicy;
  readonly calendar: Calendar;
}

/**
 * 临时抽查: who can be asked now. A person who asks out of turn is bound by what binds the draw, so that nobody is picked on: away
 * from hand-overs, two hours from the last unannounced check, once a night and shift, never while an incident is handled. What
 * the sealed plan will still ask is not looked at: the answer would betray it.
 */
export function rollOf(
  units: readonly ThingId[],
  at: Date,
  terms: RollTerms,
): { readonly asked: readonly ThingId[]; readonly left: ReadonlyMap<ThingId, NotCalled> } {
  const left = new Map<ThingId, NotCalled>();
  for (const unit of units) {
    const reason = reasonAgainst(unit, at, terms);
    if (reason) left.set(unit, reason);
  }
  return { asked: units.filter((unit) => !left.has(unit)), left };
}

function reasonAgainst(unit: ThingId, at: Date, terms: RollTerms): NotCalled | undefined {
  const { shifts, checks, paused, policy, calendar } = terms;
  const rules = policy.draw;
  const nightAt = (moment: Date) => nightOf(moment, policy, calendar);
  const [post] = whoIsOnDuty(shifts, { unit, layer: 'officer', at }).filter(({ people }) => people.length > 0);
  if (!post) return 'nobody';
  if (paused.has(unit)) return 'paused';
  const isWithin = (minutes: number, other: Date) => Math.abs(other.getTime() - at.getTime()) < minutes * minuteMs;
  const ends = shifts.filter(
    (shift) => shift.unit === unit && shift.layer === 'officer' && shift.state !== 'cancelled',
  );
  if (ends.some(({ startAt, endAt }) => [startAt, endAt].some((end) => isWithin(rules.handoverMinutes, end))))
    return 'handover';
  const own = checks.filter((check) => check.unit === unit && check.kind === 'random' && check.state !== 'void');
  if (own.some(({ askAt }) => isWithin(rules.sameUnitMinutes, askAt))) return 'asked-lately';
  const isTonight = nightAt(at) !== undefined && own.some((one) => one.shift === post.shift.id && nightAt(one.askAt));
  return isTonight ? 'asked-tonight' : undefined;
}

/** The round itself: it comes at once, and tells whoever called it what came of it once the window for answers is over. */
export function calledRounds(
  id: ThingId,
  units: readonly ThingId[],
  by: ThingId,
  at: Date,
  windowMin: number,
): CheckRounds {
  const called = { by, resultAt: new Date(at.getTime() + (windowMin + 2) * minuteMs) };
  return {
    id,
    type: 'check-rounds',
    kind: 'random',
    rounds: [{ at, units }],
    called,
    skipped: [],
    handledAt: new Date(at.getTime() - 1),
  };
}
