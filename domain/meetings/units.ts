import { expandSet, setsNamed, unitsNamed } from '../people/find-units.ts';
import type { Office } from '../people/office.ts';
import type { ThingId } from '../thing.ts';

/** Names as units of the office; `unknown` are those that no one unit or set can be told from. */
export interface UnitsMeant {
  readonly units: readonly ThingId[];
  readonly unknown: readonly string[];
}

/** 应急局, 各乡镇: each name as one unit or one set. 有关部门 and what the office does not know stay names. */
export function unitsMeant(office: Office, names: readonly string[]): UnitsMeant {
  const found = names.map((name) => ({ name, units: unitsOfName(office, name) }));
  return {
    units: [...new Set(found.flatMap(({ units }) => units ?? []))],
    unknown: found.filter(({ units }) => !units).map(({ name }) => name),
  };
}

/** Undefined for a name that means nobody, or more than one unit without being a set. */
export function unitsOfName(office: Office, name: string): readonly ThingId[] | undefined {
  const plain = name.trim();
  if (plain === '') return undefined;
  const sets = setsNamed(office, plain);
  if (sets.length === 1) return expandSet(office, sets[0]!);
  const units = unitsNamed(office, plain);
  return units.length === 1 ? [units[0]!.id] : undefined;
}
