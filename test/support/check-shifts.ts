import { shiftId } from '../../domain/duty/collections.ts';
import type { Layer, Shift } from '../../domain/duty/shift.ts';
import { calendar } from './builders.ts';

/** A published shift of a whole day, 8:30 to 8:30; `person.<id>` on it has taken over on time. */
export function aDayShift(unit: string, person: string, day: string, layer: Layer = 'officer'): Shift {
  const startAt = calendar.at(day, '08:30');
  const endAt = calendar.at(calendar.addDays(day, 1), '08:30');
  const fields = { unit: `unit.${unit}`, layer, day };
  return {
    ...{ id: shiftId(fields), type: 'shift', ...fields, startAt, endAt, state: 'published' },
    ...{ people: [`person.${person}`], handledAt: endAt },
  };
}

/** Unit and duty officer of the sample office. */
export const OFFICERS: readonly (readonly [unit: string, person: string])[] = [
  ['qingshan', 'chenli'],
  ['nanjie', 'zhaomin'],
  ['shiqiao', 'maqiang'],
  ['gaopu', 'zhoujie'],
  ['jingkai', 'sunhao'],
];

/** Everybody on duty for these days: five units, the leader of 石桥乡, and 钱军 at the chief desk. */
export function dutyOf(...days: readonly string[]): Shift[] {
  return days.flatMap((day) => [
    ...OFFICERS.map(([unit, person]) => aDayShift(unit, person, day)),
    aDayShift('shiqiao', 'gaoxiang', day, 'leader'),
    aDayShift('zongzhiban', 'qianjun', day),
  ]);
}
