import type { BindingPolicy } from '../policy.ts';
import type { Day } from '../thing.ts';
import { type Binding, bindingId, type FreshCode } from './binding.ts';
import { holdersOfRole } from './find-people.ts';
import { type UnitMatch, unitNamed } from './find-units.ts';
import { type Claim, matchPerson, nameAndWord } from './match-person.ts';
import { plainName } from './near-name.ts';
import type { Office, Person, Unit } from './office.ts';
import { belongsTo } from './posts.ts';
import { isReachable } from './reach.ts';

/** 绑定 姓名 单位 职务, as it was understood. */
export interface BindingRequest {
  readonly contactId: string;
  readonly name?: string;
  readonly unit?: string;
  readonly title?: string;
}

export interface BindingContext {
  readonly office: Office;
  readonly policy: BindingPolicy;
  readonly now: Date;
  readonly day: Day;
  /** What this contact asked before, if that still waits. */
  readonly previous?: Binding;
}

/** What becomes of a request. Only `requested` is to be saved, and only then do administrators get the code. */
export type BindingAnswer =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'unit-unclear'; readonly said: string; readonly match: Exclude<UnitMatch, { kind: 'one' }> }
  | { readonly kind: 'which-person'; readonly people: readonly Person[]; readonly unit: Unit }
  | { readonly kind: 'already-bound'; readonly person: Person; readonly unit: Unit }
  | { readonly kind: 'no-administrator' }
  | { readonly kind: 'too-many'; readonly againAt: Date }
  | { readonly kind: 'waiting'; readonly binding: Binding; readonly administrators: readonly Person[] }
  | { readonly kind: 'requested'; readonly binding: Binding; readonly notice: BindingNotice };

/** What administrators need to know in order to check; the code goes to them alone, in private. */
export interface BindingNotice {
  readonly administrators: readonly Person[];
  readonly unit: Unit;
  readonly code: string;
  /** Whom the office knows by that name in that unit. */
  readonly known?: Person;
  /** Whom this account stands for until now, if for somebody else. */
  readonly holder?: Person;
}

/** Somebody asks to be bound. Whether he is who he says is for an administrator to find out, who alone gets the code. */
export function requestBinding(request: BindingRequest, context: BindingContext, fresh: FreshCode): BindingAnswer {
  if (!request.name || !request.unit) return { kind: 'incomplete' };
  const found = unitNamed(context.office, request.unit);
  if (found.kind !== 'one') return { kind: 'unit-unclear', said: request.unit, match: found };

  const { unit } = found;
  const claim: Claim = {
    contactId: request.contactId,
    ...nameAndWord(request.name),
    title: request.title?.trim() ?? '',
  };
  const match = matchPerson(context.office, claim, unit, context.day);
  if (match.kind === 'which') return { kind: 'which-person', people: match.people, unit };

  const known = match.kind === 'known' ? match.person : undefined;
  const holder = context.office.byContact.get(claim.contactId);
  if (known && known.id === holder?.id && belongsTo(known, unit.id, context.day))
    return { kind: 'already-bound', person: known, unit };
  return askAdministrators(
    claim,
    { unit, ...(known && { known }), ...(holder && holder.id !== known?.id && { holder }) },
    context,
    fresh,
  );
}

function askAdministrators(
  claim: Claim,
  found: Omit<BindingNotice, 'administrators' | 'code'>,
  context: BindingContext,
  fresh: FreshCode,
): BindingAnswer {
  const previous = context.previous && context.previous.expiresAt > context.now ? context.previous : undefined;
  const administrators = administratorsToAsk(context.office, context.day);
  if (administrators.length === 0) return { kind: 'no-administrator' };
  if (previous && previous.attemptsLeft > 0 && isSame(previous, claim, found.unit))
    return { kind: 'waiting', binding: previous, administrators };
  if (previous && previous.requests >= context.policy.attempts)
    return { kind: 'too-many', againAt: previous.expiresAt };

  const binding = newBinding(claim, found.unit, context, fresh, (previous?.requests ?? 0) + 1);
  return { kind: 'requested', binding, notice: { ...found, administrators, code: fresh.code } };
}

function newBinding(
  claim: Claim,
  unit: Unit,
  { now, policy }: BindingContext,
  fresh: FreshCode,
  requests: number,
): Binding {
  return {
    id: bindingId(claim.contactId),
    type: 'binding',
    ...claim,
    unit: unit.id,
    salt: fresh.salt,
    codeHash: fresh.hash(fresh.salt, fresh.code),
    attemptsLeft: policy.attempts,
    requests,
    requestedAt: now,
    expiresAt: new Date(now.getTime() + policy.hours * 3_600_000),
    handledAt: now,
  };
}

/** The dispatchers, else the system administrators, as far as a private message reaches them. */
export function administratorsToAsk(office: Office, day: Day): Person[] {
  const [desk, system] = (['dispatcher', 'sysadmin'] as const).map((role) =>
    holdersOfRole(office, role, day).filter(isReachable),
  );
  return desk!.length > 0 ? desk! : system!;
}

function isSame(previous: Binding, claim: Claim, unit: Unit): boolean {
  const words = (one: Pick<Claim, 'name' | 'word' | 'title'>) =>
    [one.name, one.word ?? '', one.title].map(plainName).join(' ');
  return previous.unit === unit.id && words(previous) === words(claim);
}
