import type { Calendar } from '../../calendar/calendar.ts';
import { minuteMs } from '../../calendar/civil-day.ts';
import type { Day } from '../../thing.ts';
import type { CheckLadder, CheckPolicy, DutyLevel } from './policy.ts';

/** What holds on a day: the levels of all periods that run, whether it is an official day off, whether a warning is in force. */
export interface DutyTerms {
  readonly levels: readonly DutyLevel[];
  readonly holiday: boolean;
  readonly warning: boolean;
}

/** A check-in that everybody on duty knows of. */
export interface SetCheck {
  readonly kind: 'takeover' | 'set';
  readonly at: Date;
}

const RANK: readonly DutyLevel[] = ['ordinary', 'C', 'B', 'A'];

/** Of several periods that run together the strictest counts, once. */
export function highestLevel(levels: readonly DutyLevel[]): DutyLevel {
  return RANK[Math.max(0, ...levels.map((level) => RANK.indexOf(level)))]!;
}

/**
 * The level that decides about check-ins. Against burden: level A always acts; B acts on official days off and while a warning
 * is in force, and otherwise asks for no more than ordinary duty, or two long seasons would check every night for most of the
 * year. C asks for no check-ins of its own.
 */
export function actingLevel({ levels, holiday, warning }: DutyTerms): DutyLevel {
  const level = highestLevel(levels);
  return level === 'A' || (level === 'B' && (holiday || warning)) ? level : 'ordinary';
}

/**
 * The set check-ins of a Shanghai day, in order: every take-over (`starts`, clocks of the unit's shifts that day) and the
 * clocks of the level. A clock close to a take-over is left out, because the take-over says the same. Those of the last hours
 * before a take-over belong to the shift that began the day before.
 */
export function setChecks(
  day: Day,
  terms: DutyTerms,
  policy: CheckPolicy,
  calendar: Calendar,
  starts: readonly string[] = [policy.shiftStart],
): SetCheck[] {
  const takeovers = starts.map((clock): SetCheck => ({ kind: 'takeover', at: calendar.at(day, clock) }));
  const isApart = (check: SetCheck) =>
    takeovers.every(({ at }) => Math.abs(at.getTime() - check.at.getTime()) >= policy.draw.handoverMinutes * minuteMs);
  const set = policy.levels[actingLevel(terms)].setClocks
    .map((clock): SetCheck => ({ kind: 'set', at: calendar.at(day, clock) }))
    .filter(isApart);

  return [...takeovers, ...set].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Draws for the whole office in the night that ends on this day. */
export function nightDraws(terms: DutyTerms, policy: CheckPolicy): number {
  return policy.levels[actingLevel(terms)].checksPerNight;
}

/** The ladder that a check-in created under these terms carries. */
export function ladderUnder(terms: DutyTerms, policy: CheckPolicy): CheckLadder {
  return policy.ladders[actingLevel(terms) === 'ordinary' ? 'ordinary' : 'key'];
}
