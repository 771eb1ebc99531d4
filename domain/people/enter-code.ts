import type { Day, ThingId } from '../thing.ts';
import { type Binding, type CodeHash, plainCode } from './binding.ts';
import { guessPost } from './guess-post.ts';
import { newPersonId } from './ids.ts';
import { matchPerson } from './match-person.ts';
import type { Account, Office, Person, Tenure, Unit } from './office.ts';
import { belongsTo, currentTenures, freeLetters } from './posts.ts';

export interface CodeContext {
  readonly office: Office;
  readonly now: Date;
  readonly day: Day;
  readonly hash: CodeHash;
}

/**
 * What becomes of a typed code. `wrong` and `spent` save the binding, the others drop it. `unclear`: since the request the
 * office has come to know several of that name there, so the person must ask again and say which.
 */
export type CodeAnswer =
  | { readonly kind: 'wrong' | 'spent'; readonly binding: Binding }
  | { readonly kind: 'expired'; readonly drop: ThingId }
  | { readonly kind: 'unclear'; readonly drop: ThingId; readonly people: readonly Person[]; readonly unit: Unit }
  | Bound;

export interface Bound {
  readonly kind: 'bound';
  /** The person, and whoever had this account before. */
  readonly save: readonly Person[];
  readonly drop: ThingId;
  readonly person: Person;
  readonly unit: Unit;
  /** The post this person has been given just now; absent where the office knew it. */
  readonly given?: Tenure;
  /** Which letter the unit still has no liaison for. */
  readonly lacks?: 'A' | 'B';
}

/** The letter of the other liaison, where it is one of the two who has just been bound and the other is missing. */
export function otherMissing({ person, unit, given, lacks }: Bound, day: Day): 'A' | 'B' | undefined {
  const tenure = given ?? currentTenures(person, day).find((one) => one.unit === unit.id);
  return tenure?.post === 'liaison' ? lacks : undefined;
}

/** A try at the code: it counts whether right or wrong, and after the last one the code is dead even to the right digits. */
export function enterCode(binding: Binding, typed: string, context: CodeContext): CodeAnswer {
  const unit = context.office.units.get(binding.unit);
  if (!unit || unit.status === 'closed' || context.now >= binding.expiresAt)
    return { kind: 'expired', drop: binding.id };
  if (binding.attemptsLeft <= 0) return { kind: 'spent', binding };

  if (context.hash(binding.salt, plainCode(typed)) !== binding.codeHash) {
    const attemptsLeft = binding.attemptsLeft - 1;
    return { kind: attemptsLeft > 0 ? 'wrong' : 'spent', binding: { ...binding, attemptsLeft } };
  }

  // Matched again on today's office: the same person may have been entered, or bound from another telephone, meanwhile.
  const match = matchPerson(context.office, binding, unit, context.day);
  if (match.kind === 'which') return { kind: 'unclear', drop: binding.id, people: match.people, unit };
  return bound(binding, unit, match.kind === 'known' ? match.person : newcomer(binding, context.office), context);
}

function bound(binding: Binding, unit: Unit, before: Person, { office, now, day }: CodeContext): Bound {
  const given = belongsTo(before, unit.id, day) ? undefined : tenureFor(binding, unit, office, day);
  const person = withAccount(
    given ? { ...before, tenures: [...before.tenures, given] } : before,
    binding.contactId,
    now,
  );
  const losers = [...office.people.values()].filter(
    (one) => one.id !== person.id && hasAccount(one, binding.contactId),
  );
  const lacks = lackingLetter(office, unit, given, day);

  return {
    kind: 'bound',
    save: [person, ...losers.map((loser) => withoutAccount(loser, binding.contactId))],
    drop: binding.id,
    person,
    unit,
    ...(given && { given }),
    ...(lacks && { lacks }),
  };
}

function newcomer({ contactId, name }: Binding, office: Office): Person {
  return { id: newPersonId(office, contactId), type: 'person', name, roles: [], tenures: [], accounts: [] };
}

function tenureFor(binding: Binding, unit: Unit, office: Office, day: Day): Tenure {
  const guessed = guessPost(office, unit, binding.title, day);
  const title = binding.title || (guessed.post === 'liaison' ? '联络员' : '工作人员');
  const full = binding.word && !title.includes(binding.word) ? `${binding.word}${title}` : title;
  return { unit: unit.id, ...guessed, title: full, fromDay: day, origin: 'chat' };
}

function lackingLetter(office: Office, unit: Unit, given: Tenure | undefined, day: Day): 'A' | 'B' | undefined {
  if (unit.kind === 'enterprise' || unit.kind === 'government') return undefined;
  return freeLetters(office, unit.id, day).find((letter) => letter !== given?.letter);
}

/** The person with one account more; accounts bound before stay until they are revoked. */
export function withAccount(person: Person, contactId: string, boundAt: Date): Person {
  const account: Account = { contactId, boundAt, reachable: true };
  return { ...person, accounts: [...person.accounts.filter((one) => one.contactId !== contactId), account] };
}

/** The account stands for nobody from now on. */
export function withoutAccount(person: Person, contactId: string): Person {
  return { ...person, accounts: person.accounts.filter((account) => account.contactId !== contactId) };
}

function hasAccount(person: Person, contactId: string): boolean {
  return person.accounts.some((account) => account.contactId === contactId);
}
