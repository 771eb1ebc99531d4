import type { Doubt } from '../../../domain/meaning.ts';
import type { Roster, RosterPerson } from './roster.ts';

/** Several people of one name, unless a unit said beside it leaves only one of them. */
export function sameNameDoubt(
  roster: Roster | undefined,
  assignees: readonly string[] = [],
  units: readonly string[] = [],
): Doubt | undefined {
  for (const name of assignees) {
    const bearers = roster?.people.filter((person) => person.name === name) ?? [];
    const inUnits = bearers.filter(({ unit }) => unit !== undefined && units.includes(unit));
    const meant = inUnits.length > 0 ? inUnits : bearers;
    if (meant.length > 1) return { about: 'assignees', choices: meant.map(personLine) };
  }
  return undefined;
}

function personLine({ name, unit, post }: RosterPerson): string {
  return [name, unit, post].filter((part) => part !== undefined).join(' ');
}
