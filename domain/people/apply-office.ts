import { type Decision, decide } from '../decision.ts';
import type { OwnPeriod } from '../periods/own-period.ts';
import type { Day, Thing, ThingId } from '../thing.ts';
import { adoptions } from './adopt.ts';
import { importPerson, retirePerson } from './import-person.ts';
import type { Account, OfficeThing, Person, Room, Unit } from './office.ts';

/** One thing that an import changes. `closed` stays, but nobody is asked through it any more; `gone` are only sets, which tasks have frozen, and periods of the office's own. */
export type OfficeChange =
  | { readonly kind: 'added'; readonly thing: OfficeThing }
  | { readonly kind: 'changed' | 'closed'; readonly thing: OfficeThing; readonly before: OfficeThing }
  | { readonly kind: 'gone'; readonly before: OfficeThing };

/**
 * What has to change so that the office is as wanted. Applied, it leaves nothing to do for a second import. People and units
 * are never deleted, and what the chat has settled (accounts, posts by code, rooms bound there, granted roles) is left alone.
 */
export function diffOffice(
  current: readonly OfficeThing[],
  wanted: readonly OfficeThing[],
  today: Day,
): OfficeChange[] {
  const now = new Map(current.map((thing) => [thing.id, thing]));
  const adopted = adoptions(current, wanted, today);
  const holders = contactHolders(current);
  const kept = new Set<ThingId>();

  const changes = wanted.flatMap((written) => {
    const id = adopted.get(written.id) ?? written.id;
    const before = now.get(id);
    const thing = withoutAccountsOf(holders, knownAs(id, written));
    kept.add(id);
    return changeFrom(before, before ? imported(before, thing, today) : thing);
  });
  const removals = current.filter((thing) => !kept.has(thing.id)).flatMap((thing) => removal(thing, today));
  return [...changes, ...removals];
}

/** The import as one decision, to be committed whole. */
export function officeDecision(changes: readonly OfficeChange[]): Decision {
  return decide({
    save: changes.flatMap((change) => (change.kind === 'gone' ? [] : [change.thing])),
    drop: changes.flatMap((change) => (change.kind === 'gone' ? [change.before.id] : [])),
  });
}

function changeFrom(before: OfficeThing | undefined, thing: OfficeThing): OfficeChange[] {
  if (!before) return [{ kind: 'added', thing }];
  return isSame(before, thing) ? [] : [{ kind: 'changed', thing, before }];
}

function imported(before: OfficeThing, wanted: OfficeThing, today: Day): OfficeThing {
  const next: OfficeThing = Object.assign({ ...wanted }, bookkeeping(before));
  if (before.type === 'person' && next.type === 'person') return importPerson(before, next, today);
  if (before.type === 'room' && next.type === 'room') return importRoom(before, next);
  if (before.type === 'unit' && next.type === 'unit') return importUnit(before, next);
  if (before.type === 'own-period' && next.type === 'own-period') return importPeriod(before, next);
  return next;
}

function knownAs(id: ThingId, written: OfficeThing): OfficeThing {
  return id === written.id ? written : Object.assign({ ...written }, { id, fileId: written.id });
}

function withoutAccountsOf(holders: ReadonlyMap<string, ThingId>, thing: OfficeThing): OfficeThing {
  if (thing.type !== 'person') return thing;
  const free = ({ contactId }: Account) => [undefined, thing.id].includes(holders.get(contactId));
  return { ...thing, accounts: thing.accounts.filter(free) };
}

/** A room that the channel has shown keeps its topic, one bound in the chat its units. */
function importRoom(before: Room, wanted: Room): Room {
  const { channelId, origin } = before;
  return {
    ...wanted,
    ...(channelId && { channelId, topic: before.topic }),
    ...(origin && { origin, units: before.units }),
  };
}

/** A trial that is over stays over, and one that a person began goes on; the file may close the unit all the same. */
function importUnit(before: Unit, wanted: Unit): Unit {
  if (!before.origin) return wanted;
  const status = wanted.status === 'closed' || before.status === 'closed' ? wanted.status : before.status;
  return { ...wanted, status, origin: before.origin };
}

/** Days entered in the chat stay as they were entered. */
function importPeriod(before: OwnPeriod, wanted: OwnPeriod): OwnPeriod {
  return before.origin ? { ...wanted, dates: before.dates, origin: before.origin } : wanted;
}

function removal(thing: OfficeThing, today: Day): OfficeChange[] {
  // Days off are entered in the chat alone; no file knows them.
  if (thing.type === 'holiday-year' || (thing.type === 'own-period' && thing.origin)) return [];
  if (thing.type === 'unit-set' || thing.type === 'own-period' || thing.type === 'own-kit')
    return [{ kind: 'gone', before: thing }];
  const closed = closedThing(thing, today);
  return isSame(thing, closed) ? [] : [{ kind: 'closed', thing: closed, before: thing }];
}

function closedThing(thing: Unit | Person | Room, today: Day): OfficeThing {
  if (thing.type === 'unit') return { ...thing, status: 'closed' };
  if (thing.type === 'person') return retirePerson(thing, today);
  return thing.origin === 'chat' ? thing : { ...thing, units: [] };
}

/** Contact id → the person it stands for now; the file does not take an account away from anybody. */
function contactHolders(current: readonly OfficeThing[]): ReadonlyMap<string, ThingId> {
  const people = current.filter((thing): thing is Person => thing.type === 'person');
  return new Map(
    people.flatMap(({ id, accounts }) => accounts.map(({ contactId }): [string, ThingId] => [contactId, id])),
  );
}

function bookkeeping({ handledAt, basisAt }: Thing): Partial<Thing> {
  return { ...(handledAt && { handledAt }), ...(basisAt && { basisAt }) };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** The order of fields means nothing, that of lists does. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field) =>
    field && typeof field === 'object' && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
      : field,
  );
}
