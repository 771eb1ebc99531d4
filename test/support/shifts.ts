import { SHIFT_DEFAULTS } from '../../domain/duty/duty-policy.ts';
import type { Layer, Shift } from '../../domain/duty/shift.ts';
import { calendar } from './builders.ts';

/** What a test says of a shift; people and the unit by the last part of their ids. */
export interface ShiftFields extends Partial<Omit<Shift, 'people' | 'unit'>> {
  readonly unit?: string;
  readonly people?: readonly string[];
}

/** A published shift of 青山镇 from 8:30 for a day, known of for so long that nobody has to be told any more. */
export function aShift(day: string, { unit = 'qingshan', people = ['chenli'], ...other }: ShiftFields = {}): Shift {
  const layer: Layer = other.layer ?? 'officer';
  const startAt = other.startAt ?? calendar.at(day, '08:30');
  const handledAt = calendar.at(calendar.addDays(day, -7), '20:00');
  return {
    id: `shift.${unit}.${layer}.${day.replaceAll('-', '')}`,
    type: 'shift',
    unit: `unit.${unit}`,
    layer,
    day,
    startAt,
    endAt: calendar.at(calendar.addDays(day, 1), '08:30'),
    state: 'published',
    people: people.map((person) => `person.${person}`),
    publishedAt: calendar.at(calendar.addDays(day, -30), '10:00'),
    ladder: SHIFT_DEFAULTS.shiftLadder,
    handledAt,
    ...other,
  };
}

/** The shift that somebody has taken over five minutes before it began. */
export function onDuty(shift: Shift): Shift {
  const takenOverAt = new Date(shift.startAt.getTime() - 5 * 60_000);
  const by = shift.people[0];
  return { ...shift, state: 'on-duty', takenOverAt, handledAt: takenOverAt, ...(by && { takenOverBy: by }) };
}
