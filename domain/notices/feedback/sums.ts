import type { Amount, FieldValue } from './feedback.ts';

/**
 * 38户101人: the sum of what was answered to one field, as far as all figures share their unit words; a bare 0 fits any. Undefined
 * where there is nothing to add up, or where adding would hide a 约 or a figure of which nobody can tell what it counts.
 */
export function sumOf(values: readonly FieldValue[]): readonly Amount[] | undefined {
  const told = values.filter(({ amounts }) => amounts.some(({ count }) => count > 0));
  if (values.length < 2 || told.length === 0 || values.some(({ amounts }) => amounts.length === 0)) return undefined;
  const [first] = told;
  const units = first!.amounts.map(({ unit }) => unit);
  const shared = told.every(
    ({ amounts }) =>
      amounts.length === units.length &&
      new Set(units).size === units.length &&
      amounts.every(({ unit, about }) => units.includes(unit) && !about),
  );
  if (!shared) return undefined;
  return units.map((unit) => ({
    unit,
    count: told.reduce((sum, { amounts }) => sum + amounts.find((amount) => amount.unit === unit)!.count, 0),
  }));
}
