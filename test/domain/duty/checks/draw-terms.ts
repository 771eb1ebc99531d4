import { createHash } from 'node:crypto';
import type { DrawInput, DrawShift, DrawUnit, Plan, PlannedCheck, Span } from '../../../../domain/duty/checks/plan.ts';
import { DEFAULT_CHECK_POLICY } from '../../../../domain/duty/checks/policy.ts';
import type { RandomBytes } from '../../../../domain/duty/checks/random.ts';
import { at, calendar } from '../../../support/builders.ts';

export const policy = DEFAULT_CHECK_POLICY;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A source that can be played again (mulberry32); good enough to count with. */
export function seeded(seed: number): RandomBytes {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 24;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}

/** Shifts one after the other, `hours` long, each with the next of the unit's people. */
export function shiftsOf(unit: string, fromAt: Date, toAt: Date, hours: number, people = 4): DrawShift[] {
  const shifts: DrawShift[] = [];
  for (let startMs = fromAt.getTime(); startMs < toAt.getTime(); startMs += hours * HOUR) {
    const startAt = new Date(startMs);
    const number = Math.floor(startMs / (hours * HOUR));
    shifts.push({
      id: `shift.${unit}.${number}`,
      person: `person.${unit}-${number % people}`,
      startAt,
      endAt: new Date(startMs + hours * HOUR),
    });
  }
  return shifts;
}

export function aUnit(name: string, fields: Partial<DrawUnit> = {}): DrawUnit {
  return {
    unit: `unit.${name}`,
    name,
    trial: false,
    stratum: 'town',
    shifts: [],
    others: [],
    suspended: [],
    ...fields,
  };
}

export function anInput(fields: Partial<DrawInput> = {}): DrawInput {
  return {
    no: 'C0126',
    kind: 'week',
    fromAt: at('2026-01-26 00:00'),
    toAt: at('2026-02-02 00:00'),
    units: [],
    checksPerNight: 2,
    rules: policy.draw,
    forbidden: [],
    random: seeded(1),
    ...fields,
  };
}

/** Thirty units with every kind of roster: whole days, halves, thirds, a week at a stretch; some on trial, some parks. */
export function thirtyUnits(fromAt: Date, toAt: Date): DrawUnit[] {
  const day = calendar.dayOf(new Date(fromAt.getTime() - 8 * DAY));
  const startAt = calendar.at(day, '08:30');
  return Array.from({ length: 30 }, (_, index) => {
    const name = `第${index + 1}乡`;
    const hours = [24, 24, 24, 12, 8, 168][index % 6]!;
    return aUnit(name, {
      unit: `unit.u${index}`,
      trial: index % 10 === 9,
      stratum: index % 3 === 0 ? 'park' : 'town',
      shifts: shiftsOf(`u${index}`, startAt, toAt, hours),
    });
  });
}

const overlaps = (check: PlannedCheck, { fromAt, toAt }: Span, clearMinutes: number) =>
  check.at.getTime() + clearMinutes * MINUTE > fromAt.getTime() && (!toAt || check.at < toAt);

/** Clock of the night window, by other means than the product's. */
export function isNight(moment: Date): boolean {
  const clock = calendar.clockOf(moment);
  return clock >= '00:00' && clock < '05:30';
}

/** Everything that is wrong with a plan, check by check; empty for a good one. */
export function faultsOf(plan: Plan, input: DrawInput): string[] {
  const { rules } = input;
  const faults: string[] = [];
  const nights = new Set<string>();
  for (const check of plan.checks) {
    const unit = input.units.find((one) => one.unit === check.unit)!;
    const shift = unit.shifts.find(({ startAt, endAt }) => startAt <= check.at && check.at < endAt);
    const say = (what: string) => faults.push(`${what}: ${check.at.toISOString()} ${check.name}`);
    const distances = (moments: readonly Date[]) => moments.map((one) => Math.abs(one.getTime() - check.at.getTime()));

    if (check.at < input.fromAt || check.at >= input.toAt) say('outside the period');
    if (check.at.getTime() % MINUTE !== 0) say('not a whole minute');
    if (!shift || shift.id !== check.shift || shift.person !== check.person) say('no such shift');
    if (
      Math.min(...distances(unit.shifts.flatMap(({ startAt, endAt }) => [startAt, endAt]))) <
      rules.handoverMinutes * MINUTE
    )
      say('close to a hand-over');
    if ([...input.forbidden, ...unit.suspended].some((span) => overlaps(check, span, rules.clearMinutes)))
      say('forbidden');
    for (const { at: otherAt, kind } of unit.others) {
      const gap = kind === 'set' ? rules.setCheckMinutes : rules.sameUnitMinutes;
      if (distances([otherAt])[0]! < gap * MINUTE) say('close to another check');
    }
    const siblings = plan.checks.filter((one) => one !== check && one.unit === check.unit);
    if (distances(siblings.map((one) => one.at)).some((ms) => ms < rules.sameUnitMinutes * MINUTE))
      say('too soon again');

    if (isNight(check.at) !== (input.kind === 'night') && !(input.kind === 'week' && rules.weekAtNight))
      say('wrong hour');
    if (!isNight(check.at)) continue;
    for (const key of [check.shift, `${check.person} ${calendar.dayOf(check.at)}`]) {
      if (nights.has(key)) say('asked twice in a night or shift');
      nights.add(key);
    }
  }
  return faults;
}

/** Whether any minute of the period would do for this unit alone. */
export function hasRoom(unit: DrawUnit, input: DrawInput): boolean {
  for (let ms = input.fromAt.getTime(); ms < input.toAt.getTime(); ms += MINUTE) {
    const moment = new Date(ms);
    const shift = unit.shifts.find(({ startAt, endAt }) => startAt <= moment && moment < endAt);
    if (!shift) continue;
    const check = { at: moment, unit: unit.unit, name: unit.name, trial: false, shift: shift.id, person: shift.person };
    const plan: Plan = {
      no: 'C1',
      kind: input.kind,
      fromAt: input.fromAt,
      toAt: input.toAt,
      checks: [check],
      shortfalls: [],
    };
    if (faultsOf(plan, input).length === 0) return true;
  }
  return false;
}
