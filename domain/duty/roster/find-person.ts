import { leadersTitled } from '../../people/find-people.ts';
import { nearness, plainName } from '../../people/near-name.ts';
import type { Office, Person } from '../../people/office.ts';
import { belongsTo, currentTenures, isServing, membersOf } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import type { SaidPerson } from './said-people.ts';

/** `elsewhere`: nobody of this unit has that name, but others have. */
export type Found =
  | { readonly is: 'one'; readonly person: Person }
  | { readonly is: 'several' | 'elsewhere'; readonly people: readonly Person[] }
  | { readonly is: 'unknown' };

const MOST_NEAR = 3;
const TITLED = /(?:长|书记|主任|主席)$/;

/** Looks people up by the names on a roster: first among the unit's own, then in the whole office. */
export interface PeopleFinder {
  readonly find: (said: SaidPerson, day: Day) => Found;
  readonly isName: (name: string) => boolean;
  /** Whom a name that nobody has may mean, the likeliest first. */
  readonly near: (name: string, day: Day) => readonly Person[];
}

export function peopleFinder(office: Office, unit: ThingId, today: Day): PeopleFinder {
  const byName = new Map<string, Person[]>();
  for (const person of office.people.values()) {
    const name = plainName(person.name);
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  const titled = new Map<string, Person[]>();
  const byCharacter = new Map<string, Set<Person>>();

  /** Only those who share a character can be near: a roster of strangers must not cost a look at everybody for each. */
  const sharing = (name: string): Person[] => {
    if (byCharacter.size === 0) {
      for (const person of office.people.values()) {
        for (const character of plainName(person.name)) {
          const found = byCharacter.get(character) ?? new Set();
          byCharacter.set(character, found.add(person));
        }
      }
    }
    return [...new Set([...name].flatMap((character) => [...(byCharacter.get(character) ?? [])]))];
  };

  /** 李区长; worked out once for each word. */
  const titledAs = (name: string): Person[] => {
    if (!TITLED.test(name) || name.length > 8) return [];
    let found = titled.get(name);
    if (!found) {
      const own = leadersTitled(office, name, today, unit);
      found = own.length > 0 ? own : leadersTitled(office, name, today);
      titled.set(name, found);
    }
    return found;
  };

  return {
    find(said, day) {
      const name = plainName(said.name);
      const named = (byName.get(name) ?? titledAs(name)).filter((person) => isServing(person, day));
      const own = named.filter((person) => belongsTo(person, unit, day));
      const told = tellApart(own.length > 0 ? own : named, said, office, day);
      if (told.length === 0) return { is: 'unknown' };
      if (own.length === 0) return { is: 'elsewhere', people: told };
      return told.length === 1 ? { is: 'one', person: told[0]! } : { is: 'several', people: told };
    },

    isName: (name) => byName.has(plainName(name)) || titledAs(plainName(name)).length > 0,

    near(name, day) {
      const said = plainName(name);
      const own = membersOf(office, unit, day).flatMap((person) => scored(said, person, 0));
      const others = sharing(said).flatMap((person) =>
        nearness(said, person.name) && isServing(person, day) ? scored(said, person, 10) : [],
      );
      const all = [...own, ...others].sort((one, other) => one.score - other.score).map(({ person }) => person);
      return [...new Set(all)].slice(0, MOST_NEAR);
    },
  };
}

/** Near names first, then those that share the surname or the given name and the length: 何永 for 何勇. */
function scored(said: string, person: Person, far: number): { person: Person; score: number }[] {
  const name = plainName(person.name);
  if (nearness(said, name)) return [{ person, score: far }];
  const shares = name.length === said.length && (name[0] === said[0] || name.slice(1) === said.slice(1));
  return shares ? [{ person, score: far + 1 }] : [];
}

/** A number or a post beside the name picks the one of several whom it fits. */
function tellApart(people: readonly Person[], said: SaidPerson, office: Office, day: Day): readonly Person[] {
  if (people.length < 2) return people;
  const byPhone = people.filter((person) => said.phone !== undefined && person.phone === said.phone);
  if (byPhone.length === 1) return byPhone;

  const fitting = people.filter((person) => said.hint !== undefined && fits(person, said.hint, office, day));
  return fitting.length === 1 ? fitting : people;
}

/** 党政办 for 张伟, 党政办主任. */
export function fits(person: Person, words: string, office: Office, day: Day): boolean {
  const hints = words
    .split(/[\s、,;]+/)
    .map(plainName)
    .filter((word) => word.length >= 2);
  const about = currentTenures(person, day).flatMap(({ title, unit }) => {
    const found = office.units.get(unit);
    return [title, ...(found ? [found.name, ...found.aliases] : [])].map(plainName);
  });
  return hints.some((hint) => about.some((word) => word.includes(hint) || (word.length >= 2 && hint.includes(word))));
}
