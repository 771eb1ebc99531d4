import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawPlan } from '../../../../domain/duty/checks/draw-plan.ts';
import type { DrawInput, DrawUnit, Plan } from '../../../../domain/duty/checks/plan.ts';
import { at } from '../../../support/builders.ts';
import {
  anInput,
  aUnit,
  DAY,
  faultsOf,
  HOUR,
  hasRoom,
  MINUTE,
  policy,
  seeded,
  shiftsOf,
  thirtyUnits,
} from './draw-terms.ts';

const WEEK = 7 * DAY;
const START = at('2026-01-05 00:00');

/** A random week or key period of the year, with outages, incidents and check-ins of other plans. */
const when = fc.record({
  week: fc.integer({ min: 0, max: 51 }),
  kind: fc.constantFrom('week' as const, 'night' as const),
  nights: fc.integer({ min: 1, max: 9 }),
  checksPerNight: fc.integer({ min: 1, max: 3 }),
  weekAtNight: fc.boolean(),
  perUnit: fc.integer({ min: 1, max: 2 }),
  seed: fc.nat(),
  spans: fc.array(
    fc.record({
      unit: fc.integer({ min: -1, max: 29 }),
      fromHour: fc.nat(168),
      hours: fc.integer({ min: 1, max: 200 }),
    }),
    { maxLength: 8 },
  ),
  others: fc.array(
    fc.record({ unit: fc.nat(29), minute: fc.nat(10_000), kind: fc.constantFrom('set' as const, 'random' as const) }),
    { maxLength: 20 },
  ),
});

type When = typeof when extends fc.Arbitrary<infer T> ? T : never;

function inputOf({ week, kind, nights, seed, spans, others, checksPerNight, weekAtNight, perUnit }: When): DrawInput {
  const fromMs = START.getTime() + week * WEEK;
  const fromAt = new Date(fromMs);
  const toAt = new Date(fromMs + (kind === 'week' ? WEEK : nights * DAY));
  const spansOf = (unit: number) =>
    spans
      .filter((span) => span.unit === unit)
      .map(({ fromHour, hours }) => ({
        fromAt: new Date(fromMs + fromHour * HOUR),
        ...(hours < 150 && { toAt: new Date(fromMs + (fromHour + hours) * HOUR) }),
      }));
  const units = thirtyUnits(fromAt, toAt).map((unit, index) => ({
    ...unit,
    suspended: spansOf(index),
    others: others
      .filter((other) => other.unit === index)
      .map(({ minute, kind }) => ({ at: new Date(fromMs + minute * MINUTE), kind })),
  }));
  const forbidden = spansOf(-1).map((span) => ({ ...span, toAt: new Date(span.fromAt.getTime() + 2 * HOUR) }));
  const rules = { ...policy.draw, weekAtNight, perUnit };
  return anInput({ kind, fromAt, toAt, units, forbidden, rules, checksPerNight, random: seeded(seed) });
}

const counts = (plan: Plan, unit: string) => plan.checks.filter((check) => check.unit === unit).length;

