import type { Day } from '../thing.ts';
import { peopleNamed } from './find-people.ts';
import { plainName } from './near-name.ts';
import type { Office, Person, Unit } from './office.ts';
import { currentTenures } from './posts.ts';

/** Who a stranger says he is. */
export interface Claim {
  readonly contactId: string;
  readonly name: string;
  /** What tells two of one name apart: 张伟（农业办）. */
  readonly word?: string;
  readonly title: string;
}

/** `which`: the office has people of that name in that unit, and what was said does not tell which of them, or that he is another. */
export type PersonMatch =
  | { readonly kind: 'known'; readonly person: Person }
  | { readonly kind: 'new' }
  | { readonly kind: 'which'; readonly people: readonly Person[] };

/** The person of the office that a claim means. Decides nothing about its truth: that is what the code is for. */
export function matchPerson(office: Office, claim: Claim, unit: Unit, day: Day): PersonMatch {
  const self = office.byContact.get(claim.contactId);
  if (self && plainName(self.name) === plainName(claim.name)) return { kind: 'known', person: self };

  const people = peopleNamed(office, claim.name, day, unit.id);
  if (people.length === 0) return { kind: 'new' };

  const told = claim.word ?? claim.title;
  const suiting = people.filter((person) => suits(person, unit, told, day));
  if (suiting.length === 1) return { kind: 'known', person: suiting[0]! };
  if (claim.word && suiting.length === 0) return { kind: 'new' };

  // Nobody has proved to be him yet, and the file may well know him under another title.
  const [only] = people;
  return people.length === 1 && (only!.accounts.length === 0 || !told)
    ? { kind: 'known', person: only! }
    : { kind: 'which', people };
}

/** Takes `张伟（农业办）` apart. */
export function nameAndWord(text: string): { name: string; word?: string } {
  const parts = text
    .normalize('NFKC')
    .trim()
    .match(/^(.+?)\((.+)\)$/);
  return parts ? { name: parts[1]!.trim(), word: parts[2]!.trim() } : { name: text.trim() };
}

function suits(person: Person, unit: Unit, told: string, day: Day): boolean {
  const word = plainName(told);
  if (word.length < 2) return false;
  const titles = currentTenures(person, day).filter((tenure) => tenure.unit === unit.id);
  return titles.map((tenure) => plainName(tenure.title)).some((title) => title.includes(word) || word.includes(title));
}
