import type { Day } from '../../thing.ts';

/** The zero reports of a Shanghai day, of every unit, also those that nobody asked for. */
export function zeroReportsOn(day: Day): string {
  return `zero-reports.${day}`;
}
