import { defineKind } from '../../kind.ts';
import type { Reading } from '../../reading.ts';
import { lastPart, type Thing, type ThingId } from '../../thing.ts';
import { type CheckIn, isAsking } from './check-in.ts';
import { pauseCheck } from './void-check.ts';

/** 暂停抽查: a unit handles an incident, so nobody there is asked unannounced. Set check-ins and zero reports go on. */
export interface CheckPause extends Thing {
  readonly type: 'check-pause';
  readonly unit: ThingId;
  readonly by: ThingId;
  readonly fromAt: Date;
  /** It ends by itself, so that nobody is left out for ever because nobody thought of it. */
  readonly untilAt: Date;
  /** As it was said; may be empty. */
  readonly reason: string;
}

export const PAUSED = '事件处置中';

export function checkPauseId(unit: ThingId): ThingId {
  return `check-pause.${lastPart(unit)}`;
}

export function isPaused(pause: CheckPause | undefined, at: Date): boolean {
  return pause !== undefined && pause.fromAt <= at && at < pause.untilAt;
}

/** Those of the units whose unannounced check-ins are paused at that moment. */
export async function pausedAmong(units: readonly ThingId[], at: Date, read: Reading): Promise<ThingId[]> {
  const pauses = await Promise.all(units.map((unit) => read.thing<CheckPause>(checkPauseId(unit))));
  return units.filter((_, index) => isPaused(pauses[index], at));
}

/** The unannounced check-ins of the unit that are asking now, or are about to, voided: they count for nothing. */
export function letGo(checks: readonly CheckIn[], { unit, fromAt }: CheckPause): CheckIn[] {
  return checks.flatMap((check) => {
    if (check.kind !== 'random' || check.unit !== unit) return [];
    if (check.state !== 'planned' && !isAsking(check)) return [];
    const outcome = pauseCheck(check, fromAt, PAUSED);
    return outcome.ok ? [outcome.check] : [];
  });
}

export const checkPauseKind = defineKind<CheckPause>({
  type: 'check-pause',
  agenda: ({ untilAt }) => [{ at: untilAt, step: 'over', track: 'over', kind: 'act' }],
  collections: () => [],
  audited: true,
});
