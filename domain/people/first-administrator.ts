import type { BindingPolicy } from '../policy.ts';
import type { Day } from '../thing.ts';
import { type CodeHash, FIRST_BINDING, type FirstBinding, type FreshCode, plainCode } from './binding.ts';
import { withAccount } from './enter-code.ts';
import { peopleNamed } from './find-people.ts';
import { channelKey, newPersonId } from './ids.ts';
import type { Office, Person } from './office.ts';
import { rolesOf } from './posts.ts';
import { administratorsToAsk } from './request-binding.ts';

/** All contacts together may be wrong this many times as often as one. */
const CONTACTS_TRYING = 4;

/** Whether there is nobody yet who could check a binding: then start-up prints a one-time code. */
export function needsFirstAdministrator(office: Office, day: Day): boolean {
  return administratorsToAsk(office, day).length === 0;
}

/** The one-time code as it is stored; a new one replaces the old. */
export function firstBinding(fresh: FreshCode, now: Date): FirstBinding {
  const codeHash = fresh.hash(fresh.salt, fresh.code);
  return { id: FIRST_BINDING, type: 'binding', salt: fresh.salt, codeHash, createdAt: now, wrong: {} };
}

export interface FirstClaim {
  readonly contactId: string;
  readonly code: string;
  /** The name the person gave, if any; a dispatcher of the office file is taken up under it. */
  readonly name?: string;
}

export interface FirstContext {
  readonly office: Office;
  readonly policy: BindingPolicy;
  readonly now: Date;
  readonly day: Day;
  readonly hash: CodeHash;
}

/** `wrong` saves the binding; `bound` saves binding and person. */
export type FirstAnswer =
  | { readonly kind: 'none' | 'spent' }
  | { readonly kind: 'wrong'; readonly binding: FirstBinding; readonly left: number }
  | { readonly kind: 'bound'; readonly binding: FirstBinding; readonly person: Person };

/** The first to type the one-time code becomes system administrator; a dispatcher of the office file stays dispatcher besides. */
export function claimFirst(first: FirstBinding | undefined, claim: FirstClaim, context: FirstContext): FirstAnswer {
  if (!first) return { kind: 'none' };
  const left = triesLeft(first, claim.contactId, context.policy);
  if (first.usedAt || left <= 0) return { kind: 'spent' };

  if (context.hash(first.salt, plainCode(claim.code)) !== first.codeHash) {
    const key = channelKey(claim.contactId);
    const binding = { ...first, wrong: { ...first.wrong, [key]: (first.wrong[key] ?? 0) + 1 } };
    return { kind: 'wrong', binding, left: triesLeft(binding, claim.contactId, context.policy) };
  }
  const person = withAccount(asAdministrator(claimant(claim, context)), claim.contactId, context.now);
  return { kind: 'bound', person, binding: { ...first, usedAt: context.now, usedBy: person.id } };
}

/** Strangers must not be able to lock the administrator out one by one, nor to try for ever with ever new accounts. */
function triesLeft(first: FirstBinding, contactId: string, { attempts }: BindingPolicy): number {
  const all = Object.values(first.wrong).reduce((sum, count) => sum + count, 0);
  return Math.min(attempts - (first.wrong[channelKey(contactId)] ?? 0), attempts * CONTACTS_TRYING - all);
}

function claimant({ contactId, name }: FirstClaim, { office, day }: FirstContext): Person {
  const self = office.byContact.get(contactId);
  if (self) return self;

  const named = name
    ? peopleNamed(office, name, day).filter((person) => rolesOf(person, day).includes('dispatcher'))
    : [];
  if (named.length === 1) return named[0]!;
  return {
    id: newPersonId(office, contactId),
    type: 'person',
    name: name || '管理员',
    roles: [],
    tenures: [],
    accounts: [],
  };
}

function asAdministrator(person: Person): Person {
  const add = <T>(roles: readonly T[], role: T) => (roles.includes(role) ? roles : [...roles, role]);
  return { ...person, roles: add(person.roles, 'sysadmin'), granted: add(person.granted ?? [], 'sysadmin') };
}