describe('a plan', () => {
  test('keeps every distance and asks every unit that can be asked', () => {
    fc.assert(
      fc.property(when, (terms) => {
        const input = inputOf(terms);
        const plan = drawPlan(input);
        // A check of another plan at night forbids the whole shift its nights; that is tested apart.
        expect(faultsOf(plan, input)).toEqual([]);
        const wanted = input.kind === 'week' ? input.rules.perUnit : 1;
        for (const { unit } of input.units) {
          const short = plan.shortfalls.find((one) => one.unit === unit);
          expect(counts(plan, unit) >= wanted).toBe(short === undefined);
          expect(counts(plan, unit)).toBeLessThanOrEqual(input.kind === 'week' ? input.rules.maxPerUnit : 1000);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('all over the year no unit of thirty is left out for a week', () => {
    let checks = 0;
    const weeks = Array.from({ length: 10 }, (_, index) => 5 * index);
    for (const week of weeks) {
      const fromAt = new Date(START.getTime() + week * WEEK);
      const toAt = new Date(fromAt.getTime() + WEEK);
      const input = anInput({ fromAt, toAt, units: thirtyUnits(fromAt, toAt), random: seeded(week) });
      const plan = drawPlan(input);
      expect(plan.shortfalls).toEqual([]);
      expect(new Set(plan.checks.map(({ unit }) => unit)).size).toBe(30);
      checks += plan.checks.length;
    }
    expect(checks / weeks.length / 30).toBeGreaterThan(1.25);
    expect(checks / weeks.length / 30).toBeLessThan(1.38);
  });

  test('what it says about units it could not ask is true', () => {
    const fromAt = at('2026-01-26 00:00');
    const shifts = shiftsOf('a', at('2026-01-25 08:30'), at('2026-02-02 08:30'), 24);
    const units: DrawUnit[] = [
      aUnit('无班', {}),
      aUnit('停用', { shifts, suspended: [{ fromAt: at('2026-01-20 00:00') }] }),
      aUnit('短班', {
        shifts: [{ id: 's.1', person: 'p.1', startAt: at('2026-01-26 09:00'), endAt: at('2026-01-26 09:59') }],
      }),
      aUnit('夜班', {
        shifts: [{ id: 's.2', person: 'p.2', startAt: at('2026-01-26 00:00'), endAt: at('2026-01-26 05:30') }],
      }),
      aUnit('多点名', {
        shifts: [{ id: 's.3', person: 'p.3', startAt: at('2026-01-26 08:00'), endAt: at('2026-01-26 10:00') }],
        others: [{ at: at('2026-01-26 09:00'), kind: 'random' }],
      }),
      aUnit('一分钟', {
        shifts: [{ id: 's.4', person: 'p.4', startAt: at('2026-01-26 09:00'), endAt: at('2026-01-26 10:01') }],
      }),
    ];
    const input = anInput({ fromAt, units });
    const plan = drawPlan(input);
    expect(plan.shortfalls.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      '无班 no-shift',
      '停用 suspended',
      '短班 handover',
      '夜班 hours',
      '多点名 other-checks',
    ]);
    for (const { unit } of plan.shortfalls) expect(hasRoom(units.find((one) => one.unit === unit)!, input)).toBe(false);
    expect(plan.checks.map(({ at: moment, name }) => [moment, name])).toContainEqual([
      at('2026-01-26 09:30'),
      '一分钟',
    ]);
  });

  test('two sure checks are placed wherever two fit, however tightly, and one where only one fits', () => {
    const unit = (minutes: number) =>
      aUnit(`班${minutes}`, {
        shifts: [
          {
            id: 's',
            person: 'p',
            startAt: at('2026-01-26 08:00'),
            endAt: new Date(at('2026-01-26 08:00').getTime() + minutes * MINUTE),
          },
        ],
      });
    for (let seed = 0; seed < 30; seed++) {
      const rules = { ...policy.draw, perUnit: 2 };
      const plan = drawPlan(anInput({ units: [unit(180), unit(179)], rules, random: seeded(seed) }));
      expect(plan.checks.filter(({ name }) => name === '班180').map(({ at: moment }) => moment)).toEqual([
        at('2026-01-26 08:30'),
        at('2026-01-26 10:30'),
      ]);
      expect(plan.shortfalls).toEqual([{ unit: 'unit.班179', name: '班179', wanted: 2, placed: 1, reason: 'no-room' }]);
    }
  });

  test('one person who minds two posts is not asked twice in a night', () => {
    const shifts = (unit: string) =>
      shiftsOf('same', at('2026-01-25 08:30'), at('2026-01-27 08:30'), 24).map((shift) => ({
        ...shift,
        id: `${shift.id}-${unit}`,
      }));
    const units = [aUnit('甲', { shifts: shifts('a') }), aUnit('乙', { shifts: shifts('b') })];
    const night = { kind: 'night' as const, units, fromAt: at('2026-01-26 00:00'), toAt: at('2026-01-26 08:30') };
    for (let seed = 0; seed < 20; seed++) {
      const plan = drawPlan(anInput({ ...night, random: seeded(seed) }));
      expect(plan.checks).toHaveLength(1);
      expect(plan.shortfalls).toMatchObject([{ placed: 0, reason: 'no-room' }]);
    }
  });

  test('whom another plan has asked at night is left in peace that night, and may be asked by day', () => {
    const shifts = shiftsOf('a', at('2026-01-25 08:30'), at('2026-01-28 08:30'), 24);
    const unit = aUnit('甲', { shifts, others: [{ at: at('2026-01-26 01:00'), kind: 'random' }] });
    const terms = { units: [unit], fromAt: at('2026-01-26 00:00'), toAt: at('2026-01-26 08:30') };
    expect(drawPlan(anInput({ ...terms, kind: 'night' })).shortfalls).toMatchObject([{ reason: 'other-checks' }]);
    const byDay = drawPlan(anInput({ ...terms, rules: { ...policy.draw, weekAtNight: true } }));
    expect(byDay.checks.every(({ at: moment }) => moment >= at('2026-01-26 05:30'))).toBe(true);
    expect(byDay.checks.length).toBeGreaterThan(0);
  });

  test.each([
    ['a period without end', { toAt: at('2026-03-02 00:00') }],
    ['a period that ends before it begins', { toAt: at('2026-01-20 00:00') }],
    ['two units of one name', { units: [aUnit('石桥乡'), aUnit('石桥 乡', { unit: 'unit.b' })] }],
    ['a unit without a name', { units: [aUnit('；')] }],
    ['a number that cannot be read back', { no: 'c-1' }],
    ['nights without draws', { kind: 'night' as const, checksPerNight: 0 }],
  ])('%s is refused', (_, fields) => {
    expect(() => drawPlan(anInput(fields))).toThrow(RangeError);
  });
});

describe('what can be guessed', () => {
  const PLANS = 60;
  const units = thirtyUnits(at('2026-01-26 00:00'), at('2026-02-02 00:00')).slice(0, 12);
  const plans = Array.from({ length: PLANS }, (_, seed) => drawPlan(anInput({ units, random: seeded(seed + 1000) })));
  const weeks = plans.flatMap((plan) =>
    units.map(({ unit }) => plan.checks.filter((check) => check.unit === unit).map((check) => check.at)),
  );
  const again = (fromAt: Date, toAt: Date) => {
    const first = weeks.filter(([one]) => one! >= fromAt && one! < toAt);
    return first.filter((checks) => checks.length > 1).length / first.length;
  };

  test('a second and a third check are as frequent as the rules say', () => {
    const share = (least: number) => weeks.filter((checks) => checks.length >= least).length / weeks.length;
    expect(share(1)).toBe(1);
    expect(share(2)).toBeCloseTo(0.25, 1);
    expect(share(3)).toBeCloseTo(0.0625, 1);
  });

  test('whoever was asked early in the week is not safe for the rest of it', () => {
    expect(again(at('2026-01-26 00:00'), at('2026-01-27 00:00'))).toBeGreaterThan(0.34);
    expect(again(at('2026-01-28 12:00'), at('2026-01-29 12:00'))).toBeGreaterThan(0.18);
    expect(again(at('2026-01-30 00:00'), at('2026-01-31 00:00'))).toBeGreaterThan(0.08);
  });

  test('every hour of the day that is allowed comes up, and none much more than others', () => {
    const hours = Array<number>(24).fill(0);
    // Those on whole-day shifts: their hand-overs take time from the hours of 8 and 9 only.
    for (const check of plans
      .flatMap(({ checks }) => checks)
      .filter(({ unit }) => ['unit.u0', 'unit.u1', 'unit.u2'].includes(unit))) {
      hours[new Date(check.at.getTime() + 8 * HOUR).getUTCHours()]!++;
    }
    expect(hours.slice(0, 5).every((count) => count === 0)).toBe(true);
    const full = [6, 7, ...Array.from({ length: 15 }, (_, index) => index + 9)].map((hour) => hours[hour]!);
    const mean = full.reduce((sum, count) => sum + count, 0) / full.length;
    for (const count of full) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean));
    expect(hours[8]!).toBeLessThan(mean / 5);
  });

  test('the order of units is never the same', () => {
    expect(new Set(plans.map(({ checks }) => checks.map(({ unit }) => unit).join())).size).toBe(PLANS);
  });

  test('in a key period, having been asked last night says nothing about tonight', () => {
    const nights = { kind: 'night' as const, fromAt: at('2026-02-15 00:00'), toAt: at('2026-02-24 00:00') };
    const people = thirtyUnits(nights.fromAt, nights.toAt);
    const wholeDay = people.filter((_, index) => index % 6 < 3);
    const tally = { after: [0, 0], else: [0, 0] };
    let moments = 0;
    for (let seed = 0; seed < 12; seed++) {
      const plan = drawPlan(anInput({ ...nights, units: people, random: seeded(seed) }));
      moments += new Set(plan.checks.map((check) => check.at.getTime())).size;
      for (const { unit } of wholeDay) {
        const asked = Array.from({ length: 9 }, (_, night) =>
          plan.checks.some(
            (check) =>
              check.unit === unit && Math.floor((check.at.getTime() - nights.fromAt.getTime()) / DAY) === night,
          ),
        );
        for (const night of asked.slice(1).keys()) tally[asked[night] ? 'after' : 'else'][asked[night + 1] ? 1 : 0]!++;
      }
    }
    const rate = ([no, yes]: number[]) => yes! / (yes! + no!);
    expect(Math.abs(rate(tally.after) - rate(tally.else))).toBeLessThan(0.06);
    expect(rate(tally.after)).toBeCloseTo(0.5, 1);
    expect(moments / 12 / 9).toBeLessThan(2.2);
  });

  test('a single night asks everybody once, in even parts of every stratum', () => {
    const night = { kind: 'night' as const, fromAt: at('2026-02-16 20:00'), toAt: at('2026-02-17 08:30') };
    const people = thirtyUnits(night.fromAt, night.toAt).filter((_, index) => index % 6 < 3);
    const plan = drawPlan(anInput({ ...night, units: people, random: seeded(3) }));
    const moments = [...new Set(plan.checks.map((check) => check.at.getTime()))];
    expect(plan.checks).toHaveLength(15);
    expect(moments).toHaveLength(2);
    const parks = new Set(people.filter(({ stratum }) => stratum === 'park').map(({ unit }) => unit));
    for (const moment of moments) {
      const there = plan.checks.filter((check) => check.at.getTime() === moment);
      expect(Math.abs(there.length - 7.5)).toBeLessThanOrEqual(1);
      expect(Math.abs(there.filter(({ unit }) => parks.has(unit)).length - parks.size / 2)).toBeLessThanOrEqual(0.5);
    }
  });
});
