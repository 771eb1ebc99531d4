import { expandSet, setsNamed, unitsNamed } from '../../people/find-units.ts';
import type { Office, UnitKind } from '../../people/office.ts';
import type { ThingId } from '../../thing.ts';
import type { KitTable } from './kit.ts';

/** Whom the words of a kit stand for in an office. */
export interface KitAudience {
  readonly units: readonly ThingId[];
  /** Words that stand for nobody here, or for more than one: a person has to say who is meant. */
  readonly unknown: readonly string[];
}

/** What an office that has no set of that name means by it. */
const CLASSES: Readonly<Record<string, readonly UnitKind[]>> = {
  各乡镇: ['township', 'street'],
  各园区: ['park'],
  各部门: ['department'],
};

/** Stands for every unit of a kind, and for nobody in an office that has none of it. */
export function isClassWord(word: string): boolean {
  return CLASSES[word] !== undefined;
}

/** Sets and units by name, department words by the usual names, class words by the kind of unit. Nobody is guessed. */
export function kitAudience(
  words: readonly string[],
  office: Office,
  departments: KitTable['departments'],
): KitAudience {
  const found = words.map((word) => ({ word, units: meant(word, office, departments) }));
  return {
    units: [...new Set(found.flatMap(({ units }) => units))],
    unknown: found.filter(({ units }) => units.length === 0).map(({ word }) => word),
  };
}

function meant(word: string, office: Office, departments: KitTable['departments']): readonly ThingId[] {
  const sets = setsNamed(office, word);
  if (sets.length === 1) return expandSet(office, sets[0]!);
  const named = unitsNamed(office, word);
  if (named.length > 0) return named.length === 1 ? [named[0]!.id] : [];

  const usual = new Set((departments[word] ?? []).flatMap((name) => unitsNamed(office, name)).map(({ id }) => id));
  if (usual.size > 0) return usual.size === 1 ? [...usual] : [];
  const kinds = CLASSES[word] ?? [];
  return [...office.units.values()]
    .filter(({ kind, status }) => kinds.includes(kind) && status !== 'closed')
    .map(({ id }) => id);
}
