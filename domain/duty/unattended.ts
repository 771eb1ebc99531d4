import type { ThingId } from '../thing.ts';
import { dutyLines, isValid } from './duty-line.ts';
import type { Shift } from './shift.ts';
import { merged, minutesOf, type Span, without } from './span.ts';

export interface Unattended {
  readonly unit: ThingId;
  readonly minutes: number;
  readonly spans: readonly Span[];
}

/**
 * 无人值守时长: for each unit with officers' shifts, the time in which nobody had taken over, by who really came and went. Whoever
 * was relieved late counts as there until then. `toAt` is not later than now. `notCounted` are times when the bot could not hear
 * (outages); shifts of a trial are not counted either.
 */
export function unattended(
  shifts: readonly Shift[],
  fromAt: Date,
  toAt: Date,
  notCounted: readonly Span[] = [],
): Unattended[] {
  return dutyLines(shifts)
    .filter(({ layer }) => layer === 'officer')
    .map(({ unit, planned, present }) => {
      const trial = planned.items
        .filter((shift) => shift.trial)
        .map(({ startAt, endAt }) => ({ fromAt: startAt, toAt: endAt }));
      const absent = planned.items.flatMap(({ absences = [] }) =>
        absences.map((absence) => ({ fromAt: absence.fromAt, toAt: absence.toAt ?? toAt })),
      );
      const there = without(present.items, absent);
      const spans = without([{ fromAt, toAt }], merged([...there, ...trial, ...notCounted]));
      return { unit, minutes: minutesOf(spans), spans };
    });
}

/** The minutes alone, by unit. */
export function unattendedMinutes(
  shifts: readonly Shift[],
  fromAt: Date,
  toAt: Date,
  notCounted: readonly Span[] = [],
): ReadonlyMap<ThingId, number> {
  return new Map(unattended(shifts, fromAt, toAt, notCounted).map(({ unit, minutes }) => [unit, minutes]));
}

/**
 * 接班准时率: officers' shifts that began between two moments, and how many of them had been taken over when they began. Left out:
 * trials, and shifts whose beginning the bot could not have heard.
 */
export function takeoverFigures(
  shifts: readonly Shift[],
  fromAt: Date,
  toAt: Date,
  notCounted: readonly Span[] = [],
): { readonly onTime: number; readonly all: number } {
  const heard = ({ startAt }: Shift) => !notCounted.some((span) => span.fromAt <= startAt && startAt < span.toAt);
  const counted = shifts.filter(
    (shift) =>
      isValid(shift) &&
      shift.layer === 'officer' &&
      !shift.trial &&
      fromAt <= shift.startAt &&
      shift.startAt < toAt &&
      heard(shift),
  );
  const onTime = counted.filter(({ takenOverAt, startAt }) => takenOverAt && takenOverAt <= startAt);
  return { onTime: onTime.length, all: counted.length };
}
