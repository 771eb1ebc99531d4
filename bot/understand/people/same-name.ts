import type { Doubt } from '../../../domain/meaning.ts';
import type { Roster, RosterPerson } from './roster.ts';

/** Several people of one name, unless a unit said beside it leaves only one of them. */
export function sameNameDoubt(
  roster: Roster | undefined,
  assignees: readonly string[] = [],
  units: readonly string[] = [],
  text = '',
): Doubt | undefined {
  for (const name of assignees) {
    const bearers = roster?.people.filter((person) => person.name === name) ?? [];
    const inUnits = bearers.filter(({ unit }) => unit !== undefined && units.includes(unit));
    const possible = inUnits.length > 0 ? inUnits : bearers;
    const atDesk = possible.filter(({ post }) => saysDesk(text, post));
    const meant = atDesk.length > 0 ? atDesk : possible;
    if (meant.length > 1) return { about: 'assignees', choices: meant.map(personLine) };
  }
  return undefined;
}

/** 高铺镇党政办张伟: the desk of a post said in the text leaves only one. */
function saysDesk(text: string, post: string | undefined): boolean {
  const desk = post && /^.{1,8}?(?:办|科|所|站|室|中心|大队|股|处)/.exec(post)?.[0];
  return desk !== undefined && desk !== '' && text.includes(desk);
}

function personLine({ name, unit, post }: RosterPerson): string {
  return [name, unit, post].filter((part) => part !== undefined).join(' ');
}
