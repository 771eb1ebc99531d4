import type { Day } from '../thing.ts';
import { endedBefore } from './leave-post.ts';
import type { Account, Person, Role, Tenure } from './office.ts';

/** The person as the file wants him, with the accounts, granted roles, past posts and quiet hours that the file knows nothing of. */
export function importPerson(before: Person, wanted: Person, today: Day): Person {
  return {
    ...wanted,
    roles: withGranted(wanted.roles, before.granted ?? []),
    ...(before.granted && { granted: before.granted }),
    tenures: importTenures(before.tenures, wanted.tenures, today),
    accounts: importAccounts(before.accounts, wanted.accounts),
    ...(before.quiet && { quiet: before.quiet }),
  };
}

/** Somebody the file no longer names: his posts ended yesterday. What a code gave him stays. */
export function retirePerson(person: Person, today: Day): Person {
  const tenures = person.tenures.flatMap((tenure) => (isFromChat(tenure) ? [tenure] : endedBefore(tenure, today)));
  return { ...person, roles: person.granted ?? [], tenures };
}

/** The file's posts first; then posts by code in units where the file gives none, and as history what it names no more. */
function importTenures(before: readonly Tenure[], wanted: readonly Tenure[], today: Day): Tenure[] {
  const continued = continuedBy(wanted, before, today);
  const named = new Set(wanted.filter((tenure) => !hasEnded(tenure, today)).map((tenure) => tenure.unit));
  const kept = before
    .filter((old) => !continued.has(old))
    .flatMap((old) => (isFromChat(old) && !named.has(old.unit) ? [old] : endedBefore(old, today)));
  return [...wanted, ...kept];
}

/** Posts that the file goes on with, corrected perhaps: the same entry, else the same post still held, else one that a code gave. */
function continuedBy(wanted: readonly Tenure[], before: readonly Tenure[], today: Day): ReadonlySet<Tenure> {
  const found = new Set<Tenure>();
  const waiting = new Set(wanted);
  const rules: ((old: Tenure, tenure: Tenure) => boolean)[] = [
    (old, tenure) => old.post === tenure.post && old.fromDay === tenure.fromDay,
    (old, tenure) => old.post === tenure.post && !hasEnded(old, today),
    (old, tenure) => isFromChat(old) && !hasEnded(old, today) && !hasEnded(tenure, today),
  ];
  for (const continues of rules) {
    for (const tenure of waiting) {
      const old = before.find((one) => one.unit === tenure.unit && !found.has(one) && continues(one, tenure));
      if (!old) continue;
      found.add(old);
      waiting.delete(tenure);
    }
  }
  return found;
}

/** Accounts that are there stay as they are; those of the local chat are added. */
function importAccounts(before: readonly Account[], wanted: readonly Account[]): Account[] {
  const known = new Set(before.map((account) => account.contactId));
  return [...before, ...wanted.filter(({ contactId }) => !known.has(contactId))];
}

function withGranted(roles: readonly Role[], granted: readonly Role[]): readonly Role[] {
  return [...roles, ...granted.filter((role) => !roles.includes(role))];
}

function isFromChat(tenure: Tenure): boolean {
  return tenure.origin === 'chat';
}

function hasEnded(tenure: Tenure, today: Day): boolean {
  return tenure.toDay !== undefined && tenure.toDay < today;
}
