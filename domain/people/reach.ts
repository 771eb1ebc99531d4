import type { Day, ThingId } from '../thing.ts';
import type { Account, Office, Person } from './office.ts';
import { holdersOf, ownersOf, type Responsibility } from './posts.ts';

/** The first of the owners and, after a named owner, of the liaisons to whom a private message gets through. */
export function ownerToAsk(office: Office, item: Responsibility, day: Day): Person | undefined {
  return [...ownersOf(office, item, day), ...holdersOf(office, item.unit, 'liaison', day)].find(isReachable);
}

/** The account to write to: the one bound last among those that get through, else the one bound last. */
export function accountOf(person: Person): Account | undefined {
  const latestFirst = person.accounts.toSorted((one, other) => other.boundAt.getTime() - one.boundAt.getTime());
  return latestFirst.find((account) => account.reachable) ?? latestFirst[0];
}

/** Whether a private message to this person gets through. */
export function isReachable(person: Person): boolean {
  return person.accounts.some((account) => account.reachable);
}

/** Those of the people who can be written to, each once. */
export function reachable(office: Office, people: readonly ThingId[]): Person[] {
  return [...new Set(people)].flatMap((id) => {
    const person = office.people.get(id);
    return person && isReachable(person) ? [person] : [];
  });
}

/** Notes whether the channel lets a private message through to an account; the same person where nothing is new. */
export function withReachable(person: Person, contactId: string, reachable: boolean): Person {
  const changed = person.accounts.some((account) => account.contactId === contactId && account.reachable !== reachable);
  if (!changed) return person;
  const accounts = person.accounts.map((account) =>
    account.contactId === contactId ? { ...account, reachable } : account,
  );
  return { ...person, accounts };
}
